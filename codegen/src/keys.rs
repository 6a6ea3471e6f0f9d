//! The keys of tables: those that others may refer to, and the key cells of every row.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::ControlFlow;
use std::rc::Rc;

use crate::cell_types::Kind;
use crate::cells::{CsvFile, split_list};
use crate::hashing::{HashMap, HashSet};
use crate::names::to_key;

/// The keys of every table read so far, by the table's name.
pub(crate) type KeysByTable<'s> = HashMap<&'static str, TableKeys<'s>>;

/// The keys of a table to which others may refer.
#[derive(Default)]
pub(crate) struct TableKeys<'s> {
    /// The keys of the rows of a table, if all of them passed, so that they can be searched.
    passed: Option<Rc<RowKeys<'s>>>,
    /// The keys where that is not so.
    others: HashSet<Cow<'s, str>>,
    /// Whether these are all. Where the table or the key of a row could not be read, nobody is
    /// blamed for referring to a key that seems not to be there.
    pub(crate) complete: bool,
    /// The tables themselves, where their rows have names.
    pub(crate) named: Vec<NamedRows<'s>>,
}

/// A table in which a key can be found by a name.
#[derive(Clone)]
pub(crate) struct NamedRows<'s> {
    pub(crate) file: Rc<CsvFile<'s>>,
    /// The positions of the columns.
    pub(crate) key: usize,
    pub(crate) name: usize,
    pub(crate) aliases: Option<usize>,
}

impl<'s> TableKeys<'s> {
    /// The keys of the rows of a table.
    pub(crate) fn of_rows(
        rows: &Rc<RowKeys<'s>>,
        complete: bool,
        named: Vec<NamedRows<'s>>,
    ) -> Self {
        if complete && rows.is_ascending() && rows.are_references() {
            let passed = Some(Rc::clone(rows));
            return Self { passed, others: HashSet::default(), complete, named };
        }
        Self::of_set(rows.known(), complete, named)
    }

    /// Keys that are not those of one table alone, or that were not checked yet.
    pub(crate) fn of_set(
        keys: HashSet<Cow<'s, str>>,
        complete: bool,
        named: Vec<NamedRows<'s>>,
    ) -> Self {
        Self { passed: None, others: keys, complete, named }
    }

    /// The keys in ascending order, if every one of them was read and passed all checks of a key.
    /// Otherwise none.
    pub(crate) fn passed(&self) -> &[Cow<'s, str>] {
        self.passed.as_ref().map_or(&[], |rows| &rows.cells)
    }

    /// Whether others may refer to this key.
    pub(crate) fn has(&self, key: &str) -> bool {
        let passed = self.passed();
        passed.binary_search_by(|other| (**other).cmp(key)).is_ok() || self.others.contains(key)
    }

    /// The keys to which others may refer, in any order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Cow<'s, str>> {
        self.passed().iter().chain(&self.others)
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.passed().len() + self.others.len()
    }

    /// The keys of two tables together, for columns that may refer to either.
    pub(crate) fn union(one: &Self, other: &Self) -> Self {
        let keys = one.iter().chain(other.iter()).cloned().collect();
        let named = one.named.iter().chain(&other.named).cloned().collect();
        Self::of_set(keys, one.complete && other.complete, named)
    }

    /// The key and the name of the row with this name or alias, in capitals or not.
    pub(crate) fn with_name(&self, name: &str) -> Option<(String, String)> {
        let wanted = name.trim().to_lowercase();
        let found = self.named.iter().find_map(|rows| rows.with_name(&wanted));
        found.filter(|(key, _)| self.has(key))
    }
}

impl NamedRows<'_> {
    /// The key and the name of the row with this name or alias, which is in small letters.
    fn with_name(&self, wanted: &str) -> Option<(String, String)> {
        let mut found = None;
        self.file.rows("", &mut Vec::new(), |row, _| {
            let cell = |column: usize| row.cells[column].trim();
            let alias = self.aliases.is_some_and(|column| {
                split_list(cell(column)).any(|alias| alias.trim().to_lowercase() == wanted)
            });
            if cell(self.name).to_lowercase() == wanted || alias {
                found = Some((cell(self.key).to_owned(), cell(self.name).to_owned()));
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        found
    }
}

/// The key cells of every row of a table, well-formed or not, in file order. They are kept in one
/// list, and most are slices of the file, so that a table of 100,000 rows needs no allocation for
/// each row.
#[derive(Default)]
pub(crate) struct RowKeys<'s> {
    /// The line of each row, and whether its key is well-formed.
    rows: Vec<(u32, bool)>,
    cells: Vec<Cow<'s, str>>,
    /// What the cells of a key hold.
    kinds: Vec<Option<Kind>>,
    /// Whether a key is not well-formed, or does not follow the key before it.
    disorder: bool,
}

/// The key cells of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowKey<'k> {
    /// 0-based line of the file.
    pub(crate) line: usize,
    pub(crate) cells: &'k [Cow<'k, str>],
    /// Whether nothing is wrong with the key cells themselves.
    pub(crate) well_formed: bool,
}

impl<'s> RowKeys<'s> {
    /// No keys yet, and room for this many, whose cells hold this.
    pub(crate) fn with_capacity(rows: usize, kinds: Vec<Option<Kind>>) -> Self {
        let cells = Vec::with_capacity(rows * kinds.len());
        Self { rows: Vec::with_capacity(rows), cells, kinds, disorder: false }
    }

