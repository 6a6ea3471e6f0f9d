//! Reads one table: cells, JSON rows, schema, typed rows.

use serde_json::{Map, Value};

use super::open;
use super::register_file::RegisterEntry;
use crate::cells::{self, CsvFile, RowCells, pointer_segments, split_list};
use crate::hashing::{HashMap, HashSet};
use crate::names::to_key;
use crate::problem::{Place, Problem};
use crate::rules::{self, CellAt};
use crate::schema::{Column, RowSchema, columns, mismatch};
use crate::sources::Sources;
use crate::tables::{Row, TableInfo};

/// The keys of every table read so far, by the table's name.
pub(crate) type KeySets = HashMap<&'static str, Keys>;

/// The keys of a table.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) known: HashSet<String>,
    /// Whether these are all. If a row's key could not be read, or the whole table, nobody is
    /// blamed for referring to a key that seems not to be there.
    pub(crate) complete: bool,
}

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
    /// Whether nothing is wrong with the key cells themselves.
    pub(crate) sound: bool,
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
    /// Whether the table could be read and every row is well-formed: only then does it mean
    /// something that a row is not there.
    pub(crate) fn is_whole(&self) -> bool {
        self.file.is_some() && self.rows.len() == self.keys.len()
    }

    /// Whether the table could be read and every key is well-formed.
    pub(crate) fn keys_are_whole(&self) -> bool {
        self.file.is_some() && self.keys.iter().all(|entry| entry.sound)
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
        let mut keys =
            KeySets::from_iter([("sources", Keys::default()), ("editions", Keys::default())]);
        if let Some(register) = register {
            let sources = &register.row.sources;
            let known: HashSet<String> =
                sources.iter().map(|source| source.id.to_string()).collect();
            // One id twice leaves open what the other document was to be called.
            let complete = known.len() == sources.len();
            keys.insert("sources", Keys { known, complete });
            // The day of publication counts as well: then a slip in an id is one error.
            let known = (register.row.editions.iter())
                .flat_map(|edition| [edition.id.clone(), edition.published.clone()])
                .collect();
            keys.insert("editions", Keys { known, complete: true });
        }
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
            .and_then(|text| CsvFile::open(text, R::TABLE, &names, &mut self.problems));
        let Some(file) = file else {
            self.keys.insert(R::TABLE, Keys::default());
            return table;
        };
        let refers_to_itself =
            table.columns.iter().any(|c| c.references.as_deref() == Some(R::TABLE));
        if refers_to_itself {
            let own = own_keys(&file, &table.columns, R::KEY);
            self.keys.insert(R::TABLE, own);
        }
        let mut rows = RowReader::new(&file, schema, &table.columns, &self.keys);
        let mut own = Keys { complete: true, ..Keys::default() };
        let (entries, keys) = (&mut table.rows, &mut table.keys);
        let all = file.rows(R::TABLE, &mut self.problems, |cells, problems| {
            let before = problems.len();
            let line = cells.line;
            let key = key_of(&cells, rows.columns, R::KEY);
            if cells.damaged {
                // The key stands on the left; if it looks like one, it probably is the key.
                let sound = key.iter().all(|part| !part.is_empty() && to_key(part) == *part);
                own.add(&key, sound);
                keys.push(KeyAt { line, key, sound: false });
                return;
            }
            let row = rows.read::<R>(&cells, problems);
            let sound =
                !problems[before..].iter().any(|problem| R::KEY.contains(&problem.field.as_str()));
            // The same row twice would fall foul of other rules for no other reason.
            if own.add(&key, sound) {
                entries.extend(row.map(|row| Entry { line, row }));
            }
            keys.push(KeyAt { line, key, sound });
        });
        own.complete &= all;
        self.keys.insert(R::TABLE, own);
        table.file = Some(file);
        table
    }
}

