//! The schema files, made from the row types.

use serde_json::{Map, Value, json};

use super::published::{id, published};
use crate::cell_types::Kind;
use crate::tables::row::RegisterFile;
use crate::tables::{FORMAT_VERSION, TABLES, TableInfo, column};
use crate::text::{WORDS, json_text};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Every schema file: its path inside the schema folder and its text.
pub fn files() -> Vec<(String, String)> {
    schemas().into_iter().map(|(path, schema)| (path, json_text(&published(&schema)))).collect()
}

/// Every schema by the path of its file, in path order.
pub(super) fn schemas() -> Vec<(String, Value)> {
    let mut schemas: Vec<(String, Value)> =
        TABLES.iter().map(|table| (table.schema_path(), row_schema(table))).collect();
    schemas.push((REGISTER_SCHEMA.to_owned(), register_schema()));
    schemas.sort_by(|a, b| a.0.cmp(&b.0));
    schemas
}

/// The schema file of `register.json`, inside the schema folder.
pub(crate) const REGISTER_SCHEMA: &str = "register.schema.json";

/// The schema of a table's row.
fn row_schema(table: &TableInfo) -> Value {
    let schema = (table.schema)().to_value();
    let mut properties = Map::new();
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        properties.insert(name.clone(), finished(property));
    }
    json!({
        "$schema": DRAFT,
        "$id": id(&table.schema_path(), FORMAT_VERSION),
        "title": format!("A row of {}", table.path),
        "description": schema["description"],
        "type": "object",
        "properties": properties,
        "required": schema["required"],
        "additionalProperties": false,
        "x-key": table.key,
    })
}

/// The schema of `register.json`.
fn register_schema() -> Value {
    let schema = schemars::schema_for!(RegisterFile);
    let mut value = schema.to_value();
    value["title"] = json!("register.json");
    value["$id"] = json!(id(REGISTER_SCHEMA, FORMAT_VERSION));
    finish_all(&mut value);
    value
}

/// Forbids the words that a text property does not allow, in every text property.
fn finish_all(value: &mut Value) {
    if let Some(properties) = value.get_mut("properties").and_then(Value::as_object_mut) {
        for property in properties.values_mut() {
            finish_all(property);
            if property["type"] == "string" {
                *property = finished(property);
            }
        }
    }
    if let Some(items) = value.get_mut("items") {
        finish_all(items);
    }
}

/// A property with a description of one line, and with the words forbidden that it does not allow.
/// In cells that refer to a table, the check of references refuses them, with better help.
fn finished(property: &Value) -> Value {
    let mut property = property.clone();
    let column = column("", &property);
    if !column.description.is_empty() {
        property["description"] = json!(column.description);
    }
    let own_words = [Kind::Term, Kind::Number, Kind::Party];
    if column.references.is_none() && !own_words.iter().any(|kind| column.holds(*kind)) {
        let forbidden: Vec<&str> =
            WORDS.into_iter().filter(|word| !column.allows_word(word)).collect();
        let target = if column.list { &mut property["items"] } else { &mut property };
        if !forbidden.is_empty() {
            target["not"] = json!({ "enum": forbidden });
        }
    }
    property
}
