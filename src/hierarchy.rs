//! Wider and narrower terms, as stretches of one walk through the hierarchy: a term's stretch
//! starts at itself and ends behind its last descendant, so two stretches are either one within
//! the other or apart.

use crate::generated::{DATA_CATEGORY_TERMS, DATA_SUBJECT_TERMS};
use crate::packed::Cells;
use crate::{DataCategory, DataSubject};

/// A stretch of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) start: u16,
    pub(crate) end: u16,
}

impl Stretch {
    /// Everything.
    pub(crate) const ALL: Self = Self { start: 0, end: u16::MAX };

    #[inline]
    pub(crate) const fn read(cells: &mut Cells) -> Self {
        Self { start: cells.place() as u16, end: cells.place() as u16 }
    }

    /// Whether the other stretch lies within this one.
    #[inline]
    pub(crate) const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether one of the two lies within the other.
    #[inline]
    pub(crate) const fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Where in its row a term's stretch stands: behind key and name.
const STRETCH: usize = 12;

macro_rules! hierarchy {
    ($term:ident, $set:ident, $terms:ident, $what:literal) => {
        impl $term {
            #[inline]
            pub(crate) const fn stretch(self) -> Stretch {
                Stretch::read(&mut $terms.table.cells(self.place(), STRETCH))
            }

            #[inline]
            #[doc = concat!("The next wider ", $what, ".")]
            #[must_use]
            pub const fn parent(self) -> Option<Self> {
                self.record().parent
            }

            #[inline]
            #[doc = concat!("Whether this ", $what, " is the other one or a kind of it.")]
            #[must_use]
            pub const fn is_a(self, wider: Self) -> bool {
                wider.stretch().contains(self.stretch())
            }

            #[inline]
            #[doc = concat!("This ", $what, " and every narrower one.")]
            #[must_use]
            pub const fn with_narrower(self) -> crate::$set {
                let mut set = crate::$set::EMPTY;
                let mut at = 0;
                while at < Self::ALL.len() {
                    if Self::ALL[at].is_a(self) {
                        set = set.with(Self::ALL[at]);
                    }
                    at += 1;
                }
                set
            }
        }
    };
}

hierarchy!(DataCategory, DataCategorySet, DATA_CATEGORY_TERMS, "kind of data");
hierarchy!(DataSubject, DataSubjectSet, DATA_SUBJECT_TERMS, "group");
