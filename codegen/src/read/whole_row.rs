//! Reads a row in which something looks wrong, and reports what it is.

use serde_json::Value;

use super::characters::{SPACE, characters, has_outer_space};
use super::json_row::json_row;
use super::row_reader::RowReader;
use crate::cell_types::Kind;
use crate::cells::{OUTER_SPACE, RowCells, split_list};
use crate::problem::{Cause, Problem, SYNC};
use crate::rules::cell::reference::Reference;
use crate::schema::{FORM, Fault, Presence, mismatch, rewritten_dates};
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
        let faults = self.schema.faults(&value);
        let faults = self.joined_blanks(R::TABLE, row.line, faults, &mut refused, problems);
        for fault in faults {
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
                let at = finding.at;
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
                Problem::new(&OUTER_SPACE, place, SPACE).help(SYNC)
            }
            None => return None,
        };
        Some(problem.field(table, &column.name).value(cell))
    }

    /// Reports the blank cells of a row as one problem, if there are several, and gives the other
    /// faults back.
    fn joined_blanks(
        &self,
        table: &'static str,
        line: usize,
        faults: Vec<Fault>,
        refused: &mut [bool],
        problems: &mut Vec<Problem>,
    ) -> Vec<Fault> {
        const FEWEST: usize = 3;
        let at = |fault: &Fault| {
            let name = pointer_segments(&fault.pointer).next()?;
            self.columns.iter().position(|column| column.name == name)
        };
        let is_blank = |fault: &Fault| fault.presence == Presence::Missing && at(fault).is_some();
        let (blank, others): (Vec<_>, Vec<_>) = faults.into_iter().partition(is_blank);
        if blank.len() < FEWEST {
            return blank.into_iter().chain(others).collect();
        }
        let mut cells: Vec<usize> = blank.iter().filter_map(at).collect();
        cells.sort_unstable();
        for index in &cells {
            refused[*index] = true;
        }
        let names: Vec<String> =
            cells.iter().map(|index| format!("`{}`", self.columns[*index].name)).collect();
        let names = names.join(", ");
        let place = self.file.place(line, cells[0], None);
        problems.push(
            Problem::new(blank[0].code, place, format!("{} cells are blank: {names}", cells.len()))
                .field(table, &self.columns[cells[0]].name)
                .help("write the facts, or the words that the columns allow; or delete the row")
                .cause(Cause::new(&names, table)),
        );
        others
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
            true => self
                .reference_help(index, value, problems.len())
                .or_else(|| self.date_help(index, value, row)),
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

    /// The date to write instead of one that a spreadsheet rewrote, if it might be several, and one
    /// alone is a key of the table that the column refers to, or is in another cell of the row.
    fn date_help(&self, index: usize, value: &str, row: &RowCells<'_, 's>) -> Option<String> {
        if !self.columns[index].holds(Kind::Date) {
            return None;
        }
        let dates = rewritten_dates(value);
        let table = self.columns[index].references.as_deref();
        let keys = table.and_then(|table| self.tables.get(table));
        let is_key = |date: &str| keys.is_some_and(|keys| keys.has(date));
        let in_row = |date: &str| row.cells.iter().any(|cell| cell.contains(date));
        let only = |fits: &dyn Fn(&str) -> bool| {
            let mut dates = dates.iter().filter(|date| fits(date));
            dates.next().filter(|_| dates.next().is_none())
        };
        if dates.len() < 2 {
            return None;
        }
        let date = only(&in_row).or_else(|| only(&is_key))?;
        Some(format!(
            "write `{date}`; where a spreadsheet rewrote the date, format the column as text first"
        ))
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
