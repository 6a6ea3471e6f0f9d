//! `vocabulary/regions.csv`: parts of the world that are more than one country.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::term::term;
use super::{OwnRecord, Record};
use crate::cell_types::{Key, OwnName, RegionKind, Stated, Text, WebAddress};
use crate::tables::Row;

/// A part of the world that is more than one country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionRow {
    /// The term's key. It never changes and never goes away. No country has it.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// How its countries are known.
    pub kind: RegionKind,
    /// The fitting term of the Data Privacy Vocabulary, in the version of dpv-terms.csv. `none` if none
    /// fits.
    #[schemars(extend("x-references" = "dpv-terms", "x-words" = ["none"]))]
    pub dpv: Stated<WebAddress>,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for RegionRow {
    const TABLE: &'static str = "regions";
    const PATH: &'static str = "vocabulary/regions.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(RegionRow, "Region", Record::Own(OwnRecord::Region));
