//! `engagements.csv`: one row is one published row, or one run of editions in which it says the
//! same.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

use super::Row;
use crate::cell_types::{
    EditionId, Key, Name, PositiveNumber, Stated, StatedList, Storage, Text, Until, WebAddress,
    YesOrUnknown,
};

/// One published row about one provider, for as long as it says the same.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EngagementRow {
    /// The row's key: the provider's key and the first edition, with the section between them if
    /// the provider has two rows.
    pub key: Key,
    /// The provider.
    #[schemars(extend("x-references" = "providers"))]
    pub provider: Key,
    /// The provider's name exactly as printed.
    pub published_name: Name,
    /// The section of the page. `none` if the edition has no sections.
    #[schemars(extend("x-references" = "sections", "x-words" = ["none"]))]
    pub section: Stated<Key>,
    /// Order within an edition: rows are published by rising number. Gaps are welcome.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub position: u32,
    /// The kind of service. `none` if the row stands under no kind.
    #[schemars(extend("x-references" = "service-categories", "x-words" = ["none"]))]
    pub service_category: Stated<Key>,
    /// What the provider is used for, as keys.
    #[schemars(with = "StatedList", extend("x-references" = "purposes"))]
    pub purposes: StatedList,
    /// What the provider is used for, in one or two plain sentences of our own.
    pub summary: Text,
    /// The country of the company. `unknown` if the source leaves it out.
    #[schemars(extend("x-references" = "countries", "x-words" = ["unknown"]))]
    pub entity_country: Stated<Key>,
    /// Where the data is kept: countries, or one of `global`, `none` (nothing is kept),
    /// `see-provider`, `not-applicable`, `unknown`.
    #[schemars(extend(
        "x-references" = "countries",
        "x-words" = ["global", "none", "not-applicable", "see-provider", "unknown"]
    ))]
    pub storage: Storage,
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
    /// The privacy policy the source links to. `unknown` if it links to none.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub policy_url: Stated<WebAddress>,
    /// The first edition that says this.
    #[schemars(with = "EditionId", extend("x-references" = "editions"))]
    pub since: String,
    /// The first edition held that no longer says this, or `current`.
    #[schemars(extend("x-references" = "editions", "x-words" = ["current"]))]
    pub until: Until,
    /// The document.
    #[schemars(extend("x-references" = "sources"))]
    pub source: Key,
    /// The row in the document, counted from 1 over the whole document.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub source_row: u32,
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
