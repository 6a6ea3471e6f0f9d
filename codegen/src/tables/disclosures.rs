//! `disclosures.csv`: one row is one kind of data in one engagement.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

use super::Row;
use crate::cell_types::{
    Asserted, DataOrAny, Form, Key, Likelihood, Party, PositiveNumber, Stated, Text, YesNo,
};

/// One kind of data about one group of people that passes between two parties, or that the source
/// says does not.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisclosureRow {
    /// The engagement.
    #[schemars(extend("x-references" = "engagements"))]
    pub engagement: Key,
    /// Order within the engagement. Gaps are welcome.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub position: u32,
    /// Who gives the data: `publisher`, `provider` (the one of the engagement), another provider as
    /// `provider:KEY`, or a key of parties.
    pub sender: Party,
    /// Who gets it, in the same words.
    pub recipient: Party,
    /// The kind of data, as fine as the source allows. `any` in a denial that holds for all data in
    /// one use or under one condition.
    #[schemars(extend("x-references" = "data-categories", "x-words" = ["any"]))]
    pub data_category: DataOrAny,
    /// Whose data. `none` if it is about nobody, `unknown` if the source does not say.
    #[schemars(extend("x-references" = "data-subjects", "x-words" = ["none", "unknown"]))]
    pub data_subject: Stated<Key>,
    /// In what form.
    pub form: Form,
    /// How surely it is part of what passes.
    pub likelihood: Likelihood,
    /// `yes` if the source names it only as an example of a wider kind.
    pub example: YesNo,
    /// In which of the provider's uses, where the source tells them apart. Otherwise `none`.
    #[schemars(extend("x-references" = "contexts", "x-words" = ["none"]))]
    pub context: Stated<Key>,
    /// When it passes, if only then. Otherwise `none`.
    #[schemars(extend("x-words" = ["none"]))]
    pub condition: Stated<Text>,
    /// `no` if the source says that this is not disclosed.
    pub asserted: Asserted,
    /// Why the row was a mistake. `none` if it was not.
    #[schemars(extend("x-words" = ["none"]))]
    pub withdrawn: Stated<Text>,
}

impl DisclosureRow {
    /// Whether it holds only in one use or under a condition.
    pub fn is_limited(&self) -> bool {
        self.context.known().is_some() || self.condition.known().is_some()
    }
}

impl Row for DisclosureRow {
    const TABLE: &'static str = "disclosures";
    const PATH: &'static str = "disclosures.csv";
    const KEY: &'static [&'static str] = &["engagement", "position"];
}
