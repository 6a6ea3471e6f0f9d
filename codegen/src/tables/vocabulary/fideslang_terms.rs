//! `vocabulary/fideslang-terms.csv`: a key of the fideslang taxonomy that the register maps to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VocabularyRow;
use crate::cell_types::{FidesKey, Version};
use crate::tables::Row;

/// A key of the fideslang taxonomy that the register maps to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FideslangTermRow {
    /// The key.
    pub fides_key: FidesKey,
    /// The version of the standard that has it.
    pub version: Version,
}

impl Row for FideslangTermRow {
    const TABLE: &'static str = "fideslang-terms";
    const PATH: &'static str = "vocabulary/fideslang-terms.csv";
    const KEY: &'static [&'static str] = &["fides_key"];
}

impl VocabularyRow for FideslangTermRow {}
