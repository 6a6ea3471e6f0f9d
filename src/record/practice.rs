//! Data transparency records.

use super::Stated;
use super::rows::{Rows, row};
use crate::generated::{PRACTICE_RECIPIENTS, PRACTICE_SUBJECTS, PRACTICES};
use crate::packed::Cells;
use crate::set::{CollectionMethodSet, CountrySet, LegalBasisSet, PurposeSet};
use crate::term::{
    Certainty, DataCategory, DataSubject, Edition, Provider, RecipientRole, Relation, Sharing,
    Source, Transfer,
};

/// What the publisher says it does with one kind of data.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Practice {
    /// The record's key.
    pub key: &'static str,
    /// Order within an edition. Not a rank: numbers may have gaps.
    pub position: u32,
    /// The kind of data.
    pub category: DataCategory,
    /// How sure that kind is.
    pub certainty: Certainty,
    /// What the kind was read from.
    pub inferred_from: &'static str,
    /// How the data is collected; empty if the source does not say.
    pub collection: CollectionMethodSet,
    /// The provider the data is acquired from.
    pub acquired_from: Option<Provider>,
    /// What it is collected for.
    pub purposes: PurposeSet,
    /// What it is collected for, in plain words.
    pub summary: &'static str,
    /// How it is used, in plain words.
    pub usage: &'static str,
    /// What the source answers when asked with whom the data is shared.
    pub sharing: Sharing,
    /// Whether the data leaves the European Economic Area.
    pub transfer: Transfer,
    /// Where it goes.
    pub destination: Stated<CountrySet>,
    /// Why the question of transfer does not arise.
    pub transfer_reason: Stated<&'static str>,
    /// The legal bases the source names.
    pub legal_bases: Stated<LegalBasisSet>,
    /// The first edition whose time this belongs to.
    pub since: Edition,
    /// The first edition held that no longer says this; `None` if the newest still does.
    pub until: Option<Edition>,
    /// The document.
    pub source: Source,
    /// The record in the document, counted from 1.
    pub source_record: u32,
    /// Facts of the record that nothing else holds.
    pub note: Option<&'static str>,
    subjects: Rows<PracticeSubject>,
    recipients: Rows<PracticeRecipient>,
    row: u32,
}

impl Practice {
    /// Every record, by key.
    pub const ALL: Rows<Practice> = Rows::new(0, PRACTICES.len() as u32);

    #[inline]
    const fn read(mut cells: Cells, row: usize) -> Self {
        Self {
            key: cells.text(),
            position: cells.number(),
            category: cells.term(DataCategory::ALL),
            certainty: cells.small_term(Certainty::ALL),
            inferred_from: cells.text(),
            collection: cells.set(),
            acquired_from: cells.optional_term(Provider::ALL),
            purposes: cells.set(),
            summary: cells.text(),
            usage: cells.text(),
            sharing: cells.small_term(Sharing::ALL),
            transfer: cells.small_term(Transfer::ALL),
            destination: Stated::read_set(&mut cells),
            transfer_reason: Stated::read(&mut cells),
            legal_bases: Stated::read_set(&mut cells),
            since: cells.term(Edition::ALL),
            until: cells.optional_term(Edition::ALL),
            source: cells.term(Source::ALL),
            source_record: cells.number(),
            note: cells.optional_text(),
            subjects: Rows::read(&mut cells),
            recipients: Rows::read(&mut cells),
            row: row as u32,
        }
    }

    /// Whether it belongs to the time of an edition.
    #[inline]
    #[must_use]
    pub const fn is_in(&self, edition: Edition) -> bool {
        let edition = edition as usize;
        self.since as usize <= edition
            && match self.until {
                Some(until) => edition < until as usize,
                None => true,
            }
    }

    /// Whom the data is about.
    #[inline]
    #[must_use]
    pub const fn subjects(&self) -> Rows<PracticeSubject> {
        self.subjects
    }

    /// Who stores, backs up, tracks or receives it.
    #[inline]
    #[must_use]
    pub const fn recipients(&self) -> Rows<PracticeRecipient> {
        self.recipients
    }
}

row!(Practice, PRACTICES);
super::rows::identity!(Practice);

/// A group of people and how it relates to the data of a practice.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct PracticeSubject {
    /// The group; `None` if no user gives this data.
    pub subject: Option<DataSubject>,
    /// How the group relates to the data.
    pub relation: Relation,
    /// When, if only then.
    pub condition: Option<&'static str>,
}

impl PracticeSubject {
    #[inline]
    const fn read(mut cells: Cells, _: usize) -> Self {
        Self {
            subject: cells.optional_term(DataSubject::ALL),
            relation: cells.small_term(Relation::ALL),
            condition: cells.optional_text(),
        }
    }
}

row!(PracticeSubject, PRACTICE_SUBJECTS);

/// A provider that stores, backs up, tracks or receives the data of a practice.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct PracticeRecipient {
    /// The provider.
    pub provider: Provider,
    /// Its name exactly as printed.
    pub published_name: &'static str,
    /// How surely the printed name is that provider.
    pub identity: Certainty,
    /// What it does with the data.
    pub role: RecipientRole,
    /// Where; empty if the source does not say.
    pub countries: CountrySet,
    /// The part of the provider's service that is named.
    pub service: Option<&'static str>,
    /// Why it gets the data.
    pub reason: Option<&'static str>,
}

impl PracticeRecipient {
    #[inline]
    const fn read(mut cells: Cells, _: usize) -> Self {
        Self {
            provider: cells.term(Provider::ALL),
            published_name: cells.text(),
            identity: cells.small_term(Certainty::ALL),
            role: cells.small_term(RecipientRole::ALL),
            countries: cells.set(),
            service: cells.optional_text(),
            reason: cells.optional_text(),
        }
    }
}

row!(PracticeRecipient, PRACTICE_RECIPIENTS);
