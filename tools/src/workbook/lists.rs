//! The hidden sheet with the lists to choose from.
//!
//! A list inside the cell itself could have 255 characters; one on a sheet has no limit.

use rust_xlsxwriter::utility::worksheet_range_absolute;
use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

use super::LISTS;
use super::choices::Choice;

/// The lists, each once, however many columns choose from it.
#[derive(Default)]
pub(super) struct Lists(Vec<List>);

struct List {
    title: String,
    choices: Vec<Choice>,
}

/// Where a list stands: the texts in one column, their names in the next.
pub(super) struct ListPlace {
    column: ColNum,
    last: RowNum,
    /// Whether any of its texts has a name.
    pub(super) has_names: bool,
}

impl Lists {
    /// The place of a list with these choices. `None` if there are none.
    pub(super) fn place(&mut self, title: &str, choices: &[Choice]) -> Option<ListPlace> {
        if choices.is_empty() {
            return None;
        }
        let found = self.0.iter().position(|list| list.choices == choices);
        let number = found.unwrap_or_else(|| {
            self.0.push(List { title: title.to_owned(), choices: choices.to_vec() });
            self.0.len() - 1
        });
        Some(ListPlace {
            column: 2 * number as ColNum,
            last: choices.len() as RowNum,
            has_names: choices.iter().any(|choice| !choice.name.is_empty()),
        })
    }

    /// Writes the sheet.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?.set_hidden(true);
        for (column, list) in (0..).step_by(2).zip(&self.0) {
            sheet.write_string(0, column, &list.title)?;
            for (row, choice) in (1..).zip(&list.choices) {
                sheet.write_string(row, column, &choice.text)?;
                sheet.write_string(row, column + 1, choice.shown_name())?;
            }
        }
        Ok(())
    }
}

impl ListPlace {
    /// The cells with the texts.
    pub(super) fn texts(&self) -> String {
        worksheet_range_absolute(LISTS, 1, self.column, self.last, self.column)
    }

    /// The cells with the texts, and those with the names.
    pub(super) fn texts_and_names(&self) -> String {
        worksheet_range_absolute(LISTS, 1, self.column, self.last, self.column + 1)
    }
}
