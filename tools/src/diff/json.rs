//! The diff for programs, and its schema.

use super::model::Diff;
use crate::json::pretty;

/// The path of the schema file inside the schema folder.
pub const SCHEMA_PATH: &str = "export/diff.schema.json";

/// The diff as a document.
pub fn document(diff: &Diff) -> String {
    pretty(diff)
}

/// The JSON Schema of the document.
pub fn schema() -> String {
    pretty(&schemars::schema_for!(Diff))
}
