//! `accepted-findings.csv`: one row says that somebody looked at a finding of the audit and let it
//! stand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Row;
use crate::cell_types::{EditionId, Key, Name, Text};

/// A finding of the audit that somebody looked at and let stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptedFindingRow {
    /// The code of the finding, as the audit prints it.
    pub code: Key,
    /// What the finding is about, as the audit prints it: the key of a row, or an edition.
    pub subject: Key,
    /// Why it may stand.
    pub reason: Text,
    /// In which role somebody decided so. A role, not the name of a person.
    pub role: Name,
    /// The edition of the finding, as the audit prints it.
    #[schemars(with = "EditionId", extend("x-references" = "editions"))]
    pub edition: String,
}

impl Row for AcceptedFindingRow {
    const TABLE: &'static str = "accepted-findings";
    const PATH: &'static str = "accepted-findings.csv";
    const KEY: &'static [&'static str] = &["code", "subject", "edition"];
}
