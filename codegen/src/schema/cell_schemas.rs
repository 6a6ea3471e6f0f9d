//! What a row schema says about each cell by itself.

use serde_json::Value;

/// The schema of every cell in the order of the columns, if they together say all that the row
/// schema says: an object with exactly these members, all of them there, and nothing that looks at
/// two of them. `None` where the schema says more, and a row must be judged as a whole.
pub(super) fn cell_schemas(row: &Value) -> Option<Vec<&Value>> {
    let known = |name: &str| {
        name.starts_with("x-")
            || matches!(
                name,
                "$schema"
                    | "title"
                    | "description"
                    | "type"
                    | "properties"
                    | "required"
                    | "additionalProperties"
            )
    };
    let properties = row["properties"].as_object()?;
    let required = row["required"].as_array()?;
    let by_cell = row.as_object()?.keys().all(|name| known(name))
        && row["type"] == "object"
        && row["additionalProperties"] == false
        && required.len() == properties.len()
        && properties.keys().all(|name| required.iter().any(|required| required == name))
        && properties.values().all(stands_alone);
    by_cell.then(|| properties.values().collect())
}

/// Whether a schema says everything itself and points nowhere else.
fn stands_alone(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => members.iter().all(|(name, member)| {
            !matches!(name.as_str(), "$ref" | "$dynamicRef" | "$id") && stands_alone(member)
        }),
        Value::Array(items) => items.iter().all(stands_alone),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::schema::files::schemas;
    use crate::tables::TABLES;

    /// Large tables are checked cell by cell. A constraint across columns would make that slow, and
    /// belongs into a rule, which can say what is wrong.
    #[test]
    fn every_table_is_judged_cell_by_cell() {
        let schemas = schemas();
        for table in TABLES {
            let (_, schema) =
                schemas.iter().find(|(path, _)| *path == table.schema_path()).unwrap();
            let names: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
            assert_eq!(names, table.column_names().iter().collect::<Vec<_>>(), "{}", table.name);
            let cells = cell_schemas(schema).map(|cells| cells.len());
            assert_eq!(cells, Some(names.len()), "{}", table.name);
        }
    }

    #[test]
    fn a_schema_that_says_more_judges_whole_rows() {
        let row = json!({
            "type": "object",
            "properties": { "a": { "type": "string" }, "b": { "type": "string" } },
            "required": ["a", "b"],
            "additionalProperties": false,
            "x-key": ["a"],
        });
        assert_eq!(cell_schemas(&row).map(|cells| cells.len()), Some(2));
        for (name, value) in [
            ("if", json!({ "properties": { "a": { "const": "x" } } })),
            ("allOf", json!([])),
            ("dependentRequired", json!({})),
            ("minProperties", json!(2)),
            ("additionalProperties", json!(true)),
            ("required", json!(["a"])),
            ("type", json!(["object", "null"])),
        ] {
            let mut more = row.clone();
            more[name] = value;
            assert_eq!(cell_schemas(&more), None, "{name}");
        }
        let mut elsewhere = row;
        elsewhere["properties"]["a"] = json!({ "anyOf": [{ "$ref": "#/properties/b" }] });
        assert_eq!(cell_schemas(&elsewhere), None);
    }
}
