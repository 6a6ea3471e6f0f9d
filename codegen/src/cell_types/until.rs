//! The end of a listing.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::Kind;

/// The first edition held that no longer says so, or `current`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub enum Until {
    /// Ended with this edition, which no longer says it.
    Edition(String),
    /// `current`: the newest edition still says it.
    Current,
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edition(id) => f.write_str(id),
            Self::Current => f.write_str("current"),
        }
    }
}

impl FromStr for Until {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(if text == "current" { Self::Current } else { Self::Edition(text.to_owned()) })
    }
}

impl JsonSchema for Until {
    fn schema_name() -> Cow<'static, str> {
        "Until".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|current)$", "format": "date",
            "x-kind": Kind::Date,
            "x-form": "a date as year-month-day, such as 2025-11-17, or `current`"
        })
    }
}
