//! What every term has: an enum over a table of records.

use core::fmt;
use core::hash::Hash;
use core::str::FromStr;

use crate::lookup::{self, Lookup};

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

    /// All terms, in key order.
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

/// The tables of a term.
#[derive(Debug)]
pub struct Tables {
    pub(crate) kind: &'static str,
    pub(crate) keys: Lookup,
    pub(crate) names: Lookup,
}

pub(crate) mod sealed {
    /// What the macro gives each term.
    pub trait Sealed: Sized + 'static {
        const EVERY: &'static [Self];

        const TABLES: &'static super::Tables;

        /// The term's place among all terms.
        fn place(self) -> usize;

        /// The key and the name.
        fn texts(self) -> (&'static str, &'static str);
    }
}

use sealed::Sealed;

impl<T> Term for T
where
    T: Sealed + Copy + Ord + Hash + fmt::Debug + fmt::Display + FromStr<Err = UnknownTerm>,
{
    const KIND: &'static str = T::TABLES.kind;

    const ALL: &'static [Self] = T::EVERY;

    #[inline]
    fn key(self) -> &'static str {
        self.texts().0
    }

    #[inline]
    fn name(self) -> &'static str {
        self.texts().1
    }

    #[inline]
    fn from_key(key: &str) -> Option<Self> {
        by_key(key)
    }

    #[inline]
    fn from_name(name: &str) -> Option<Self> {
        by_name(name)
    }
}

#[inline]
pub(crate) const fn by_key<T: Sealed + Copy>(key: &str) -> Option<T> {
    let text = key.as_bytes();
    let (known, place) = T::TABLES.keys.row(lookup::hash(text, T::TABLES.keys.salt));
    if lookup::same(known.as_bytes(), text) { Some(T::EVERY[place]) } else { None }
}

#[inline]
pub(crate) const fn by_name<T: Sealed + Copy>(name: &str) -> Option<T> {
    let text = name.as_bytes();
    let (known, place) = T::TABLES.names.row(lookup::hash_folded(text, T::TABLES.names.salt));
    if lookup::same_folded(known.as_bytes(), text) { Some(T::EVERY[place]) } else { None }
}

#[inline]
pub(crate) fn parse<T: Sealed + Copy>(text: &str) -> Result<T, UnknownTerm> {
    by_key(text).or_else(|| by_name(text)).ok_or(UnknownTerm { kind: T::TABLES.kind })
}

#[inline]
pub(crate) fn debug<T: Sealed + Copy>(term: T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{}({})", T::TABLES.kind, term.texts().0)
}

/// Gives a generated enum its behaviour. The table of records has one for each variant, in order.
macro_rules! term {
    (
        $term:ident, $set:ident, $record:ty, $table:ident,
        all: $every:ident [$count:literal] = $all:expr,
        keys: [$ks:literal, $kn:literal, $kseeds:literal, $km:literal, $kslots:literal],
        names: [$ns:literal, $nn:literal, $nseeds:literal, $nm:literal, $nslots:literal],
        named: $name_count:literal, $name_numbers:expr, $name_texts:expr
    ) => {
        static $every: [$term; $count] = $all;

        impl $term {
            /// All terms, in key order.
            pub const ALL: &'static [Self] = &$every;

            /// What the register knows of the term.
            #[inline]
            #[must_use]
            pub const fn record(self) -> &'static $record {
                &$table[self as usize]
            }

            /// The key: the term's identity, for storing and sending.
            #[inline]
            #[must_use]
            pub const fn key(self) -> &'static str {
                $table[self as usize].key
            }

            /// The name to show.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                $table[self as usize].name
            }

            /// The term of this key.
            #[inline]
            #[must_use]
            pub const fn from_key(key: &str) -> Option<Self> {
                crate::term::by_key(key)
            }

            /// The term of this name or former name, ASCII capitals aside.
            #[inline]
            #[must_use]
            pub const fn from_name(name: &str) -> Option<Self> {
                crate::term::by_name(name)
            }
        }

        const _: () = {
            // Row *i* is variant *i*.
            const _: () = {
                let mut at = 0;
                while at < $term::ALL.len() {
                    assert!($table[at].term as usize == at);
                    at += 1;
                }
            };

            static KEY_SEEDS: [u16; $kn] = crate::lookup::pairs($kseeds);
            static KEYS: [(&str, u16); $km] = {
                let slots: [u16; $km] = crate::lookup::pairs($kslots);
                crate::packed::array!($km, ("", 0), |slot| {
                    ($table[slots[slot] as usize].key, slots[slot])
                })
            };

            static NAME_SEEDS: [u16; $nn] = crate::lookup::pairs($nseeds);
            static NAMES: [(&str, u16); $nm] = {
                let named: [(&str, u16); $name_count] = crate::packed::table!(
                    $name_count,
                    $name_numbers,
                    $name_texts,
                    crate::lookup::name
                );
                let slots: [u16; $nm] = crate::lookup::pairs($nslots);
                crate::packed::array!($nm, named[0], |slot| named[slots[slot] as usize])
            };

            impl crate::term::sealed::Sealed for $term {
                const EVERY: &'static [Self] = Self::ALL;

                const TABLES: &'static crate::term::Tables = &crate::term::Tables {
                    kind: stringify!($term),
                    keys: crate::lookup::Lookup { salt: $ks, seeds: &KEY_SEEDS, rows: &KEYS },
                    names: crate::lookup::Lookup { salt: $ns, seeds: &NAME_SEEDS, rows: &NAMES },
                };

                #[inline]
                fn place(self) -> usize {
                    self as usize
                }

                #[inline]
                fn texts(self) -> (&'static str, &'static str) {
                    (self.key(), self.name())
                }
            }
        };

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
