//! Providers.

use super::listing::editions;
use super::rows::{Rows, row};
use super::{Disclosure, Engagement, Identifier};
use crate::generated::{ALIASES, CURRENT_PROVIDERS, PROVIDER_TERMS};
use crate::packed::Cells;
use crate::set::EditionSet;
use crate::term::{Edition, Provider};

/// What the register knows of a provider.
#[non_exhaustive]
pub struct ProviderRecord {
    /// The provider.
    pub term: Provider,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// Whether it is listed now.
    pub status: ProviderStatus,
    /// The editions that list it, announced ones included.
    pub editions: EditionSet,
    /// Other names that a document prints for the same thing.
    pub aliases: Rows<&'static str>,
    /// What the editions say about it, by key.
    pub engagements: Rows<Engagement>,
    /// The numbers and codes by which public registers know it.
    pub identifiers: Rows<Identifier>,
}

crate::debug::record!(ProviderRecord {
    term,
    key,
    name,
    status,
    editions,
    aliases,
    engagements,
    identifiers
});

impl ProviderRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: Provider) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            status: ProviderStatus::read(&mut cells),
            editions: editions(&mut cells),
            aliases: Rows::read(&mut cells),
            engagements: Rows::read(&mut cells),
            identifiers: Rows::read(&mut cells),
        }
    }
}

/// The byte offset of the status in a row of the providers, after key and name.
const STATUS: usize = 12;

/// The byte offset of the editions in a row of the providers, after status and reason.
const EDITIONS: usize = 19;

/// Whether a provider is listed now.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ProviderStatus {
    /// The current edition lists it.
    Current,
    /// An announced edition lists it, and the current one does not.
    Announced,
    /// Older editions list it, and neither the current one nor an announced one does.
    Retired,
    /// It should never have been in the register.
    Withdrawn {
        /// Why.
        reason: &'static str,
    },
}

impl Eq for ProviderStatus {}

impl ProviderStatus {
    #[inline]
    const fn read(cells: &mut Cells) -> Self {
        let (code, reason) = (cells.byte(), cells.text());
        match code {
            0 => Self::Current,
            1 => Self::Announced,
            2 => Self::Retired,
            _ => Self::Withdrawn { reason },
        }
    }
}

row!(&'static str, |row| ALIASES.cells(row, 0).text());

impl Provider {
    /// The providers that the current edition lists, in key order.
    pub const CURRENT: &'static [Self] = &CURRENT_PROVIDERS;

    /// Other names that a document prints for the same thing.
    #[inline]
    #[must_use]
    pub const fn aliases(self) -> Rows<&'static str> {
        self.record().aliases
    }

    /// Whether it is listed now.
    #[inline]
    #[must_use]
    pub const fn status(self) -> ProviderStatus {
        ProviderStatus::read(&mut PROVIDER_TERMS.table.cells(self as usize, STATUS))
    }

    /// Whether the current edition lists it.
    #[inline]
    #[must_use]
    pub const fn is_current(self) -> bool {
        PROVIDER_TERMS.table.byte(self as usize, STATUS) == 0
    }

    /// The editions that list it, announced ones included; none if it was withdrawn.
    #[inline]
    #[must_use]
    pub const fn editions(self) -> EditionSet {
        editions(&mut PROVIDER_TERMS.table.cells(self as usize, EDITIONS))
    }

    /// The first edition held that lists it; `None` if it was withdrawn. It may have been gone
    /// after that and come back: see [`editions`](Self::editions).
    #[inline]
    #[must_use]
    pub const fn first_listed(self) -> Option<Edition> {
        self.editions().first()
    }

    /// The last edition held that lists it, announced ones included; `None` if it was withdrawn.
    #[inline]
    #[must_use]
    pub const fn last_listed(self) -> Option<Edition> {
        self.editions().last()
    }

    /// What the editions say about it, by key.
    #[inline]
    #[must_use]
    pub const fn engagements(self) -> Rows<Engagement> {
        self.record().engagements
    }

    /// The disclosures of all its rows: its rows follow each other, and so do theirs.
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

crate::copied::copied!(ProviderRecord, ProviderStatus);
