//! What two editions say differently about a provider, fact by fact.

mod difference;
mod disclosures;
mod facts;

use std::collections::BTreeSet;

use service_providers_codegen::Register;

use super::model::{Changes, Rewording, Wording};
use super::profile::ProviderRows;

/// Compares what two editions say. The register says which groups of people include which others.
pub fn changes(before: &ProviderRows, after: &ProviderRows, register: &Register) -> Changes {
    let mut changes = Changes { facts: facts::changes(before, after), ..Changes::default() };
    let (old, new) = (&before.profile.disclosures, &after.profile.disclosures);
    disclosures::add_changes(old, new, register, &mut changes);
    for (field, before, after) in [
        (Wording::PublishedName, &before.profile.published_names, &after.profile.published_names),
        (Wording::Summary, &before.profile.summaries, &after.profile.summaries),
        (Wording::Note, &before.profile.notes, &after.profile.notes),
    ] {
        add_rewording(field, before.clone(), after.clone(), &mut changes);
    }
    changes
}

fn add_rewording(
    field: Wording,
    before: BTreeSet<String>,
    after: BTreeSet<String>,
    changes: &mut Changes,
) {
    if before != after {
        changes.reworded.push(Rewording { field, before, after });
    }
}
