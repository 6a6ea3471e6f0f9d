//! The diff for programs, and its schema.

use super::model::Diff;
use crate::json::{annotated_schema, pretty, schema_file};

/// The version of the format.
pub const VERSION: u32 = 2;

/// The path of the schema file inside the schema folder.
pub const SCHEMA_PATH: &str = "export/diff.schema.json";

/// The diff as a document.
pub fn document(diff: &Diff) -> String {
    pretty(diff)
}

/// The JSON Schema of the document.
pub fn schema() -> String {
    schema_file(&annotated_schema::<Diff>(), SCHEMA_PATH, VERSION)
}
