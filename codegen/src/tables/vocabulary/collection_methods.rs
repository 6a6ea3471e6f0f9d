//! `vocabulary/collection-methods.csv`: a way in which data is collected.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, Stated, Text, WebAddress};
use crate::tables::Row;

/// A way in which data is collected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CollectionMethodRow {
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

impl Row for CollectionMethodRow {
    const TABLE: &'static str = "collection-methods";
    const PATH: &'static str = "vocabulary/collection-methods.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(
    CollectionMethodRow,
    "CollectionMethod",
    Record::Mapped { dpv: |row| &row.dpv, description: |row| &row.description }
);
