//! A workbook made for editing: one file in which every table of the register is a sheet.
//!
//! [`write()`] makes it. [`WorkbookContent::of`] makes the tables of it again, as the spreadsheet left it, and
//! [`Origin`] says in which cell of it a problem stands. What is read goes through the same checks as
//! the CSV files, so nothing here judges what a cell says, only whether it is text.

mod choices;
mod damage;
mod lists;
mod name_column;
mod origin;
mod sheet;
mod sheet_reader;
mod source_table;
mod state;
mod table_sheet;
mod tables;
mod write;

pub use damage::Damage;
pub use origin::Origin;
pub use sheet::{Sheet, sheets};
pub use state::State;
pub use tables::{SheetTable, WorkbookContent};
pub use write::write;

/// The hidden sheet with the lists to choose from.
const LISTS: &str = "lists";

/// The hidden sheet that says which tables the workbook was made from.
const STATE: &str = "state";
