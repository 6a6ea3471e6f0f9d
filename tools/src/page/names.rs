//! The names of keys.

use std::collections::HashMap;

use service_providers_codegen::Register;
use service_providers_codegen::register::VocabularyTerm;

/// The names of the keys of a register, by table.
#[derive(Default)]
pub struct Names {
    tables: HashMap<&'static str, HashMap<String, String>>,
}

impl Names {
    /// The names of registers; where they differ, those of a later one count.
    pub fn of(registers: &[&Register]) -> Self {
        let mut names = Self::default();
        for register in registers {
            let terms = &register.vocabulary;
            names.add("providers", &register.providers);
            names.add("contexts", &terms.contexts);
            names.add("countries", &terms.countries);
            names.add("data-categories", &terms.data_categories);
            names.add("data-subjects", &terms.data_subjects);
            names.add("features", &terms.features);
            names.add("purposes", &terms.purposes);
            names.add("safeguards", &terms.safeguards);
            names.add("sections", &terms.sections);
            names.add("service-categories", &terms.service_categories);
            names.insert("publisher", &register.file.publisher.key, &register.file.publisher.name);
            for source in &register.file.sources {
                names.insert("sources", &source.id, &source.title);
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

    /// The name of a key; plain words for a word that stands for a missing fact; otherwise the key
    /// itself.
    pub fn name<'a>(&'a self, table: &str, key: &'a str) -> &'a str {
        match key {
            "global" => "anywhere in the world",
            "see-provider" => "where the provider says",
            "not-applicable" => "not applicable",
            "none" if table == "countries" => "nowhere",
            "none" if table == "data-subjects" => "about no person",
            "unknown" if table == "data-subjects" => "whose is not said",
            "unknown" => "not said",
            key => self.tables.get(table).and_then(|names| names.get(key)).map_or(key, |name| name),
        }
    }
}
