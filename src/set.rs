//! Sets of terms: bits, sized by the data, usable in constants.

/// Defines the set type of a term.
macro_rules! set {
    ($term:ident, $set:ident, $words:literal) => {
        #[doc = concat!(
            "A set of [`", stringify!($term), "`], in key order. Everything but iteration also \
            works in constants."
        )]
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $set(pub(crate) [u64; $words]);

        impl $set {
            /// The empty set.
            pub const EMPTY: Self = Self([0; $words]);

            /// The set of all terms.
            pub const ALL: Self = {
                let mut set = Self::EMPTY;
                let mut at = 0;
                while at < $term::ALL.len() {
                    set.0[at / 64] |= 1 << (at % 64);
                    at += 1;
                }
                set
            };

            /// The set of these terms.
            #[must_use]
            pub const fn of(terms: &[$term]) -> Self {
                let mut set = Self::EMPTY;
                let mut at = 0;
                while at < terms.len() {
                    set = set.with(terms[at]);
                    at += 1;
                }
                set
            }

            /// The set with this term as well.
            #[must_use]
            pub const fn with(mut self, term: $term) -> Self {
                let at = term as usize;
                self.0[at / 64] |= 1 << (at % 64);
                self
            }

            /// The terms of either set.
            #[must_use]
            pub const fn union(mut self, other: Self) -> Self {
                let mut at = 0;
                while at < $words {
                    self.0[at] |= other.0[at];
                    at += 1;
                }
                self
            }

            /// The terms of both sets.
            #[must_use]
            pub const fn intersection(mut self, other: Self) -> Self {
                let mut at = 0;
                while at < $words {
                    self.0[at] &= other.0[at];
                    at += 1;
                }
                self
            }

            /// The terms of this set that are not in the other.
            #[must_use]
            pub const fn difference(mut self, other: Self) -> Self {
                let mut at = 0;
                while at < $words {
                    self.0[at] &= !other.0[at];
                    at += 1;
                }
                self
            }

            /// Whether the term is in the set.
            #[must_use]
            pub const fn contains(self, term: $term) -> bool {
                let at = term as usize;
                self.0[at / 64] >> (at % 64) & 1 == 1
            }

            /// Whether every term of this set is in the other.
            #[must_use]
            pub const fn is_subset(self, other: Self) -> bool {
                self.difference(other).is_empty()
            }

            /// Whether there is no term in the set.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                let mut at = 0;
                while at < $words {
                    if self.0[at] != 0 {
                        return false;
                    }
                    at += 1;
                }
                true
            }

            /// How many terms there are in the set.
            #[must_use]
            pub const fn len(self) -> usize {
                let mut count = 0;
                let mut at = 0;
                while at < $words {
                    count += self.0[at].count_ones() as usize;
                    at += 1;
                }
                count
            }

            /// The first term in key order.
            #[must_use]
            pub const fn first(self) -> Option<$term> {
                let mut at = 0;
                while at < $words {
                    if self.0[at] != 0 {
                        return Some($term::ALL[at * 64 + self.0[at].trailing_zeros() as usize]);
                    }
                    at += 1;
                }
                None
            }

            /// The terms in key order.
            pub fn iter(self) -> impl ExactSizeIterator<Item = $term> + Clone {
                crate::set::Bits { words: self.0, at: 0, left: self.len() }
                    .map(|index| $term::ALL[index])
            }
        }

        impl Default for $set {
            fn default() -> Self {
                Self::EMPTY
            }
        }

        impl FromIterator<$term> for $set {
            fn from_iter<I: IntoIterator<Item = $term>>(terms: I) -> Self {
                terms.into_iter().fold(Self::EMPTY, Self::with)
            }
        }

        impl Extend<$term> for $set {
            fn extend<I: IntoIterator<Item = $term>>(&mut self, terms: I) {
                *self = terms.into_iter().fold(*self, Self::with);
            }
        }

        impl core::fmt::Debug for $set {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }
    };
}

pub(crate) use set;

/// The positions of the bits that are set.
#[derive(Clone)]
pub(crate) struct Bits<const WORDS: usize> {
    pub(crate) words: [u64; WORDS],
    pub(crate) at: usize,
    pub(crate) left: usize,
}

impl<const WORDS: usize> Iterator for Bits<WORDS> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.at < WORDS {
            let word = &mut self.words[self.at];
            if *word != 0 {
                let bit = word.trailing_zeros() as usize;
                *word &= *word - 1;
                self.left -= 1;
                return Some(self.at * 64 + bit);
            }
            self.at += 1;
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<const WORDS: usize> ExactSizeIterator for Bits<WORDS> {}
