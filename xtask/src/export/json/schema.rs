//! The schema file of the document, made from its types.

use super::{Document, pretty};

/// Where the schema file lies in the schema folder.
pub const SCHEMA_PATH: &str = "export/service-providers.schema.json";

/// The text of the schema file.
pub fn schema_text() -> String {
    pretty(&schemars::schema_for!(Document))
}
