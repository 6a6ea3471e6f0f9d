//! Providers and who followed whom.

use super::listing::editions;
use super::rows::{Rows, row};
use super::{Disclosure, Engagement};
use crate::generated::{ALIASES, CURRENT_PROVIDERS, PROVIDER_TERMS, SUCCESSIONS};
use crate::packed::Cells;
use crate::{Certainty, Document, Edition, EditionSet, Provider, SuccessionKind};

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
    /// Whether it is listed now.
    pub status: ProviderStatus,
    /// The editions that list it, announced ones included.
    pub editions: EditionSet,
    /// Other names that a document prints for the same thing.
    pub aliases: Rows<&'static str>,
    /// What the editions say about it, by key.
    pub engagements: Rows<Engagement>,
}

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
        }
    }
}

/// Where in its row a provider's status stands: behind key and name.
const STATUS: usize = 12;

/// Where in its row the editions of a provider stand: behind status and reason.
const EDITIONS: usize = 19;

/// Whether a provider is listed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl ProviderStatus {
    #[inline]
    const fn read(cells: &mut Cells) -> Self {
        let (way, reason) = (cells.choice(), cells.text());
        match way {
            0 => Self::Current,
            1 => Self::Announced,
            2 => Self::Retired,
            _ => Self::Withdrawn { reason },
        }
    }
}

/// One provider followed another, from an edition on.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Succession {
    /// The provider that was followed.
    pub predecessor: Provider,
    /// The provider that followed.
    pub successor: Provider,
    /// How it followed.
    pub kind: SuccessionKind,
    /// The first edition in which it shows.
    pub edition: Edition,
    /// How sure that is.
    pub certainty: Certainty,
    /// What the document shows.
    pub evidence: &'static str,
    /// The document.
    pub document: Document,
}

impl Succession {
    /// Every succession.
    pub const ALL: Rows<Succession> = Rows::new(0, SUCCESSIONS.len() as u32);

    #[inline]
    const fn read(mut cells: Cells, _: usize) -> Self {
        Self {
            predecessor: cells.term(Provider::ALL),
            successor: cells.term(Provider::ALL),
            kind: cells.small_term(SuccessionKind::ALL),
            edition: cells.term(Edition::ALL),
            certainty: cells.small_term(Certainty::ALL),
            evidence: cells.text(),
            document: cells.term(Document::ALL),
        }
    }
}

row!(Succession, SUCCESSIONS);

/// The successions from or to a provider.
#[derive(Clone, Debug)]
pub struct Successions {
    end: SuccessionEnd,
    next: usize,
}

#[derive(Clone, Copy, Debug)]
enum SuccessionEnd {
    From(Provider),
    To(Provider),
}

impl Iterator for Successions {
    type Item = Succession;

    #[inline]
    fn next(&mut self) -> Option<Succession> {
        while let Some(succession) = Succession::ALL.get(self.next) {
            self.next += 1;
            let found = match self.end {
                SuccessionEnd::From(provider) => succession.predecessor == provider,
                SuccessionEnd::To(provider) => succession.successor == provider,
            };
            if found {
                return Some(succession);
            }
        }
        None
    }
}

impl core::iter::FusedIterator for Successions {}

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
        ProviderStatus::read(&mut PROVIDER_TERMS.table.cells(self.place(), STATUS))
    }

    /// Whether the current edition lists it.
    #[inline]
    #[must_use]
    pub const fn is_current(self) -> bool {
        PROVIDER_TERMS.table.choice(self.place(), STATUS) == 0
    }

    /// The editions that list it, announced ones included; none if it was withdrawn.
    #[inline]
    #[must_use]
    pub const fn editions(self) -> EditionSet {
        editions(&mut PROVIDER_TERMS.table.cells(self.place(), EDITIONS))
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

    /// The providers that followed it, and how.
    #[inline]
    #[must_use]
    pub const fn successors(self) -> Successions {
        Successions { end: SuccessionEnd::From(self), next: 0 }
    }

    /// The providers that it followed, and how.
    #[inline]
    #[must_use]
    pub const fn predecessors(self) -> Successions {
        Successions { end: SuccessionEnd::To(self), next: 0 }
    }
}
