//! What data transparency records say.

use super::Stated;
use super::listing::{self, Listing};
use super::rows::{Rows, row};
use crate::generated::{PRACTICE_RECIPIENTS, PRACTICE_SUBJECTS, PRACTICES};
use crate::set::{CollectionMethodSet, CountrySet, EditionSet, LegalBasisSet, PurposeSet};
use crate::term::{
    Certainty, DataCategory, DataSubject, Edition, Provider, RecipientRole, Relation, Sharing,
    Transfer,
};

/// What the publisher says it does with one kind of data. Its [`listings`](Self::listings) say where
/// and when it was published.
#[non_exhaustive]
pub struct Practice {
    /// The record's key.
    pub key: &'static str,
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
    /// What it is collected for. Empty means that the source does not say.
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
    /// Facts that nothing else holds.
    pub note: Option<&'static str>,
    listings: Rows<Listing>,
    subjects: Rows<PracticeSubject>,
    recipients: Rows<PracticeRecipient>,
    row: u32,
}

crate::debug::record!(Practice {
    key,
    category,
    certainty,
    inferred_from,
    collection,
    acquired_from,
    purposes,
    summary,
    usage,
    sharing,
    transfer,
    destination,
    transfer_reason,
    legal_bases,
    note,
    listings,
    subjects,
    recipients,
    row
});

/// The byte offset of the editions in a row of the practices.
const EDITIONS: usize = 0;

impl Practice {
    /// Every practice, by key.
    pub const ALL: Rows<Practice> = Rows::new(0, PRACTICES.len() as u32);

    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = PRACTICES.cells(row, 0);
        // Skipped here: only queries need it, and they read it directly.
        listing::editions(&mut cells);
        Self {
            key: cells.text(),
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
            note: cells.optional_text(),
            listings: Rows::read(&mut cells),
            subjects: Rows::read(&mut cells),
            recipients: Rows::read(&mut cells),
            row: row as u32,
        }
    }

    /// The editions that say this, announced ones included.
    #[inline]
    #[must_use]
    pub const fn editions(&self) -> EditionSet {
        listing::editions(&mut PRACTICES.cells(self.row as usize, EDITIONS))
    }

    /// Whether an edition says this.
    #[inline]
    #[must_use]
    pub const fn is_in(&self, edition: Edition) -> bool {
        PRACTICES.bit(self.row as usize, EDITIONS, edition as usize)
    }

    /// The published records that say this, oldest edition first.
    #[inline]
    #[must_use]
    pub const fn listings(&self) -> Rows<Listing> {
        self.listings
    }

    /// The record with which an edition says this: the first, if several do; `None` if the edition
    /// does not say it.
    #[inline]
    #[must_use]
    pub const fn listing_in(&self, edition: Edition) -> Option<Listing> {
        listing::first_in(self.listings, edition)
    }

    /// The record with which the newest edition that says this does so: the first, if several do.
    /// The edition may be an announced one.
    #[inline]
    #[must_use]
    pub const fn newest_listing(&self) -> Listing {
        listing::newest(self.listings)
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

row!(Practice);
super::rows::identity!(Practice);

/// A group of people and how it relates to the data of a practice.
#[derive(Debug)]
#[non_exhaustive]
pub struct PracticeSubject {
    /// The group; `None` if no user gives this data.
    pub subject: Option<DataSubject>,
    /// How the group relates to the data; `None` if it is collected from no user.
    pub relation: Option<Relation>,
    /// When, if only then.
    pub condition: Option<&'static str>,
}

impl PracticeSubject {
    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = PRACTICE_SUBJECTS.cells(row, 0);
        Self {
            subject: cells.optional_term(DataSubject::ALL),
            relation: cells.optional_term(Relation::ALL),
            condition: cells.optional_text(),
        }
    }
}

row!(PracticeSubject);

/// A provider that stores, backs up, tracks or receives the data of a practice.
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

crate::debug::record!(PracticeRecipient {
    provider,
    published_name,
    identity,
    role,
    countries,
    service,
    reason
});

impl PracticeRecipient {
    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = PRACTICE_RECIPIENTS.cells(row, 0);
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

row!(PracticeRecipient);

crate::copied::copied!(Practice, PracticeSubject, PracticeRecipient);
