//! Who gives or gets data.

use std::fmt;
use std::str::FromStr;

use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::{Key, Kind, cell_schema};

/// Who gives or gets data.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub enum Party {
    /// `publisher`: the company that publishes the register.
    Publisher,
    /// `provider`: the provider of the engagement.
    Provider,
    /// `provider:KEY`: another provider.
    OtherProvider(Key),
    /// A party of the vocabulary.
    Other(Key),
}

impl Party {
    /// The prefix of another provider's key.
    pub(crate) const OTHER_PROVIDER: &'static str = "provider:";

    /// The parties that every register has. The code knows these two alone.
    pub(crate) const WORDS: [&'static str; 2] = ["provider", "publisher"];
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Publisher => f.write_str("publisher"),
            Self::Provider => f.write_str("provider"),
            Self::OtherProvider(key) => write!(f, "{}{key}", Self::OTHER_PROVIDER),
            Self::Other(key) => f.write_str(key),
        }
    }
}

impl FromStr for Party {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "publisher" => Self::Publisher,
            "provider" => Self::Provider,
            other => match other.strip_prefix(Self::OTHER_PROVIDER) {
                Some(key) => Self::OtherProvider(Key::new(key)),
                None => Self::Other(Key::new(other)),
            },
        })
    }
}

cell_schema!(Party, |_| {
    "type": "string",
    "pattern": "^(provider:)?[a-z0-9]+(-[a-z0-9]+)*$",
    "x-kind": Kind::Party,
    "x-form": "`publisher`, `provider`, `provider:KEY` or a key of parties"
});
