//! Names and sentences about providers.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Certainty;

use super::compared::stated;
use super::{Passage, ProviderWords};
use crate::diff::model::{
    ComparedEdition, Diff, Layout, ListedProvider, ListedRow, RecordedProvider, ReturnedProvider,
};
use crate::page::{Names, prose};

/// Makes phrases with the names of a register.
pub(super) struct Phrases<'n> {
    pub(super) names: &'n Names,
    /// The name of the publisher.
    pub(super) publisher: &'n str,
    pub(super) diff: &'n Diff,
}

impl Phrases<'_> {
    pub(super) fn provider(&self, key: &str) -> String {
        self.names.name("providers", key).to_owned()
    }

    pub(super) fn entry(&self, key: &str, parts: Vec<Passage>) -> ProviderWords {
        ProviderWords { key: key.to_owned(), name: self.provider(key), parts, same_as: None }
    }

    /// What an edition says of a provider, and what records of any time say of it.
    pub(super) fn listing(&self, listing: &ListedProvider) -> ProviderWords {
        ProviderWords {
            key: listing.provider.clone(),
            name: self.name_printed(listing),
            parts: self
                .rows("", listing)
                .into_iter()
                .chain(self.recorded(&listing.provider))
                .collect(),
            same_as: None,
        }
    }

    /// What an edition says in its rows about a provider. Where there are several, each has a title
    /// that says where it stands, because two rows may disagree. `title` is that of a single row.
    pub(super) fn rows(&self, title: &str, listing: &ListedProvider) -> Vec<Passage> {
        let rows = &listing.rows;
        let part = |row: &ListedRow| {
            let place = if rows.len() > 1 { self.place_among(row, rows) } else { String::new() };
            let title = match (title, place.as_str()) {
                (title, "") => title.to_owned(),
                ("", place) => format!("{place} says"),
                (title, place) => format!("{title}: {place}"),
            };
            Passage::of(&title, self.facts(&stated(&row.facts)))
        };
        rows.iter().map(part).collect()
    }

    /// Where a row stands, so that it can be told from the others. A reader finds a section sooner
    /// than the number of a row.
    fn place_among(&self, row: &ListedRow, rows: &[ListedRow]) -> String {
        let sections: BTreeSet<_> = rows.iter().map(|row| &row.facts.sections).collect();
        let in_sections = sections.len() == rows.len() && !sections.contains(&BTreeSet::new());
        let several = rows.iter().any(|row| row.published.document != rows[0].published.document);
        let (number, document) = (row.published.row, &row.published.document);
        match (several, in_sections) {
            (true, _) => format!("Row {number} of {document}"),
            (false, true) => {
                let section = self.names("sections", &row.facts.sections);
                format!("The row in the section {section}")
            }
            (false, false) => format!("Row {number}"),
        }
    }

    /// A provider that is listed again.
    pub(super) fn returned(&self, returned: &ReturnedProvider) -> ProviderWords {
        let mut words = self.listing(&returned.listed);
        let before = format!("Listed before, last in {}.", returned.last_listed);
        words.parts.insert(0, Passage::of("", vec![before]));
        words
    }

    /// The name of a provider as the edition prints it.
    pub(super) fn name_printed(&self, listing: &ListedProvider) -> String {
        let names: BTreeSet<&String> =
            listing.rows.iter().flat_map(|row| &row.facts.published_names).collect();
        match names.first() {
            Some(name) if names.len() == 1 => (*name).clone(),
            // Several names for one provider would read as several providers.
            _ => self.provider(&listing.provider),
        }
    }

    /// The names of providers as an edition prints them, where it lists them.
    pub(super) fn printed(&self, keys: &BTreeSet<String>, listed: &[ListedProvider]) -> String {
        let name = |key: &String| {
            let listing = listed.iter().find(|listing| listing.provider == *key);
            listing.map_or_else(|| self.provider(key), |listing| self.name_printed(listing))
        };
        let names: Vec<String> = keys.iter().map(name).collect();
        prose(&names)
    }

    pub(super) fn names(&self, table: &str, keys: &BTreeSet<String>) -> String {
        prose(&keys.iter().map(|key| self.names.name(table, key)).collect::<Vec<_>>())
    }

    /// What the data transparency records of either time say of a provider.
    pub(super) fn recorded(&self, provider: &str) -> Vec<Passage> {
        let (diff, practices) = (self.diff, &self.diff.practices);
        let mut parts = Vec::new();
        for (edition, recorded) in
            [(&diff.from, &practices.recorded_before), (&diff.to, &practices.recorded_after)]
        {
            let found = recorded.binary_search_by(|other| other.provider.as_str().cmp(provider));
            if let Ok(at) = found {
                let sentences = [
                    self.recorded_as_recipient(edition, &recorded[at]),
                    self.recorded_as_source(edition, &recorded[at]),
                ];
                parts.extend(sentences.into_iter().flatten().map(Passage::sentence));
            }
        }
        parts
    }

    /// The kinds of data of records, those first that they name.
    fn recorded_kinds(&self, kinds: &BTreeMap<String, Certainty>) -> String {
        let list = |opening: &str, is_stated: bool| {
            let kinds = kinds.iter().filter(|(_, sure)| (**sure == Certainty::Stated) == is_stated);
            let kinds: Vec<&str> =
                kinds.map(|(key, _)| self.names.name("data-categories", key)).collect();
            (!kinds.is_empty()).then(|| format!("{opening}: {}.", prose(&kinds)))
        };
        let lists = [list("Kinds of data", true), list("Kinds that the register infers", false)];
        lists.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What records say of a provider from which data comes.
    fn recorded_as_source(
        &self,
        edition: &ComparedEdition,
        recorded: &RecordedProvider,
    ) -> Option<String> {
        let sentence = || {
            format!(
                "Data transparency records held for the time of {} also say that data comes from a \
                 provider that the register takes for {}. {}",
                edition.published,
                self.provider(&recorded.provider),
                self.recorded_kinds(&recorded.gives),
            )
        };
        (!recorded.gives.is_empty()).then(sentence)
    }

    /// What records say of a provider that gets data.
    fn recorded_as_recipient(
        &self,
        edition: &ComparedEdition,
        recorded: &RecordedProvider,
    ) -> Option<String> {
        if recorded.gets.is_empty() {
            return None;
        }
        let names: Vec<&str> = recorded.published_names.iter().map(String::as_str).collect();
        let provider = self.provider(&recorded.provider);
        let is_own = |name: &&str| name.to_lowercase() == provider.to_lowercase();
        let taken = match (recorded.identity, names.iter().all(is_own)) {
            (Certainty::Stated, true) => String::new(),
            (Certainty::Stated, false) => format!(", which the register takes for {provider}"),
            (..) => format!(", which the register takes for {provider} by inference"),
        };
        let names = prose(&names);
        let countries = self.names("countries", &recorded.countries);
        let countries = if countries.is_empty() {
            countries
        } else {
            format!(" Country named with it: {countries}.")
        };
        Some(format!(
            "Data transparency records held for the time of {} also name {names}{taken}. {}{countries}",
            edition.published,
            self.recorded_kinds(&recorded.gets),
        ))
    }

    /// What changed of the page itself.
    pub(super) fn layout(&self, layout: &Layout) -> Vec<String> {
        let mut lines = Vec::new();
        if !layout.moved.is_empty() {
            let moved = self.names("providers", &layout.moved);
            lines.push(format!("Rows that stand elsewhere: {moved}."));
        }
        lines.extend(
            layout
                .captions
                .iter()
                .map(|change| format!("The heading {} reads {} now.", change.before, change.after)),
        );
        lines
    }
}
