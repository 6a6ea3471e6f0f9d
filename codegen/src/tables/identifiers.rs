//! `identifiers.csv`: one row is one number or code of a provider in a public register.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Row;
use crate::cell_types::{Key, Name};

/// A number or code by which a public register knows a provider. The same one never means two
/// providers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentifierRow {
    /// The public register, as a short key: `gvl` is the vendor list of IAB Europe.
    pub scheme: Key,
    /// The number or code, as that register writes it.
    pub value: Name,
    /// The provider.
    #[schemars(extend("x-references" = "providers"))]
    pub provider: Key,
}

impl Row for IdentifierRow {
    const TABLE: &'static str = "identifiers";
    const PATH: &'static str = "identifiers.csv";
    const KEY: &'static [&'static str] = &["scheme", "value"];
}
