//! `vocabulary/sections.csv`: a section of the published page.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, PositiveNumber, Text};
use crate::tables::Row;

/// A section of the published page.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// Published order. Gaps are welcome.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub position: u32,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for SectionRow {
    const TABLE: &'static str = "sections";
    const PATH: &'static str = "vocabulary/sections.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(
    SectionRow,
    "Section",
    Record::Heading { position: |row| row.position, description: |row| &row.description }
);
