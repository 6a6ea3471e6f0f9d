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
    /// `user`: a user.
    User,
    /// `district`: a school district.
    District,
    /// `third-party`: somebody else.
    ThirdParty,
    /// `provider:KEY`: another provider.
    OtherProvider(Key),
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
                Some(key) => Self::OtherProvider(Key::new(key)),
                None => return Err(format!("`{other}` is not a party")),
            },
        })
    }
}

cell_schema!(Party, |_| {
    "type": "string",
    "pattern": "^(district|provider|publisher|third-party|user|provider:[a-z0-9]+(-[a-z0-9]+)*)$",
    "x-kind": Kind::Party,
    "x-form": "`publisher`, `provider`, `user`, `district`, `third-party` or `provider:KEY`"
});
