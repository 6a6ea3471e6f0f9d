//! Withdrawn rows. They were mistakes, so the other relations leave them out.

use serde_json::Value;

use super::relation::{Cell, Column, Relation};
use crate::missing::NONE;

/// Whether the withdrawn rows of a table stay in its relation. A provider keeps its row, because its key is for ever.
pub(super) fn keeps_withdrawn_rows(table: &str) -> bool {
    table == "providers"
}

/// The withdrawn rows found so far.
#[derive(Default)]
pub(super) struct Withdrawals(Vec<Vec<Cell>>);

impl Withdrawals {
    /// Takes a row of this relation if it is withdrawn.
    pub(super) fn keep_if_withdrawn(&mut self, relation: &str, key: &[&str], row: &Value) -> bool {
        let reason = row.get("withdrawn").and_then(Value::as_str).unwrap_or(NONE);
        if reason == NONE || keeps_withdrawn_rows(relation) {
            return false;
        }
        let key: Vec<&str> = key.iter().filter_map(|column| row[*column].as_str()).collect();
        self.0.push(vec![Cell::text(relation), Cell::text(key.join(" ")), Cell::text(reason)]);
        true
    }

    /// The withdrawn rows.
    pub(super) fn relation(self) -> Relation {
        let columns = vec![
            Column::text("relation_name", "The relation that the row would stand in."),
            Column::text(
                "row_key",
                "The cells of its key in the source table, with a space between.",
            ),
            Column::text("reason", "Why it was a mistake."),
        ];
        Relation::new(
            "withdrawals",
            "A row that was a mistake, and stands in no other relation.",
            columns,
            &["relation_name", "row_key"],
        )
        .with(self.0)
    }
}
