//! The keys of tables: those that others may refer to, and the key cells of every row.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::ControlFlow;
use std::rc::Rc;

use crate::cells::{CsvFile, split_list};
use crate::hashing::{HashMap, HashSet};
use crate::names::to_key;

/// The keys of every table read so far, by the table's name.
pub(crate) type KeySets<'s> = HashMap<&'static str, Keys<'s>>;

/// The keys of a table to which others may refer.
#[derive(Default)]
pub(crate) struct Keys<'s> {
    pub(crate) known: HashSet<Cow<'s, str>>,
    /// Whether these are all. If a row's key could not be read, or the whole table, nobody is
    /// blamed for referring to a key that seems not to be there.
    pub(crate) complete: bool,
    /// The table itself, where its rows have names.
    pub(crate) named: Option<Named<'s>>,
}

/// A table whose rows have names, to find a key by one.
pub(crate) struct Named<'s> {
    pub(crate) file: Rc<CsvFile<'s>>,
    pub(crate) key: usize,
    pub(crate) name: usize,
    pub(crate) aliases: Option<usize>,
}

impl Keys<'_> {
    /// The key of the row with this name, capitals aside, and the name.
    pub(crate) fn with_name(&self, name: &str) -> Option<(String, String)> {
        let Named { file, key, name: column, aliases } = self.named.as_ref()?;
        let wanted = name.trim().to_lowercase();
        let mut found = None;
        file.rows("", &mut Vec::new(), |row, _| {
            let cell = |column: usize| row.cells[column].trim();
            let alias = aliases.is_some_and(|column| {
                split_list(cell(column)).any(|alias| alias.trim().to_lowercase() == wanted)
            });
            if cell(*column).to_lowercase() == wanted || alias {
                found = Some((cell(*key).to_owned(), cell(*column).to_owned()));
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        found.filter(|(key, _)| self.known.contains(key.as_str()))
    }
}

/// The key cells of every row of a table, also of those that are not well-formed, in file order.
/// They lie behind each other in one list, most of them as stretches of the file: a table of
/// 100,000 rows has no room for two allocations a row.
#[derive(Default)]
pub(crate) struct RowKeys<'s> {
    rows: Vec<(u32, bool)>,
    cells: Vec<Cow<'s, str>>,
}

/// The key cells of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyAt<'k> {
    pub(crate) line: usize,
    pub(crate) key: &'k [Cow<'k, str>],
    /// Whether nothing is wrong with the key cells themselves.
    pub(crate) sound: bool,
}

impl<'s> RowKeys<'s> {
    /// Makes room for so many rows with keys of so many cells, and no more.
    pub(crate) fn reserve_exact(&mut self, rows: usize, columns: usize) {
        self.rows.reserve_exact(rows);
        self.cells.reserve_exact(rows * columns);
    }

    /// Adds the key cells of the row on a line.
    pub(crate) fn push(
        &mut self,
        line: usize,
        key: impl IntoIterator<Item = Cow<'s, str>>,
        sound: bool,
    ) {
        // A table has far fewer than 2^32 lines.
        self.rows.push((line as u32, sound));
        self.cells.extend(key);
    }

    /// The keys in file order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = KeyAt<'_>> {
        let columns = self.cells.len() / self.rows.len().max(1);
        self.rows
            .iter()
            .zip(self.cells.chunks_exact(columns.max(1)))
            .map(|((line, sound), key)| KeyAt { line: *line as usize, key, sound: *sound })
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows whose key stands further above already, each with the line where it does. A key
    /// that is refused itself is not compared: mended, it may be another.
    pub(crate) fn repeated(&self) -> Vec<(KeyAt<'_>, usize)> {
        // Where each key is greater than the one before, none stands twice.
        if self.iter().is_sorted_by(|a, b| a.key < b.key) {
            return Vec::new();
        }
        let mut first: HashMap<&[Cow<'_, str>], usize> = HashMap::default();
        self.iter()
            .filter(|entry| entry.sound)
            .filter_map(|entry| {
                let line = *first.entry(entry.key).or_insert(entry.line);
                (line != entry.line).then_some((entry, line))
            })
            .collect()
    }

    /// The keys to which others may refer: a reference is one cell, so those of several cells are
    /// none.
    pub(crate) fn known(&self) -> HashSet<Cow<'s, str>> {
        let single = self.cells.len() == self.rows.len();
        if single { self.cells.iter().cloned().collect() } else { HashSet::default() }
    }
}

/// Orders rows by their key cells, numbers by their value.
pub(crate) fn compare_keys(a: &str, b: &str, number: bool) -> Ordering {
    match (number, a.parse::<u64>(), b.parse::<u64>()) {
        (true, Ok(a), Ok(b)) => a.cmp(&b),
        _ => a.cmp(b),
    }
}

/// Whether the cells of a key look like keys.
pub(crate) fn look_sound(key: &[Cow<'_, str>]) -> bool {
    key.iter().all(|part| !part.is_empty() && to_key(part) == *part)
}

/// Text without the space around it.
pub(crate) fn trimmed<'s>(cell: &Cow<'s, str>) -> Cow<'s, str> {
    match cell {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(rows: &[[&'static str; 2]]) -> RowKeys<'static> {
        let mut keys = RowKeys::default();
        for (line, row) in rows.iter().enumerate() {
            keys.push(line + 1, row.map(Cow::from), true);
        }
        keys
    }

    fn repeated(rows: &[[&'static str; 2]]) -> Vec<(usize, usize)> {
        keys(rows).repeated().iter().map(|(entry, first)| (entry.line, *first)).collect()
    }

    #[test]
    fn repeated_keys_are_found_in_any_order() {
        assert_eq!(repeated(&[["a", "1"], ["a", "2"], ["b", "1"]]), []);
        assert_eq!(repeated(&[["a", "2"], ["a", "10"], ["b", "1"]]), []);
        assert_eq!(repeated(&[["a", "1"], ["a", "1"], ["a", "1"]]), [(2, 1), (3, 1)]);
        assert_eq!(repeated(&[["b", "1"], ["a", "1"], ["b", "1"]]), [(3, 1)]);
        assert_eq!(RowKeys::default().repeated().len(), 0);
    }

    #[test]
    fn keys_of_one_cell_can_be_referred_to() {
        let mut single = RowKeys::default();
        single.push(1, [Cow::from("a")], true);
        assert!(single.known().contains("a"));
        assert!(keys(&[["a", "1"]]).known().is_empty());
    }
}
