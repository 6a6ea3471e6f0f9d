//! What every term has: an enum over a table of records.

use core::fmt;
use core::hash::Hash;
use core::str::FromStr;

use crate::lookup::{self, Lookup};
use crate::packed::{Cells, Table};

/// A term of a closed set: one of the enums of this crate.
///
/// For code that works for any of them; each enum has the same as methods of its own, most of them
/// `const`.
pub trait Term:
    sealed::Sealed
    + Copy
    + Ord
    + Hash
    + fmt::Debug
    + fmt::Display
    + FromStr<Err = UnknownTerm>
    + 'static
{
    /// The name of the enum.
    const KIND: &'static str;

    /// All terms, in key order; editions in the order of the register.
    const ALL: &'static [Self];

    /// The key: the term's identity, for storing and sending.
    #[must_use]
    fn key(self) -> &'static str;

    /// The name to show.
    #[must_use]
    fn name(self) -> &'static str;

    /// The term of this key.
    #[must_use]
    fn from_key(key: &str) -> Option<Self>;

    /// The term of this name or former name, ASCII capitals aside.
    #[must_use]
    fn from_name(name: &str) -> Option<Self>;
}

/// The tables of a closed set.
#[derive(Debug)]
pub struct Terms {
    pub(crate) kind: &'static str,
    /// The records in key order; key and name come first.
    pub(crate) table: Table,
    pub(crate) keys: Lookup,
    pub(crate) names: Lookup,
}

/// Where in its row a record's name stands: behind the key.
const NAME: usize = 6;

impl Terms {
    #[inline]
    pub(crate) const fn cells(&'static self, place: usize) -> Cells {
        self.table.cells(place, 0)
    }

    #[inline]
    pub(crate) const fn key(&'static self, place: usize) -> &'static str {
        self.table.cells(place, 0).text()
    }

    #[inline]
    pub(crate) const fn name(&'static self, place: usize) -> &'static str {
        self.table.cells(place, NAME).text()
    }

    /// The term of this key, out of all.
    #[inline]
    pub(crate) const fn by_key<T: Copy>(&self, all: &'static [T], key: &str) -> Option<T> {
        self.find::<T, false>(&self.keys, all, key)
    }

    /// The term of this name, out of all.
    #[inline]
    pub(crate) const fn by_name<T: Copy>(&self, all: &'static [T], name: &str) -> Option<T> {
        self.find::<T, true>(&self.names, all, name)
    }

    #[inline]
    const fn find<T: Copy, const FOLDED: bool>(
        &self,
        lookup: &Lookup,
        all: &'static [T],
        text: &str,
    ) -> Option<T> {
        let text = text.as_bytes();
        let hash = lookup::hash::<FOLDED>(text, lookup.salt);
        let (known, place) = lookup.candidate(hash, &self.table);
        if lookup::same::<FOLDED>(known, text) && place < all.len() {
            Some(all[place])
        } else {
            None
        }
    }
}

pub(crate) mod sealed {
    /// What the macro gives each term.
    pub trait Sealed: Copy + 'static {
        const EVERY: &'static [Self];

        const TERMS: &'static super::Terms;

        /// The term's place among all terms.
        fn place(self) -> usize;
    }
}

use sealed::Sealed;

impl<T> Term for T
where
    T: Sealed + Copy + Ord + Hash + fmt::Debug + fmt::Display + FromStr<Err = UnknownTerm>,
{
    const KIND: &'static str = T::TERMS.kind;

    const ALL: &'static [Self] = T::EVERY;

    #[inline]
    fn key(self) -> &'static str {
        T::TERMS.key(self.place())
    }

    #[inline]
    fn name(self) -> &'static str {
        T::TERMS.name(self.place())
    }

    #[inline]
    fn from_key(key: &str) -> Option<Self> {
        T::TERMS.by_key(T::EVERY, key)
    }

    #[inline]
    fn from_name(name: &str) -> Option<Self> {
        T::TERMS.by_name(T::EVERY, name)
    }
}

#[inline]
pub(crate) fn parse<T: Term>(text: &str) -> Result<T, UnknownTerm> {
    T::from_key(text).or_else(|| T::from_name(text)).ok_or(UnknownTerm { kind: T::KIND })
}

#[inline]
pub(crate) fn debug<T: Term>(term: T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{}({})", T::KIND, term.key())
}

/// Gives a generated enum its behaviour.
macro_rules! term {
    ($term:ident, $set:ident, $record:ty, $every:ident, $terms:ident) => {
        impl $term {
            /// All terms, in key order.
            pub const ALL: &'static [Self] = &$every;

            /// What the register knows of the term.
            #[inline]
            #[must_use]
            pub const fn record(self) -> $record {
                <$record>::read($terms.cells(self.place()), self)
            }

            /// The key: the term's identity, for storing and sending.
            #[inline]
            #[must_use]
            pub const fn key(self) -> &'static str {
                $terms.key(self.place())
            }

            /// The name to show.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                $terms.name(self.place())
            }

            /// The term of this key.
            #[inline]
            #[must_use]
            pub const fn from_key(key: &str) -> Option<Self> {
                $terms.by_key(&$every, key)
            }

            /// The term of this name or former name, ASCII capitals aside.
            #[inline]
            #[must_use]
            pub const fn from_name(name: &str) -> Option<Self> {
                $terms.by_name(&$every, name)
            }
        }

        impl crate::term::sealed::Sealed for $term {
            const EVERY: &'static [Self] = &$every;

            const TERMS: &'static crate::term::Terms = &$terms;

            #[inline]
            fn place(self) -> usize {
                self.place()
            }
        }

        impl core::fmt::Debug for $term {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::term::debug(*self, f)
            }
        }

        /// The name to show.
        impl core::fmt::Display for $term {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }

        /// Reads a key, or else a name.
        impl core::str::FromStr for $term {
            type Err = crate::term::UnknownTerm;

            #[inline]
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                crate::term::parse(text)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $term {
            #[inline]
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $term {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(crate::lenient::KeyVisitor::<Self>::new())
            }
        }

        crate::set::set!($term, $set);
    };
}

pub(crate) use term;

/// A text that is neither the key nor a name of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownTerm {
    kind: &'static str,
}

impl fmt::Display for UnknownTerm {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "neither a key nor a name of a {}", self.kind)
    }
}

impl core::error::Error for UnknownTerm {}
