//! `vocabulary/settings.csv`: where a feature is used.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use super::term::term;
use crate::cell_types::{Key, OwnName, Text};
use crate::tables::Row;

/// Where a feature is used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingRow {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: OwnName,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Row for SettingRow {
    const TABLE: &'static str = "settings";
    const PATH: &'static str = "vocabulary/settings.csv";
    const KEY: &'static [&'static str] = &["key"];
}

term!(SettingRow, "Setting", Record::Plain(|row| &row.description));
