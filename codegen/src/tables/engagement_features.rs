//! `engagement-features.csv`: one row is one feature that an engagement is integral to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Row;
use crate::cell_types::{Extent, Key, StatedList};

/// A feature that needs the provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EngagementFeatureRow {
    /// The engagement.
    #[schemars(extend("x-references" = "engagements"))]
    pub engagement: Key,
    /// The feature.
    #[schemars(extend("x-references" = "features"))]
    pub feature: Key,
    /// Where the feature is used. `unknown` if the source does not say, `none` if it is used in none
    /// of the settings.
    #[schemars(extend("x-references" = "settings", "x-words" = ["none", "unknown"]))]
    pub settings: StatedList,
    /// How much of the feature needs the provider.
    pub extent: Extent,
}

impl Row for EngagementFeatureRow {
    const TABLE: &'static str = "engagement-features";
    const PATH: &'static str = "engagement-features.csv";
    const KEY: &'static [&'static str] = &["engagement", "feature"];
}
