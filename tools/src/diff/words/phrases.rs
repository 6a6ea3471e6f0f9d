//! Names and sentences about providers.

use super::ProviderWords;
use super::facts::fact_name;
use crate::diff::model::{Fact, FeatureUse, ListedProvider, ListedRow, Profile, ReturnedProvider};
use crate::missing::NONE;
use crate::page::{Names, lower, prose, upper};
use service_providers_codegen::Extent;
use std::collections::BTreeSet;

/// Makes phrases with the names of a register.
pub(super) struct Phrases<'n> {
    pub(super) names: &'n Names,
    /// The name of the publisher.
    pub(super) publisher: &'n str,
}

impl Phrases<'_> {
    pub(super) fn provider(&self, key: &str) -> String {
        self.names.name("providers", key).to_owned()
    }

    pub(super) fn entry(&self, key: &str, lines: Vec<String>) -> ProviderWords {
        ProviderWords { key: key.to_owned(), name: self.provider(key), lines }
    }

    pub(super) fn listing(&self, listing: &ListedProvider) -> ProviderWords {
        ProviderWords {
            key: listing.provider.clone(),
            name: self.name_printed(listing),
            lines: self.rows(&listing.rows),
        }
    }

    /// What an edition says in its rows about a provider. Where there are several, a line in front of
    /// each says where it stands, because two rows may disagree.
    fn rows(&self, rows: &[ListedRow]) -> Vec<String> {
        let place = |row: &ListedRow| (rows.len() > 1).then(|| self.place_among(row, rows));
        let lines = |row| place(row).into_iter().chain(self.profile(&row.facts));
        rows.iter().flat_map(lines).collect()
    }

    /// Where a row stands, so that it can be told from the others. A reader finds a section sooner
    /// than the number of a row.
    fn place_among(&self, row: &ListedRow, rows: &[ListedRow]) -> String {
        let sections: BTreeSet<_> = rows.iter().map(|row| &row.facts.sections).collect();
        let in_sections = sections.len() == rows.len() && !sections.contains(&BTreeSet::new());
        let several = rows.iter().any(|row| row.published.document != rows[0].published.document);
        let (number, document) = (row.published.row, &row.published.document);
        match (several, in_sections) {
            (true, _) => format!("Row {number} of {document} says:"),
            (false, true) => {
                let section = self.names("sections", &row.facts.sections);
                format!("The row in the section {section} says:")
            }
            (false, false) => format!("Row {number} says:"),
        }
    }

    /// A provider that is listed again.
    pub(super) fn returned(&self, returned: &ReturnedProvider) -> ProviderWords {
        let mut words = self.listing(&returned.listed);
        words.lines.insert(0, format!("Listed before, last in {}.", returned.last_listed));
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
        prose(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub(super) fn names(&self, table: &str, keys: &BTreeSet<String>) -> String {
        prose(&keys.iter().map(|key| self.names.name(table, key)).collect::<Vec<_>>())
    }

    /// The places where data is kept.
    pub(super) fn places(&self, places: &BTreeSet<String>) -> String {
        let names: Vec<String> = places.iter().map(|place| self.names.place(place)).collect();
        prose(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// What an edition says about a provider.
    pub(super) fn profile(&self, profile: &Profile) -> Vec<String> {
        let mut lines: Vec<String> =
            profile.summaries.iter().map(|text| summary("", text)).collect();
        if !profile.purposes.is_empty() {
            lines.push(format!("Used for: {}.", self.names("purposes", &profile.purposes)));
        }
        lines.extend(self.data(profile));
        let mut places = Vec::new();
        if !profile.entity_countries.is_empty() {
            places
                .push(format!("Company: {}.", self.names("countries", &profile.entity_countries)));
        }
        if !profile.storage.is_empty() {
            places.push(format!("Data kept: {}.", self.places(&profile.storage)));
        }
        if !places.is_empty() {
            lines.push(places.join(" "));
        }
        for (fact, keys) in [
            (Fact::HostedBy, &profile.hosted_by),
            (Fact::Territory, &profile.territory),
            (Fact::Safeguards, &profile.safeguards),
            (Fact::ExcludedSubjects, &profile.excluded_subjects),
            (Fact::ContractFacts, &profile.contract_facts),
        ] {
            if !keys.is_empty() {
                lines.push(format!("{}: {}.", fact_name(fact), self.fact_values(fact, keys)));
            }
        }
        if !profile.features.is_empty() {
            let features = profile.features.iter().map(|of| self.feature(of)).collect::<Vec<_>>();
            lines.push(format!("{}: {}.", fact_name(Fact::Features), features.join(", ")));
        }
        if !profile.optional.is_empty() {
            lines.push("Users may do without it.".to_owned());
        }
        let mut under = Vec::new();
        for (fact, keys) in [
            (Fact::Section, &profile.sections),
            (Fact::ServiceCategory, &profile.service_categories),
        ] {
            if !keys.is_empty() {
                under.push(format!("{}: {}.", fact_name(fact), self.fact_values(fact, keys)));
            }
        }
        if !under.is_empty() {
            lines.push(under.join(" "));
        }
        lines.extend(remarks("", &profile.notes));
        lines
    }

    /// Which data passes, and which does not. That a list names none does not mean that none passes.
    fn data(&self, profile: &Profile) -> Vec<String> {
        let mut lines = Vec::new();
        if profile.data.is_empty() {
            lines.push("The list does not say which data passes.".to_owned());
        } else if profile.data.contains(NONE) {
            lines.push("The list says that no personal data passes.".to_owned());
        }
        let flows = self.flows(&profile.disclosures, "");
        lines.extend(
            flows
                .iter()
                .map(|flow| format!("{}: {}.{}", upper(&flow.way()), flow.what, flow.condition)),
        );
        lines
    }

    /// A feature that needs a provider, how much of it and where.
    pub(super) fn feature(&self, of: &FeatureUse) -> String {
        let settings = of.settings.iter().map(|key| lower(self.names.name("settings", key)));
        let settings: Vec<String> = settings.collect();
        let settings = prose(&settings.iter().map(String::as_str).collect::<Vec<_>>());
        let extent = match of.extent {
            Extent::All => "all",
            Extent::Example => "named as an example",
            Extent::Specific => "",
        };
        let limits = [extent, &settings].into_iter().filter(|words| !words.is_empty());
        let limits = limits.collect::<Vec<_>>().join(", ");
        let name = self.names.name("features", &of.feature);
        if limits.is_empty() { name.to_owned() } else { format!("{name} ({limits})") }
    }
}

/// What a provider does, in words of the register.
pub(super) fn summary(now: &str, text: &str) -> String {
    format!("What it does{now}: {text}")
}

/// The words that tell a note on a row of the older edition.
pub(super) const OLDER: &str = " on the older list";

/// The notes of the register on the rows, as sentences that say whose they are. `on` is empty or
/// [`OLDER`].
pub(super) fn remarks<'a>(
    on: &str,
    notes: impl IntoIterator<Item = &'a String>,
) -> impl Iterator<Item = String> {
    notes.into_iter().map(move |note| format!("Remark of the register{on}: {note}"))
}
