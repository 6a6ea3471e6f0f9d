//! A workbook as cells, whichever program saved it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, OdsError, Reader as _, Xlsx, XlsxError};

use super::damage::cell_name;
use crate::failure::Failure;

/// A sheet of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// The cells that hold something, by row and column, both counted from 0.
    pub(super) cells: BTreeMap<(u32, u32), Cell>,
}

/// A cell.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) content: Content,
    /// Whether a formula makes what it shows.
    pub(super) formula: bool,
}

/// What a cell holds.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// What was typed.
    Text(String),
    /// A number. How it was typed is lost.
    Number(f64),
    /// A day or a time of day.
    Date(String),
    /// True or false.
    Truth(bool),
    /// A formula that failed.
    Error,
}

/// Reads the sheets of an `.xlsx` or `.ods` file.
///
/// # Errors
/// If it is neither.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Failure> {
    // The type of the file stands in the first bytes of an .ods file, where people can read it.
    let start = &bytes[..bytes.len().min(100)];
    let is_ods = start.windows(8).any(|bytes| bytes == b"mimetype");
    const SAVE: &str = "; save it as .xlsx or .ods";
    let read = match bytes {
        [] => Err(format!("the file is empty{SAVE}")),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            Err(format!("it is of an old format, or has a password{SAVE}"))
        }
        [b'P', b'K', ..] if is_ods => ods(bytes).map_err(|error| match error {
            OdsError::CellLimitExceeded { .. } => {
                "a sheet has a cell far from all others; delete it, or save the file as .xlsx"
                    .to_owned()
            }
            error => format!("{error}{SAVE}"),
        }),
        [b'P', b'K', ..] => xlsx(bytes).map_err(|(error, after)| match (error, after) {
            (XlsxError::CellError(value), Some(cell)) => format!(
                "a cell after {cell} is the error `{value}`; write as text what it should say"
            ),
            (error, Some(cell)) => format!("{error}, after the cell {cell}{SAVE}"),
            (error, None) => format!("{error}{SAVE}"),
        }),
        _ => Err(format!("it is a file of another kind{SAVE}")),
    };
    read.map_err(|error| Failure::new(format!("cannot be read as a workbook: {error}")))
}

/// The sheets of an `.xlsx` file; or what is wrong, and the last cell before it.
fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, (XlsxError, Option<String>)> {
    let of_file = |error| (error, None);
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(of_file)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut sheet = Sheet { name, ..Sheet::default() };
        // Cells come one by one, because a single one in the last corner makes a table of billions.
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(of_file)?;
        let mut last = (0, 0);
        loop {
            let next = reader.next_cell_with_formula_metadata();
            let next = next.map_err(|error| (error, Some(cell_name(&sheet.name, last))))?;
            let Some(cell) = next else { break };
            last = cell.pos;
            let content = match cell.value {
                DataRef::Int(number) => Some(Content::Number(number as f64)),
                DataRef::Float(number) => Some(Content::Number(number)),
                DataRef::String(text) => text_content(text),
                DataRef::SharedString(text) => text_content(text.to_owned()),
                DataRef::Bool(truth) => Some(Content::Truth(truth)),
                DataRef::DateTime(date) => Some(Content::Date(day(&date))),
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                    Some(Content::Date(text))
                }
                DataRef::Error(_) => Some(Content::Error),
                DataRef::Empty => None,
            };
            sheet.add(cell.pos, content, cell.formula.is_some());
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// An .ods file can only be read as whole tables. One with a cell in the last corner takes some GB of
/// memory: the library stops at 100 million cells.
fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, OdsError> {
    let mut book = Ods::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let values = book.worksheet_range(&name)?;
        let formulas = book.worksheet_formula(&name)?;
        let mut sheet = Sheet { name, ..Sheet::default() };
        let (top, left) = values.start().unwrap_or_default();
        for (row, column, value) in values.used_cells() {
            let place = (top + row as u32, left + column as u32);
            let content = match value {
                Data::Int(number) => Some(Content::Number(*number as f64)),
                Data::Float(number) => Some(Content::Number(*number)),
                Data::String(text) => text_content(text.clone()),
                Data::Bool(truth) => Some(Content::Truth(*truth)),
                Data::DateTime(date) => Some(Content::Date(day(date))),
                Data::DateTimeIso(text) | Data::DurationIso(text) => {
                    Some(Content::Date(text.clone()))
                }
                Data::Error(_) => Some(Content::Error),
                Data::Empty => None,
            };
            let formula = formulas.get_value(place).is_some_and(|formula| !formula.is_empty());
            sheet.add(place, content, formula);
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn text_content(text: String) -> Option<Content> {
    (!text.is_empty()).then_some(Content::Text(text))
}

/// A day as year, month and day.
fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year}-{month:02}-{day:02}")
}

impl Sheet {
    fn add(&mut self, place: (u32, u32), content: Option<Content>, formula: bool) {
        // A formula may show nothing.
        let content = content.or_else(|| formula.then(|| Content::Text(String::new())));
        if let Some(content) = content {
            self.cells.insert(place, Cell { content, formula });
        }
    }
}
