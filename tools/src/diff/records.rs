//! What data transparency records say of providers. The records of a time are no list, so they stand
//! beside the lists and are not compared with them.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Certainty;
use service_providers_codegen::row::PracticeRow;

use super::compare::EditionRef;
use super::events::doubt;
use super::model::RecordedProvider;

/// What the records held for the time of an edition say of each provider that gets data, or
/// from which data comes.
pub fn recorded(edition: EditionRef<'_>) -> Vec<RecordedProvider> {
    let mut providers: BTreeMap<&str, RecordedProvider> = BTreeMap::new();
    for record in edition.register.published_records(edition.id) {
        let row = &record.practice.row;
        for recipient in &record.practice.recipients {
            let provider = named(&recipient.provider, &mut providers);
            provider.published_names.insert(recipient.published_name.to_string());
            provider.countries.extend(recipient.country.items().iter().map(ToString::to_string));
            provider.identity = least_sure(provider.identity, recipient.identity);
            add_kind(&mut provider.gets, row);
        }
        if let Some(source) = row.acquired_from.known() {
            add_kind(&mut named(source, &mut providers).gives, row);
        }
    }
    providers.into_values().collect()
}

/// What is known so far of a provider that records name.
fn named<'p, 'r>(
    key: &'r str,
    providers: &'p mut BTreeMap<&'r str, RecordedProvider>,
) -> &'p mut RecordedProvider {
    providers.entry(key).or_insert_with(|| RecordedProvider {
        provider: key.to_owned(),
        published_names: BTreeSet::new(),
        identity: Certainty::Stated,
        gets: BTreeMap::new(),
        gives: BTreeMap::new(),
        countries: BTreeSet::new(),
    })
}

/// Adds the kind of data of a record. Of several records of one kind the surest counts.
fn add_kind(kinds: &mut BTreeMap<String, Certainty>, row: &PracticeRow) {
    let kind = kinds.entry(row.data_category.to_string());
    kind.and_modify(|known| *known = surest(*known, row.certainty)).or_insert(row.certainty);
}

fn surest(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { one } else { other }
}

fn least_sure(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { other } else { one }
}
