//! What every term has: an enum over a table of records.

/// Gives a generated enum its behaviour. The table has one record a variant, in order.
macro_rules! term {
    ($term:ident, $record:ty, $table:ident, $count:literal, $set:ident, $words:literal, $keys:ident, $names:ident, $named:ident) => {
        // Row *i* is variant *i*.
        const _: () = {
            let mut at = 0;
            while at < $table.len() {
                assert!($table[at].term as usize == at);
                at += 1;
            }
        };

        impl $term {
            const ALL_TERMS: [Self; $count] = {
                let mut all = [$table[0].term; $count];
                let mut at = 0;
                while at < $count {
                    all[at] = $table[at].term;
                    at += 1;
                }
                all
            };

            /// All terms, in key order.
            pub const ALL: &'static [Self] = &Self::ALL_TERMS;

            /// What the register knows of the term.
            #[must_use]
            pub const fn record(self) -> &'static $record {
                &$table[self as usize]
            }

            /// The key: the term's identity, for storing and sending.
            #[must_use]
            pub const fn key(self) -> &'static str {
                $table[self as usize].key
            }

            /// The name to show.
            #[must_use]
            pub const fn name(self) -> &'static str {
                $table[self as usize].name
            }

            /// The term of this key.
            #[must_use]
            pub const fn from_key(key: &str) -> Option<Self> {
                let text = key.as_bytes();
                let row = $keys.row(crate::lookup::hash(text));
                if crate::lookup::same($table[row].key.as_bytes(), text) {
                    Some($table[row].term)
                } else {
                    None
                }
            }

            /// The term of this name or former name, ASCII capitals aside.
            #[must_use]
            pub const fn from_name(name: &str) -> Option<Self> {
                let text = name.as_bytes();
                let row = $names.row(crate::lookup::hash_folded(text));
                let (known, term) = $named[row];
                if crate::lookup::same_folded(known.as_bytes(), text) { Some(term) } else { None }
            }
        }

        impl core::fmt::Debug for $term {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($term), "({})"), self.key())
            }
        }

        /// The name to show.
        impl core::fmt::Display for $term {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }

        /// Reads a key, or else a name.
        impl core::str::FromStr for $term {
            type Err = crate::term::UnknownTerm;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::from_key(text)
                    .or_else(|| Self::from_name(text))
                    .ok_or(crate::term::UnknownTerm { kind: stringify!($term) })
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $term {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $term {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(crate::lenient::KeyVisitor::<Self>::new())
            }
        }

        #[cfg(feature = "serde")]
        impl crate::lenient::Keyed for $term {
            const KIND: &'static str = stringify!($term);

            fn parse_key(key: &str) -> Option<Self> {
                Self::from_key(key)
            }

            fn to_key(self) -> &'static str {
                self.key()
            }
        }

        crate::set::set!($term, $set, $words);
    };
}

pub(crate) use term;

/// A text that is neither the key nor a name of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownTerm {
    pub(crate) kind: &'static str,
}

impl core::fmt::Display for UnknownTerm {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "neither a key nor a name of a {}", self.kind)
    }
}

impl core::error::Error for UnknownTerm {}
