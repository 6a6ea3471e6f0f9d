//! A workbook as somebody edits it.

use std::collections::BTreeMap;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use rust_xlsxwriter::utility::{column_name_to_number, row_col_to_cell};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// What an editor puts into a cell.
#[derive(Clone, Debug)]
pub enum Value {
    Text(String),
    Number(f64),
    /// Year, month and day.
    Date(u16, u8, u8),
    Truth(bool),
    Formula(&'static str),
}

/// The cells of a sheet by their names: `B2`.
type Cells = BTreeMap<(u32, u16), Value>;

/// A workbook.
pub struct Book(Vec<(String, Cells)>);

impl Book {
    /// Opens a workbook in which every cell is text.
    pub fn open(path: &Path) -> Self {
        let mut file: Xlsx<_> = open_workbook(path).expect("a workbook");
        let names = file.sheet_names();
        let mut sheet = |name: String| {
            let range = file.worksheet_range(&name).expect("a sheet");
            let (top, left) = range.start().unwrap_or_default();
            let cells = range.used_cells().map(|(row, column, cell)| match cell {
                Data::String(text) => {
                    let place = (top + row as u32, (left as usize + column) as u16);
                    (place, Value::Text(text.clone()))
                }
                other => panic!("{name} has {other:?}"),
            });
            let cells = cells.collect();
            (name, cells)
        };
        Self(names.into_iter().map(&mut sheet).collect())
    }

    /// Saves it as another program would, without the looks.
    pub fn save(&self, path: &Path) {
        let mut book = Workbook::new();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        for (name, cells) in &self.0 {
            let sheet = book.add_worksheet().set_name(name).expect("a name");
            for ((row, column), value) in cells {
                match value {
                    Value::Text(text) => sheet.write_string(*row, *column, text),
                    Value::Number(number) => sheet.write_number(*row, *column, *number),
                    Value::Truth(truth) => sheet.write_boolean(*row, *column, *truth),
                    Value::Formula(formula) => sheet.write_formula(*row, *column, *formula),
                    Value::Date(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(*year, *month, *day).expect("a day");
                        sheet.write_datetime_with_format(*row, *column, day, &date)
                    }
                }
                .expect("a cell");
            }
        }
        book.save(path).expect("a file");
    }

    fn cells(&mut self, sheet: &str) -> &mut Cells {
        let found = self.0.iter_mut().find(|(name, _)| name == sheet);
        &mut found.unwrap_or_else(|| panic!("no sheet {sheet}")).1
    }

    /// Writes a cell.
    pub fn put(&mut self, sheet: &str, cell: &str, value: Value) {
        let digits = cell.find(|c: char| c.is_ascii_digit()).expect("a row");
        let row: u32 = cell[digits..].parse().expect("a row");
        self.cells(sheet).insert((row - 1, column_name_to_number(&cell[..digits])), value);
    }

    /// Writes text into a cell.
    pub fn write(&mut self, sheet: &str, cell: &str, text: &str) {
        self.put(sheet, cell, Value::Text(text.to_owned()));
    }

    /// Writes text into the cell of a column, in the row with this key.
    pub fn write_at(&mut self, sheet: &str, key: &str, row: &str, column: &str, text: &str) {
        let cells = self.cells(sheet);
        let says = |value: &Value, text: &str| matches!(value, Value::Text(it) if it == text);
        let column_of = |name: &str| {
            let mut header = cells.iter().filter(|((row, _), _)| *row == 0);
            header.find(|(_, value)| says(value, name)).expect("a column").0.1
        };
        let (key, column) = (column_of(key), column_of(column));
        let mut keys = cells.iter().filter(|((_, at), _)| *at == key);
        let row = keys.find(|(_, value)| says(value, row)).expect("a row").0.0;
        cells.insert((row, column), Value::Text(text.to_owned()));
    }

    /// Writes a row from the first column on.
    pub fn write_row(&mut self, sheet: &str, row: u32, texts: &[&str]) {
        for (column, text) in (0..).zip(texts) {
            self.write(sheet, &row_col_to_cell(row - 1, column), text);
        }
    }

    /// Gives a sheet another name.
    pub fn rename(&mut self, sheet: &str, name: &str) {
        let found = self.0.iter_mut().find(|(it, _)| it == sheet).expect("a sheet");
        name.clone_into(&mut found.0);
    }

    /// Takes a sheet out.
    pub fn remove(&mut self, sheet: &str) {
        self.0.retain(|(name, _)| name != sheet);
    }

    /// Adds a blank sheet.
    pub fn add(&mut self, sheet: &str) {
        self.0.push((sheet.to_owned(), Cells::new()));
    }

    /// Moves the rows from this one on down, as if a blank row were inserted.
    pub fn insert_row(&mut self, sheet: &str, row: u32) {
        self.shift(sheet, |(at, column)| (if at + 1 >= row { at + 1 } else { at }, column));
    }

    /// Moves the columns from this one on to the right, as if a blank column were inserted.
    pub fn insert_column(&mut self, sheet: &str, column: &str) {
        let first = column_name_to_number(column);
        self.shift(sheet, |(row, at)| (row, if at >= first { at + 1 } else { at }));
    }

    /// Takes a column out, and what is to the right of it moves up.
    pub fn remove_column(&mut self, sheet: &str, column: &str) {
        let gone = column_name_to_number(column);
        self.cells(sheet).retain(|(_, at), _| *at != gone);
        self.shift(sheet, |(row, at)| (row, if at > gone { at - 1 } else { at }));
    }

    /// Puts two columns into each other's place.
    pub fn swap_columns(&mut self, sheet: &str, one: &str, other: &str) {
        let (one, other) = (column_name_to_number(one), column_name_to_number(other));
        self.shift(sheet, |(row, at)| match at {
            at if at == one => (row, other),
            at if at == other => (row, one),
            at => (row, at),
        });
    }

    fn shift(&mut self, sheet: &str, to: impl Fn((u32, u16)) -> (u32, u16)) {
        let cells = self.cells(sheet);
        *cells = std::mem::take(cells).into_iter().map(|(at, value)| (to(at), value)).collect();
    }
}
