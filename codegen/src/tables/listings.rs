//! `listings.csv`: one row is one published row, or one published record, of one document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

use super::Row;
use crate::cell_types::{ColumnDigest, Key, Name, PositiveNumber, Stated, Text, WebAddress};

/// One published row of a document, and the engagement or practice that it states.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListingRow {
    /// The document.
    #[schemars(extend("x-references" = "documents"))]
    pub document: Key,
    /// The row in the document, counted from 1 over the whole document.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub row: u32,
    /// Which part of the row: `1`, and `2` and so on only where one name cell names several
    /// services.
    #[serde_as(as = "DisplayFromStr")]
    #[schemars(with = "PositiveNumber")]
    pub part: u32,
    /// The engagement that says what the row says. `none` if the row is a record of a practice.
    #[schemars(extend("x-references" = "engagements", "x-words" = ["none"]))]
    pub engagement: Stated<Key>,
    /// The practice that says what the record says. `none` if the row is about an engagement.
    #[schemars(extend("x-references" = "practices", "x-words" = ["none"]))]
    pub practice: Stated<Key>,
    /// The section of the page. `none` if the row is in no section.
    #[schemars(extend("x-references" = "sections", "x-words" = ["none"]))]
    pub section: Stated<Key>,
    /// The provider's name exactly as printed. `none` for a practice.
    #[schemars(extend("x-words" = ["none"]))]
    pub published_name: Stated<Name>,
    /// The privacy policy that the row links to. `unknown` if it links to none.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub policy_url: Stated<WebAddress>,
    /// Facts of this row alone that no other column holds. `none` if there are none.
    #[schemars(extend("x-words" = ["none"]))]
    pub note: Stated<Text>,
    /// A digest of what the row prints on purpose. `unknown` if none was taken.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub purpose_digest: Stated<ColumnDigest>,
    /// A digest of what the row prints on data. `unknown` if none was taken.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub data_digest: Stated<ColumnDigest>,
    /// A digest of what the row prints on location. `unknown` if none was taken.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub location_digest: Stated<ColumnDigest>,
    /// A digest of what the row prints on features. `unknown` if none was taken.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub features_digest: Stated<ColumnDigest>,
}

impl Row for ListingRow {
    const TABLE: &'static str = "listings";
    const PATH: &'static str = "listings.csv";
    const KEY: &'static [&'static str] = &["document", "row", "part"];
}
