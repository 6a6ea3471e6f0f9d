//! Providers and who followed whom.

use super::{Engagement, Rows};
use crate::generated::{ALIASES, ENGAGEMENTS, PROVIDER_RECORDS, SUCCESSIONS};
use crate::packed::Cells;
use crate::{Certainty, Edition, Provider, ProviderSet, Source, SuccessionKind};

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
    pub(crate) aliases: Rows,
    pub(crate) engagements: Rows,
}

impl ProviderRecord {
    pub(crate) const fn read(cells: &mut Cells, row: usize) -> Self {
        Self {
            term: Provider::ALL[row],
            key: cells.text(),
            name: cells.text(),
            listing: match cells.number() {
                0 => Listing::Current { first: cells.term(Edition::ALL) },
                1 => Listing::Retired {
                    first: cells.term(Edition::ALL),
                    last: cells.term(Edition::ALL),
                },
                _ => Listing::Withdrawn { reason: cells.text() },
            },
            aliases: Rows::read(cells),
            engagements: Rows::read(cells),
        }
    }
}

/// Whether and when editions list a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// One provider followed another.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Succession {
    /// The provider that was followed.
    pub from: Provider,
    /// The provider that followed.
    pub to: Provider,
    /// How it followed.
    pub kind: SuccessionKind,
    /// How sure that is.
    pub certainty: Certainty,
    /// What the document shows.
    pub evidence: &'static str,
    /// The document.
    pub source: Source,
}

impl Succession {
    /// Every succession.
    pub const ALL: &'static [Succession] = &SUCCESSIONS;

    pub(crate) const fn read(cells: &mut Cells, _: usize) -> Self {
        Self {
            from: cells.term(Provider::ALL),
            to: cells.term(Provider::ALL),
            kind: cells.term(SuccessionKind::ALL),
            certainty: cells.term(Certainty::ALL),
            evidence: cells.text(),
            source: cells.term(Source::ALL),
        }
    }
}

impl Provider {
    /// The providers that the newest edition lists, in key order.
    pub const CURRENT: &'static [Self] = ProviderSet::CURRENT_LIST;

    /// Other names that a document prints for the same thing.
    #[inline]
    #[must_use]
    pub const fn aliases(self) -> &'static [&'static str] {
        self.record().aliases.of(&ALIASES)
    }

    /// Whether the newest edition lists it.
    #[inline]
    #[must_use]
    pub const fn is_current(self) -> bool {
        matches!(self.record().listing, Listing::Current { .. })
    }

    /// The first edition held that lists it; `None` if it was withdrawn.
    #[inline]
    #[must_use]
    pub const fn first_listed(self) -> Option<Edition> {
        match self.record().listing {
            Listing::Current { first } | Listing::Retired { first, .. } => Some(first),
            Listing::Withdrawn { .. } => None,
        }
    }

    /// The last edition held that lists it; `None` if it was withdrawn.
    #[inline]
    #[must_use]
    pub const fn last_listed(self) -> Option<Edition> {
        match self.record().listing {
            Listing::Current { .. } => Some(Edition::NEWEST),
            Listing::Retired { last, .. } => Some(last),
            Listing::Withdrawn { .. } => None,
        }
    }

    /// Its rows in every edition, by key.
    #[inline]
    #[must_use]
    pub const fn engagements(self) -> &'static [Engagement] {
        self.record().engagements.of(&ENGAGEMENTS)
    }

    /// The providers that followed it, and how.
    #[inline]
    pub fn successors(self) -> impl Iterator<Item = &'static Succession> {
        SUCCESSIONS.iter().filter(move |succession| succession.from == self)
    }

    /// The providers that it followed, and how.
    #[inline]
    pub fn predecessors(self) -> impl Iterator<Item = &'static Succession> {
        SUCCESSIONS.iter().filter(move |succession| succession.to == self)
    }
}

impl ProviderSet {
    /// The providers that the newest edition lists.
    pub const CURRENT: Self = {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < PROVIDER_RECORDS.len() {
            if matches!(PROVIDER_RECORDS[at].listing, Listing::Current { .. }) {
                set.insert(at);
            }
            at += 1;
        }
        set
    };

    const CURRENT_LIST: &'static [Provider] = &{
        let mut list = [Provider::ALL[0]; Self::CURRENT.len()];
        let (mut at, mut from) = (0, 0);
        while from < Provider::ALL.len() {
            if Self::CURRENT.has(from) {
                list[at] = Provider::ALL[from];
                at += 1;
            }
            from += 1;
        }
        list
    };
}

/// The disclosures of all rows of a provider: its rows stand together, and so do theirs.
#[inline]
pub(crate) const fn disclosure_rows(provider: Provider) -> Rows {
    let rows = provider.engagements();
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => {
            Rows { start: first.disclosures.start, end: last.disclosures.end }
        }
        _ => Rows { start: 0, end: 0 },
    }
}
