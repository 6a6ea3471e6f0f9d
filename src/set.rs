//! Sets of terms: one bit a term, usable in constants.
//!
//! There is a set type for every kind of term that a record can hold several of, or that a question
//! can take or return several of.
//!
//! ```
//! use service_providers::Country;
//! use service_providers::set::CountrySet;
//!
//! const ALL: CountrySet = CountrySet::of(Country::ALL);
//! const ELSEWHERE: CountrySet = ALL.difference(CountrySet::EEA);
//! const _: () = assert!(ELSEWHERE.intersection(CountrySet::EEA).is_empty());
//! // While the program runs, operators do the same.
//! assert_eq!(ALL - CountrySet::EEA, ELSEWHERE);
//! assert_eq!(ELSEWHERE | CountrySet::EEA, ALL);
//! for country in &ELSEWHERE {
//!     assert!(!country.is_eea());
//! }
//! ```

pub use crate::generated::sets::*;

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, Sub};

use crate::term::{Term, Terms};

/// A set of terms, in key order; editions are in the order of the register. Everything but operators
/// and iteration also works in constants.
///
/// Use it by its names, such as [`ProviderSet`]: how many words of bits a set takes changes with
/// the register.
#[derive(Clone, Copy, PartialEq, Hash)]
pub struct TermSet<T, const WORDS: usize> {
    pub(crate) words: [u64; WORDS],
    terms: PhantomData<T>,
}

impl<T: Eq, const WORDS: usize> Eq for TermSet<T, WORDS> {}

impl<T, const WORDS: usize> TermSet<T, WORDS> {
    /// The empty set.
    pub const EMPTY: Self = Self { words: [0; WORDS], terms: PhantomData };

    #[inline]
    pub(crate) const fn of_words(words: [u64; WORDS]) -> Self {
        Self { words, terms: PhantomData }
    }

    #[inline]
    pub(crate) const fn insert(&mut self, at: usize) {
        self.words[at / 64] |= 1_u64 << (at % 64);
    }

    #[inline]
    pub(crate) const fn has(&self, at: usize) -> bool {
        self.words[at / 64] >> (at % 64) & 1 == 1
    }

    /// The terms of either set.
    #[inline]
    #[must_use]
    pub const fn union(mut self, other: Self) -> Self {
        let mut at = 0;
        while at < WORDS {
            self.words[at] |= other.words[at];
            at += 1;
        }
        self
    }

    /// The terms of both sets.
    #[inline]
    #[must_use]
    pub const fn intersection(mut self, other: Self) -> Self {
        let mut at = 0;
        while at < WORDS {
            self.words[at] &= other.words[at];
            at += 1;
        }
        self
    }

    /// The terms of this set that are not in the other.
    #[inline]
    #[must_use]
    pub const fn difference(mut self, other: Self) -> Self {
        let mut at = 0;
        while at < WORDS {
            self.words[at] &= !other.words[at];
            at += 1;
        }
        self
    }

    /// Whether every term of this set is in the other.
    #[inline]
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.difference(other).is_empty()
    }

    /// Whether there is no term in the set.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        let mut at = 0;
        while at < WORDS {
            if self.words[at] != 0 {
                return false;
            }
            at += 1;
        }
        true
    }

    /// How many terms there are in the set.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        let mut count = 0;
        let mut at = 0;
        while at < WORDS {
            count += self.words[at].count_ones() as usize;
            at += 1;
        }
        count
    }
}

impl<T: Term, const WORDS: usize> TermSet<T, WORDS> {
    /// The set of all terms, retired ones included.
    pub const ALL: Self = {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < T::ALL.len() {
            set.insert(at);
            at += 1;
        }
        set
    };

    /// The first term in key order.
    #[inline]
    #[must_use]
    pub const fn first(self) -> Option<T> {
        let mut at = 0;
        while at < WORDS {
            if self.words[at] != 0 {
                return Some(T::ALL[at * 64 + self.words[at].trailing_zeros() as usize]);
            }
            at += 1;
        }
        None
    }

    /// The last term in key order.
    #[inline]
    #[must_use]
    pub const fn last(self) -> Option<T> {
        let mut at = WORDS;
        while at > 0 {
            at -= 1;
            if self.words[at] != 0 {
                return Some(T::ALL[at * 64 + 63 - self.words[at].leading_zeros() as usize]);
            }
        }
        None
    }

