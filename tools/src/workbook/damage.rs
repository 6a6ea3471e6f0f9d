//! What is wrong with a workbook before its cells can be checked as those of a table.

use std::fmt;

use annotate_snippets::{Level, Origin, Renderer};
use rust_xlsxwriter::utility::row_col_to_cell;

/// Something in a workbook that cannot be taken for the text of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The sheet.
    pub(super) sheet: String,
    /// The row and the column, both counted from 0. `None` if it is about the whole sheet.
    pub(super) cell: Option<(u32, u32)>,
    pub(super) message: String,
    pub(super) help: String,
    /// In how many more cells of the column the same is wrong.
    pub(super) more: usize,
}

impl Damage {
    /// Something that is wrong with a whole sheet.
    pub(super) fn of_sheet(sheet: &str, message: String, help: impl Into<String>) -> Self {
        Self { sheet: sheet.to_owned(), cell: None, message, help: help.into(), more: 0 }
    }

    /// Something that is wrong with a cell.
    pub(super) fn of_cell(sheet: &str, cell: (u32, u32), message: String, help: &str) -> Self {
        Self { cell: Some(cell), ..Self::of_sheet(sheet, message, help) }
    }
}

/// The name of a cell as a spreadsheet shows it, `engagements!H12`. Row and column count from 0.
pub(super) fn cell_name(sheet: &str, (row, column): (u32, u32)) -> String {
    format!("{sheet}!{}", row_col_to_cell(row, column.try_into().unwrap_or(u16::MAX)))
}

/// In the form in which `check` prints problems.
impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.cell {
            Some(cell) => cell_name(&self.sheet, cell),
            None => self.sheet.clone(),
        };
        let title = match self.more {
            0 => self.message.clone(),
            1 => format!("{}; the same in one more cell of the column", self.message),
            more => format!("{}; the same in {more} more cells of the column", self.message),
        };
        let group = Level::ERROR
            .primary_title(title)
            .element(Origin::path(place))
            .element(Level::HELP.message(&*self.help));
        f.write_str(&Renderer::styled().render(&[group]).to_string())
    }
}
