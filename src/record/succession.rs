//! Who followed whom.

use super::rows::{Rows, row};
use crate::generated::SUCCESSIONS;
use crate::packed::Cells;
use crate::term::{Certainty, Provider, Source, SuccessionKind};

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
    pub const ALL: Rows<Succession> = Rows::new(0, SUCCESSIONS.len() as u32);

    #[inline]
    const fn read(mut cells: Cells, _: usize) -> Self {
        Self {
            from: cells.term(Provider::ALL),
            to: cells.term(Provider::ALL),
            kind: cells.small_term(SuccessionKind::ALL),
            certainty: cells.small_term(Certainty::ALL),
            evidence: cells.text(),
            source: cells.term(Source::ALL),
        }
    }
}

row!(Succession, SUCCESSIONS);

/// The successions from or to a provider.
#[derive(Clone)]
pub struct Successions {
    end: SuccessionEnd,
    next: usize,
}

#[derive(Clone, Copy)]
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
                SuccessionEnd::From(provider) => succession.from == provider,
                SuccessionEnd::To(provider) => succession.to == provider,
            };
            if found {
                return Some(succession);
            }
        }
        None
    }
}

impl core::iter::FusedIterator for Successions {}

crate::debug::opaque!(Successions);

impl Provider {
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
