//! Keys: the only identity of a thing in the register.

use std::borrow::Cow;
use std::fmt;

use compact_str::CompactString;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::Kind;
use crate::limits::MAX_KEY;

/// What a key looks like.
pub(crate) const KEY_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// A key: lower-case ASCII words and digits joined by single hyphens. Most are short enough to be
/// held without an allocation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(CompactString);

impl Key {
    /// The key of this text, which must be one.
    pub(crate) fn new(text: &str) -> Self {
        Self(CompactString::new(text))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Key {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(text))
    }
}

impl JsonSchema for Key {
    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "pattern": KEY_PATTERN, "maxLength": MAX_KEY, "x-kind": Kind::Key,
            "x-form": "lower-case letters and digits, words joined by single hyphens"
        })
    }
}

/// The id of an edition: its date, `2025-11-17`.
pub(crate) struct EditionId;

impl JsonSchema for EditionId {
    fn schema_name() -> Cow<'static, str> {
        "EditionId".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "pattern": DATE_PATTERN, "format": "date", "x-kind": Kind::Date,
            "x-form": "a date as year-month-day: 2025-11-17"
        })
    }
}

/// What a date looks like; whether the day exists is a rule's question.
pub(crate) const DATE_PATTERN: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
