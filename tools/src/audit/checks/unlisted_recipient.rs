//! `unlisted-recipient`: a record that names a provider that the list of its time does not have.

use std::collections::BTreeMap;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{EditionData, Index, keeps};
use crate::audit::mentions::Mentions;

pub(super) static CHECK: Check = Check {
    code: "unlisted-recipient",
    title: "A record names a provider that the list of its time does not have",
    explanation: "The record says that a provider gets or follows data, or that data comes from \
        it, and the list of providers of the same time does not name that provider. One of the two \
        documents is incomplete, or the provider goes by another name there.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for (provider, mentions) in named(edition) {
            let message = format!(
                "{} is named in {} and not listed. {}",
                index.provider(provider),
                mentions.records(),
                index.successors(provider)
            );
            findings.push(mentions.finding(&CHECK, index, edition, provider, message));
        }
    }
}

/// The providers that the records of an edition name and its list does not have. Providers that only
/// keep data are left out, because another check reports them.
fn named<'r>(edition: &EditionData<'r>) -> BTreeMap<&'r str, Mentions<'r>> {
    let mut named: BTreeMap<&str, Mentions<'_>> = BTreeMap::new();
    for record in &edition.records {
        if let Some(provider) = record.practice.row.acquired_from.known()
            && !edition.lists(provider)
        {
            let evidence = Evidence::practice(record, "acquired_from", provider);
            named.entry(provider).or_default().evidence.push(evidence);
        }
        for recipient in record.practice.recipients.iter().filter(|row| !keeps(row)) {
            if !edition.lists(&recipient.provider) {
                named.entry(&recipient.provider).or_default().recipient(record, recipient);
            }
        }
    }
    named
}
