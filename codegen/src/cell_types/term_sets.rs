//! Closed sets of terms that belong to the model itself, not to a vocabulary.
//!
//! Each becomes an enum of the library; its documentation there is the one written here.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_with::{DeserializeFromStr, SerializeDisplay};

/// One term of a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// As written in a cell.
    pub key: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
}

/// A closed set of terms that a cell is one of.
pub trait TermSet: Copy + 'static {
    /// The name of the set, and of its Rust enum.
    const NAME: &'static str;

    /// What the set says, in a sentence.
    const MEANING: &'static str;

    /// All members, ordered by key.
    const ALL: &'static [Self];

    /// The member as it is written in a cell, and its meaning.
    fn term(self) -> Term;
}

/// A closed set as the library will have it.
pub(crate) struct TermSetInfo {
    /// The name of the Rust enum.
    pub(crate) name: &'static str,
    /// What the set says, in a sentence.
    pub(crate) meaning: &'static str,
    /// All terms, ordered by key.
    pub(crate) terms: fn() -> Vec<Term>,
}

impl TermSetInfo {
    const fn of<T: TermSet>() -> Self {
        Self {
            name: T::NAME,
            meaning: T::MEANING,
            terms: || T::ALL.iter().map(|member| member.term()).collect(),
        }
    }
}

/// The closed sets that become enums of the library. Those that only say yes or no become `bool`.
pub(crate) const TERM_SETS: &[TermSetInfo] = &[
    TermSetInfo::of::<Certainty>(),
    TermSetInfo::of::<Extent>(),
    TermSetInfo::of::<Form>(),
    TermSetInfo::of::<Likelihood>(),
    TermSetInfo::of::<RecipientRole>(),
    TermSetInfo::of::<Relation>(),
    TermSetInfo::of::<Setting>(),
    TermSetInfo::of::<Sharing>(),
    TermSetInfo::of::<SpecialCare>(),
    TermSetInfo::of::<SuccessionKind>(),
    TermSetInfo::of::<Transfer>(),
];

macro_rules! term_sets {
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

            impl TermSet for $name {
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

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn inline_schema() -> bool {
                    true
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    let meanings: serde_json::Map<String, serde_json::Value> = Self::ALL
                        .iter()
                        .map(|member| member.term())
                        .map(|term| (term.key.to_owned(), term.meaning.into()))
                        .collect();
                    json_schema!({
                        "type": "string", "enum": [$($key),*], "x-kind": super::Kind::Term,
                        "x-meanings": meanings
                    })
                }
            }
        )*
    };
}

