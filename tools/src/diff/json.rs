//! The diff for programs, and its schema.

use super::model::Diff;

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

fn pretty(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
