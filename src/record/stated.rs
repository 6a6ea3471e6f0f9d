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

/// The code of [`Stated::Unknown`] in the tables.
pub(crate) const UNKNOWN: u8 = 3;

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
        let (code, text) = (cells.byte(), cells.text());
        Self::from_code(code, text)
    }
}

impl<T: Copy, const WORDS: usize> Stated<TermSet<T, WORDS>> {
    #[inline]
    pub(crate) const fn read_set(cells: &mut Cells) -> Self {
        let (code, set) = (cells.byte(), cells.set());
        Self::from_code(code, set)
    }
}

impl<T: Copy> Stated<T> {
    #[inline]
    const fn from_code(code: u8, fact: T) -> Self {
        match code {
            0 => Self::Known(fact),
            1 => Self::None,
            2 => Self::NotApplicable,
            UNKNOWN.. => Self::Unknown,
        }
    }
}
