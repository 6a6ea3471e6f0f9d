//! JSON as every file of this project has it.

use serde::Serialize;

/// A value as JSON text: two spaces for each level, members in the order of their types, a line
/// break at the end.
pub fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("every key is text");
    text.push('\n');
    text
}
