//! `engagements.csv`: one row is what one or more published rows say of one provider.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Row;
use crate::cell_types::{DataStatus, Key, Stated, StatedList, StorageStatus, Text, YesOrUnknown};

/// What one or more published rows say of one provider. When and where it was published is in
/// listings.csv.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EngagementRow {
    /// The row's key: the provider's key, a hyphen, and what tells the row from the provider's
    /// others. It never changes; nothing reads a date or an order out of it.
    pub key: Key,
    /// The provider.
    #[schemars(extend("x-references" = "providers"))]
    pub provider: Key,
    /// The kind of service. `none` if the row is under no kind.
    #[schemars(extend("x-references" = "service-categories", "x-words" = ["none"]))]
    pub service_category: Stated<Key>,
    /// What the provider is used for, as keys. `unknown` if the source does not say.
    #[schemars(extend("x-references" = "purposes", "x-words" = ["unknown"]))]
    pub purposes: StatedList,
    /// What the provider is used for, in one or two plain sentences of our own.
    pub summary: Text,
    /// Whether the source says which data passes. Where it does, the data is in
    /// disclosures.csv.
    pub data: DataStatus,
    /// The country of the company. `unknown` if the source leaves it out.
    #[schemars(extend("x-references" = "countries", "x-words" = ["unknown"]))]
    pub entity_country: Stated<Key>,
    /// Whether the source says where the data is kept. Where it does, the places are in
    /// storage.csv.
    pub storage: StorageStatus,
    /// The provider on whose servers this one runs. `unknown` if the source does not say.
    #[schemars(extend("x-references" = "providers", "x-words" = ["unknown"]))]
    pub hosted_by: Stated<Key>,
    /// The countries that the use is limited to. `unknown` if the source names no limit.
    #[schemars(extend("x-references" = "countries", "x-words" = ["unknown"]))]
    pub territory: StatedList,
    /// `yes` if the source says that users may do without it.
    pub optional: YesOrUnknown,
    /// The groups for whom the source says it is not used. `none` if it names no such group.
    #[schemars(extend("x-references" = "data-subjects", "x-words" = ["none"]))]
    pub excluded_subjects: StatedList,
    /// The safeguards and contracts the source names. `unknown` if it names none.
    #[schemars(extend("x-references" = "safeguards", "x-words" = ["unknown"]))]
    pub safeguards: StatedList,
    /// Facts of the row that no other column holds. `none` if there are none.
    #[schemars(extend("x-words" = ["none"]))]
    pub note: Stated<Text>,
    /// Why the row was a mistake. `none` if it was not.
    #[schemars(extend("x-words" = ["none"]))]
    pub withdrawn: Stated<Text>,
}

impl Row for EngagementRow {
    const TABLE: &'static str = "engagements";
    const PATH: &'static str = "engagements.csv";
    const KEY: &'static [&'static str] = &["key"];
}
