//! Reads one row: characters, schema, rules for one cell, type.

use std::borrow::Cow;

use serde_json::Value;

use super::accepted::Accepted;
use super::characters::{characters, has_outer_space};
use super::json_row::{JsonCell, json_row};
use super::typed_row::typed_row;
use crate::cell_types::Kind;
use crate::cells::{CsvFile, OUTER_SPACE, RowCells, split_list};
use crate::keys::{KeysByTable, TableKeys};
use crate::problem::Problem;
use crate::rules::cell::reference::Reference;
use crate::rules::cell::{self as rules, CellAt};
use crate::schema::{FORM, RowSchema, mismatch};
use crate::tables::row::ProviderRow;
use crate::tables::{Column, Row};
use crate::text::pointer_segments;

/// Reads the rows of one table.
pub(super) struct RowReader<'r, 's> {
    file: &'r CsvFile<'s>,
    schema: &'r RowSchema,
    columns: &'r [Column],
    /// For every column the keys that it may hold.
    keys: Vec<Option<&'r TableKeys<'s>>>,
    /// The keys of all tables read before.
    tables: &'r KeysByTable<'s>,
    /// For every column what it accepted lately.
    accepted: Vec<Accepted<'s>>,
    /// The columns of the row at hand whose cells are well-formed and not yet accepted.
    unproven: Vec<usize>,
    json: JsonCell,
}

impl<'r, 's> RowReader<'r, 's> {
    pub(super) fn new(
        file: &'r CsvFile<'s>,
        schema: &'r RowSchema,
        columns: &'r [Column],
        keys: &'r KeysByTable<'s>,
    ) -> Self {
        let referred = |column: &Column| match &column.references {
            Some(table) => keys.get(table.as_str()),
            None if column.holds(Kind::Party) => keys.get(ProviderRow::TABLE),
            None => None,
        };
        Self {
            file,
            schema,
            columns,
            keys: columns.iter().map(referred).collect(),
            tables: keys,
            accepted: columns.iter().map(|_| Accepted::default()).collect(),
            unproven: Vec::new(),
            json: JsonCell::default(),
        }
    }

    /// Checks one row and gives it its type; says what is wrong where that fails.
    ///
    /// A row without a fault is read cell by cell. Where a cell is in doubt, the row is read again
    /// as a whole, which takes longer and finds the words for it.
    pub(super) fn read<R: Row>(
        &mut self,
        row: &RowCells<'_, 's>,
        problems: &mut Vec<Problem>,
    ) -> Option<R> {
        if self.is_well_formed(row) {
            let before = problems.len();
            self.accept(R::TABLE, row, problems);
            if problems.len() > before {
                return None;
            }
            if let Some(row) = typed_row(self.columns, row.cells) {
                return Some(row);
            }
        }
        self.read_whole(row, problems)
    }

    /// Whether every cell is well-formed. Notes those that must still pass the rules.
    fn is_well_formed(&mut self, row: &RowCells<'_, 's>) -> bool {
        self.unproven.clear();
        for (index, cell) in row.cells.iter().enumerate() {
            if self.accepted[index].has(cell) {
                continue;
            }
            let column = &self.columns[index];
            let fits = !cell.trim().is_empty()
                && characters(column, cell).is_none()
                && !has_outer_space(column, cell)
                && self.schema.accepts_cell(index, self.json.put(column, cell));
            if !fits {
                return false;
            }
            self.unproven.push(index);
        }
        true
    }

    /// Applies the rules to the cells that are well-formed, and remembers those that pass.
    fn accept(&mut self, table: &'static str, row: &RowCells<'_, 's>, problems: &mut Vec<Problem>) {
        let mut items: Vec<&str> = Vec::new();
        for index in self.unproven.iter().copied() {
            let before = problems.len();
            let cell = &row.cells[index];
            items.clear();
            if self.columns[index].list {
                items.extend(split_list(cell));
            } else {
                items.push(cell);
            }
            self.rules(table, row.line, index, &items, problems);
            if let (Cow::Borrowed(text), true) = (cell, problems.len() == before) {
                self.accepted[index].add(text);
            }
        }
    }

    /// Applies the rules for one cell.
    fn rules(
        &self,
        table: &'static str,
        line: usize,
        index: usize,
        items: &[&str],
        problems: &mut Vec<Problem>,
    ) {
        let column = &self.columns[index];
        let place =
            |item: Option<usize>| self.file.place(line, index, item.filter(|_| column.list));
        let keys = self.keys[index];
        let cell = CellAt { table, column, items, keys, tables: self.tables, place: &place };
        rules::check(&cell, problems);
    }

    /// Checks one row as a whole and gives it its type; says what is wrong where that fails.
    fn read_whole<R: Row>(&self, row: &RowCells<'_, 's>, problems: &mut Vec<Problem>) -> Option<R> {
        let before = problems.len();
        let mut suspect = vec![false; self.columns.len()];
        for (index, cell) in row.cells.iter().enumerate() {
            let before = problems.len();
            self.say_characters(R::TABLE, row.line, index, cell, problems);
            suspect[index] = problems.len() > before;
        }
        let value = json_row(self.columns, row);
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
            let value = item_or_cell(&row.cells[index], item);
            let help = match *fault.code == FORM {
                true => self.reference_help(index, value, problems.len()),
                false => None,
            };
            problems.push(
                Problem::new(fault.code, self.file.place(row.line, index, item), fault.message)
                    .field(R::TABLE, &name)
                    .value(value)
                    .help(help.unwrap_or(fault.help))
                    .cause(fault.cause),
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
            self.rules(R::TABLE, row.line, index, &items, problems);
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

    /// What to write instead of a text that cannot be a key, in a column of keys.
    fn reference_help(&self, index: usize, value: &str, problems: usize) -> Option<String> {
        let column = &self.columns[index];
        if column.holds(Kind::Date) || column.holds(Kind::Address) {
            return None;
        }
        let keys = self.keys[index]?;
        Reference { column, keys, tables: self.tables, problems }.malformed_help(value)
    }

    /// Says what is wrong with the characters of one cell.
    fn say_characters(
        &self,
        table: &'static str,
        line: usize,
        index: usize,
        cell: &str,
        problems: &mut Vec<Problem>,
    ) {
        let column = &self.columns[index];
        let problem = |code, place, message: String, help: &str| {
            Problem::new(code, place, message).field(table, &column.name).value(cell).help(help)
        };
        if let Some(finding) = characters(column, cell) {
            let mut place = self.file.place(line, index, None);
            let lead = cell.len() - cell.trim_start_matches(' ').len();
            let (at, len) = (finding.at + lead, finding.len);
            // Doubled quotation marks shift the text; then the whole cell is the place.
            if place.span.end - place.span.start == cell.len() {
                place.column += cell[..at].chars().count();
                place.span = (place.span.start + at..place.span.start + at + len).into();
            }
            problems.push(problem(finding.code, place, finding.message, &finding.help));
        } else if has_outer_space(column, cell) {
            problems.push(problem(
                &OUTER_SPACE,
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
