//! The kinds of cells.

use serde::Serialize;

/// What a cell holds, as its schema says in `x-kind`. How a cell is checked, and what is said to
/// help, depends on its kind and never on the words of a form or a help text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
    /// A whole number.
    Number,
    /// Somebody who gives or gets data.
    Party,
    /// One term of a closed set.
    Term,
    /// Plain text, in which there can be no markup.
    Text,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Address,
        Self::Date,
        Self::Digest,
        Self::Key,
        Self::Name,
        Self::Number,
        Self::Party,
        Self::Term,
        Self::Text,
    ];

    /// The kind that a schema states.
    pub(crate) fn of(schema: &serde_json::Value) -> Option<Self> {
        let stated = &schema["x-kind"];
        Self::ALL.into_iter().find(|kind| serde_json::json!(kind) == *stated)
    }
}