impl Keys {
    /// Adds the key of a row; whether it is new.
    fn add(&mut self, key: &[String], sound: bool) -> bool {
        self.complete &= sound;
        self.known.insert(key.join(KEY_JOINER))
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

/// The keys of a table that refers to itself, before its rows are checked.
fn own_keys(file: &CsvFile<'_>, columns: &[Column], key: &[&str]) -> Keys {
    let mut keys = Keys { complete: true, ..Keys::default() };
    let all = file.rows("", &mut Vec::new(), |cells, _| {
        let key = key_of(&cells, columns, key);
        let sound = key.iter().all(|part| !part.is_empty() && to_key(part) == *part);
        keys.add(&key, sound);
    });
    keys.complete &= all;
    keys
}

struct RowReader<'r, 's> {
    file: &'r CsvFile<'s>,
    schema: &'r RowSchema,
    columns: &'r [Column],
    /// For every column the keys that it may hold.
    keys: Vec<Option<&'r Keys>>,
    /// The row before as JSON; its strings are used again.
    value: Value,
}

impl<'r, 's> RowReader<'r, 's> {
    fn new(
        file: &'r CsvFile<'s>,
        schema: &'r RowSchema,
        columns: &'r [Column],
        keys: &'r KeySets,
    ) -> Self {
        let referred = |column: &Column| match &column.references {
            Some(table) => keys.get(table.as_str()),
            None if column.party => keys.get("providers"),
            None => None,
        };
        let value = Value::Object(Map::new());
        Self { file, schema, columns, keys: columns.iter().map(referred).collect(), value }
    }

    /// A row as JSON. A blank cell is no member.
    fn json(&mut self, row: &RowCells<'_>) {
        let Value::Object(members) = &mut self.value else { return };
        let blank = row.cells.iter().any(|cell| cell.trim().is_empty());
        if blank || members.len() != self.columns.len() {
            *members = (self.columns.iter().zip(row.cells))
                .filter(|(_, cell)| !cell.trim().is_empty())
                .map(|(column, _)| (column.name.clone(), Value::Null))
                .collect();
        }
        let filled = self.columns.iter().zip(row.cells).filter(|(_, cell)| !cell.trim().is_empty());
        for (value, (column, cell)) in members.values_mut().zip(filled) {
            if column.list {
                put_list(value, cell.trim());
            } else {
                put(value, cell.trim());
            }
        }
    }

    /// Checks one row and gives it its type; says what is wrong where that fails.
    fn read<R: Row>(&mut self, row: &RowCells<'_>, problems: &mut Vec<Problem>) -> Option<R> {
        let before = problems.len();
        let mut suspect = vec![false; self.columns.len()];
        for (index, cell) in row.cells.iter().enumerate() {
            let before = problems.len();
            self.characters::<R>(row.line, index, cell, problems);
            suspect[index] = problems.len() > before;
        }
        self.json(row);
        let value = &self.value;
        for fault in self.schema.faults(value) {
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
        let mut members = value.as_object().into_iter().flatten().peekable();
        let mut items: Vec<&str> = Vec::new();
        for (index, column) in self.columns.iter().enumerate() {
            let Some((_, json)) = members.next_if(|(name, _)| **name == column.name) else {
                continue;
            };
            if suspect[index] {
                continue;
            }
            items.clear();
            match json {
                Value::Array(values) => items.extend(values.iter().filter_map(Value::as_str)),
                other => items.extend(other.as_str()),
            }
            let place = |item: Option<usize>| {
                self.file.place(row.line, index, item.filter(|_| column.list))
            };
            let keys = self.keys[index];
            rules::check_cell(
                &CellAt { table: R::TABLE, column, items: &items, keys, place: &place },
                problems,
            );
        }
        if problems.len() > before {
            return None;
        }
        match R::deserialize(value) {
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
        let finding = cells::check_characters(cell.trim_matches(' '), column.plain_text)
            .or_else(|| column.list.then(|| cells::check_items(cell.trim_matches(' '))).flatten());
        if let Some(finding) = finding {
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
                &cells::OUTER_SPACE,
                self.file.place(line, index, None),
                "space before or after the text".to_owned(),
                "run `cargo xtask sync`",
            ));
        }
    }
}

/// Puts text into a value, into its string if it has one.
fn put(value: &mut Value, text: &str) {
    if let Value::String(string) = value {
        string.clear();
        string.push_str(text);
    } else {
        *value = Value::from(text);
    }
}

/// Puts the items of a list cell into a value, into its strings if it has any.
fn put_list(value: &mut Value, cell: &str) {
    if let Value::Array(values) = value {
        let mut count = 0;
        for item in split_list(cell) {
            match values.get_mut(count) {
                Some(value) => put(value, item.trim()),
                None => values.push(Value::from(item.trim())),
            }
            count += 1;
        }
        values.truncate(count);
    } else {
        *value = split_list(cell).map(|item| Value::from(item.trim())).collect();
    }
}

fn item_or_cell(cell: &str, item: Option<usize>) -> &str {
    match item {
        Some(item) => split_list(cell).nth(item).unwrap_or(cell).trim(),
        None => cell,
    }
}
