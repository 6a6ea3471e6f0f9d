//! The kinds of cells.

use serde::{Deserialize, Serialize};

/// What a cell holds, as its schema says in `x-kind`. How a cell is checked, and what is said to
/// help, depends on its kind and never on the words of a form or a help text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A web address.
    Address,
    /// A day of the calendar, or a month.
    Date,
    /// A digest in hexadecimal digits.
    Digest,
    /// A key.
    Key,
    /// A name as printed.
    Name,
    /// A name in words of our own, in which there can be no markup.
    OwnName,
    /// A whole number.
    Number,
    /// Somebody who gives or gets data.
    Party,
    /// One term of a closed set.
    Term,
    /// Plain text, in which there can be no markup.
    Text,
    /// The version of a standard.
    Version,
}

impl Kind {
    /// The kind that a schema states.
    pub(crate) fn of(schema: &serde_json::Value) -> Option<Self> {
        Self::deserialize(&schema["x-kind"]).ok()
    }
}
