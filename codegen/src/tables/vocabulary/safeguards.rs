//! `vocabulary/safeguards.csv`: a safeguard or contract that protects data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, Stated, Text, WebAddress};
use crate::tables::Row;

/// A safeguard or contract that protects data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SafeguardRow {
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

impl Row for SafeguardRow {
    const TABLE: &'static str = "safeguards";
    const PATH: &'static str = "vocabulary/safeguards.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(
    SafeguardRow,
    "Safeguard",
    Record::Mapped { dpv: |row| &row.dpv, description: |row| &row.description }
);
