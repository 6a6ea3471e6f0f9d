//! `vocabulary/dpv-terms.csv`: a term of the Data Privacy Vocabulary that the register maps to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VocabularyRow;
use crate::cell_types::{Version, WebAddress};
use crate::tables::Row;

/// A term of the Data Privacy Vocabulary that the register maps to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DpvTermRow {
    /// The term's address.
    pub iri: WebAddress,
    /// The version of the standard that has it.
    pub version: Version,
}

impl Row for DpvTermRow {
    const TABLE: &'static str = "dpv-terms";
    const PATH: &'static str = "vocabulary/dpv-terms.csv";
    const KEY: &'static [&'static str] = &["iri"];
}

impl VocabularyRow for DpvTermRow {}
