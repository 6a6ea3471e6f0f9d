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

pub use characters::is_forbidden;
pub(crate) use characters::{Finding, check as check_characters, check_items, formula_help};
pub(crate) use codes::{CODES, LAYOUT, OUTER_SPACE};
pub(crate) use csv_file::{CsvFile, RowCells};
pub(crate) use json_file::{JsonFile, pointer_segments};
pub(crate) use record::split_list;
pub(crate) use text_file::TextFile;

use crate::limits::{MAX_FILE_BYTES, MAX_PROBLEMS};
use crate::problem::{Place, Problem};
use crate::sources::Refusal;
use crate::suggest;

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

/// A table with more problems than anybody reads. What is wrong with them is mostly one thing.
pub(crate) fn too_many_problems(place: Place, table: &str) -> Problem {
    let message = format!(
        "the table has more than {MAX_PROBLEMS} problems; the rows from here on were not checked"
    );
    Problem::new(&codes::OVER_LIMIT, place, message)
        .field(table, "")
        .help("mend what stands above first; much of it may be one mistake")
}

/// A source file that is not there.
pub(crate) fn missing_file(place: Place, path: &str) -> Problem {
    let help = match path.ends_with(".csv") {
        true => "put it back; a new table starts with its header line",
        false => "put it back; schema/README.md shows what it holds",
    };
    Problem::new(&codes::MISSING_FILE, place, "the file is missing").help(help)
}

/// A file that is no table.
pub(crate) fn unknown_file(
    place: Place,
    path: &str,
    known: &[&str],
    there: impl Fn(&str) -> bool,
) -> Problem {
    let copied = known.iter().copied().find(|known| plain_name(known) == plain_name(path));
    let help = match copied.or_else(|| suggest::nearest_term(path, known.iter().copied())) {
        Some(near) if there(near) => {
            format!("`{near}` is there; delete this file, or move it out of the data folder")
        }
        Some(near) => format!("did you mean `{near}`?"),
        None => "move it out of the data folder".to_owned(),
    };
    Problem::new(&codes::UNKNOWN_FILE, place, format!("`{path}` is no table of the register"))
        .value(path)
        .help(help)
}

/// The name of a file without its folder and without what programs add to the name of a copy.
fn plain_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let words = stem.split(|c: char| !c.is_alphanumeric());
    let added = |word: &&str| {
        !word.is_empty()
            && !matches!(
                *word,
                "copy" | "of" | "kopie" | "copie" | "copia" | "old" | "new" | "backup"
            )
            && !word.bytes().all(|b| b.is_ascii_digit())
    };
    format!("{}.{ending}", words.filter(added).collect::<Vec<_>>().join("-"))
}
