//! Reads one table: its file, its rows, and its keys for the tables that refer to it.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::rc::Rc;

use super::open;
use super::register_file::{RegisterEntry, register_keys, unread_keys};
use super::row::RowReader;
use crate::cells::{CsvFile, OVER_LIMIT, RowCells};
use crate::hashing::HashSet;
use crate::keys::{KeySets, Keys, Named, RowKeys, look_sound, trimmed};
use crate::limits::MAX_PROBLEMS;
use crate::problem::{Code, Place, Problem};
use crate::schema::RowSchema;
use crate::sources::Sources;
use crate::tables::{Column, Row, TableInfo, columns};

/// A table's rows, and where each stands.
pub(crate) struct Table<'s, R> {
    /// The rows that are well-formed, in file order.
    pub(crate) rows: Vec<Entry<R>>,
    file: Option<Rc<CsvFile<'s>>>,
    columns: Vec<Column>,
    keys: RowKeys<'s>,
    /// Whether all rows were seen: not where there are too many, or too many problems.
    seen: bool,
}

/// A row and its line.
pub(crate) struct Entry<R> {
    /// 0-based line of the file.
    pub(crate) line: usize,
    pub(crate) row: R,
}

impl<R> Default for Table<'_, R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            file: None,
            columns: Vec::new(),
            keys: RowKeys::default(),
            seen: false,
        }
    }
}

/// A table without the type of its rows.
pub(crate) trait AnyTable<'s> {
    /// The table's name.
    fn name(&self) -> &'static str;
    /// The path of its file inside the data folder.
    fn path(&self) -> &'static str;
    /// The columns that identify a row.
    fn key_columns(&self) -> &'static [&'static str];
    /// The key of every row, also of those that are not well-formed, in file order.
    fn keys(&self) -> &RowKeys<'s>;
    /// Whether the table could be read and every key is well-formed.
    fn keys_are_whole(&self) -> bool;
    /// Whether the rows can be put in order: every key is well-formed and stands once. A row whose
    /// key is blank or wrong is known by its neighbours alone.
    fn is_sortable(&self) -> bool;
    /// Whether the cells of a column are whole numbers, and are ordered by their value.
    fn holds_numbers(&self, column: &str) -> bool;
    /// The place of a cell, or of an item in its list.
    fn place(&self, line: usize, column: &str, item: Option<usize>) -> Place;
}

impl<'s, R: Row> AnyTable<'s> for Table<'s, R> {
    fn name(&self) -> &'static str {
        R::TABLE
    }

    fn path(&self) -> &'static str {
        R::PATH
    }

    fn key_columns(&self) -> &'static [&'static str] {
        R::KEY
    }

    fn keys(&self) -> &RowKeys<'s> {
        &self.keys
    }

    fn keys_are_whole(&self) -> bool {
        self.seen && self.keys.iter().all(|entry| entry.sound)
    }

    fn is_sortable(&self) -> bool {
        self.keys_are_whole() && self.keys.repeated().is_empty()
    }

    fn holds_numbers(&self, column: &str) -> bool {
        self.columns.iter().any(|c| c.name == column && c.number)
    }

    fn place(&self, line: usize, column: &str, item: Option<usize>) -> Place {
        let index = self.columns.iter().position(|c| c.name == column).unwrap_or_default();
        match &self.file {
            Some(file) => file.place(line, index, item),
            None => {
                Place { file: R::PATH.to_owned(), line: line + 1, column: 1, span: (0..0).into() }
            }
        }
    }
}

impl<R: Row> Table<'_, R> {
    /// Whether the table could be read and every row is well-formed: only then does it mean
    /// something that a row is not there.
    pub(crate) fn is_whole(&self) -> bool {
        self.seen && self.rows.len() == self.keys.len()
    }

    /// A problem in a cell of this table.
    pub(crate) fn problem(
        &self,
        code: &'static Code,
        line: usize,
        column: &str,
        message: impl Into<String>,
    ) -> Problem {
        let index = self.columns.iter().position(|c| c.name == column).unwrap_or_default();
        let value = self.file.as_ref().map(|file| file.cell(line, index)).unwrap_or_default();
        Problem::new(code, self.place(line, column, None), message)
            .field(R::TABLE, column)
            .value(value)
    }
}

/// Reads tables one after the other, each after those it refers to.
pub(crate) struct TableReader<'s> {
    sources: &'s Sources,
    problems: Vec<Problem>,
    keys: KeySets<'s>,
}

