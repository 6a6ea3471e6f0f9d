//! The names of keys, for pages about changes and findings.

use std::collections::HashMap;

use service_providers_codegen::Register;
use service_providers_codegen::register::{VocabularyRow, VocabularyVisitor};

use crate::missing::{ANY, NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN};

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
            register.vocabulary.visit(&mut names);
            for country in &register.vocabulary.countries {
                names.insert(PLACES, &country.key, &country.name);
            }
            for region in &register.vocabulary.regions {
                names.insert(PLACES, &region.key, &region.name);
            }
            for provider in &register.providers {
                names.insert("providers", &provider.key, &provider.name);
            }
            names.insert("publisher", &register.file.publisher.key, &register.file.publisher.name);
            for document in register.documents() {
                names.insert("documents", &document.id, &document.title);
            }
        }
        names
    }

    fn insert(&mut self, table: &'static str, key: &str, name: &str) {
        self.tables.entry(table).or_default().insert(key.to_owned(), name.to_owned());
    }

    /// Where data is kept: a word for a missing fact, or the name of a place, with what stands in
    /// brackets after its key.
    pub fn place(&self, text: &str) -> String {
        match text.split_once(" (") {
            Some((key, limits)) => format!("{} ({limits}", self.name(PLACES, key)),
            None => self.name(PLACES, text).to_owned(),
        }
    }

    /// The name of a key in a table. A word for a missing fact becomes a word of these pages; a key
    /// without a name stays as it is.
    pub fn name<'a>(&'a self, table: &str, key: &'a str) -> &'a str {
        match (key, table) {
            (SEE_PROVIDER, _) => "where the provider says",
            (NOT_APPLICABLE, _) => "not applicable",
            (ANY, "data-categories") => "data of any kind",
            (NONE, PLACES) => "nowhere",
            (NONE, "data-subjects") => "about no person",
            (UNKNOWN, "data-subjects") => "people not stated",
            (UNKNOWN, _) => "not said",
            (key, table) => {
                self.tables.get(table).and_then(|names| names.get(key)).map_or(key, |name| name)
            }
        }
    }
}

impl VocabularyVisitor for Names {
    fn visit<R: VocabularyRow>(&mut self, _: &'static str, _: &'static str, rows: &[R]) {
        let Some(variants) = R::VARIANTS else { return };
        for row in rows {
            self.insert(R::TABLE, (variants.key)(row), (variants.name)(row));
        }
    }
}
