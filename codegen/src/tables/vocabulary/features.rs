//! `vocabulary/features.csv`: a part of the product that needs a provider.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, Text};
use crate::tables::Row;

/// A part of the product that needs a provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeatureRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for FeatureRow {
    const TABLE: &'static str = "features";
    const PATH: &'static str = "vocabulary/features.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(FeatureRow, "Feature", Record::Plain(|row| &row.description));
