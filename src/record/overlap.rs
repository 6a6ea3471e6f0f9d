//! Groups that may have members in common.

use super::rows::{Rows, row};
use crate::generated::OVERLAPS;
use crate::term::DataSubject;

/// Two groups of which neither includes the other, and that may have members in common.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Overlap {
    /// A group.
    pub group: DataSubject,
    /// The other group.
    pub other: DataSubject,
    /// Why somebody may belong to both.
    pub reason: &'static str,
}

impl Overlap {
    /// Every overlap.
    pub const ALL: Rows<Overlap> = Rows::new(0, OVERLAPS.len() as u32);

    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = OVERLAPS.cells(row, 0);
        Self {
            group: cells.term(DataSubject::ALL),
            other: cells.term(DataSubject::ALL),
            reason: cells.text(),
        }
    }

    /// Whether it is about these two groups, or about wider or narrower ones of them.
    #[inline]
    const fn concerns(&self, one: DataSubject, another: DataSubject) -> bool {
        let (group, other) = (self.group.branch(), self.other.branch());
        let (one, another) = (one.branch(), another.branch());
        group.touches(one) && other.touches(another) || group.touches(another) && other.touches(one)
    }
}

row!(Overlap);

impl DataSubject {
    /// Why somebody of this group may be of the other one, although neither includes the other.
    /// `None` where the vocabulary names no reason, and where one does include the other.
    ///
    /// ```
    /// use service_providers::DataSubject;
    ///
    /// for group in DataSubject::ALL {
    ///     assert!(group.overlap(*group).is_none());
    ///     for other in DataSubject::ALL {
    ///         if let Some(overlap) = group.overlap(*other) {
    ///             println!("{group} and {other}: {}", overlap.reason);
    ///         }
    ///     }
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn overlap(self, other: Self) -> Option<Overlap> {
        if self.branch().touches(other.branch()) {
            return None;
        }
        let mut at = 0;
        while let Some(overlap) = Overlap::ALL.get(at) {
            if overlap.concerns(self, other) {
                return Some(overlap);
            }
            at += 1;
        }
        None
    }
}
