//! Facts that may be missing in more than one way.

use crate::packed::Cells;
use crate::set::TermSet;

/// A fact, or the way in which it is missing.
#[derive(Clone, Copy, Debug, PartialEq, Hash)]
#[non_exhaustive]
pub enum Stated<T> {
    /// The source says it.
    Known(T),
    /// There is none.
    None,
    /// The source says that the question does not arise.
    NotApplicable,
    /// The source is silent.
    Unknown,
}

impl<T: Eq> Eq for Stated<T> {}

impl<T: Copy> Stated<T> {
    /// The fact, if there is one.
    #[inline]
    #[must_use]
    pub const fn known(self) -> Option<T> {
        match self {
            Self::Known(fact) => Some(fact),
            _ => None,
        }
    }
}

impl Stated<&'static str> {
    #[inline]
    pub(crate) const fn read(cells: &mut Cells) -> Self {
        let (way, text) = (cells.choice(), cells.text());
        Self::from_way(way, text)
    }
}

impl<T: Copy, const WORDS: usize> Stated<TermSet<T, WORDS>> {
    #[inline]
    pub(crate) const fn read_set(cells: &mut Cells) -> Self {
        let (way, set) = (cells.choice(), cells.set());
        Self::from_way(way, set)
    }
}

impl<T: Copy> Stated<T> {
    #[inline]
    const fn from_way(way: u8, fact: T) -> Self {
        match way {
            0 => Self::Known(fact),
            1 => Self::None,
            2 => Self::NotApplicable,
            _ => Self::Unknown,
        }
    }
}
