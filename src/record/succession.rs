//! Who followed whom.

use super::rows::{Rows, row};
use crate::generated::SUCCESSIONS;
use crate::term::{Certainty, Document, Edition, Provider, SuccessionKind};

/// One provider followed another, from an edition on.
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

crate::debug::record!(Succession {
    predecessor,
    successor,
    kind,
    edition,
    certainty,
    evidence,
    document
});

impl Succession {
    /// Every succession.
    pub const ALL: Rows<Succession> = Rows::new(0, SUCCESSIONS.len() as u32);

    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = SUCCESSIONS.cells(row, 0);
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

row!(Succession);

/// The successions from or to a provider.
#[derive(Clone)]
pub struct Successions {
    end: SuccessionEnd,
    next: usize,
}

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

crate::copied::copied!(Succession, SuccessionEnd);
