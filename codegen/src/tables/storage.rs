//! `storage.csv`: one row is one place where the data of an engagement is kept.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Row;
use crate::cell_types::{Key, Stated, Text};

/// A place where the data of an engagement is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StorageRow {
    /// The engagement.
    #[schemars(extend("x-references" = "engagements"))]
    pub engagement: Key,
    /// The country or the region, by its key in vocabulary/countries.csv or vocabulary/regions.csv.
    #[schemars(extend("x-references" = "places"))]
    pub place: Key,
    /// For which product, plan or region of the customer, in a few words, if only for that.
    /// Otherwise `none`.
    #[schemars(extend("x-words" = ["none"]))]
    pub context: Stated<Text>,
    /// When data is kept there, if only then. Otherwise `none`.
    #[schemars(extend("x-words" = ["none"]))]
    pub condition: Stated<Text>,
    /// Why the row was a mistake. `none` if it was not.
    #[schemars(extend("x-words" = ["none"]))]
    pub withdrawn: Stated<Text>,
}

impl StorageRow {
    /// The context and the condition, as far as the source names them; empty if it names neither.
    pub fn context_and_condition(&self) -> String {
        let limits = [&self.context, &self.condition].into_iter().filter_map(|text| text.known());
        limits.map(|text| text.to_string()).collect::<Vec<_>>().join("; ")
    }
}

/// The place's key, with context and condition in brackets where the source names them: `eu`,
/// `eu (EU customers)`.
impl fmt::Display for StorageRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.context_and_condition() {
            limits if limits.is_empty() => f.write_str(&self.place),
            limits => write!(f, "{} ({limits})", self.place),
        }
    }
}

impl Row for StorageRow {
    const TABLE: &'static str = "storage";
    const PATH: &'static str = "storage.csv";
    const KEY: &'static [&'static str] = &["engagement", "place", "context"];
}