impl<'s> TableReader<'s> {
    pub(crate) fn new(
        sources: &'s Sources,
        problems: Vec<Problem>,
        register: Option<&RegisterEntry<'_>>,
    ) -> Self {
        let keys = register.map_or_else(unread_keys, |register| register_keys(&register.row));
        Self { sources, problems, keys }
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Reads the table of this row type.
    pub(crate) fn table<R: Row>(&mut self) -> Table<'s, R> {
        let info = TableInfo::of::<R>();
        let columns = columns(&schemars::schema_for!(R));
        let mut table = Table { columns, ..Table::default() };
        let schema = RowSchema::read(self.sources, &info.schema_path(), &mut self.problems);
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let file = open(self.sources, R::PATH, &mut self.problems)
            .and_then(|text| CsvFile::open(text, info.expected(&names), &mut self.problems));
        let Some(file) = file else {
            self.keys.insert(R::TABLE, Keys::default());
            return table;
        };
        let file = Rc::new(file);
        let refers_to_itself =
            table.columns.iter().any(|c| c.references.as_deref() == Some(R::TABLE));
        if refers_to_itself {
            let named = named(&file, &table.columns, R::KEY);
            let own = Keys { named, ..own_keys(&file, &table.columns, R::KEY) };
            self.keys.insert(R::TABLE, own);
        }
        let mut rows = RowReader::new(&file, schema, &table.columns, &self.keys);
        let (entries, keys) = (&mut table.rows, &mut table.keys);
        entries.reserve_exact(file.most_rows());
        keys.reserve_exact(file.most_rows(), R::KEY.len());
        let mut complete = true;
        let start = self.problems.len();
        table.seen = file.rows(R::TABLE, &mut self.problems, |cells, problems| {
            let before = problems.len();
            let line = cells.line;
            let key = key_of(&cells, &table.columns, R::KEY);
            if cells.damaged {
                // The key stands on the left; if it looks like one, it probably is the key.
                complete &= look_sound(&key);
                keys.push(line, key, false);
                return until_too_many::<R>(&file, line, start, problems);
            }
            let row = rows.read::<R>(&cells, problems);
            let sound =
                !problems[before..].iter().any(|problem| R::KEY.contains(&problem.field.as_str()));
            complete &= sound;
            keys.push(line, key, sound);
            entries.extend(row.map(|row| Entry { line, row }));
            until_too_many::<R>(&file, line, start, problems)
        });
        complete &= table.seen;
        // The same row twice would fall foul of other rules for no other reason.
        let again: HashSet<usize> =
            keys.repeated().into_iter().map(|(entry, _)| entry.line).collect();
        if !again.is_empty() {
            entries.retain(|entry| !again.contains(&entry.line));
        }
        let named = named(&file, &table.columns, R::KEY);
        self.keys.insert(R::TABLE, Keys { known: keys.known(), complete, named });
        table.file = Some(file);
        table
    }
}

/// Breaks off where the rows up to this one have more problems than a report tells, and says so.
fn until_too_many<R: Row>(
    file: &CsvFile<'_>,
    line: usize,
    start: usize,
    problems: &mut Vec<Problem>,
) -> ControlFlow<()> {
    if problems.len() - start <= MAX_PROBLEMS {
        return ControlFlow::Continue(());
    }
    problems.truncate(start + MAX_PROBLEMS);
    problems.push(too_many_problems(file.place(line, 0, None), R::TABLE));
    ControlFlow::Break(())
}

/// A table with more problems than anybody reads. What is wrong with them is mostly one thing.
fn too_many_problems(place: Place, table: &str) -> Problem {
    let message = format!(
        "the table has more than {MAX_PROBLEMS} problems; the rows from here on were not checked"
    );
    Problem::new(&OVER_LIMIT, place, message)
        .field(table, "")
        .help("mend what stands above first; much of it may be one mistake")
}

/// The cells that identify a row.
fn key_of<'s>(cells: &RowCells<'_, 's>, columns: &[Column], key: &[&str]) -> Vec<Cow<'s, str>> {
    key.iter()
        .filter_map(|name| columns.iter().position(|column| column.name == *name))
        .map(|index| trimmed(&cells.cells[index]))
        .collect()
}

/// The table to find keys by names in, where its rows have both.
fn named<'s>(file: &Rc<CsvFile<'s>>, columns: &[Column], key: &[&str]) -> Option<Named<'s>> {
    let at = |name: &str| columns.iter().position(|column| column.name == name);
    let [key] = key else { return None };
    Some(Named { file: Rc::clone(file), key: at(key)?, name: at("name")?, aliases: at("aliases") })
}

/// The keys of a table that refers to itself, before its rows are checked.
fn own_keys<'s>(file: &CsvFile<'s>, columns: &[Column], key: &[&str]) -> Keys<'s> {
    let mut keys = RowKeys::default();
    let mut sound = true;
    let all = file.rows("", &mut Vec::new(), |cells, _| {
        let key = key_of(&cells, columns, key);
        sound &= look_sound(&key);
        keys.push(cells.line, key, true);
        ControlFlow::Continue(())
    });
    Keys { known: keys.known(), complete: all && sound, named: None }
}