    /// The terms in key order.
    #[inline]
    #[must_use]
    pub const fn iter(self) -> SetTerms<T, WORDS> {
        SetTerms { left: self, at: 0 }
    }
}

/// Gives the set of a term what needs the term's place in it.
macro_rules! set {
    ($term:ident, $set:ident) => {
        impl $set {
            /// The set of these terms.
            #[inline]
            #[must_use]
            pub const fn of(terms: &[$term]) -> Self {
                let mut set = Self::EMPTY;
                let mut at = 0;
                while at < terms.len() {
                    set.insert(terms[at] as usize);
                    at += 1;
                }
                set
            }

            /// The set with this term as well.
            #[inline]
            #[must_use]
            pub const fn with(mut self, term: $term) -> Self {
                self.insert(term as usize);
                self
            }

            /// Whether the term is in the set.
            #[inline]
            #[must_use]
            pub const fn contains(self, term: $term) -> bool {
                self.has(term as usize)
            }
        }
    };
}

pub(crate) use set;

impl<T, const WORDS: usize> Default for TermSet<T, WORDS> {
    #[inline]
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T: Term, const WORDS: usize> FromIterator<T> for TermSet<T, WORDS> {
    #[inline]
    fn from_iter<I: IntoIterator<Item = T>>(terms: I) -> Self {
        let mut set = Self::EMPTY;
        set.extend(terms);
        set
    }
}

impl<T: Term, const WORDS: usize> Extend<T> for TermSet<T, WORDS> {
    #[inline]
    fn extend<I: IntoIterator<Item = T>>(&mut self, terms: I) {
        terms.into_iter().for_each(|term| self.insert(term.place()));
    }
}

impl<T: Term, const WORDS: usize, const N: usize> From<[T; N]> for TermSet<T, WORDS> {
    #[inline]
    fn from(terms: [T; N]) -> Self {
        terms.into_iter().collect()
    }
}

/// The terms of either set.
impl<T, const WORDS: usize> BitOr for TermSet<T, WORDS> {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

/// The terms of both sets.
impl<T, const WORDS: usize> BitAnd for TermSet<T, WORDS> {
    type Output = Self;

    #[inline]
    fn bitand(self, other: Self) -> Self {
        self.intersection(other)
    }
}

/// The terms of the first set that are not in the second.
impl<T, const WORDS: usize> Sub for TermSet<T, WORDS> {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self.difference(other)
    }
}

impl<T: Term, const WORDS: usize> fmt::Debug for TermSet<T, WORDS> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        shown(T::TERMS, &self.words, f)
    }
}

/// Shows the terms of a set of any kind.
#[inline]
fn shown(terms: &'static Terms, words: &[u64], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut set = f.debug_set();
    for place in 0..words.len() * 64 {
        if words[place / 64] >> (place % 64) & 1 == 1 {
            set.entry(&terms.shown(place));
        }
    }
    set.finish()
}

impl<T: Term, const WORDS: usize> IntoIterator for TermSet<T, WORDS> {
    type Item = T;
    type IntoIter = SetTerms<T, WORDS>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Term, const WORDS: usize> IntoIterator for &TermSet<T, WORDS> {
    type Item = T;
    type IntoIter = SetTerms<T, WORDS>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The terms of a set, in key order.
#[derive(Clone, Debug)]
pub struct SetTerms<T: Term, const WORDS: usize> {
    left: TermSet<T, WORDS>,
    at: usize,
}

impl<T: Term, const WORDS: usize> Iterator for SetTerms<T, WORDS> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        while self.at < WORDS {
            let word = &mut self.left.words[self.at];
            if *word != 0 {
                let bit = word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some(T::ALL[self.at * 64 + bit]);
            }
            self.at += 1;
        }
        None
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.left.len();
        (left, Some(left))
    }
}

impl<T: Term, const WORDS: usize> ExactSizeIterator for SetTerms<T, WORDS> {}

impl<T: Term, const WORDS: usize> core::iter::FusedIterator for SetTerms<T, WORDS> {}
