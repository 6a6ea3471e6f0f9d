//! A register cut down to one edition.

use std::collections::BTreeSet;

use super::edition::listed;
use super::{Engagement, Practice, Register};
use crate::cell_types::Party;

impl Register {
    /// The part of the register that belongs to one edition, itself a whole register.
    ///
    /// Kept are the rows whose time includes the edition, withdrawn ones among them, with all that
    /// belongs to them; every provider they name; successions between providers that are kept; and
    /// `register.json` and the vocabularies as they are. A provider that is only named, and that
    /// the edition does not list, brings the rows that do list it, because a register holds no
    /// provider that nothing is known about.
    pub fn excerpt(&self, edition: &str) -> Self {
        let practices: Vec<Practice> = (self.practices.iter())
            .filter(|practice| listed(&practice.row.since, &practice.row.until, edition))
            .cloned()
            .collect();
        let mut engagements: BTreeSet<usize> = (0..self.engagements.len())
            .filter(|at| {
                let row = &self.engagements[*at].row;
                listed(&row.since, &row.until, edition)
            })
            .collect();
        let mut providers: BTreeSet<&str> = practices.iter().flat_map(named_by_practice).collect();
        loop {
            providers.extend(
                engagements.iter().flat_map(|at| named_by_engagement(&self.engagements[*at])),
            );
            let kept: BTreeSet<&str> =
                engagements.iter().map(|at| &*self.engagements[*at].row.provider).collect();
            let more: Vec<usize> = (0..self.engagements.len())
                .filter(|at| {
                    let provider = &*self.engagements[*at].row.provider;
                    providers.contains(provider) && !kept.contains(provider)
                })
                .collect();
            if more.is_empty() {
                break;
            }
            engagements.extend(more);
        }
        Self {
            file: self.file.clone(),
            vocabulary: self.vocabulary.clone(),
            providers: (self.providers.iter())
                .filter(|row| providers.contains(&*row.key))
                .cloned()
                .collect(),
            successions: (self.successions.iter())
                .filter(|row| providers.contains(&*row.from) && providers.contains(&*row.to))
                .cloned()
                .collect(),
            engagements: engagements.iter().map(|at| self.engagements[*at].clone()).collect(),
            practices,
            accepted_findings: (self.accepted_findings.iter())
                .filter(|row| row.edition == edition)
                .cloned()
                .collect(),
        }
    }
}

fn named_by_engagement(engagement: &Engagement) -> impl Iterator<Item = &str> {
    let parties = engagement.disclosures.iter().flat_map(|row| [&row.from, &row.to]);
    let others = parties.filter_map(|party| match party {
        Party::OtherProvider(key) => Some(key.as_str()),
        _ => None,
    });
    std::iter::once(engagement.row.provider.as_str())
        .chain(engagement.row.hosted_by.known().map(|key| key.as_str()))
        .chain(others)
}

fn named_by_practice(practice: &Practice) -> impl Iterator<Item = &str> {
    let recipients = practice.recipients.iter().map(|row| row.provider.as_str());
    recipients.chain(practice.row.acquired_from.known().map(|key| key.as_str()))
}
