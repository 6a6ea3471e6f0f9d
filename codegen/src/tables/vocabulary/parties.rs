//! `vocabulary/parties.csv`: somebody besides the publisher and the providers who gives or gets data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, Text};
use crate::tables::Row;

/// Somebody besides the publisher and the providers who gives or gets data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartyRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show, in the plural: `Users`.
    pub name: OwnName,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for PartyRow {
    const TABLE: &'static str = "parties";
    const PATH: &'static str = "vocabulary/parties.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(PartyRow, "OtherParty", Record::Plain(|row| &row.description));
