//! What a closed set of terms is.

/// One term of a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term as it is written in a cell.
    pub key: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
}

/// A closed set of terms. A cell holds one of them.
pub trait ClosedSet: Copy + 'static {
    /// The name of the set, and of its Rust enum.
    const NAME: &'static str;

    /// What the set says, in a sentence.
    const MEANING: &'static str;

    /// All members, ordered by key.
    const ALL: &'static [Self];

    /// The term of a member.
    fn term(self) -> Term;
}

/// A closed set, whatever its Rust type.
pub(crate) struct ClosedSetInfo {
    /// The name of the Rust enum.
    pub(crate) name: &'static str,
    /// What the set says, in a sentence.
    pub(crate) meaning: &'static str,
    /// All terms, ordered by key.
    pub(crate) terms: fn() -> Vec<Term>,
}

impl ClosedSetInfo {
    pub(super) const fn of<T: ClosedSet>() -> Self {
        Self {
            name: T::NAME,
            meaning: T::MEANING,
            terms: || T::ALL.iter().map(|member| member.term()).collect(),
        }
    }
}

/// Declares closed sets, each as an enum whose doc comments are the meanings of its terms. With a
/// name in front, also a list of the sets.
macro_rules! closed_sets {
    ($list:ident: $($(#[$($doc:tt)*])* $name:ident { $($terms:tt)* })*) => {
        /// The closed sets declared here.
        pub(crate) const $list: &[ClosedSetInfo] = &[$(ClosedSetInfo::of::<$name>()),*];

        closed_sets! { $($(#[$($doc)*])* $name { $($terms)* })* }
    };
    ($($(#[doc = $set_doc:literal])* $name:ident {
        $($(#[doc = $doc:literal])* $variant:ident = $key:literal,)*
    })*) => {
        $(
            $(#[doc = $set_doc])*
            #[derive(
                Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
                SerializeDisplay, DeserializeFromStr,
            )]
            pub enum $name {
                $($(#[doc = $doc])* $variant,)*
            }

            impl ClosedSet for $name {
                const NAME: &'static str = stringify!($name);
                const MEANING: &'static str = concat!($($set_doc),*).trim_ascii();
                const ALL: &'static [Self] = &[$(Self::$variant),*];

                fn term(self) -> Term {
                    match self {
                        $(Self::$variant => Term {
                            key: $key,
                            meaning: concat!($($doc),*).trim_ascii(),
                        },)*
                    }
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(self.term().key)
                }
            }

            impl FromStr for $name {
                type Err = String;

                fn from_str(text: &str) -> Result<Self, Self::Err> {
                    match text {
                        $($key => Ok(Self::$variant),)*
                        other => Err(format!("`{other}` is not one of the allowed terms")),
                    }
                }
            }

            cell_schema!($name, |_| {
                "type": "string",
                "enum": [$($key),*],
                "x-kind": Kind::Term,
                "x-meanings": Self::ALL
                    .iter()
                    .map(|member| member.term())
                    .map(|term| (term.key.to_owned(), term.meaning.into()))
                    .collect::<serde_json::Map<_, _>>(),
            });
        )*
    };
}
pub(super) use closed_sets;
