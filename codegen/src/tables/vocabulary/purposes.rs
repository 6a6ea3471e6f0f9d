//! `vocabulary/purposes.csv`: what data is used for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, Stated, Text, WebAddress};
use crate::tables::Row;

/// What data is used for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurposeRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// The fitting term of the Data Privacy Vocabulary, in the version of dpv-terms.csv. `none` if none
    /// fits.
    #[schemars(extend("x-references" = "dpv-terms", "x-words" = ["none"]))]
    pub dpv: Stated<WebAddress>,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for PurposeRow {
    const TABLE: &'static str = "purposes";
    const PATH: &'static str = "vocabulary/purposes.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(
    PurposeRow,
    "Purpose",
    Record::Mapped { dpv: |row| &row.dpv, description: |row| &row.description }
);
