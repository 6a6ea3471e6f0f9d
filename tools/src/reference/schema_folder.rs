//! The folder of schemas: those of the tables and of the exports, and the data dictionary.

use service_providers_codegen::schema;

use super::dictionary;
use crate::diff;
use crate::export::json;
use crate::program::Program;
use crate::release::manifest;

/// Every schema file and the data dictionary: its path inside the schema folder and its text.
pub fn files(program: &Program) -> Vec<(String, String)> {
    let mut files = schema::files();
    files.extend(
        [
            (diff::json::SCHEMA_PATH, diff::json::schema()),
            (manifest::SCHEMA_PATH, manifest::schema()),
            (dictionary::NAME, dictionary::page(program)),
            (json::SCHEMA_PATH, json::schema_text()),
        ]
        .map(|(path, text)| (path.to_owned(), text)),
    );
    files
}
