//! What data transparency records say of providers. The records of a time are no list, so they stand
//! beside the lists and are not compared with them.

use std::collections::BTreeMap;

use service_providers_codegen::Certainty;

use super::compare::EditionRef;
use super::events::doubt;
use super::model::RecordedProvider;

/// What the records held for the time of an edition say of each provider that gets data.
pub fn recorded(edition: EditionRef<'_>) -> Vec<RecordedProvider> {
    let mut providers: BTreeMap<&str, RecordedProvider> = BTreeMap::new();
    for record in edition.register.published_records(edition.id) {
        let row = &record.practice.row;
        for recipient in &record.practice.recipients {
            let provider = providers.entry(&recipient.provider).or_insert_with(|| {
                let provider = recipient.provider.to_string();
                RecordedProvider { provider, ..RecordedProvider::default() }
            });
            provider.published_names.insert(recipient.published_name.to_string());
            provider.countries.extend(recipient.country.items().iter().map(ToString::to_string));
            let sure = least_sure(recipient.identity, row.certainty);
            let kind = provider.data.entry(row.data_category.to_string());
            kind.and_modify(|known| *known = surest(*known, sure)).or_insert(sure);
        }
    }
    providers.into_values().collect()
}

fn surest(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { one } else { other }
}

fn least_sure(one: Certainty, other: Certainty) -> Certainty {
    if doubt(one) <= doubt(other) { other } else { one }
}
