//! `vocabulary/relations.csv`: how a group of people relates to the data of a practice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::term::term;
use super::{OwnRecord, Record};
use crate::cell_types::{Key, OwnName, Text, YesNo};
use crate::tables::Row;

/// How a group of people relates to the data of a practice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelationRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// Whether the data is that of the group. `no` if the group gives data of others.
    pub own_data: YesNo,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for RelationRow {
    const TABLE: &'static str = "relations";
    const PATH: &'static str = "vocabulary/relations.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(RelationRow, "Relation", Record::Own(OwnRecord::Relation));
