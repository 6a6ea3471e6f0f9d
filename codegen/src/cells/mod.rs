//! From bytes to cells: what a file is made of, before anything is known about its meaning.
//!
//! A row is a line; a cell holds no line break. So one broken line never takes the next with it.

mod characters;
mod codes;
mod csv_file;
mod header;
mod json_file;
mod quoting;
mod record;
mod text_file;

pub(crate) use characters::{Finding, check as check_characters, check_items};
pub(crate) use codes::{
    CODES, FORMULA, LAYOUT, MISSING_FILE, OUTER_SPACE, OVER_LIMIT, UNKNOWN_FILE,
};
pub(crate) use csv_file::{CsvFile, RowCells};
pub(crate) use header::ExpectedColumns;
pub(crate) use json_file::JsonFile;
pub(crate) use record::split_list;
pub(crate) use text_file::TextFile;

use crate::limits::MAX_FILE_BYTES;
use crate::problem::{Place, Problem};
use crate::sources::Refusal;

/// A file that was not read.
pub(crate) fn refused_file(place: Place, refusal: Refusal) -> Problem {
    let (code, message, help) = match refusal {
        Refusal::Link => {
            (&codes::NOT_A_FILE, "a link, not a file", "put the file itself in its place")
        }
        Refusal::NotAFile => {
            (&codes::NOT_A_FILE, "neither a file nor a folder", "put a file in its place")
        }
        Refusal::Folder => {
            (&codes::NOT_A_FILE, "a folder, not a file", "put the file itself in its place")
        }
        Refusal::Name => (&codes::NOT_A_FILE, "the file's name is not text", "rename the file"),
        Refusal::TooLarge(bytes) => {
            return Problem::new(
                &codes::OVER_LIMIT,
                place,
                format!("the file has {bytes} bytes, at most {MAX_FILE_BYTES}"),
            )
            .help("look for rows that stand there by mistake");
        }
    };
    Problem::new(code, place, message).help(help)
}
