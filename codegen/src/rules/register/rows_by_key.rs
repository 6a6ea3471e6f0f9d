//! Finds the rows of a table by their keys.

use std::cell::{Cell, OnceCell};

use crate::hashing::HashMap;

/// The rows of a table whose rows have keys of their own. Rows of other tables refer to them, mostly
/// in the same order, so a row is searched where the last one was found. A map is made only when one
/// is elsewhere.
pub(super) struct RowsByKey<'d, R> {
    rows: &'d [R],
    key: fn(&R) -> &str,
    /// Where the last row was found.
    at: Cell<usize>,
    positions: OnceCell<HashMap<&'d str, usize>>,
}

/// How many rows are compared before the map is searched.
const CLOSE: usize = 4;

impl<'d, R> RowsByKey<'d, R> {
    pub(super) fn new(rows: &'d [R], key: fn(&R) -> &str) -> Self {
        Self { rows, key, at: Cell::new(0), positions: OnceCell::new() }
    }

    /// The row with this key.
    pub(super) fn get(&self, key: &str) -> Option<&'d R> {
        self.position(key).map(|at| &self.rows[at])
    }

    /// The position of the row with this key.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        let at = self.at.get();
        let mut close = self.rows[at..].iter().take(CLOSE);
        let found = match close.position(|row| (self.key)(row) == key) {
            Some(further) => at + further,
            None => *self.positions().get(key)?,
        };
        self.at.set(found);
        Some(found)
    }

    fn positions(&self) -> &HashMap<&'d str, usize> {
        self.positions.get_or_init(|| {
            let keys = self.rows.iter().map(self.key);
            keys.zip(0..).collect()
        })
    }

    /// The rows that none of these keys names.
    pub(super) fn without<'k>(
        &self,
        keys: impl Iterator<Item = &'k str>,
    ) -> impl Iterator<Item = &'d R> {
        let mut named = vec![false; self.rows.len()];
        for at in keys.filter_map(|key| self.position(key)) {
            named[at] = true;
        }
        self.rows.iter().zip(named).filter(|(_, named)| !named).map(|(row, _)| row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_in_any_order() {
        let rows: Vec<String> = (0..20).map(|at| format!("key-{:02}", at * 7 % 20)).collect();
        let by_key = RowsByKey::new(&rows, |row| row);
        assert!((0..20).all(|at| by_key.position(&rows[at]) == Some(at)));
        assert!((0..20).rev().all(|at| by_key.get(&rows[at]) == Some(&rows[at])));
        assert_eq!(by_key.get("key-20"), None);
        let without = by_key.without(rows[2..].iter().rev().map(String::as_str));
        assert_eq!(without.collect::<Vec<_>>(), ["key-00", "key-07"]);
    }
}
