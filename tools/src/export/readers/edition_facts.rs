//! What all cards of an edition ask for.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::{DisclosureRow, Edition, EngagementRow};
use service_providers_codegen::{Party, Register};

use super::card::RecordOf;
use super::filters::NamedTerms;
use super::names::repeated;
use super::records;
use super::words::WORDS;
use crate::export::projection::{self, PublishedRow, is_announced};
use crate::export::register_facts::RegisterFacts;
use crate::page::{lower, push_new};

/// An edition, and what all its cards ask for.
pub(super) struct EditionFacts<'r> {
    pub(super) register: &'r Register,
    pub(super) all: &'r RegisterFacts<'r>,
    pub(super) edition: &'r Edition,
    pub(super) announced: bool,
    pub(super) named: NamedTerms<'r>,
    /// What rows of others say of a provider, by its key.
    elsewhere: BTreeMap<&'r str, Vec<&'r DisclosureRow>>,
    /// The providers with several rows.
    repeated: BTreeSet<&'r str>,
    /// The records of the edition that name each provider, with what it does there.
    pub(super) records: BTreeMap<&'r str, Vec<RecordOf>>,
    /// The countries in which rows say that the company of a provider is.
    countries: BTreeMap<&'r str, BTreeSet<&'r str>>,
}

impl<'r> EditionFacts<'r> {
    pub(super) fn new(
        all: &'r RegisterFacts<'r>,
        edition: &'r Edition,
        rows: &[PublishedRow<'r>],
    ) -> Self {
        let register = all.register;
        let mut elsewhere: BTreeMap<&str, Vec<&DisclosureRow>> = BTreeMap::new();
        for row in rows.iter().flat_map(|row| row.disclosed.iter().chain(&row.not_disclosed)) {
            if let Party::OtherProvider(key) = &row.recipient {
                elsewhere.entry(key).or_default().push(row);
            }
        }
        Self {
            register,
            all,
            edition,
            announced: is_announced(register, edition),
            named: NamedTerms::of(register, &edition.published, rows),
            elsewhere,
            repeated: repeated(rows.iter().map(|row| row.row.provider.as_str())),
            records: records_by_provider(register, &edition.id),
            countries: countries_by_provider(rows),
        }
    }

    /// What rows of others say of a provider.
    pub(super) fn elsewhere(&self, provider: &str) -> &[&'r DisclosureRow] {
        self.elsewhere.get(provider).map_or(&[], Vec::as_slice)
    }

    /// The countries that other rows name where the row of a provider does not say where the company is.
    pub(super) fn countries_elsewhere(&self, row: &EngagementRow) -> impl Iterator<Item = &'r str> {
        let unknown = row.entity_country.known().is_none();
        let countries = self.countries.get(row.provider.as_str()).filter(|_| unknown);
        countries.into_iter().flatten().copied()
    }

    /// Whether a provider stands in several rows.
    pub(super) fn is_repeated(&self, provider: &str) -> bool {
        self.repeated.contains(provider)
    }

    /// The editions up to this one that list a provider, without a gap.
    pub(super) fn listed_since(&self, provider: &str) -> &'r str {
        let listing = self.all.listed.get(provider).map_or(&[][..], Vec::as_slice);
        let lists = |id: &str| listing.iter().any(|edition| edition.id == *id);
        let editions = self.register.editions();
        let at = editions.iter().position(|edition| edition.id == self.edition.id).unwrap_or(0);
        let run = editions[..=at].iter().rev().take_while(|edition| lists(&edition.id));
        run.last().map_or(&*self.edition.id, |edition| &edition.id)
    }

    /// Whether the edition in force does not list a provider.
    pub(super) fn is_new(&self, provider: &str) -> bool {
        let current = &self.register.current_edition().id;
        let listing = self.all.listed.get(provider);
        !listing.is_some_and(|editions| editions.iter().any(|edition| edition.id == *current))
    }
}

/// The records of an edition by the providers that they name.
fn records_by_provider<'r>(
    register: &'r Register,
    edition: &str,
) -> BTreeMap<&'r str, Vec<RecordOf>> {
    let mut named: BTreeMap<&str, Vec<RecordOf>> = BTreeMap::new();
    for record in projection::records(register, edition) {
        let categories = &register.vocabulary.data_categories;
        let mut roles: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for row in record.recipients {
            let role = format!("{} {}", lower(records::role(row.role)), WORDS.record_it);
            push_new(roles.entry(&row.provider).or_default(), role);
        }
        let name = Vocabulary::name(categories, &record.row.data_category);
        for (provider, roles) in roles {
            let of = named.entry(provider).or_default();
            match of.iter_mut().find(|other| other.name == name && other.roles == roles) {
                Some(same) => same.numbers.push(record.position),
                None => {
                    let numbers = vec![record.position];
                    of.push(RecordOf { numbers, name: name.to_owned(), roles });
                }
            }
        }
    }
    named
}

fn countries_by_provider<'r>(rows: &[PublishedRow<'r>]) -> BTreeMap<&'r str, BTreeSet<&'r str>> {
    let mut countries: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for published in rows {
        if let Some(country) = published.row.entity_country.known() {
            countries.entry(&published.row.provider).or_default().insert(country);
        }
    }
    countries
}
