//! Reads a row in which something looks wrong, and reports what it is.

use serde_json::Value;

use super::characters::{SPACE, characters, has_outer_space};
use super::json_row::json_row;
use super::row_reader::RowReader;
use crate::cell_types::Kind;
use crate::cells::{OUTER_SPACE, RowCells, split_list};
use crate::problem::Problem;
use crate::rules::cell::reference::Reference;
use crate::schema::{FORM, Fault, mismatch};
use crate::tables::Row;
use crate::tables::row::ProviderRow;
use crate::text::pointer_segments;

impl<'s> RowReader<'_, 's> {
    /// Checks one row as a whole and gives it its type. `None` where something is wrong, which is
    /// reported. A cell that one check refused is not shown to the next.
    pub(super) fn read_whole<R: Row>(
        &self,
        row: &RowCells<'_, 's>,
        problems: &mut Vec<Problem>,
    ) -> Option<R> {
        let before = problems.len();
        let mut refused = vec![false; self.columns.len()];
        for (index, cell) in row.cells.iter().enumerate() {
            let problem = self.character_problem(R::TABLE, row.line, index, cell);
            refused[index] = problem.is_some();
            problems.extend(problem);
        }
        let value = json_row(self.columns, row);
        for fault in self.schema.faults(&value) {
            self.report(R::TABLE, row, fault, &mut refused, problems);
        }
        self.apply_rules_to(R::TABLE, row.line, &value, &refused, problems);
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

    /// What is wrong with the characters of one cell.
    fn character_problem(
        &self,
        table: &'static str,
        line: usize,
        index: usize,
        cell: &str,
    ) -> Option<Problem> {
        let column = &self.columns[index];
        let mut place = self.file.place(line, index, None);
        let problem = match characters(column, cell) {
            Some(finding) => {
                let lead = cell.len() - cell.trim_start_matches(' ').len();
                let at = finding.at + lead;
                // With doubled quotation marks, the text in the file is longer than the cell. Then
                // the whole cell is the place.
                if place.span.end - place.span.start == cell.len() {
                    place.column += cell[..at].chars().count();
                    let start = place.span.start + at;
                    place.span = (start..start + finding.len).into();
                }
                Problem::new(finding.code, place, finding.message).help(finding.help)
            }
            None if has_outer_space(column, cell) => {
                Problem::new(&OUTER_SPACE, place, SPACE).help("run `cargo xtask sync`")
            }
            None => return None,
        };
        Some(problem.field(table, &column.name).value(cell))
    }

    /// Reports what the schema says about a cell, unless the cell was refused before.
    fn report(
        &self,
        table: &'static str,
        row: &RowCells<'_, 's>,
        fault: Fault,
        refused: &mut [bool],
        problems: &mut Vec<Problem>,
    ) {
        let mut segments = pointer_segments(&fault.pointer);
        let name = segments.next().unwrap_or_default();
        let item = segments.next().and_then(|item| item.parse().ok());
        let Some(index) = self.columns.iter().position(|column| column.name == name) else {
            let place = self.file.place(row.line, 0, None);
            return problems.push(mismatch(place, table, &fault.message));
        };
        if std::mem::replace(&mut refused[index], true) {
            return;
        }
        let cell = &row.cells[index];
        let value = match item {
            Some(item) => split_list(cell).nth(item).unwrap_or(cell).trim(),
            None => cell,
        };
        let help = match *fault.code == FORM {
            true => self.reference_help(index, value, problems.len()),
            false => None,
        };
        problems.push(
            Problem::new(fault.code, self.file.place(row.line, index, item), fault.message)
                .field(table, &name)
                .value(value)
                .help(help.unwrap_or(fault.help))
                .cause(fault.cause),
        );
    }

    /// Applies the rules to the cells that were not refused. A blank cell has no member.
    fn apply_rules_to(
        &self,
        table: &'static str,
        line: usize,
        row: &Value,
        refused: &[bool],
        problems: &mut Vec<Problem>,
    ) {
        for (index, column) in self.columns.iter().enumerate() {
            let items: Vec<&str> = match &row[&column.name] {
                Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
                Value::String(text) => vec![text],
                _ => continue,
            };
            if !refused[index] {
                self.apply_rules(table, line, index, &items, problems);
            }
        }
    }

    /// What to write instead of a text that cannot be a key, in a column of keys.
    fn reference_help(&self, index: usize, value: &str, problems: usize) -> Option<String> {
        let column = &self.columns[index];
        if column.holds(Kind::Date) || column.holds(Kind::Address) {
            return None;
        }
        let table = match &column.references {
            Some(table) => table,
            None if column.holds(Kind::Party) => ProviderRow::TABLE,
            None => return None,
        };
        let keys = self.tables.get(table)?;
        Reference { column, table, keys, tables: self.tables, problems }.malformed_help(value)
    }
}
