//! `former-recipient`: the newest records held name a provider that is no longer listed.

use std::collections::BTreeMap;

use crate::audit::finding::{Check, Finding};
use crate::audit::index::Index;
use crate::audit::mentions::Mentions;

pub(super) static CHECK: Check = Check {
    code: "former-recipient",
    title: "The newest records held name a provider that is no longer listed",
    explanation: "The list moved on and the records did not. A reader of the records is told of a \
        provider that is gone, and not of the one that may have followed.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let current = index.current();
    let Some(edition) = index.editions.iter().rev().find(|edition| !edition.records.is_empty())
    else {
        return;
    };
    let mut named: BTreeMap<&str, Mentions<'_>> = BTreeMap::new();
    for record in &edition.records {
        for recipient in &record.practice.recipients {
            // Another check reports a provider that was not listed even then.
            if edition.lists(&recipient.provider) && !current.lists(&recipient.provider) {
                named.entry(&recipient.provider).or_default().recipient(record, recipient);
            }
        }
    }
    for (provider, mentions) in named {
        let message = format!(
            "{} is named in {} and not in the list of {}. {}",
            index.provider(provider),
            mentions.records(),
            current.id,
            index.successors(provider)
        );
        findings.push(mentions.finding(&CHECK, index, edition, provider, message));
    }
}
