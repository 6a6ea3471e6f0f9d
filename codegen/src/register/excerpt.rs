//! A register cut down to one edition.

use std::collections::BTreeSet;

use super::{Engagement, Practice, PublishedRow, Register};
use crate::cell_types::{Party, YesNo};
use crate::tables::row::{RegisterFile, SuccessionRow};

impl Register {
    /// The part of the register that belongs to one edition. It is a valid register itself.
    ///
    /// Kept are the rows that the edition publishes, with all that belongs to them; every provider
    /// that these rows name; successions between providers that are kept, where the edition in
    /// which they show is kept; and the vocabularies as they are. A provider that is only named is
    /// listed somewhere else, because a register holds no provider that nothing is known about: the
    /// newest edition that lists it is kept as well, an earlier one if there is any. A document
    /// whose rows are not kept remains where a succession cites it, as evidence. Where a row prints
    /// the name of a predecessor, the succession is kept that explains it.
    pub fn excerpt(&self, edition: &str) -> Self {
        let kept = Kept::of(self, edition);
        let successions: Vec<_> = (self.successions.iter())
            .filter(|row| kept.providers.contains(row.predecessor.as_str()))
            .filter(|row| kept.providers.contains(row.successor.as_str()))
            .filter(|row| kept.editions.contains(row.edition.as_str()))
            .cloned()
            .collect();
        let evidence: BTreeSet<&str> = successions.iter().map(|row| &*row.document).collect();
        Self {
            file: kept.file(self, &evidence),
            vocabulary: self.vocabulary.clone(),
            providers: (self.providers.iter())
                .filter(|row| kept.providers.contains(row.key.as_str()))
                .cloned()
                .collect(),
            identifiers: (self.identifiers.iter())
                .filter(|row| kept.providers.contains(row.provider.as_str()))
                .cloned()
                .collect(),
            listings: (self.listings.iter())
                .filter(|row| kept.documents.contains(row.document.as_str()))
                .cloned()
                .collect(),
            engagements: (self.engagements.iter())
                .filter(|engagement| kept.engagements.contains(engagement.row.key.as_str()))
                .cloned()
                .collect(),
            practices: (self.practices.iter())
                .filter(|practice| kept.practices.contains(practice.row.key.as_str()))
                .cloned()
                .collect(),
            accepted_findings: (self.accepted_findings.iter())
                .filter(|row| row.edition == edition)
                .cloned()
                .collect(),
            successions,
        }
    }
}

/// What an excerpt keeps, by key or id.
#[derive(Default)]
struct Kept<'r> {
    editions: BTreeSet<&'r str>,
    documents: BTreeSet<&'r str>,
    engagements: BTreeSet<&'r str>,
    practices: BTreeSet<&'r str>,
    /// The providers that kept rows list or name.
    providers: BTreeSet<&'r str>,
    /// Those among them that kept rows list.
    listed: BTreeSet<&'r str>,
}

impl<'r> Kept<'r> {
    fn of(register: &'r Register, edition: &str) -> Self {
        let mut kept = Self::default();
        let at = register.editions().iter().position(|other| other.id == edition);
        let Some(at) = at else { return kept };
        kept.add(register, at);
        while let Some(provider) = kept.providers.difference(&kept.listed).next().copied() {
            let lists = |at: &usize| {
                let rows = register.published_rows(&register.editions()[*at].id);
                rows.iter().any(|row| row.engagement.row.provider.as_str() == provider)
            };
            let editions = register.editions().len();
            match (0..at).rev().chain(at..editions).find(lists) {
                Some(other) => kept.add(register, other),
                None => kept.add_withdrawn(register, provider),
            }
        }
        kept
    }

    /// Keeps the edition at a position, with the documents it is made of and their rows.
    fn add(&mut self, register: &'r Register, at: usize) {
        let edition = &register.editions()[at];
        if !self.editions.insert(&edition.id) {
            return;
        }
        self.documents.extend(edition.documents.iter().map(|document| document.as_str()));
        for row in register.published_rows(&edition.id) {
            self.engagements.insert(&row.engagement.row.key);
            self.listed.insert(&row.engagement.row.provider);
            self.providers.extend(named_by_engagement(row.engagement));
            self.add_predecessor(register, row);
        }
        for record in register.published_records(&edition.id) {
            self.practices.insert(&record.practice.row.key);
            self.providers.extend(named_by_practice(record.practice));
        }
    }

    /// Where a row prints the name of a predecessor, keeps it, and the edition in which the
    /// succession shows.
    fn add_predecessor(&mut self, register: &'r Register, row: PublishedRow<'r>) {
        let provider = &row.engagement.row.provider;
        let printed = row.listing.published_name.known().map(|name| &**name);
        let prints = |key: &str| {
            register.provider(key).is_some_and(|own| own.names().any(|name| Some(name) == printed))
        };
        if prints(provider) {
            return;
        }
        let explains = |succession: &&SuccessionRow| {
            succession.successor == *provider
                && !succession.is_withdrawn()
                && prints(&succession.predecessor)
        };
        let Some(succession) = register.successions.iter().find(explains) else { return };
        self.providers.insert(&succession.predecessor);
        let edition = register.editions().iter().position(|e| e.id == succession.edition);
        if let Some(edition) = edition {
            self.add(register, edition);
        }
    }

    /// Keeps the rows about a provider that no edition lists: all of them were withdrawn.
    fn add_withdrawn(&mut self, register: &'r Register, provider: &'r str) {
        self.listed.insert(provider);
        let own = |engagement: &&Engagement| engagement.row.provider.as_str() == provider;
        for engagement in register.engagements.iter().filter(own) {
            self.engagements.insert(&engagement.row.key);
            self.providers.extend(named_by_engagement(engagement));
        }
    }

    /// `register.json` with the editions and documents that are kept.
    fn file(&self, register: &Register, evidence: &BTreeSet<&str>) -> RegisterFile {
        let mut file = register.file.clone();
        let in_force = |id: &str| register.announced_editions().iter().all(|other| other.id != *id);
        file.editions.retain(|edition| self.editions.contains(edition.id.as_str()));
        let current = file.editions.iter().rev().find(|edition| in_force(&edition.id));
        if let Some(current) = current.or(file.editions.first()) {
            file.current = current.id.clone();
        }
        file.documents.retain(|document| {
            let id = document.id.as_str();
            self.documents.contains(id) || evidence.contains(id)
        });
        for document in &mut file.documents {
            if !self.documents.contains(document.id.as_str()) {
                document.listed = YesNo::No;
                document.published_rows = 0;
            }
        }
        file
    }
}

fn named_by_engagement(engagement: &Engagement) -> impl Iterator<Item = &str> {
    let parties = engagement.disclosures.iter().flat_map(|row| [&row.sender, &row.recipient]);
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
