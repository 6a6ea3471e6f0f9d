//! Where a provider keeps the data.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::stated::join;
use super::{Key, cell_schema};
use crate::limits::MAX_ITEMS;

/// Where a provider keeps the data. A source gives one of six answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Storage {
    /// In these countries.
    Countries(Vec<Key>),
    /// `global`: the source says anywhere in the world.
    Global,
    /// `none`: the source says that nothing is stored.
    None,
    /// `see-provider`: the source sends the reader to the provider.
    SeeProvider,
    /// `not-applicable`: the source says that the question does not arise.
    NotApplicable,
    /// `unknown`: the source is silent.
    Unknown,
}

impl Storage {
    /// The countries; none if a word stands instead of them.
    pub fn countries(&self) -> &[Key] {
        match self {
            Self::Countries(countries) => countries,
            _ => &[],
        }
    }

    /// The word that stands instead of countries.
    pub fn word(&self) -> Option<&'static str> {
        Some(match self {
            Self::Countries(_) => return None,
            Self::Global => "global",
            Self::None => "none",
            Self::SeeProvider => "see-provider",
            Self::NotApplicable => "not-applicable",
            Self::Unknown => "unknown",
        })
    }
}

impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.word() {
            Some(word) => f.write_str(word),
            None => f.write_str(&join(self.countries())),
        }
    }
}

impl Serialize for Storage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.word() {
            Some(word) => [word].serialize(serializer),
            None => self.countries().serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Storage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Vec::<Key>::deserialize(deserializer)?;
        let word = match items.as_slice() {
            [] => return Err(D::Error::custom("an empty list")),
            [only] => only.as_str(),
            _ => "",
        };
        Ok(match word {
            "global" => Self::Global,
            "none" => Self::None,
            "see-provider" => Self::SeeProvider,
            "not-applicable" => Self::NotApplicable,
            "unknown" => Self::Unknown,
            _ => Self::Countries(items),
        })
    }
}

cell_schema!(Storage, |generator| {
    "type": "array",
    "items": Key::json_schema(generator),
    "minItems": 1,
    "maxItems": MAX_ITEMS,
    "uniqueItems": true
});
