//! The answers to a question.

use core::fmt;

use super::filter::SubjectTest;
use super::scan::{Possible, Scan};
use super::{Disclosures, Matches, filter};
use crate::generated::ENGAGEMENTS;
use crate::record::engagement::cell;
use crate::record::{Disclosure, Engagement, Overlap, Subject, storage};
use crate::set::{CountrySet, DataCategorySet, DataSubjectSet, ProviderSet};

/// The answers.
impl Disclosures {
    /// Whether a disclosure is part of the answer.
    #[inline]
    #[must_use]
    pub const fn matches(&self, disclosure: &Disclosure) -> bool {
        filter::matches(self, disclosure.row as usize)
    }

    /// Why a disclosure about another group is part of the answer, although neither group includes
    /// the other: both may have members in common. `None` where that is not why it counts.
    ///
    /// ```
    /// use service_providers::{DataSubject, Disclosures};
    ///
    /// for group in DataSubject::ALL {
    ///     let question = Disclosures::current().subject_possible(*group);
    ///     for disclosure in question.iter() {
    ///         if let Some(overlap) = question.overlap(&disclosure) {
    ///             println!("counted for {group}: {}", overlap.reason);
    ///         }
    ///     }
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn overlap(&self, disclosure: &Disclosure) -> Option<Overlap> {
        match (self.subject, disclosure.subject) {
            (SubjectTest::Possible(asked, _), Subject::Group(given)) => asked.overlap(given),
            _ => None,
        }
    }

    /// The disclosures: in the order of the register, or by kind of data where the question names
    /// one.
    #[inline]
    #[must_use]
    pub const fn iter(self) -> Matches {
        Matches::new(self)
    }

    /// The first disclosure of the answer.
    #[inline]
    #[must_use]
    pub const fn first(&self) -> Option<Disclosure> {
        let scan = Scan::of(self);
        let mut at = scan.start;
        while at < scan.end {
            let row = scan.row(at);
            if filter::matches(self, row) {
                return Some(Disclosure::row(row));
            }
            at += 1;
        }
        None
    }

    /// The first engagement that may answer the question although its source does not say which
    /// data passes. `None` if there is none, and for a question that leaves out what the source leaves
    /// open.
    #[inline]
    #[must_use]
    pub const fn unknown_data(&self) -> Option<Engagement> {
        match Possible::new(self).next() {
            Some(row) => Some(Engagement::row(row)),
            None => None,
        }
    }

    /// The first engagement of [unknown data](Self::unknown_data) that does not also fit the other
    /// question, which counts unknown data here, like a `…_possible` filter.
    #[inline]
    pub(crate) const fn unknown_data_beyond(&self, other: &Self) -> Option<Engagement> {
        let mut rows = Possible::new(self);
        while let Some(row) = rows.next() {
            if !filter::possible(other, row) {
                return Some(Engagement::row(row));
            }
        }
        None
    }

    /// Whether nothing answers the question: no disclosure, and no engagement of
    /// [unknown data](Self::unknown_data).
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first().is_none() && self.unknown_data().is_none()
    }

    /// How many disclosures there are.
    #[inline]
    #[must_use]
    pub const fn count(&self) -> usize {
        let scan = Scan::of(self);
        let (mut count, mut at) = (0, scan.start);
        while at < scan.end {
            if filter::matches(self, scan.row(at)) {
                count += 1;
            }
            at += 1;
        }
        count
    }

    /// The providers of the engagements that the disclosures belong to: those that receive the data, unless
    /// the question is about another direction.
    #[inline]
    #[must_use]
    pub const fn providers(&self) -> ProviderSet {
        let scan = Scan::of(self);
        let (mut set, mut at) = (ProviderSet::EMPTY, scan.start);
        while at < scan.end {
            let row = scan.row(at);
            if filter::matches(self, row) {
                set.insert(filter::provider(row));
            }
            at += 1;
        }
        self.with_unknown_data(set)
    }

    /// The providers that get the data: that of the row where the data goes to it, or another one
    /// that the row names. Without a call about the direction, the same as
    /// [`providers`](Self::providers).
    #[inline]
    #[must_use]
    pub const fn recipients(&self) -> ProviderSet {
        let scan = Scan::of(self);
        let (mut set, mut at) = (ProviderSet::EMPTY, scan.start);
        while at < scan.end {
            let row = scan.row(at);
            if filter::matches(self, row) {
                if let Some(recipient) = filter::recipient(row) {
                    set.insert(recipient);
                }
            }
            at += 1;
        }
        if self.to.is_provider() { self.with_unknown_data(set) } else { set }
    }

    /// The set with the providers of the engagements of unknown data as well.
    #[inline]
    const fn with_unknown_data(&self, mut set: ProviderSet) -> ProviderSet {
        let mut rows = Possible::new(self);
        while let Some(row) = rows.next() {
            set.insert(ENGAGEMENTS.place(row, cell::PROVIDER));
        }
        set
    }

    /// The kinds of data. What is said of data of any kind adds none.
    #[inline]
    #[must_use]
    pub const fn data_categories(&self) -> DataCategorySet {
        let scan = Scan::of(self);
        let (mut set, mut at) = (DataCategorySet::EMPTY, scan.start);
        while at < scan.end {
            let row = scan.row(at);
            if filter::matches(self, row) {
                if let Some(category) = filter::category(row) {
                    set.insert(category);
                }
            }
            at += 1;
        }
        set
    }

    /// The groups whose data it is, as the source names them. Data of nobody, or of which the
    /// source does not say whose it is, adds none.
    #[inline]
    #[must_use]
    pub const fn data_subjects(&self) -> DataSubjectSet {
        let scan = Scan::of(self);
        let (mut set, mut at) = (DataSubjectSet::EMPTY, scan.start);
        while at < scan.end {
            let row = scan.row(at);
            if filter::matches(self, row) {
                if let Some(group) = filter::group(row) {
                    set.insert(group);
                }
            }
            at += 1;
        }
        set
    }

    /// The countries in which the source says the data is kept. A region, storage that is unknown and
    /// storage that is left to the provider add none: an empty answer does not say that nothing is
    /// kept. [`Engagement::places`] has the places as the source names them.
    #[inline]
    #[must_use]
    pub const fn countries(&self) -> CountrySet {
        let scan = Scan::of(self);
        let (mut set, mut at) = (CountrySet::EMPTY, scan.start);
        // Disclosures of one engagement mostly follow each other.
        let mut last = usize::MAX;
        while at < scan.end {
            let row = scan.row(at);
            if filter::matches(self, row) {
                let engagement = filter::engagement(row);
                if engagement != last {
                    set = set.union(storage::countries(engagement));
                    last = engagement;
                }
            }
            at += 1;
        }
        let mut rows = Possible::new(self);
        while let Some(row) = rows.next() {
            set = set.union(storage::countries(row));
        }
        set
    }
}

impl IntoIterator for Disclosures {
    type Item = Disclosure;
    type IntoIter = Matches;

    #[inline]
    fn into_iter(self) -> Matches {
        self.iter()
    }
}

/// Shows the answer: the providers.
impl fmt::Debug for Disclosures {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disclosures")
            .field("providers", &self.providers())
            .field("count", &self.count())
            .finish_non_exhaustive()
    }
}
