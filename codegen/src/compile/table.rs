//! Reads one table: cells, JSON rows, schema, typed rows.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::open;
use super::register_file::RegisterEntry;
use crate::cells::{self, CsvFile, RowCells, pointer_segments, split_list};
use crate::problem::{Place, Problem};
use crate::rules::{self, CellAt};
use crate::schema::{Column, RowSchema, columns, mismatch};
use crate::sources::Sources;
use crate::tables::Row;

/// The keys of every table read so far, by the table's name. `None` for a table that could not be
/// read, so that nobody is blamed for referring to it.
pub(crate) type KeySets = HashMap<&'static str, Option<HashSet<String>>>;

/// A table's rows, and where each stands.
pub(crate) struct Table<'s, R> {
    /// The rows that are well-formed, in file order.
    pub(crate) rows: Vec<Entry<R>>,
    file: Option<CsvFile<'s>>,
    columns: Vec<Column>,
    /// The key cells of every row, also of those that are not well-formed.
    keys: Vec<KeyAt>,
}

/// A row and its line.
pub(crate) struct Entry<R> {
    /// 0-based line of the file.
    pub(crate) line: usize,
    pub(crate) row: R,
}

/// The key cells of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyAt {
    pub(crate) line: usize,
    pub(crate) key: Vec<String>,
}

impl<R> Default for Table<'_, R> {
    fn default() -> Self {
        Self { rows: Vec::new(), file: None, columns: Vec::new(), keys: Vec::new() }
    }
}

/// A table without the type of its rows.
pub(crate) trait AnyTable<'s> {
    /// The table's name.
    fn name(&self) -> &'static str;
    /// The columns that identify a row.
    fn key_columns(&self) -> &'static [&'static str];
    /// The key of every row, also of those that are not well-formed, in file order.
    fn keys(&self) -> &[KeyAt];
    /// The place of a cell, or of an item in its list.
    fn place(&self, line: usize, column: &str, item: Option<usize>) -> Place;
}

