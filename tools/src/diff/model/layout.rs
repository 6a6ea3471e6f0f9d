//! How the page changed.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

/// Order and captions. They state nothing about a provider.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Layout {
    /// Providers with a row that stands elsewhere in the order of the rows of both editions.
    pub moved: BTreeSet<String>,
    /// Sections and kinds of service under another caption.
    pub captions: Vec<CaptionChange>,
}

/// A section or kind of service under another caption.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CaptionChange {
    /// Its table: `sections` or `service-categories`.
    pub table: String,
    /// Its key.
    pub key: String,
    /// The caption in the older edition.
    pub before: String,
    /// The caption in the newer edition.
    pub after: String,
}
