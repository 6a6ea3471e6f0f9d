//! Facts that may be missing, each with the way in which it is missing.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::{Key, cell_schema};
use crate::limits::MAX_ITEMS;

/// A fact, or the word that says how it is missing.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub enum Stated<T: FromStr + fmt::Display> {
    /// The source says it.
    Known(T),
    /// `unknown`: the source is silent.
    Unknown,
    /// `none`: there is none.
    None,
    /// `not-applicable`: the source says that the question does not arise.
    NotApplicable,
}

impl<T: FromStr + fmt::Display> Stated<T> {
    /// The fact, if there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(fact) => Some(fact),
            _ => None,
        }
    }
}

impl<T: FromStr + fmt::Display> fmt::Display for Stated<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(fact) => fact.fmt(f),
            Self::Unknown => f.write_str("unknown"),
            Self::None => f.write_str("none"),
            Self::NotApplicable => f.write_str("not-applicable"),
        }
    }
}

impl<T: FromStr + fmt::Display> FromStr for Stated<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "unknown" => Self::Unknown,
            "none" => Self::None,
            "not-applicable" => Self::NotApplicable,
            fact => Self::Known(fact.parse()?),
        })
    }
}

impl<T: FromStr + fmt::Display + JsonSchema> JsonSchema for Stated<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Stated{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A list, or the word that says how it is missing. Never an empty list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatedList {
    /// At least one item.
    Known(Vec<Key>),
    /// `unknown`: the source is silent.
    Unknown,
    /// `none`: there is none.
    None,
    /// `not-applicable`: the source says that the question does not arise.
    NotApplicable,
}

impl StatedList {
    /// The items; none if a word is written instead of them.
    pub fn items(&self) -> &[Key] {
        match self {
            Self::Known(items) => items,
            _ => &[],
        }
    }

    /// The word that is written instead of items.
    pub fn word(&self) -> Option<&'static str> {
        match self {
            Self::Known(_) => None,
            Self::Unknown => Some("unknown"),
            Self::None => Some("none"),
            Self::NotApplicable => Some("not-applicable"),
        }
    }
}

/// The cell's text: items joined by `;`, or the word.
impl fmt::Display for StatedList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.word() {
            Some(word) => f.write_str(word),
            None => f.write_str(&join(self.items())),
        }
    }
}

impl Serialize for StatedList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.word() {
            Some(word) => [word].serialize(serializer),
            None => self.items().serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for StatedList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Vec::<Key>::deserialize(deserializer)?;
        match items.as_slice() {
            [] => Err(D::Error::custom("an empty list")),
            [word] if word.as_str() == "unknown" => Ok(Self::Unknown),
            [word] if word.as_str() == "none" => Ok(Self::None),
            [word] if word.as_str() == "not-applicable" => Ok(Self::NotApplicable),
            _ => Ok(Self::Known(items)),
        }
    }
}

cell_schema!(StatedList, |generator| {
    "type": "array",
    "items": Key::json_schema(generator),
    "minItems": 1,
    "maxItems": MAX_ITEMS,
    "uniqueItems": true
});

/// The text of a list cell.
fn join(items: &[Key]) -> String {
    items.iter().map(Key::as_str).collect::<Vec<_>>().join(";")
}
