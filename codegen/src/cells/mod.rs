//! From bytes to cells. This layer knows nothing about what a cell means.
//!
//! A row is a line, and a cell holds no line break. So a broken line does not break the next one.

mod characters;
mod codes;
mod csv_file;
mod header;
mod header_faults;
mod json_file;
mod line;
mod list;
mod refused_file;
mod row_faults;
mod separator;
mod split_cells;
mod text_file;

pub(crate) use characters::{Finding, check as check_characters, check_items};
pub(crate) use codes::{
    CODES, FORMULA, LAYOUT, MISSING_FILE, OUTER_SPACE, OVER_LIMIT, UNFINISHED_DRAFT, UNKNOWN_FILE,
    WRONG_SEPARATOR,
};
pub(crate) use csv_file::{CsvFile, RowCells};
pub(crate) use header::ExpectedTable;
pub(crate) use json_file::JsonFile;
pub(crate) use list::split_list;
pub(crate) use refused_file::refused_file;
pub(crate) use separator::with_commas;
pub(crate) use text_file::TextFile;
