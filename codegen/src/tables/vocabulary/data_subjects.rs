//! `vocabulary/data-subjects.csv`: a group of people whom data is about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::term::term;
use super::{OwnRecord, Record};
use crate::cell_types::{Key, OwnName, Stated, Text, WebAddress};
use crate::tables::Row;

/// A group of people whom data is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSubjectRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// The wider group that includes this one. `none` at the top.
    #[schemars(extend("x-references" = "data-subjects", "x-words" = ["none"]))]
    pub parent: Stated<Key>,
    /// The fitting term of the Data Privacy Vocabulary, in the version of dpv-terms.csv. `none` if none
    /// fits.
    #[schemars(extend("x-references" = "dpv-terms", "x-words" = ["none"]))]
    pub dpv: Stated<WebAddress>,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for DataSubjectRow {
    const TABLE: &'static str = "data-subjects";
    const PATH: &'static str = "vocabulary/data-subjects.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(DataSubjectRow, "DataSubject", Record::Own(OwnRecord::DataSubject));
