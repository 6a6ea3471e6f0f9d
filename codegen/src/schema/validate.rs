//! A value against its schema file. Only this module and [`fault`](super::fault) know the
//! `jsonschema` crate.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

use jsonschema::{PatternOptions, Validator};
use serde_json::Value;

use super::cell_schemas::cell_schemas;
use super::codes::SCHEMA_FILE;
use super::fault::{Fault, join_misspelt_members};
use super::files::schemas;
use super::published::published;
use crate::problem::{Place, Problem};
use crate::sources::Sources;
use crate::tables::{Column, column};
use crate::text::{json_text, pointer_segments};

/// The compiled schema of a row or of a JSON source.
pub(crate) struct RowSchema {
    /// For whole rows. Compiled lazily: a table without errors never needs it.
    whole: OnceLock<Validator>,
    /// One for every column. `None` where the schema says something about several columns at once,
    /// which these could not check.
    cells: Option<Vec<Arc<Validator>>>,
    schema: Value,
    /// What its file says.
    published: Value,
    /// The text of its file, as `sync` writes it.
    text: String,
}

/// Every schema of the row types by the path of its file, compiled once.
static SCHEMAS: LazyLock<HashMap<String, RowSchema>> = LazyLock::new(|| {
    let mut compiled = CellValidators::default();
    let compiled = |(path, schema): (String, Value)| {
        let cells = cell_schemas(&schema)
            .map(|cells| cells.into_iter().map(|cell| compiled.get(cell)).collect());
        let published = published(&schema);
        let text = json_text(&published);
        (path, RowSchema { whole: OnceLock::new(), cells, schema, published, text })
    };
    schemas().into_iter().map(compiled).collect()
});

/// The validators of cells by what their schemas demand. Most columns demand the same as others, and
/// a validator takes long to compile.
#[derive(Default)]
struct CellValidators(HashMap<String, Arc<Validator>>);

impl CellValidators {
    fn get(&mut self, schema: &Value) -> Arc<Validator> {
        let demands = demands(schema);
        let compiled = self.0.entry(demands.to_string());
        Arc::clone(compiled.or_insert_with(|| Arc::new(validator(&demands))))
    }
}

/// A cell's schema without what it says to people and to this program.
fn demands(schema: &Value) -> Value {
    let is_for_people = |name: &str| name == "description" || name.starts_with("x-");
    match schema {
        Value::Object(members) => (members.iter())
            .filter(|(name, _)| !is_for_people(name))
            .map(|(name, member)| (name.clone(), demands(member)))
            .collect(),
        other => other.clone(),
    }
}

fn validator(schema: &Value) -> Validator {
    // None of the patterns needs more than this engine has, and the other one is slower.
    let options = jsonschema::options().with_pattern_options(PatternOptions::regex());
    let validator = options.build(schema);
    validator.expect("the schemas of the row types are JSON Schemas")
}

impl RowSchema {
    /// The schema of this path, whose file must be there and say the same as the row type. A file
    /// that does not is reported; the rows are then checked against the schema of the row type, so
    /// that nobody is blamed for the file.
    pub(crate) fn read(
        sources: &Sources,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> &'static Self {
        let schema = &SCHEMAS[path];
        // The layout of the file does not matter.
        let fault = match sources.schema(path) {
            None => Some("the schema file is missing".to_owned()),
            Some(file) if file.bytes == schema.text.as_bytes() => None,
            Some(file) => match serde_json::from_slice::<Value>(&file.bytes) {
                Ok(found) if found == schema.published => None,
                Ok(_) => {
                    Some("the schema file is not the one made from this tool's tables".to_owned())
                }
                Err(error) => Some(format!("the schema file is not JSON: {error}")),
            },
        };
        if let Some(message) = fault {
            let place = Place::start(&sources.schema_name(path));
            problems
                .push(Problem::new(&SCHEMA_FILE, place, message).help("run `cargo xtask schema`"));
        }
        schema
    }

    /// Whether a cell is valid, whatever its neighbours hold. A row is valid if all its cells are
    /// there and valid. Always `false` where the schema can judge whole rows only.
    pub(crate) fn accepts_cell(&self, column: usize, cell: &Value) -> bool {
        let validator = self.cells.as_ref().and_then(|cells| cells.get(column));
        validator.is_some_and(|validator| validator.is_valid(cell))
    }

    /// What is wrong with a value; nothing if it is valid.
    pub(crate) fn faults(&self, value: &Value) -> Vec<Fault> {
        let whole = self.whole.get_or_init(|| validator(&self.schema));
        if whole.is_valid(value) {
            return Vec::new();
        }
        let mut faults: Vec<Fault> =
            whole.iter_errors(value).map(|error| self.fault(&error)).collect();
        join_misspelt_members(&mut faults);
        // One value, one error: a word in the wrong place often has the wrong form as well.
        faults.sort_by(|a, b| a.pointer.cmp(&b.pointer));
        faults.dedup_by(|a, b| a.pointer == b.pointer);
        faults
    }

    /// Whether this is the schema of a table's row.
    pub(super) fn is_table(&self) -> bool {
        !self.schema["x-key"].is_null()
    }

    /// What the schema says about the part at a pointer.
    pub(crate) fn column(&self, pointer: &str) -> Column {
        let mut name = String::new();
        let mut property = &Value::Null;
        let mut schema = &self.schema;
        for segment in pointer_segments(pointer) {
            schema = inside(schema, &segment);
            if !is_index(&segment) {
                property = schema;
                name = segment;
            }
        }
        column(&name, property)
    }

    /// The schema of the part at a pointer.
    pub(super) fn part(&self, pointer: &str) -> &Value {
        pointer_segments(pointer).fold(&self.schema, |schema, segment| inside(schema, &segment))
    }
}

fn is_index(segment: &str) -> bool {
    segment.parse::<usize>().is_ok()
}

fn inside<'s>(schema: &'s Value, segment: &str) -> &'s Value {
    if is_index(segment) { &schema["items"] } else { &schema["properties"][segment] }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn columns_that_demand_the_same_share_a_validator() {
        let mut validators = CellValidators::default();
        let schema = |pattern: &str, text: &str| {
            let item = json!({ "type": "string", "pattern": pattern, "x-kind": text });
            json!({ "type": "array", "items": item, "description": text, "x-words": [text] })
        };
        let one = validators.get(&schema("^a$", "one"));
        let same = validators.get(&schema("^a$", "other"));
        let other = validators.get(&schema("^b$", "one"));
        assert!(Arc::ptr_eq(&one, &same) && !Arc::ptr_eq(&one, &other));
        assert!(one.is_valid(&json!(["a"])) && !other.is_valid(&json!(["a"])));
    }
}
