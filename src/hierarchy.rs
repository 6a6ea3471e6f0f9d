//! Wider and narrower terms.
//!
//! The compiler of the register numbers the terms of a hierarchy so that every term comes right
//! before its narrower ones. A term and everything narrower are then a range of numbers.

use crate::generated::{DATA_CATEGORY_TERMS, DATA_SUBJECT_TERMS};
use crate::packed::Cells;
use crate::set::{DataCategorySet, DataSubjectSet};
use crate::term::{DataCategory, DataSubject};

/// A term and everything narrower, as a range of numbers. Two branches are either one within the
/// other or apart.
pub(crate) struct Branch {
    pub(crate) start: u16,
    pub(crate) end: u16,
}

impl Branch {
    /// Every term.
    pub(crate) const ALL: Self = Self { start: 0, end: u16::MAX };

    #[inline]
    pub(crate) const fn read(cells: &mut Cells) -> Self {
        Self { start: cells.place() as u16, end: cells.place() as u16 }
    }

    #[inline]
    pub(crate) const fn is_all(self) -> bool {
        self.end == Self::ALL.end
    }

    /// Whether the other branch lies within this one.
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

/// The byte offset of the branch in a row of the terms, after key and name.
const BRANCH: usize = 12;

/// The byte offset of the possible members in a row of the groups, after the branch.
const POSSIBLE: usize = 16;

impl DataSubject {
    /// The groups whose people may be of this group: itself, the narrower and the wider ones, and
    /// those that [overlap](Self::overlap) it.
    #[inline]
    #[must_use]
    pub const fn with_possible(self) -> DataSubjectSet {
        DATA_SUBJECT_TERMS.table.cells(self as usize, POSSIBLE).set()
    }
}

macro_rules! hierarchy {
    ($term:ident, $set:ident, $terms:ident, $what:literal) => {
        impl $term {
            #[inline]
            pub(crate) const fn branch(self) -> Branch {
                Branch::read(&mut $terms.table.cells(self as usize, BRANCH))
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
                wider.branch().contains(self.branch())
            }

            #[inline]
            #[doc = concat!("This ", $what, " and every narrower one.")]
            #[must_use]
            pub const fn with_narrower(self) -> $set {
                let mut set = $set::EMPTY;
                let mut at = 0;
                while at < Self::ALL.len() {
                    if Self::ALL[at].is_a(self) {
                        set.insert(at);
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

crate::copied::copied!(Branch);
