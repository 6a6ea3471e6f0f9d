//! Reads the cells of a sheet as those of a table.

use std::collections::{BTreeMap, HashSet};

use service_providers_codegen::{Column, Kind, TableInfo};

use super::damage::Damage;
use super::name_column::is_name_column;
use super::sheet::{Cell, Content, Sheet};

/// Reads one sheet, and collects what is wrong with it.
pub(super) struct SheetReader<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) damage: Vec<Damage>,
}

/// The largest number of which a spreadsheet keeps every digit.
const MAX_EXACT: f64 = 1e15;

const TYPE_AGAIN: &str = "format the column as text, and type the cell again";

impl SheetReader<'_> {
    /// The header of each column of the table, and its number in the sheet.
    pub(super) fn columns(&mut self) -> Vec<(String, u32)> {
        let mut columns = Vec::new();
        let mut unnamed = Vec::new();
        for (column, first_below) in self.first_cells() {
            let damaged = self.damage.len();
            let header = self.text((0, column), None);
            let header = header.trim();
            if self.damage.len() > damaged {
                // What the column is called is not known, and that is said.
            } else if header.is_empty() {
                unnamed.extend(first_below);
            } else if !is_name_column(header) {
                columns.push((header.to_owned(), column));
            }
        }
        let is_blank = columns.is_empty() && self.damage.is_empty();
        self.refuse_unnamed(&unnamed);
        if is_blank {
            let message = "the first row is blank".to_owned();
            let help = "the first row must hold the names of the columns";
            self.damage = vec![Damage::of_sheet(&self.sheet.name, message, help)];
        }
        columns
    }

    /// The columns that hold something, and the first cell of each below the header, if it has one.
    /// Every cell is looked at once, because a stray one in the last column makes a sheet very wide.
    fn first_cells(&self) -> BTreeMap<u32, Option<(u32, u32)>> {
        let mut first_cells = BTreeMap::new();
        for cell in self.sheet.cells.keys() {
            let first = first_cells.entry(cell.1).or_insert(None);
            if cell.0 > 0 {
                first.get_or_insert(*cell);
            }
        }
        first_cells
    }

    /// Reports columns without a name, of which these are the first cells, by the first of them.
    fn refuse_unnamed(&mut self, first_cells: &[(u32, u32)]) {
        if let [cell, more @ ..] = first_cells {
            let message = match more.len() {
                0 => "the column of this cell has no name, so nothing reads it".to_owned(),
                more => format!("this column and {more} more have no name, so nothing reads them"),
            };
            let help = "write the name of the column into the first row, or delete the column";
            self.damage.push(Damage::of_cell(&self.sheet.name, *cell, message, help));
        }
    }

    /// The rows below the header, down to the last that holds something.
    pub(super) fn rows(
        &mut self,
        table: &TableInfo,
        columns: &[(String, u32)],
    ) -> Vec<Vec<String>> {
        let columns: Vec<(u32, Option<&Column>)> = columns
            .iter()
            .map(|(name, at)| (*at, table.columns().iter().find(|column| column.name == *name)))
            .collect();
        let named: HashSet<u32> = columns.iter().map(|(at, _)| *at).collect();
        let cells = self.sheet.cells.keys();
        let filled = cells.filter(|(_, at)| named.contains(at)).map(|(row, _)| *row);
        let last = filled.max().unwrap_or_default();
        let row = |row| columns.iter().map(|(at, column)| self.text((row, *at), *column)).collect();
        (1..=last).map(row).collect()
    }

    /// The text of a cell. A cell that holds something else is reported, and taken for blank.
    fn text(&mut self, at: (u32, u32), column: Option<&Column>) -> String {
        let Some(cell) = self.sheet.cells.get(&at) else { return String::new() };
        text(cell, column).unwrap_or_else(|(message, help)| {
            self.report(at, message, help);
            String::new()
        })
    }

    /// Reports what is wrong with a cell, once for all cells of its column.
    fn report(&mut self, cell: (u32, u32), message: String, help: &str) {
        let alike = |it: &&mut Damage| {
            it.help == help && it.cell.is_some_and(|(_, column)| column == cell.1)
        };
        match self.damage.iter_mut().find(alike) {
            Some(damage) => damage.more += 1,
            None => self.damage.push(Damage::of_cell(&self.sheet.name, cell, message, help)),
        }
    }
}

/// The text of a cell; otherwise what it is, and what to do about it. What a spreadsheet made of a
/// text does not tell what the text was. Only a whole number in a column of numbers does.
fn text(cell: &Cell, column: Option<&Column>) -> Result<String, (String, &'static str)> {
    let lost = |what: String| Err((format!("{what}, and what was typed is lost"), TYPE_AGAIN));
    match &cell.content {
        _ if cell.formula => {
            Err(("a formula stands in the cell".to_owned(), "write as text what it should say"))
        }
        Content::Text(text) if text.contains(['\n', '\r']) => {
            Err(("the text of the cell has a line break".to_owned(), "write it in one line"))
        }
        Content::Text(text) if text.contains('\0') => {
            Err(("the text of the cell has the character U+0000".to_owned(), "type the cell again"))
        }
        Content::Text(text) => Ok(text.clone()),
        Content::Number(number)
            if column.is_some_and(|column| column.holds(Kind::Number))
                && number.fract() == 0.0
                && (0.0..MAX_EXACT).contains(number) =>
        {
            Ok(format!("{number:.0}"))
        }
        Content::Number(number) => lost(format!("the cell is the number {number}")),
        Content::Date(day) => lost(format!("the cell is the date {day}")),
        Content::Truth(truth) => lost(format!("the cell is the logical value {truth}")),
        Content::Error => lost("the cell is an error".to_owned()),
    }
}
