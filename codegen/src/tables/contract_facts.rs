//! `contract-facts.csv`: one row is one fact about the relation with a provider.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

use super::Row;
use crate::cell_types::{ContractFactKind, Key, PositiveNumber, Stated, Text, Value};

/// A fact about the relation with a provider: who the company is, in which role it acts, by which
/// contract.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContractFactRow {
    /// The engagement.
    #[schemars(extend("x-references" = "engagements"))]
    pub engagement: Key,
    /// Order within the engagement. Gaps are welcome.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub position: u32,
    /// What the fact is about. It says how the value is written.
    pub kind: ContractFactKind,
    /// The fact. `none` if the source says that there is none.
    #[schemars(extend("x-words" = ["none"]))]
    pub value: Stated<Value>,
    /// When or for what it holds, if only then. Otherwise `none`.
    #[schemars(extend("x-words" = ["none"]))]
    pub condition: Stated<Text>,
    /// The country or region that it is about, such as the one a transfer goes to. Otherwise `none`.
    #[schemars(extend("x-references" = "places", "x-words" = ["none"]))]
    pub place: Stated<Key>,
    /// Why the row was a mistake. `none` if it was not.
    #[schemars(extend("x-words" = ["none"]))]
    pub withdrawn: Stated<Text>,
}

impl Row for ContractFactRow {
    const TABLE: &'static str = "contract-facts";
    const PATH: &'static str = "contract-facts.csv";
    const KEY: &'static [&'static str] = &["engagement", "position"];
}
