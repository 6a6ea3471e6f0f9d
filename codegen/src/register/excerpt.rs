//! A register cut down to one edition.

use std::collections::BTreeSet;

use super::edition::includes;
use super::{Engagement, Practice, Register};
use crate::cell_types::Party;

impl Register {
    /// The part of the register that belongs to one edition. It is a valid register itself.
    ///
    /// It keeps the rows whose time includes the edition, also withdrawn ones, with everything that
    /// belongs to them; every provider that they name; the successions between these providers; and
    /// `register.json` and the vocabularies as they are. If the edition does not list a provider
    /// that is named, the rows that do list it are kept too, because every provider of a register
    /// is listed.
    pub fn excerpt(&self, edition: &str) -> Self {
        let practices: Vec<Practice> = (self.practices.iter())
            .filter(|practice| includes(&practice.row.since, &practice.row.until, edition))
            .cloned()
            .collect();
        let mut engagements: BTreeSet<usize> = (0..self.engagements.len())
            .filter(|at| {
                let row = &self.engagements[*at].row;
                includes(&row.since, &row.until, edition)
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
