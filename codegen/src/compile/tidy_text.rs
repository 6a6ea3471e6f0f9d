//! Cells and texts in canonical form.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::cells::split_list;

/// A JSON value whose texts are trimmed and in NFC.
pub(super) fn tidy_json(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::from(tidy_cell(text)),
        Value::Array(items) => items.iter().map(tidy_json).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, member)| (name.clone(), tidy_json(member))).collect()
        }
        other => other.clone(),
    }
}

/// A cell trimmed and in NFC. Only the ordinary space is trimmed. Any other is refused, because it
/// may stand for one that belongs there.
pub(super) fn tidy_cell(cell: &str) -> String {
    trim(cell).nfc().collect()
}

/// A list cell as [`tidy_cell`] with its items trimmed and sorted, and whether they were not sorted.
/// A list with a blank item keeps its order, which shows where something is missing or too much.
pub(super) fn tidy_list(cell: &str) -> (String, bool) {
    let cell = tidy_cell(cell);
    let mut items: Vec<&str> = split_list(&cell).map(trim).collect();
    let unsorted = !items.iter().any(|item| item.is_empty()) && !items.is_sorted();
    if unsorted {
        items.sort_unstable();
    }
    (items.join(";"), unsorted)
}

fn trim(text: &str) -> &str {
    text.trim_matches(' ')
}
