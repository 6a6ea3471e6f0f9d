//! Cells and rows as JSON, which is what a schema judges.

use serde_json::{Map, Value};

use crate::cells::{RowCells, split_list};
use crate::tables::Column;

/// A row as JSON. A blank cell has no member.
pub(super) fn json_row(columns: &[Column], row: &RowCells<'_, '_>) -> Value {
    let filled = columns.iter().zip(row.cells).filter(|(_, cell)| !cell.trim().is_empty());
    let members: Map<String, Value> = filled
        .map(|(column, cell)| (column.name.clone(), JsonCell::default().put(column, cell).clone()))
        .collect();
    Value::Object(members)
}

/// A cell as JSON. Its memory is used again for the next cell.
pub(super) struct JsonCell {
    text: Value,
    list: Value,
}

impl Default for JsonCell {
    fn default() -> Self {
        Self { text: Value::String(String::new()), list: Value::Array(Vec::new()) }
    }
}

impl JsonCell {
    /// The cell as JSON.
    pub(super) fn put(&mut self, column: &Column, cell: &str) -> &Value {
        if column.list {
            put_list(&mut self.list, cell.trim());
            &self.list
        } else {
            put(&mut self.text, cell.trim());
            &self.text
        }
    }
}

/// Puts a text into a value, and into its string if there is one.
fn put(value: &mut Value, text: &str) {
    if let Value::String(string) = value {
        string.clear();
        string.push_str(text);
    } else {
        *value = Value::from(text);
    }
}

/// Puts the items of a list cell into a value, and into its strings if there are any.
fn put_list(value: &mut Value, cell: &str) {
    let Value::Array(values) = value else { return };
    let mut count = 0;
    for item in split_list(cell) {
        match values.get_mut(count) {
            Some(value) => put(value, item.trim()),
            None => values.push(Value::from(item.trim())),
        }
        count += 1;
    }
    values.truncate(count);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_last_cell_is_left() {
        let list = Column { list: true, ..Column::default() };
        let text = Column::default();
        let mut cell = JsonCell::default();
        assert_eq!(*cell.put(&list, "a; b;c"), serde_json::json!(["a", "b", "c"]));
        assert_eq!(*cell.put(&text, " long text "), "long text");
        assert_eq!(*cell.put(&list, "d"), serde_json::json!(["d"]));
        assert_eq!(*cell.put(&text, "x"), "x");
        assert_eq!(*cell.put(&list, ""), serde_json::json!([""]));
    }
}
