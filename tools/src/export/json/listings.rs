//! Listings in JSON: where each published row and record stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use service_providers_codegen::row::{Edition, ListingRow};
use service_providers_codegen::{ColumnDigest, Key, Name, Register, Stated, Text, WebAddress};

/// One published row, or one published record, of one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// The document.
    pub document: Key,
    /// The row in the document, counted from 1.
    pub row: u32,
    /// Which part of the row, where one name cell names several services. Otherwise 1.
    pub part: u32,
    /// The engagement that says what the row says. `none` if the row is a record.
    pub engagement: Stated<Key>,
    /// The practice that says what the record says. `none` if the row is about an engagement.
    pub practice: Stated<Key>,
    /// The section of the page. `none` if the row stands in no section.
    pub section: Stated<Key>,
    /// The provider's name exactly as printed. `none` for a record.
    pub published_name: Stated<Name>,
    /// The privacy policy that the row links to, or `unknown`.
    pub policy_url: Stated<WebAddress>,
    /// Facts of this row alone that no other member holds, or `none`.
    pub note: Stated<Text>,
    /// A digest of what the row prints on purpose. `unknown` if none was taken.
    pub purpose_digest: Stated<ColumnDigest>,
    /// A digest of what the row prints on data. `unknown` if none was taken.
    pub data_digest: Stated<ColumnDigest>,
    /// A digest of what the row prints on location. `unknown` if none was taken.
    pub location_digest: Stated<ColumnDigest>,
    /// A digest of what the row prints on features. `unknown` if none was taken.
    pub features_digest: Stated<ColumnDigest>,
}

impl Listing {
    /// What it says besides what the published row itself says.
    pub(super) fn rest(&self) -> Value {
        json!({
            "note": self.note,
            "purpose_digest": self.purpose_digest,
            "data_digest": self.data_digest,
            "location_digest": self.location_digest,
            "features_digest": self.features_digest,
        })
    }

    /// The listings of an edition's documents, in published order.
    pub(super) fn all(register: &Register, edition: &Edition) -> Vec<Self> {
        let documents = edition.documents.iter();
        let rows = documents.flat_map(|document| register.listings_in(document));
        rows.cloned().map(Self::from).collect()
    }
}

impl From<ListingRow> for Listing {
    fn from(row: ListingRow) -> Self {
        Self {
            document: row.document,
            row: row.row,
            part: row.part,
            engagement: row.engagement,
            practice: row.practice,
            section: row.section,
            published_name: row.published_name,
            policy_url: row.policy_url,
            note: row.note,
            purpose_digest: row.purpose_digest,
            data_digest: row.data_digest,
            location_digest: row.location_digest,
            features_digest: row.features_digest,
        }
    }
}
