//! `practice-recipients.csv`: one row is one provider that a practice names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

use super::Row;
use crate::cell_types::{
    Certainty, Key, Name, PositiveNumber, RecipientRole, Stated, StatedList, Text,
};

/// A provider that stores, backs up, tracks or receives the data of a practice.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeRecipientRow {
    /// The practice.
    #[schemars(extend("x-references" = "practices"))]
    pub practice: Key,
    /// Order within the practice. Gaps are welcome.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub position: u32,
    /// The provider.
    #[schemars(extend("x-references" = "providers"))]
    pub provider: Key,
    /// Its name exactly as printed.
    pub published_name: Name,
    /// How surely the printed name is that provider.
    pub identity: Certainty,
    /// What it does with the data.
    pub role: RecipientRole,
    /// Where. `unknown` if the source does not say.
    #[schemars(extend("x-references" = "countries", "x-words" = ["unknown"]))]
    pub country: StatedList,
    /// The part of the provider's service that is named. `unknown` if none is.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub service: Stated<Name>,
    /// Why it gets the data. `none` if the source gives no reason.
    #[schemars(extend("x-words" = ["none"]))]
    pub reason: Stated<Text>,
}

impl Row for PracticeRecipientRow {
    const TABLE: &'static str = "practice-recipients";
    const PATH: &'static str = "practice-recipients.csv";
    const KEY: &'static [&'static str] = &["practice", "position"];
}
