//! Files whose cells are separated by another mark than the comma.

use std::borrow::Cow;

use super::codes::WRONG_SEPARATOR;
use super::header::ExpectedTable;
use super::line::cut_at;
use super::text_file::TextFile;
use crate::problem::{Problem, SYNC};
use crate::text::csv_text;

/// The marks that programs write instead of the comma, with their names.
const SEPARATORS: [(u8, &str); 3] = [(b';', "semicolons"), (b'\t', "tabs"), (b'|', "bars")];

/// The mark that separates the names of a header without commas.
fn separator(header: &str) -> Option<(u8, &'static str)> {
    SEPARATORS
        .into_iter()
        .find(|(mark, _)| header.contains(char::from(*mark)) && !header.contains(','))
}

/// The problem of a file whose cells are not separated by commas. `sync` mends it if nobody can doubt
/// where each cell ends.
pub(super) fn wrong_separator(text: &TextFile<'_>, expected: ExpectedTable<'_>) -> Option<Problem> {
    let header = text.line(0);
    let (_, name) = separator(header)?;
    let mendable = with_commas(text, expected).is_some();
    let help = match mendable {
        true => SYNC,
        false => {
            "save it again with the comma: in LibreOffice tick \"Edit filter settings\" and choose \
             `,`; in Excel set the list separator of the system to `,`"
        }
    };
    let message = format!("the cells are separated by {name}");
    let problem = Problem::new(&WRONG_SEPARATOR, text.place(text.line_range(0)), message);
    let problem = problem.field(expected.table, "").value(header).help(help);
    Some(Problem { mendable, ..problem })
}

/// The file with commas between its cells, if another mark separates them and nobody can doubt where
/// each cell ends: the header has exactly the columns of the table, and every row as many cells.
pub(crate) fn with_commas(text: &TextFile<'_>, expected: ExpectedTable<'_>) -> Option<Vec<u8>> {
    if text.line_count() == 0 {
        return None;
    }
    let (mark, _) = separator(text.line(0))?;
    let rows: Option<Vec<Vec<Cow<'_, str>>>> =
        (0..text.line_count()).map(|line| cut_at(text.line(line), mark).ok()).collect();
    let rows = rows?;
    let (header, rows) = rows.split_first()?;
    let columns = expected.columns;
    let same_columns = header.len() == columns.len()
        && columns.iter().all(|column| header.iter().any(|name| name.trim() == *column));
    let is_blank = |row: &[Cow<'_, str>]| row.iter().all(|cell| cell.trim().is_empty());
    let filled: Vec<_> = rows.iter().filter(|row| !is_blank(row)).collect();
    if !same_columns || filled.iter().any(|row| row.len() != header.len()) {
        return None;
    }
    let header: Vec<&str> = header.iter().map(|name| &**name).collect();
    Some(csv_text(&header, filled.iter().map(|row| row.iter().map(|cell| &**cell))))
}