    /// Adds the key cells of the row on a line.
    pub(crate) fn push(
        &mut self,
        line: usize,
        key: impl IntoIterator<Item = Cow<'s, str>>,
        well_formed: bool,
    ) {
        // A table has far fewer than 2^32 lines.
        self.rows.push((line as u32, well_formed));
        let start = self.cells.len();
        self.cells.extend(key);
        let (before, this) = self.cells.split_at(start);
        let before = &before[start.saturating_sub(this.len())..];
        self.disorder |= !well_formed
            || (start > 0 && !compare_keys(texts(before), texts(this), self.kinds()).is_lt());
    }

    fn kinds(&self) -> impl Iterator<Item = Option<Kind>> {
        self.kinds.iter().copied()
    }

    /// Whether every key is well-formed and comes after the one before it, so that the rows are
    /// sorted and no key is there twice.
    pub(crate) fn is_ascending(&self) -> bool {
        !self.disorder
    }

    /// Whether others may refer to these keys: a reference is one cell that holds a key.
    fn are_references(&self) -> bool {
        self.kinds == [Some(Kind::Key)]
    }

    /// The keys in file order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = RowKey<'_>> {
        let columns = self.cells.len() / self.rows.len().max(1);
        let keys = self.cells.chunks_exact(columns.max(1));
        self.rows.iter().zip(keys).map(|((line, well_formed), cells)| RowKey {
            line: *line as usize,
            cells,
            well_formed: *well_formed,
        })
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows whose key is further above already, each with the line where it does. A key
    /// that is refused itself is not compared, because the right one may be another.
    pub(crate) fn repeated(&self) -> Vec<(RowKey<'_>, usize)> {
        if self.is_ascending() {
            return Vec::new();
        }
        let mut first: HashMap<&[Cow<'_, str>], usize> = HashMap::default();
        self.iter()
            .filter(|key| key.well_formed)
            .filter_map(|key| {
                let line = *first.entry(key.cells).or_insert(key.line);
                (line != key.line).then_some((key, line))
            })
            .collect()
    }

    /// The keys to which others may refer. A reference is one cell, so a key of several cells is
    /// not among them.
    pub(crate) fn known(&self) -> HashSet<Cow<'s, str>> {
        let single = self.cells.len() == self.rows.len();
        if single { self.cells.iter().cloned().collect() } else { HashSet::default() }
    }
}

/// Compares the key cells of two rows by the kinds of their columns: numbers by their value.
pub(crate) fn compare_keys<'k>(
    a: impl IntoIterator<Item = &'k str>,
    b: impl IntoIterator<Item = &'k str>,
    kinds: impl IntoIterator<Item = Option<Kind>>,
) -> Ordering {
    let order = |((a, b), kind): ((&'k str, &'k str), _)| {
        if kind == Some(Kind::Number)
            && let (Ok(a), Ok(b)) = (a.parse::<u64>(), b.parse::<u64>())
        {
            return a.cmp(&b);
        }
        a.cmp(b)
    };
    let cells = a.into_iter().zip(b).zip(kinds);
    cells.map(order).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

/// The texts of cells.
pub(crate) fn texts<'k>(cells: &'k [Cow<'k, str>]) -> impl Iterator<Item = &'k str> {
    cells.iter().map(|cell| &**cell)
}

/// Whether the cells of a key look like keys.
pub(crate) fn look_well_formed<'k>(mut key: impl Iterator<Item = Cow<'k, str>>) -> bool {
    key.all(|part| !part.is_empty() && to_key(&part) == part)
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
        let mut keys = RowKeys::with_capacity(rows.len(), vec![None, Some(Kind::Number)]);
        for (line, row) in rows.iter().enumerate() {
            keys.push(line + 1, row.map(Cow::from), true);
        }
        keys
    }

    fn repeated(rows: &[[&'static str; 2]]) -> Vec<(usize, usize)> {
        keys(rows).repeated().iter().map(|(key, first)| (key.line, *first)).collect()
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
    fn numbers_ascend_by_their_value() {
        assert!(keys(&[["a", "2"], ["a", "10"], ["b", "1"]]).is_ascending());
        assert!(!keys(&[["a", "10"], ["a", "2"], ["b", "1"]]).is_ascending());
        assert!(!keys(&[["a", "2"], ["a", "2"]]).is_ascending());
        assert!(!keys(&[["a", "2"], ["a", "02"]]).is_ascending());
        let mut refused = keys(&[["a", "1"]]);
        refused.push(2, ["b", "x"].map(Cow::from), false);
        assert!(!refused.is_ascending());
    }

    #[test]
    fn keys_of_one_cell_can_be_referred_to() {
        let mut single = RowKeys::default();
        single.push(1, [Cow::from("a")], true);
        assert!(single.known().contains("a"));
        assert!(keys(&[["a", "1"]]).known().is_empty());
    }

    #[test]
    fn keys_pass_as_references_where_all_of_them_passed() {
        let passed = |rows: &[(&'static str, bool)], complete| {
            let mut keys = RowKeys::with_capacity(rows.len(), vec![Some(Kind::Key)]);
            for (line, (key, well_formed)) in rows.iter().enumerate() {
                keys.push(line + 1, [Cow::from(*key)], *well_formed);
            }
            let keys = TableKeys::of_rows(&Rc::new(keys), complete, Vec::new());
            assert!(keys.has("a") && keys.has("b") && !keys.has("c"));
            assert_eq!((keys.iter().count(), keys.len()), (2, 2));
            keys.passed().len()
        };
        assert_eq!(passed(&[("a", true), ("b", true)], true), 2);
        assert_eq!(passed(&[("a", true), ("b", true)], false), 0);
        assert_eq!(passed(&[("a", true), ("b", false)], true), 0);
        let pairs = Rc::new(keys(&[["a", "1"]]));
        assert!(TableKeys::of_rows(&pairs, true, Vec::new()).passed().is_empty());
    }
}
