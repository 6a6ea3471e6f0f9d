//! What a person says that columns mean.

use std::collections::{BTreeMap, BTreeSet};

use super::Meaning;
use crate::published::normal::fold;

/// Columns that a person named, by their headers or their numbers.
#[derive(Clone, Debug, Default)]
pub struct NamedColumns {
    by_header: BTreeMap<String, Meaning>,
    by_number: BTreeMap<usize, Meaning>,
    /// Those that the page must have.
    required: Vec<String>,
}

impl NamedColumns {
    /// Names a column: a header, or its number from 1.
    pub fn add(&mut self, meaning: Meaning, column: &str) {
        match index(column) {
            Some(index) => self.by_number.insert(index, meaning),
            None => self.by_header.insert(fold(column), meaning),
        };
    }

    /// Names a column in the same way. A page without it is refused.
    pub fn require(&mut self, meaning: Meaning, column: &str) {
        self.add(meaning, column);
        self.required.push(column.to_owned());
    }

    /// The first required column that a page lacks, of which these are the headers and the number of
    /// columns of its widest table.
    pub fn missing(&self, headers: &BTreeSet<String>, widest: usize) -> Option<&str> {
        let is_there = |column: &&String| match index(column) {
            Some(index) => index < widest,
            None => headers.iter().any(|header| fold(header) == fold(column)),
        };
        self.required.iter().find(|column| !is_there(column)).map(String::as_str)
    }

    /// What a person said of the column with this header.
    pub fn by_header(&self, header: &str) -> Option<Meaning> {
        if self.by_header.is_empty() {
            return None;
        }
        self.by_header.get(&fold(header)).copied()
    }

    /// What a person said of the column of this index.
    pub fn by_index(&self, index: usize) -> Option<Meaning> {
        self.by_number.get(&index).copied()
    }
}

/// The index of a column that is called by its number.
fn index(column: &str) -> Option<usize> {
    column.parse::<usize>().ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_can_name_columns() {
        let mut columns = NamedColumns::default();
        columns.add(Meaning::Name, "Wer?");
        columns.add(Meaning::Purpose, "2");
        assert_eq!(columns.by_header("wer"), Some(Meaning::Name));
        assert_eq!(columns.by_index(1), Some(Meaning::Purpose));
        assert_eq!((columns.by_header("x"), columns.by_index(0)), (None, None));
    }
}
