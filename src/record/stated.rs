//! Facts that may be missing in more than one way.

use crate::packed::Cells;
use crate::set::TermSet;

/// A fact, or the way in which it is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    pub(crate) const fn read(cells: &mut Cells) -> Self {
        match cells.number() {
            0 => Self::Known(cells.text()),
            word => Self::missing(word),
        }
    }
}

impl<T: Copy, const WORDS: usize> Stated<TermSet<T, WORDS>> {
    #[inline]
    pub(crate) const fn read_set(cells: &mut Cells) -> Self {
        match cells.number() {
            0 => Self::Known(cells.set()),
            word => Self::missing(word),
        }
    }
}

impl<T: Copy> Stated<T> {
    #[inline]
    const fn missing(word: usize) -> Self {
        match word {
            1 => Self::None,
            2 => Self::NotApplicable,
            _ => Self::Unknown,
        }
    }
}
