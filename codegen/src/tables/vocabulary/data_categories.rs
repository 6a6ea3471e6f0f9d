//! `vocabulary/data-categories.csv`: a kind of data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::term::term;
use super::{OwnRecord, Record};
use crate::cell_types::{Key, Name, OwnName, SpecialCare, Stated, Text, WebAddress};
use crate::tables::Row;

/// A kind of data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataCategoryRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// The wider kind that this one is a kind of. `none` at the top.
    #[schemars(extend("x-references" = "data-categories", "x-words" = ["none"]))]
    pub parent: Stated<Key>,
    /// The fitting term of the Data Privacy Vocabulary, in the version of dpv-terms.csv. `none` if none
    /// fits.
    #[schemars(extend("x-references" = "dpv-terms", "x-words" = ["none"]))]
    pub dpv: Stated<WebAddress>,
    /// The fitting key of the fideslang taxonomy. `none` if none fits.
    #[schemars(extend("x-references" = "fideslang-terms", "x-words" = ["none"]))]
    pub fideslang: Stated<Name>,
    /// Why it deserves special care.
    pub special_care: SpecialCare,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for DataCategoryRow {
    const TABLE: &'static str = "data-categories";
    const PATH: &'static str = "vocabulary/data-categories.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(DataCategoryRow, "DataCategory", Record::Own(OwnRecord::DataCategory));