term_sets! {
    /// Whether the source says that data is disclosed, or that it is not.
    Asserted {
        /// The source says that this data is not disclosed.
        No = "no",
        /// The source says that this data is disclosed.
        Yes = "yes",
    }

    /// How surely something was read from a source.
    Certainty {
        /// Inferred; the source's words imply it.
        Moderate = "moderate",
        /// The source says so itself.
        Stated = "stated",
        /// Inferred; the source's words leave little doubt.
        Strong = "strong",
        /// Inferred; the source's words allow it and no more.
        Weak = "weak",
    }

    /// How much of a feature needs the provider.
    Extent {
        /// All features of that kind.
        All = "all",
        /// Named only as an example.
        Example = "example",
        /// Exactly this feature.
        Specific = "specific",
    }

    /// The form in which data is disclosed.
    Form {
        /// Summed up over many people.
        Aggregated = "aggregated",
        /// No longer linked to a person.
        Anonymous = "anonymous",
        /// Freed of direct identifiers.
        DeIdentified = "de-identified",
        /// As a one-way hash.
        Hashed = "hashed",
        /// The data itself; the source names no transformation.
        Plain = "plain",
        /// Linked to a pseudonym in place of the person.
        Pseudonymous = "pseudonymous",
        /// The source hints at a limit or change without saying which.
        Unknown = "unknown",
    }

    /// How surely data is part of what is disclosed.
    Likelihood {
        /// It may happen by the way.
        Incidental = "incidental",
        /// The user chooses whether to give it.
        Optional = "optional",
        /// The source says that it is disclosed.
        Stated = "stated",
    }

    /// What a provider does with the data of a practice.
    RecipientRole {
        /// Keeps copies to restore from.
        BacksUp = "backs-up",
        /// Is given the data for a purpose of its service.
        Receives = "receives",
        /// Keeps the data.
        Stores = "stores",
        /// Follows the use of the site or app.
        Tracks = "tracks",
    }

    /// How a group of users relates to the data of a practice.
    Relation {
        /// Linked with the account, not collected from it.
        Associated = "associated",
        /// Gives data of other people.
        ForOthers = "for-others",
        /// Not collected from any user.
        None = "none",
        /// Gives its own data.
        Own = "own",
        /// A teacher gives the data of the group.
        ViaTeacher = "via-teacher",
    }

    /// Where a feature is used.
    Setting {
        /// In school and out of school.
        Both = "both",
        /// In school.
        InSchool = "in-school",
        /// Out of school.
        OutOfSchool = "out-of-school",
        /// The source does not say where.
        Unstated = "unstated",
    }

    /// What the source answers when asked with whom the data of a practice is shared.
    Sharing {
        /// A bare n/a, and no more.
        NotApplicable = "not-applicable",
        /// No answer.
        Unknown = "unknown",
        /// It names providers.
        Yes = "yes",
    }

    /// Why a kind of data deserves special care. The register's own mark, not a legal one.
    SpecialCare {
        /// May be evidence of abuse.
        AbuseMaterial = "abuse-material",
        /// A birth date or an age.
        BirthDate = "birth-date",
        /// Opens an account.
        Credential = "credential",
        /// Money or means of payment.
        Financial = "financial",
        /// No special care.
        None = "none",
        /// Tells where a person is, to within metres.
        PreciseLocation = "precise-location",
        /// A person's voice or picture.
        Recording = "recording",
        /// Mapped to a special category of personal data.
        SpecialCategory = "special-category",
    }

    /// How one provider follows another.
    SuccessionKind {
        /// Several became one.
        Merged = "merged",
        /// The same thing under another name.
        Renamed = "renamed",
        /// Another stands in its place.
        Replaced = "replaced",
        /// One became several.
        Split = "split",
    }

    /// Whether data leaves the European Economic Area.
    Transfer {
        /// It does not.
        No = "no",
        /// The source says that the question does not arise.
        NotApplicable = "not-applicable",
        /// The source does not say.
        Unknown = "unknown",
        /// It does.
        Yes = "yes",
    }

    /// A plain yes or no.
    YesNo {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }

    /// Yes, where the source says so.
    YesOrUnknown {
        /// The source does not say.
        Unknown = "unknown",
        /// The source says yes.
        Yes = "yes",
    }
}

/// Who gives or gets data.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub enum Party {
    /// `publisher`: the company that publishes the register.
    Publisher,
    /// `provider`: the provider of the engagement.
    Provider,
    /// `user`: a user.
    User,
    /// `district`: a school district.
    District,
    /// `third-party`: somebody else.
    ThirdParty,
    /// `provider:KEY`: another provider.
    OtherProvider(super::Key),
}

impl Party {
    /// What another provider's key stands behind.
    pub(crate) const OTHER: &'static str = "provider:";

    /// The parties that have a word.
    pub(crate) const WORDS: [&'static str; 5] =
        ["district", "provider", "publisher", "third-party", "user"];
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Publisher => f.write_str("publisher"),
            Self::Provider => f.write_str("provider"),
            Self::User => f.write_str("user"),
            Self::District => f.write_str("district"),
            Self::ThirdParty => f.write_str("third-party"),
            Self::OtherProvider(key) => write!(f, "{}{key}", Self::OTHER),
        }
    }
}

impl FromStr for Party {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "publisher" => Self::Publisher,
            "provider" => Self::Provider,
            "user" => Self::User,
            "district" => Self::District,
            "third-party" => Self::ThirdParty,
            other => match other.strip_prefix(Self::OTHER) {
                Some(key) => Self::OtherProvider(super::Key::new(key)),
                None => return Err(format!("`{other}` is not a party")),
            },
        })
    }
}

impl JsonSchema for Party {
    fn schema_name() -> Cow<'static, str> {
        "Party".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(district|provider|publisher|third-party|user|provider:[a-z0-9]+(-[a-z0-9]+)*)$",
            "x-kind": super::Kind::Party,
            "x-form": "`publisher`, `provider`, `user`, `district`, `third-party` or `provider:KEY`"
        })
    }
}
