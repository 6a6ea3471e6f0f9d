//! The sheet of one table.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ColNum, Color, DataValidation, DataValidationErrorStyle, Format, Formula, Note, RowNum,
    Worksheet, XlsxError,
};
use service_providers_codegen::Column;

use super::choices::{Choice, Keys, by_text};
use super::lists::{ListPlace, Lists};
use super::name_column;
use super::source_table::SourceTable;
use crate::reference::dictionary;

/// What stands beside a key that is not in the list.
const NO_NAME: &str = "?";
/// The last row of a sheet.
const LAST_ROW: RowNum = 1_048_575;
/// A column is as wide as its longest cell, within these numbers of characters.
const WIDTHS: (usize, usize) = (8, 50);
/// How wide a note is, in pixels, and how many of its characters fit into a line.
const NOTE_WIDTH: (u32, usize) = (420, 64);
/// How high a line of a note is, in pixels.
const NOTE_LINE: u32 = 15;

/// How cells look.
pub(super) struct Styles {
    header: Format,
    /// Text, so that no spreadsheet makes a date or a number of what is typed.
    cell: Format,
    name: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let text = Format::new().set_num_format("@");
        Self {
            header: text.clone().set_bold(),
            cell: text,
            name: Format::new().set_font_color(Color::Gray).set_background_color("#F2F2F2"),
        }
    }
}

/// A table whose sheet is to be written.
pub(super) struct TableSheet<'t> {
    pub(super) table: &'t SourceTable,
    pub(super) keys: &'t Keys,
    pub(super) styles: &'t Styles,
}

impl TableSheet<'_> {
    pub(super) fn write(&self, sheet: &mut Worksheet, lists: &mut Lists) -> Result<(), XlsxError> {
        sheet.set_name(self.table.info.name)?.set_freeze_panes(1, 1)?;
        let mut at: ColNum = 0;
        for (index, column) in self.table.info.columns().iter().enumerate() {
            self.write_cells(sheet, at, index)?;
            sheet.insert_note(0, at, &note(column))?;
            let choices = self.keys.choices(column);
            let title = column.references.as_deref().unwrap_or(&column.name);
            let list = lists.place(title, &choices);
            if let Some(list) = &list {
                sheet.add_data_validation(1, at, LAST_ROW, at, &validation(column, list)?)?;
            }
            at += 1;
            if let Some(list) = list.filter(|list| list.has_names && !column.list) {
                self.write_names(sheet, at, index, &list, &choices)?;
                at += 1;
            }
        }
        Ok(())
    }

    /// Writes a column of the table.
    fn write_cells(
        &self,
        sheet: &mut Worksheet,
        at: ColNum,
        index: usize,
    ) -> Result<(), XlsxError> {
        let name = &self.table.info.columns()[index].name;
        sheet.set_column_format(at, &self.styles.cell)?;
        sheet.write_string_with_format(0, at, name, &self.styles.header)?;
        let cells = self.table.rows.iter().map(|row| &*row[index]);
        for (row, cell) in (1..).zip(cells.clone()) {
            sheet.write_string_with_format(row, at, cell, &self.styles.cell)?;
        }
        set_width(sheet, at, std::iter::once(&**name).chain(cells))
    }

    /// Writes the names of what the keys in the column before stand for. A formula looks them up, so
    /// the name follows when the key is changed.
    fn write_names(
        &self,
        sheet: &mut Worksheet,
        at: ColNum,
        index: usize,
        list: &ListPlace,
        choices: &[Choice],
    ) -> Result<(), XlsxError> {
        let header = name_column::header(&self.table.info.columns()[index].name);
        sheet.write_string_with_format(0, at, &header, &self.styles.name)?;
        let choices = by_text(choices);
        let mut shown = vec![&*header];
        for (row, cells) in (1..).zip(&self.table.rows) {
            let key = row_col_to_cell(row, at - 1);
            let table = list.texts_and_names();
            let look_up = format!("=IFERROR(VLOOKUP({key},{table},2,FALSE),\"{NO_NAME}\")");
            let name = choices.get(&*cells[index]).map_or(NO_NAME, |choice| choice.shown_name());
            let formula = Formula::new(look_up).set_result(name);
            sheet.write_formula_with_format(row, at, formula, &self.styles.name)?;
            shown.push(name);
        }
        set_width(sheet, at, shown)
    }
}

fn set_width<'c>(
    sheet: &mut Worksheet,
    at: ColNum,
    cells: impl IntoIterator<Item = &'c str>,
) -> Result<(), XlsxError> {
    let longest = cells.into_iter().map(|cell| cell.chars().count()).max().unwrap_or_default();
    let width = longest.clamp(WIDTHS.0, WIDTHS.1) + 2;
    sheet.set_column_width(at, width as f64).map(drop)
}

/// What the data dictionary says of a column.
fn note(column: &Column) -> Note {
    let text = dictionary::note(column);
    let lines: usize = text.lines().map(|line| 1 + line.chars().count() / NOTE_WIDTH.1).sum();
    let height = NOTE_LINE * (lines as u32 + 1);
    Note::new(text).add_author_prefix(false).set_width(NOTE_WIDTH.0).set_height(height)
}

/// The list to choose from. A term that is not in it is refused. A key may be new, so the editor is
/// asked. A list of several is typed, so nothing is said.
fn validation(column: &Column, list: &ListPlace) -> Result<DataValidation, XlsxError> {
    let choose = DataValidation::new().allow_list_formula(Formula::new(list.texts()));
    if column.list {
        return Ok(choose.show_error_message(false));
    }
    let choose = choose.set_error_title("Not in the list")?;
    if column.terms.is_empty() {
        choose
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message("Go on only if you add its row to the sheet of its table.")
    } else {
        choose.set_error_message("Choose from the list.")
    }
}
