//! Files that were not read.

use super::codes::{NOT_A_FILE, OVER_LIMIT};
use crate::limits::MAX_FILE_BYTES;
use crate::problem::{Place, Problem};
use crate::sources::Refusal;

/// The problem of a file that was not read.
pub(crate) fn refused_file(place: Place, refusal: Refusal) -> Problem {
    let (message, help) = match refusal {
        Refusal::Link => ("a link, not a file", "put the file itself in its place"),
        Refusal::Folder => ("a folder, not a file", "put the file itself in its place"),
        Refusal::NotAFile => ("neither a file nor a folder", "put a file in its place"),
        Refusal::Name => ("the file's name is not text", "rename the file"),
        Refusal::TooLarge(bytes) => {
            let message = format!("the file has {bytes} bytes, at most {MAX_FILE_BYTES}");
            return Problem::new(&OVER_LIMIT, place, message)
                .help("look for rows that are there by mistake");
        }
    };
    Problem::new(&NOT_A_FILE, place, message).help(help)
}
