//! The schemas of single cells, taken out of the schema of a row.

use serde_json::Value;

/// The schemas of all cells, in the order of the columns, if together they say the same as the row
/// schema: an object with exactly these members, all required, and no constraint across two of
/// them. `None` if the row schema says more, so that only a whole row can be checked.
pub(super) fn cell_schemas(row: &Value) -> Option<Vec<&Value>> {
    let known = |name: &str| {
        name.starts_with("x-")
            || matches!(
                name,
                "$schema"
                    | "$id"
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

/// Whether a schema has no reference to another one.
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

    /// Checking cell by cell is fast. A constraint across columns would make large tables slow. It
    /// belongs in a rule, which can also say what is wrong.
    #[test]
    fn every_table_is_judged_cell_by_cell() {
        let schemas = schemas();
        for table in TABLES {
            let (_, schema) =
                schemas.iter().find(|(path, _)| *path == table.schema_path()).unwrap();
            let names: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
            assert_eq!(names, table.column_names(), "{}", table.name);
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
