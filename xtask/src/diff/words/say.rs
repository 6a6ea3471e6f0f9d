//! Names and sentences about providers.

use super::Entry;
use crate::diff::model::{Listing, Profile};
use crate::page::{Names, prose};
use std::collections::BTreeSet;

/// Says things with the names of a register.
pub(super) struct Say<'n> {
    pub(super) names: &'n Names,
}

impl Say<'_> {
    pub(super) fn provider(&self, key: &str) -> String {
        self.names.name("providers", key).to_owned()
    }

    pub(super) fn entry(&self, key: &str, lines: Vec<String>) -> Entry {
        Entry { key: key.to_owned(), name: self.provider(key), lines }
    }

    pub(super) fn listing(&self, listing: &Listing) -> Entry {
        self.entry(&listing.provider, self.profile(&listing.facts))
    }

    pub(super) fn names(&self, table: &str, keys: &BTreeSet<String>) -> String {
        prose(&keys.iter().map(|key| self.names.name(table, key)).collect::<Vec<_>>())
    }

    /// What an edition says about a provider.
    pub(super) fn profile(&self, profile: &Profile) -> Vec<String> {
        let mut lines = vec![format!("Used for: {}.", self.names("purposes", &profile.purposes))];
        let flows = self.flows(&profile.disclosures);
        lines.extend(flows.into_iter().map(|(way, what)| format!("{}: {what}.", upper(&way))));
        let mut places = Vec::new();
        if !profile.entity_countries.is_empty() {
            places
                .push(format!("Company: {}.", self.names("countries", &profile.entity_countries)));
        }
        if !profile.storage.is_empty() {
            places.push(format!("Data kept: {}.", self.names("countries", &profile.storage)));
        }
        if !places.is_empty() {
            lines.push(places.join(" "));
        }
        if !profile.safeguards.is_empty() {
            lines.push(format!("Safeguards: {}.", self.names("safeguards", &profile.safeguards)));
        }
        if !profile.excluded_subjects.is_empty() {
            let groups = self.names("data-subjects", &profile.excluded_subjects);
            lines.push(format!("Not used for: {groups}."));
        }
        lines
    }
}

pub(super) fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