impl<'s, R: Row> AnyTable<'s> for Table<'s, R> {
    fn name(&self) -> &'static str {
        R::TABLE
    }

    fn key_columns(&self) -> &'static [&'static str] {
        R::KEY
    }

    fn keys(&self) -> &[KeyAt] {
        &self.keys
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
    /// How many rows there are, also counting those that are not well-formed.
    pub(crate) fn key_count(&self) -> usize {
        self.keys.len()
    }

    /// Whether the file could not be read at all.
    pub(crate) fn unreadable(&self) -> bool {
        self.file.is_none()
    }

    /// A problem in a cell of this table.
    pub(crate) fn problem(
        &self,
        code: &'static crate::codes::Code,
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
    keys: KeySets,
}

impl<'s> TableReader<'s> {
    pub(crate) fn new(
        sources: &'s Sources,
        problems: Vec<Problem>,
        register: Option<&RegisterEntry<'_>>,
    ) -> Self {
        let ids = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<HashSet<_>>();
        let mut keys = KeySets::new();
        keys.insert(
            "sources",
            register.map(|r| ids(r.row.sources.iter().map(|s| s.id.as_str()).collect())),
        );
        keys.insert(
            "editions",
            register.map(|r| ids(r.row.editions.iter().map(|e| e.id.as_str()).collect())),
        );
        Self { sources, problems, keys }
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Reads the table of this row type.
    pub(crate) fn table<R: Row>(&mut self) -> Table<'s, R> {
        let info = crate::tables::TABLES.iter().find(|table| table.name == R::TABLE);
        let columns = columns(&schemars::schema_for!(R));
        let mut table = Table { columns, ..Table::default() };
        let schema_path = info.map(|info| info.schema_path()).unwrap_or_default();
        let schema = RowSchema::read(self.sources, &schema_path, &mut self.problems);
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let file = open(self.sources, R::PATH, &mut self.problems)
            .and_then(|text| CsvFile::open(text, R::TABLE, &names, &mut self.problems));
        let (Some(file), Some(schema)) = (file, schema) else {
            self.keys.insert(R::TABLE, None);
            return table;
        };
        let refers_to_itself =
            table.columns.iter().any(|c| c.references.as_deref() == Some(R::TABLE));
        if refers_to_itself {
            let own = all_keys(&file, &table.columns, R::KEY);
            self.keys.insert(R::TABLE, Some(own));
        }
        let mut rows =
            RowReader { file: &file, schema: &schema, columns: &table.columns, keys: &self.keys };
        let mut own_keys = HashSet::new();
        let (entries, keys) = (&mut table.rows, &mut table.keys);
        file.rows(R::TABLE, &mut self.problems, |cells, problems| {
            let key = key_of(&cells, rows.columns, R::KEY);
            own_keys.insert(key.join(KEY_JOINER));
            keys.push(KeyAt { line: cells.line, key });
            let line = cells.line;
            if let Some(row) = rows.read::<R>(&cells, problems) {
                entries.push(Entry { line, row });
            }
        });
        self.keys.insert(R::TABLE, Some(own_keys));
        table.file = Some(file);
        table
    }
}

/// Between the parts of a key of several columns.
const KEY_JOINER: &str = "\u{1f}";

fn key_of(cells: &RowCells<'_>, columns: &[Column], key: &[&str]) -> Vec<String> {
    key.iter()
        .filter_map(|name| columns.iter().position(|column| column.name == *name))
        .map(|index| cells.cells[index].trim().to_owned())
        .collect()
}

fn all_keys(file: &CsvFile<'_>, columns: &[Column], key: &[&str]) -> HashSet<String> {
    let mut keys = HashSet::new();
    file.rows("", &mut Vec::new(), |cells, _| {
        keys.insert(key_of(&cells, columns, key).join(KEY_JOINER));
    });
    keys
}

struct RowReader<'r, 's> {
    file: &'r CsvFile<'s>,
    schema: &'r RowSchema,
    columns: &'r [Column],
    keys: &'r KeySets,
}

impl RowReader<'_, '_> {
    /// Checks one row and gives it its type; says what is wrong where that fails.
    fn read<R: Row>(&mut self, row: &RowCells<'_>, problems: &mut Vec<Problem>) -> Option<R> {
        let before = problems.len();
        let mut suspect = vec![false; self.columns.len()];
        let mut value = Map::new();
        for (index, (column, cell)) in self.columns.iter().zip(row.cells).enumerate() {
            let before = problems.len();
            self.characters::<R>(row.line, index, cell, problems);
            suspect[index] = problems.len() > before;
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let json = if column.list {
                split_list(cell).map(|item| Value::from(item.trim())).collect()
            } else {
                Value::from(cell)
            };
            value.insert(column.name.clone(), json);
        }
        let value = Value::Object(value);
        for fault in self.schema.faults(&value) {
            let mut segments = pointer_segments(&fault.pointer);
            let name = segments.next().unwrap_or_default();
            let item = segments.next().and_then(|item| item.parse().ok());
            let Some(index) = self.columns.iter().position(|column| column.name == name) else {
                problems.push(mismatch(
                    self.file.place(row.line, 0, None),
                    R::TABLE,
                    &fault.message,
                ));
                continue;
            };
            if std::mem::replace(&mut suspect[index], true) {
                continue;
            }
            problems.push(
                Problem::new(fault.code, self.file.place(row.line, index, item), fault.message)
                    .field(R::TABLE, &name)
                    .value(item_or_cell(row.cells[index], item))
                    .help(fault.help),
            );
        }
        for (index, column) in self.columns.iter().enumerate() {
            if suspect[index] {
                continue;
            }
            let Some(json) = value.get(&column.name) else { continue };
            let items: Vec<&str> = match json {
                Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
                other => other.as_str().into_iter().collect(),
            };
            let place = |item: Option<usize>| {
                self.file.place(row.line, index, item.filter(|_| column.list))
            };
            rules::check_cell(
                &CellAt { table: R::TABLE, column, items: &items, keys: self.keys, place: &place },
                problems,
            );
        }
        if problems.len() > before {
            return None;
        }
        match R::deserialize(&value) {
            Ok(typed) => Some(typed),
            Err(error) => {
                let place = self.file.place(row.line, 0, None);
                problems.push(mismatch(place, R::TABLE, &error.to_string()));
                None
            }
        }
    }

    /// Checks the characters of one cell.
    fn characters<R: Row>(
        &self,
        line: usize,
        index: usize,
        cell: &str,
        problems: &mut Vec<Problem>,
    ) {
        let column = &self.columns[index];
        let problem = |code, place, message: String, help: &str| {
            Problem::new(code, place, message).field(R::TABLE, &column.name).value(cell).help(help)
        };
        if let Some(finding) = cells::check_characters(cell.trim_matches(' '), column.plain_text) {
            let mut place = self.file.place(line, index, None);
            let lead = cell.len() - cell.trim_start_matches(' ').len();
            let (at, len) = (finding.at + lead, finding.len);
            // Doubled quotation marks shift the text; then the whole cell is the place.
            if place.span.end - place.span.start == cell.len() {
                place.column += cell[..at].chars().count();
                place.span = (place.span.start + at..place.span.start + at + len).into();
            }
            problems.push(problem(finding.code, place, finding.message, &finding.help));
            return;
        }
        let spaced = |text: &str| text != text.trim() && !text.trim().is_empty();
        let item = (column.list).then(|| split_list(cell).position(spaced)).flatten();
        if spaced(cell) || item.is_some() {
            problems.push(problem(
                cells::OUTER_SPACE,
                self.file.place(line, index, None),
                "space before or after the text".to_owned(),
                "run `cargo xtask sync`",
            ));
        }
    }
}

fn item_or_cell(cell: &str, item: Option<usize>) -> &str {
    match item {
        Some(item) => split_list(cell).nth(item).unwrap_or(cell).trim(),
        None => cell,
    }
}
