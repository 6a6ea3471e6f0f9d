//! Every closed set of the register as an enum, and what all of them have in common.
//!
//! The sets that most code needs are also at the root of the crate.

mod unknown;

pub use crate::generated::terms::*;
pub use unknown::UnknownTerm;

use core::cmp::Ordering;
use core::fmt::{self, Write};
use core::hash::Hash;
use core::str::FromStr;

use crate::lookup::{self, Lookup};
use crate::packed::{Cells, Table};

/// A term of a closed set: one of the enums of this crate.
///
/// The trait is for code that works for any of them. Each enum has the same as methods of its own,
/// most of them `const`.
///
/// # Reading a term
///
/// A text means the same wherever it is read: by [`FromStr`], `TryFrom<&str>`, or serde with the
/// feature `serde`. A key counts first, then a name or a former name, ignoring ASCII capitals.
/// Whatever writes a term for programs writes its key.
///
/// ```
/// use service_providers::{Form, Provider};
///
/// for provider in Provider::ALL {
///     assert_eq!(provider.key().parse(), Ok(*provider));
///     assert_eq!(provider.name().parse(), Ok(*provider));
/// }
/// let error = "hashd".parse::<Form>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`hashd` is neither a key nor a name of a Form; did you mean `hashed`?"
/// );
/// ```
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

    /// The term of this name or former name, ignoring ASCII capitals.
    #[must_use]
    fn from_name(name: &str) -> Option<Self>;
}

/// The tables of a closed set.
pub struct Terms {
    pub(crate) kind: &'static str,
    /// The records in key order; key and name come first.
    pub(crate) table: Table,
    pub(crate) keys: Lookup,
    pub(crate) names: Lookup,
}

/// The byte offset of the name in a row of records, after the key.
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

    /// The term as `Debug` shows it.
    #[inline]
    pub(crate) const fn shown(&'static self, place: usize) -> Shown {
        Shown { terms: self, place }
    }

    /// The term of this key, out of all.
    #[inline]
    pub(crate) const fn by_key<T: Copy>(&self, all: &'static [T], key: &str) -> Option<T> {
        let key = key.as_bytes();
        let ends = lookup::ends(key);
        let place = self.keys.key(lookup::hash::<false>(key, ends, self.keys.salt));
        // A set without terms has a slot too.
        if place < all.len() && lookup::same::<false>(self.table.first_text(place), key, ends) {
            Some(all[place])
        } else {
            None
        }
    }

    /// The term of this name, out of all.
    #[inline]
    pub(crate) const fn by_name<T: Copy>(&self, all: &'static [T], name: &str) -> Option<T> {
        let name = name.as_bytes();
        let ends = lookup::ends(name);
        let hash = lookup::hash::<true>(name, ends, self.names.salt);
        let (known, place) = self.names.name(hash, &self.table);
        if lookup::same::<true>(known, name, ends) && place < all.len() {
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

/// The term of this key, or else of this name: the one way in which text becomes a term.
#[inline]
pub(crate) fn parse<T: Sealed>(text: &str) -> Result<T, UnknownTerm> {
    match T::TERMS.by_key(T::EVERY, text) {
        Some(term) => Ok(term),
        None => match T::TERMS.by_name(T::EVERY, text) {
            Some(term) => Ok(term),
            None => Err(UnknownTerm::new(T::TERMS, text)),
        },
    }
}

/// Writes a term as Rust names it: `Provider::Aws`. The compiler of the register names a variant
/// after its key: every word gets a capital, and a hyphen between two digits becomes `_`.
#[inline]
pub(crate) fn debug(
    terms: &'static Terms,
    place: usize,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let key = terms.key(place);
    f.write_str(terms.kind)?;
    f.write_str("::")?;
    if key.starts_with(|c: char| c.is_ascii_digit()) {
        // A Rust name starts with a letter: the initial of the set.
        f.write_str(terms.kind.split_at(1).0)?;
    }
    let mut last = '-';
    let mut joined = false;
    for c in key.chars() {
        if c == '-' {
            joined = last.is_ascii_digit();
        } else {
            if joined && c.is_ascii_digit() {
                f.write_char('_')?;
            }
            joined = false;
            f.write_char(if last == '-' { c.to_ascii_uppercase() } else { c })?;
        }
        last = c;
    }
    // `Self` is a word of the language.
    if key == "self" { f.write_char('_') } else { Ok(()) }
}

/// The order of two places.
#[inline]
pub(crate) const fn order(place: usize, other: usize) -> Ordering {
    if place < other {
        Ordering::Less
    } else if place == other {
        Ordering::Equal
    } else {
        Ordering::Greater
    }
}

/// A term, to be shown as Rust names it.
pub(crate) struct Shown {
    terms: &'static Terms,
    place: usize,
}

impl fmt::Debug for Shown {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(self.terms, self.place, f)
    }
}

/// Gives a generated enum its behaviour. `Ord` and `Hash` are written out because a derived one
/// takes the compiler twice as long, and every dependent waits for it.
macro_rules! term {
    ($term:ident, $record:ty, $terms:ident) => {
        impl $term {
            /// What the register knows of the term.
            #[inline]
            #[must_use]
            pub const fn record(self) -> $record {
                <$record>::read($terms.cells(self as usize), self)
            }

            /// The key: the term's identity, for storing and sending.
            #[inline]
            #[must_use]
            pub const fn key(self) -> &'static str {
                $terms.key(self as usize)
            }

            /// The name to show.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                $terms.name(self as usize)
            }

            /// The term of this key.
            #[inline]
            #[must_use]
            pub const fn from_key(key: &str) -> Option<Self> {
                $terms.by_key(Self::ALL, key)
            }

            /// The term of this name or former name, ignoring ASCII capitals.
            #[inline]
            #[must_use]
            pub const fn from_name(name: &str) -> Option<Self> {
                $terms.by_name(Self::ALL, name)
            }
        }

        impl crate::term::sealed::Sealed for $term {
            const EVERY: &'static [Self] = Self::ALL;

            const TERMS: &'static crate::term::Terms = &$terms;

            #[inline]
            fn place(self) -> usize {
                self as usize
            }
        }

        crate::copied::copied!($term);

        impl Eq for $term {}

        impl PartialOrd for $term {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $term {
            #[inline]
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                crate::term::order(*self as usize, *other as usize)
            }
        }

        impl core::hash::Hash for $term {
            #[inline]
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                state.write_usize(*self as usize);
            }
        }

        /// As Rust names it, ready to paste.
        impl core::fmt::Debug for $term {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::term::debug(&$terms, *self as usize, f)
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

        /// Reads a key, or else a name.
        impl TryFrom<&str> for $term {
            type Error = crate::term::UnknownTerm;

            #[inline]
            fn try_from(text: &str) -> Result<Self, Self::Error> {
                crate::term::parse(text)
            }
        }

        /// The key.
        impl AsRef<str> for $term {
            #[inline]
            fn as_ref(&self) -> &str {
                self.key()
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
                deserializer.deserialize_str(crate::lenient::TermVisitor::<Self>::new())
            }
        }
    };
}

pub(crate) use term;
