//! The names of keys, for pages about changes and findings.

use std::collections::HashMap;

use service_providers_codegen::Register;
use service_providers_codegen::register::VocabularyTerm;

use crate::missing::{CHANGE_PAGES as WORDS, NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN};

/// Countries and regions together.
const PLACES: &str = "places";

/// The names of the keys of registers, by table.
#[derive(Default)]
pub struct Names {
    tables: HashMap<&'static str, HashMap<String, String>>,
}

impl Names {
    /// The names of registers. If several registers name a key, the last one counts.
    pub fn of(registers: &[&Register]) -> Self {
        let mut names = Self::default();
        for register in registers {
            let terms = &register.vocabulary;
            names.add("providers", &register.providers);
            names.add("contexts", &terms.contexts);
            names.add("countries", &terms.countries);
            names.add(PLACES, &terms.countries);
            names.add(PLACES, &terms.regions);
            names.add("data-categories", &terms.data_categories);
            names.add("data-subjects", &terms.data_subjects);
            names.add("features", &terms.features);
            names.add("purposes", &terms.purposes);
            names.add("safeguards", &terms.safeguards);
            names.add("sections", &terms.sections);
            names.add("service-categories", &terms.service_categories);
            names.insert("publisher", &register.file.publisher.key, &register.file.publisher.name);
            for document in register.documents() {
                names.insert("documents", &document.id, &document.title);
            }
        }
        names
    }

    fn add<T: VocabularyTerm>(&mut self, table: &'static str, terms: &[T]) {
        for term in terms {
            self.insert(table, term.key(), term.name());
        }
    }

    fn insert(&mut self, table: &'static str, key: &str, name: &str) {
        self.tables.entry(table).or_default().insert(key.to_owned(), name.to_owned());
    }

    /// Where data is kept: a word for a missing fact, or the name of a place, with what stands in
    /// brackets behind its key.
    pub fn place(&self, text: &str) -> String {
        match text.split_once(" (") {
            Some((key, said)) => format!("{} ({said}", self.name(PLACES, key)),
            None => self.name(PLACES, text).to_owned(),
        }
    }

    /// The name of a key in a table. A word for a missing fact becomes a word of these pages; a key
    /// without a name stays as it is.
    pub fn name<'a>(&'a self, table: &str, key: &'a str) -> &'a str {
        match (key, table) {
            (SEE_PROVIDER, _) => WORDS.see_provider,
            (NOT_APPLICABLE, _) => WORDS.not_applicable,
            (NONE, PLACES) => WORDS.nowhere,
            (NONE, "data-subjects") => WORDS.no_person,
            (UNKNOWN, "data-subjects") => WORDS.unknown_person,
            (UNKNOWN, _) => WORDS.unknown,
            (key, table) => {
                self.tables.get(table).and_then(|names| names.get(key)).map_or(key, |name| name)
            }
        }
    }
}
