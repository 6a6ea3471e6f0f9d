//! `practices.csv`: one row is what one or more records of a page say of one kind of data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Row;
use crate::cell_types::{Certainty, Key, Sharing, Stated, StatedList, Text, Transfer};

/// What the publisher says it does with one kind of data. When and where it was published is in
/// listings.csv.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeRow {
    /// The record's key.
    pub key: Key,
    /// The kind of data.
    #[schemars(extend("x-references" = "data-categories"))]
    pub data_category: Key,
    /// How sure that kind is.
    pub certainty: Certainty,
    /// What the kind was read from.
    pub inferred_from: Text,
    /// How the data is collected, as keys.
    #[schemars(extend("x-references" = "collection-methods", "x-words" = ["unknown"]))]
    pub collection: StatedList,
    /// The provider the data is acquired from. `none` if it is not acquired from a provider.
    #[schemars(extend("x-references" = "providers", "x-words" = ["none"]))]
    pub acquired_from: Stated<Key>,
    /// What it is collected or used for, as keys. `unknown` if the source does not say.
    #[schemars(extend("x-references" = "purposes", "x-words" = ["unknown"]))]
    pub purposes: StatedList,
    /// What it is collected for, in plain words of our own.
    pub summary: Text,
    /// How it is used, in plain words of our own.
    #[serde(rename = "use")]
    pub use_: Text,
    /// What the source answers when asked with whom the data is shared.
    pub sharing: Sharing,
    /// Whether the data leaves the European Economic Area.
    pub transfer: Transfer,
    /// Where it goes.
    #[schemars(extend("x-references" = "countries", "x-words" = ["not-applicable", "unknown"]))]
    pub destination: StatedList,
    /// Why the question of transfer does not arise. `unknown` if the source gives no reason,
    /// `none` where none is needed.
    #[schemars(extend("x-words" = ["none", "unknown"]))]
    pub transfer_reason: Stated<Text>,
    /// The legal bases the source names.
    #[schemars(extend("x-references" = "legal-bases", "x-words" = ["not-applicable", "unknown"]))]
    pub legal_bases: StatedList,
    /// Facts of the record that no other column holds. `none` if there are none.
    #[schemars(extend("x-words" = ["none"]))]
    pub note: Stated<Text>,
    /// Why the row was a mistake. `none` if it was not.
    #[schemars(extend("x-words" = ["none"]))]
    pub withdrawn: Stated<Text>,
}

impl Row for PracticeRow {
    const TABLE: &'static str = "practices";
    const PATH: &'static str = "practices.csv";
    const KEY: &'static [&'static str] = &["key"];
}
