//! The schema file of the document, made from its types.

use serde_json::Value;
use service_providers_codegen::row::RegisterFile;
use service_providers_codegen::{Column, TABLES};

use super::{Document, FORMAT_VERSION};
use crate::json::{annotated_schema, schema_file};

/// Where the schema file lies in the schema folder.
pub const SCHEMA_PATH: &str = "export/service-providers.schema.json";

/// Which tables the members of a type come from. Such a member has the name of its column.
const TABLES_OF: [(&str, &[&str]); 11] = [
    ("ContractFact", &["contract-facts"]),
    ("Disclosure", &["disclosures"]),
    ("Engagement", &["engagements", "listings"]),
    ("Feature", &["engagement-features"]),
    ("Identifier", &["identifiers"]),
    ("Listing", &["listings"]),
    ("Practice", &["practices", "listings"]),
    ("Provider", &["providers"]),
    ("Recipient", &["practice-recipients"]),
    ("Storage", &["storage"]),
    ("Subject", &["practice-subjects"]),
];

/// The members that hold the id of an edition and nothing else. They have the form of `current` in
/// `register.json`.
const EDITIONS: [(&str, &str); 3] =
    [("About", "current"), ("Engagement", "since"), ("Practice", "since")];

/// The text of the schema file. It holds for the documents of every register.
pub fn schema_text() -> String {
    schema_file(&annotated(), SCHEMA_PATH, FORMAT_VERSION)
}

/// The schema of the types, with what the columns say of references and words.
pub(super) fn annotated() -> Value {
    let mut schema = annotated_schema::<Document>();
    for (name, tables) in TABLES_OF {
        let members = schema["$defs"][name]["properties"].as_object_mut();
        for (name, member) in members.into_iter().flatten() {
            let column = tables.iter().find_map(|table| column(table, name));
            if let Some(column) = column {
                annotate(member, column);
            }
        }
    }
    let id = annotated_schema::<RegisterFile>()["properties"]["current"].clone();
    for (name, member) in EDITIONS {
        let member = &mut schema["$defs"][name]["properties"][member];
        let mut described = id.clone();
        described["description"] = member["description"].take();
        *member = described;
    }
    schema
}

fn column(table: &str, name: &str) -> Option<&'static Column> {
    let table = TABLES.iter().find(|info| info.name == table)?;
    table.columns().iter().find(|column| column.name == name)
}

fn annotate(member: &mut Value, column: &Column) {
    if let Some(table) = &column.references {
        member["x-references"] = table.as_str().into();
    }
    // A list has its words beside it.
    if !column.words.is_empty() && member["anyOf"].is_null() {
        member["x-words"] = column.words.as_slice().into();
    }
}
