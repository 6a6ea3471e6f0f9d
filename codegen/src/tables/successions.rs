//! `successions.csv`: one row says that one provider followed another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Row;
use crate::cell_types::{Certainty, EditionId, Key, Stated, SuccessionKind, Text};

/// One provider followed another, from an edition on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuccessionRow {
    /// The provider that was followed.
    #[schemars(extend("x-references" = "providers"))]
    pub predecessor: Key,
    /// The provider that followed.
    #[schemars(extend("x-references" = "providers"))]
    pub successor: Key,
    /// How it followed.
    pub kind: SuccessionKind,
    /// The first edition in which it shows.
    #[schemars(with = "EditionId", extend("x-references" = "editions"))]
    pub edition: String,
    /// How sure that is.
    pub certainty: Certainty,
    /// What the document shows, in our own words.
    pub evidence: Text,
    /// The document that shows it.
    #[schemars(extend("x-references" = "documents"))]
    pub document: Key,
    /// Why the row was a mistake. `none` if it was not.
    #[schemars(extend("x-words" = ["none"]))]
    pub withdrawn: Stated<Text>,
}

impl Row for SuccessionRow {
    const TABLE: &'static str = "successions";
    const PATH: &'static str = "successions.csv";
    const KEY: &'static [&'static str] = &["predecessor", "successor", "edition"];
}
