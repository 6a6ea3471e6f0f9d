//! `vocabulary/region-members.csv`: which country belongs to which region, and when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::VocabularyRow;
use crate::cell_types::{DayOrNone, DayOrUnknown, Key, Stated, Text};
use crate::tables::Row;

/// A country that belongs to a region, or did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionMemberRow {
    /// The region.
    #[schemars(extend("x-references" = "regions"))]
    pub region: Key,
    /// The country.
    #[schemars(extend("x-references" = "countries"))]
    pub country: Key,
    /// The first day on which it was a member. `unknown` if that was before the time of the
    /// register.
    #[schemars(with = "DayOrUnknown", extend("x-words" = ["unknown"]))]
    pub from: Stated<String>,
    /// The last day on which it was a member. `none` if it still is one.
    #[schemars(with = "DayOrNone", extend("x-words" = ["none"]))]
    pub until: Stated<String>,
    /// The public standard, law or treaty that says so, with its version or its place.
    pub source: Text,
}

impl Row for RegionMemberRow {
    const TABLE: &'static str = "region-members";
    const PATH: &'static str = "vocabulary/region-members.csv";
    const KEY: &'static [&'static str] = &["region", "country", "from"];
}

impl VocabularyRow for RegionMemberRow {}
