//! `practice-subjects.csv`: one row is one group of people that a practice concerns.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

use super::Row;
use crate::cell_types::{Key, PositiveNumber, Stated, Text};

/// A group of people and how it relates to the data of a practice.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeSubjectRow {
    /// The practice.
    #[schemars(extend("x-references" = "practices"))]
    pub practice: Key,
    /// Order within the practice. Gaps are welcome.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub position: u32,
    /// The group. `none` if no user gives this data.
    #[schemars(extend("x-references" = "data-subjects", "x-words" = ["none"]))]
    pub data_subject: Stated<Key>,
    /// How the group relates to the data. `none` if the data is collected from no user.
    #[schemars(extend("x-references" = "relations", "x-words" = ["none"]))]
    pub relation: Stated<Key>,
    /// When, if only then. Otherwise `none`.
    #[schemars(extend("x-words" = ["none"]))]
    pub condition: Stated<Text>,
}

impl Row for PracticeSubjectRow {
    const TABLE: &'static str = "practice-subjects";
    const PATH: &'static str = "practice-subjects.csv";
    const KEY: &'static [&'static str] = &["practice", "position"];
}
