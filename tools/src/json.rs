//! JSON as every file of this project has it.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Serialize, Serializer};
use serde_json::Value;
use service_providers_codegen::schema;

/// A value as JSON text: two spaces for each level, members in the order of their types, a line
/// break at the end.
pub fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("every key is text");
    text.push('\n');
    text
}

/// The JSON Schema of a type, with what the types of its members say to this program alone.
pub fn annotated_schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}

/// The text of a schema file, by its path inside the schema folder.
pub fn schema_file(annotated: &Value, path: &str, version: u32) -> String {
    pretty(&with_id(&schema::published(annotated), &schema::id(path, version)))
}

/// The schema with an `$id` behind its `$schema`.
pub fn with_id(schema: &Value, id: &str) -> Value {
    let members = schema.as_object().into_iter().flatten();
    let (draft, others): (Vec<_>, Vec<_>) = members
        .map(|(name, value)| (name.clone(), value.clone()))
        .partition(|(name, _)| name == "$schema");
    let id = ("$id".to_owned(), Value::from(id));
    Value::Object(draft.into_iter().chain([id]).chain(others).collect())
}

/// A list whose items are made while it is written, so that a large one never lies in memory as a whole.
pub struct Lazily<F>(pub F);

impl<F: Fn() -> I, I: IntoIterator<Item: Serialize>> Serialize for Lazily<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
