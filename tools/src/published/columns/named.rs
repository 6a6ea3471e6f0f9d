//! What a person says that columns mean.

use std::collections::BTreeMap;

use super::Meaning;
use crate::published::normal::fold;

/// Columns that a person named, by their headers or their numbers.
#[derive(Clone, Debug, Default)]
pub struct NamedColumns {
    by_header: BTreeMap<String, Meaning>,
    by_number: BTreeMap<usize, Meaning>,
}

impl NamedColumns {
    /// Names a column: a header, or its number from 1.
    pub fn add(&mut self, meaning: Meaning, column: &str) {
        match column.parse::<usize>() {
            Ok(number) if number > 0 => self.by_number.insert(number - 1, meaning),
            _ => self.by_header.insert(fold(column), meaning),
        };
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
