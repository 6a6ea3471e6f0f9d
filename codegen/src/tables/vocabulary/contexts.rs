//! `vocabulary/contexts.csv`: one of several uses that the row of one provider tells apart.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, Text};
use crate::tables::Row;

/// One of several uses that the row of one provider tells apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContextRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for ContextRow {
    const TABLE: &'static str = "contexts";
    const PATH: &'static str = "vocabulary/contexts.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(ContextRow, "Context", Record::Plain(|row| &row.description));
