//! `vocabulary/overlaps.csv`: two groups of people that may have members in common.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VocabularyRow;
use crate::cell_types::{Key, Text};
use crate::tables::Row;

/// Two groups of people of which neither includes the other, and that may have members in common:
/// a subscriber may be a parent. Of three groups each pair needs a row of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverlapRow {
    /// A group.
    #[schemars(extend("x-references" = "data-subjects"))]
    pub group: Key,
    /// The other group, which comes after it in the alphabet.
    #[schemars(extend("x-references" = "data-subjects"))]
    pub other: Key,
    /// Why somebody may belong to both, in one plain sentence.
    pub reason: Text,
}

impl Row for OverlapRow {
    const TABLE: &'static str = "overlaps";
    const PATH: &'static str = "vocabulary/overlaps.csv";
    const KEY: &'static [&'static str] = &["group", "other"];
}

impl VocabularyRow for OverlapRow {}
