//! Providers.

use super::rows::Rows;
use super::{Disclosure, Engagement};
use crate::generated::{ALIASES, CURRENT_PROVIDERS, PROVIDER_TERMS};
use crate::packed::Cells;
use crate::term::{Edition, Provider};

/// What the register knows of a provider.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ProviderRecord {
    /// The provider.
    pub term: Provider,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// Whether and when editions list it.
    pub listing: Listing,
    /// Other names that a document prints for the same thing.
    pub aliases: Rows<&'static str>,
    /// Its rows in every edition, by key.
    pub engagements: Rows<Engagement>,
}

impl ProviderRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: Provider) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            listing: Listing::read(&mut cells),
            aliases: Rows::read(&mut cells),
            engagements: Rows::read(&mut cells),
        }
    }
}

/// Where in its row a record's listing stands: behind key and name.
const LISTING: usize = 12;

/// Whether and when editions list a provider.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Listing {
    /// The newest edition lists it.
    Current {
        /// The first edition held that lists it.
        first: Edition,
    },
    /// Only older editions list it.
    Retired {
        /// The first edition held that lists it.
        first: Edition,
        /// The last edition held that lists it.
        last: Edition,
    },
    /// It should never have been in the register.
    Withdrawn {
        /// Why.
        reason: &'static str,
    },
}

impl Eq for Listing {}

impl Listing {
    #[inline]
    const fn read(cells: &mut Cells) -> Self {
        let (way, first, last) = (cells.choice(), cells.place(), cells.place());
        let reason = cells.text();
        match way {
            0 => Self::Current { first: Edition::ALL[first] },
            1 => Self::Retired { first: Edition::ALL[first], last: Edition::ALL[last] },
            _ => Self::Withdrawn { reason },
        }
    }
}

impl super::rows::sealed::Row for &'static str {
    #[inline]
    fn at(row: usize) -> Self {
        ALIASES.cells(row, 0).text()
    }
}

impl Rows<&'static str> {
    /// The name at this place of the list.
    #[inline]
    #[must_use]
    pub const fn get(self, at: usize) -> Option<&'static str> {
        if at < self.len() { Some(ALIASES.cells(self.start as usize + at, 0).text()) } else { None }
    }
}

impl Provider {
    /// The providers that the newest edition lists, in key order.
    pub const CURRENT: &'static [Self] = &CURRENT_PROVIDERS;

    /// Other names that a document prints for the same thing.
    #[inline]
    #[must_use]
    pub const fn aliases(self) -> Rows<&'static str> {
        self.record().aliases
    }

    /// Whether and when editions list it.
    #[inline]
    #[must_use]
    pub const fn listing(self) -> Listing {
        Listing::read(&mut PROVIDER_TERMS.table.cells(self as usize, LISTING))
    }

    /// Whether the newest edition lists it.
    #[inline]
    #[must_use]
    pub const fn is_current(self) -> bool {
        PROVIDER_TERMS.table.choice(self as usize, LISTING) == 0
    }

    /// The first edition held that lists it; `None` if it was withdrawn.
    #[inline]
    #[must_use]
    pub const fn first_listed(self) -> Option<Edition> {
        match self.listing() {
            Listing::Current { first } | Listing::Retired { first, .. } => Some(first),
            Listing::Withdrawn { .. } => None,
        }
    }

    /// The last edition held that lists it; `None` if it was withdrawn.
    #[inline]
    #[must_use]
    pub const fn last_listed(self) -> Option<Edition> {
        match self.listing() {
            Listing::Current { .. } => Some(Edition::NEWEST),
            Listing::Retired { last, .. } => Some(last),
            Listing::Withdrawn { .. } => None,
        }
    }

    /// Its rows in every edition, by key.
    #[inline]
    #[must_use]
    pub const fn engagements(self) -> Rows<Engagement> {
        self.record().engagements
    }

    /// The disclosures of all its rows: its rows stand together, and so do theirs.
    #[inline]
    pub(crate) const fn disclosure_rows(self) -> Rows<Disclosure> {
        let rows = self.engagements();
        if rows.is_empty() {
            return Rows::new(0, 0);
        }
        let first = super::engagement::disclosures(rows.start as usize);
        let last = super::engagement::disclosures(rows.end as usize - 1);
        Rows::new(first.start, last.end)
    }
}
