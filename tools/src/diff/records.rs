//! What data transparency records say of providers. The records of a time are no list, so they stand
//! beside the lists and are not compared with them.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::register::Practice;
use service_providers_codegen::{Certainty, StatedList};

use super::compare::EditionRef;
use super::events::doubt;
use super::model::RecordedProvider;

/// What the records held for the time of an edition say of each provider that they name.
pub fn recorded(edition: EditionRef<'_>) -> Vec<RecordedProvider> {
    let mut providers: BTreeMap<&str, RecordedProvider> = BTreeMap::new();
    for record in edition.register.published_records(edition.id) {
        for mention in mentions(record.practice) {
            let provider = providers.entry(mention.provider).or_insert_with(|| RecordedProvider {
                provider: mention.provider.to_owned(),
                data: BTreeMap::new(),
                countries: mention.countries(),
            });
            let row = &record.practice.row;
            let sure = least_sure(mention.identity, row.certainty);
            let kind = provider.data.entry(row.data_category.to_string());
            kind.and_modify(|known| *known = surest(*known, sure)).or_insert(sure);
            provider.countries.extend(mention.countries());
        }
    }
    providers.into_values().collect()
}

/// A provider that a record names.
struct Mention<'r> {
    provider: &'r str,
    /// How surely the printed name is that provider.
    identity: Certainty,
    country: Option<&'r StatedList>,
}

impl Mention<'_> {
    fn countries(&self) -> BTreeSet<String> {
        let countries = self.country.into_iter().flat_map(StatedList::items);
        countries.map(ToString::to_string).collect()
    }
}

/// The providers that a record names: those that get the data, and those that it comes from.
fn mentions(practice: &Practice) -> impl Iterator<Item = Mention<'_>> {
    let recipients = practice.recipients.iter().map(|row| Mention {
        provider: &row.provider,
        identity: row.identity,
        country: Some(&row.country),
    });
    let source = practice.row.acquired_from.known().map(|provider| Mention {
        provider,
        identity: Certainty::Stated,
        country: None,
    });
    recipients.chain(source)
}

fn surest(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { one } else { other }
}

fn least_sure(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { other } else { one }
}
