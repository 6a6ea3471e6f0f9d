//! From bytes to cells: what a file is made of, before anything is known about its meaning.
//!
//! A row is a line; a cell holds no line break. So one broken line never takes the next with it.

mod characters;
mod codes;
mod csv_file;
mod json_file;
mod quoting;
mod text_file;

pub(crate) use characters::check as check_characters;
pub(crate) use codes::CODES;
pub(crate) static OUTER_SPACE: &crate::codes::Code = &codes::OUTER_SPACE;
pub(crate) use csv_file::{CsvFile, RowCells, split_list};
pub(crate) use json_file::{JsonFile, pointer_segments};
pub(crate) use text_file::TextFile;

use crate::problem::{Place, Problem};
use crate::suggest;

/// A table's file that is not there.
pub(crate) fn missing_file(place: Place) -> Problem {
    Problem::new(&codes::MISSING_FILE, place, "the file is missing")
        .help("put it back; a new table starts with its header line")
}

/// A file that is no table.
pub(crate) fn unknown_file(name: &str, path: &str, known: &[&str]) -> Problem {
    let place = Place { file: name.to_owned(), line: 1, column: 1, span: (0..0).into() };
    let help = match suggest::nearest(path, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "move it out of the data folder".to_owned(),
    };
    Problem::new(&codes::UNKNOWN_FILE, place, format!("`{path}` is no table of the register"))
        .value(path)
        .help(help)
}
