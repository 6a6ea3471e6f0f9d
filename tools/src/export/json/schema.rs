//! The schema file of the document, made from its types.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

use super::Document;
use crate::json::pretty;

/// Where the schema file lies in the schema folder.
pub const SCHEMA_PATH: &str = "export/service-providers.schema.json";

/// The text of the schema file.
pub fn schema_text() -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(plain));
    pretty(&settings.into_generator().into_root_schema_for::<Document>())
}

/// Removes formats, because `unknown` may stand in the place of a date or an address, and a program
/// that checks formats would refuse it. Puts every description on one line.
fn plain(schema: &mut Schema) {
    schema.remove("format");
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}
