//! Reads one row: characters, schema, rules for one cell, type.

use std::borrow::Cow;

use super::accepted::Accepted;
use super::characters::{characters, has_outer_space};
use super::json_row::JsonCell;
use super::typed_row::typed_row;
use crate::cells::{CsvFile, RowCells, split_list};
use crate::keys::KeysByTable;
use crate::problem::Problem;
use crate::rules::cell::{self as rules, CellAt};
use crate::schema::RowSchema;
use crate::tables::{Column, Row};

/// Reads the rows of one table.
///
/// A row without errors is read cell by cell. Where a cell looks wrong, the row is read again as a
/// whole, which takes longer and finds the words for what is wrong.
pub(super) struct RowReader<'r, 's> {
    pub(super) file: &'r CsvFile<'s>,
    pub(super) schema: &'r RowSchema,
    pub(super) columns: &'r [Column],
    /// The keys of all tables read before.
    pub(super) tables: &'r KeysByTable<'s>,
    /// For every column the texts that passed all checks recently.
    accepted: Vec<Accepted<'r, 's>>,
    /// The columns of the current row whose cells are well-formed and must still pass the rules.
    unproven: Vec<usize>,
    json: JsonCell,
}

impl<'r, 's> RowReader<'r, 's> {
    pub(super) fn new(
        file: &'r CsvFile<'s>,
        schema: &'r RowSchema,
        columns: &'r [Column],
        key: &[usize],
        tables: &'r KeysByTable<'s>,
    ) -> Self {
        let accepted = |(index, column)| match key == [index] {
            true => Accepted::of_unique(),
            false => Accepted::of(column, tables),
        };
        Self {
            file,
            schema,
            columns,
            tables,
            accepted: columns.iter().enumerate().map(accepted).collect(),
            unproven: Vec::new(),
            json: JsonCell::default(),
        }
    }

    /// Checks one row and gives it its type. `None` where something is wrong, which is reported.
    pub(super) fn read<R: Row>(
        &mut self,
        row: &RowCells<'_, 's>,
        problems: &mut Vec<Problem>,
    ) -> Option<R> {
        if self.is_well_formed(row) {
            let before = problems.len();
            self.check_unproven(R::TABLE, row, problems);
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

    /// Applies the rules to the noted cells, and remembers the texts that pass.
    fn check_unproven(
        &mut self,
        table: &'static str,
        row: &RowCells<'_, 's>,
        problems: &mut Vec<Problem>,
    ) {
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
            self.apply_rules(table, row.line, index, &items, problems);
            if let (Cow::Borrowed(text), true) = (cell, problems.len() == before) {
                self.accepted[index].add(text);
            }
        }
    }

    /// Applies the rules for one cell.
    pub(super) fn apply_rules(
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
        let cell = CellAt { table, column, items, tables: self.tables, place: &place };
        rules::check(&cell, problems);
    }
}
