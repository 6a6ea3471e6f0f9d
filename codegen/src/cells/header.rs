//! The header line of a table: which column is which.

use super::codes::{COLUMN_ORDER, EMPTY_COLUMN, MISSING_COLUMN, NEEDLESS_QUOTES, OUTER_SPACE};
use super::header_faults::HeaderLine;
use super::line::{Cells, needlessly_quoted};
use super::text_file::TextFile;
use crate::problem::{Code, Place, Problem, SYNC};

/// Which column of the table each column of the file is.
pub(crate) struct Header {
    /// For each column of the table, where it is in the file.
    pub(super) position: Vec<usize>,
    /// How many columns with a name the file has.
    pub(super) named: usize,
    /// How many columns without a name follow.
    pub(super) unnamed: usize,
}

/// What the file of a table should hold.
#[derive(Clone, Copy)]
pub(crate) struct ExpectedTable<'e> {
    /// The table's name.
    pub(crate) table: &'e str,
    /// The names of its columns, in order.
    pub(crate) columns: &'e [&'e str],
    /// The most rows that it may have.
    pub(crate) row_limit: usize,
    /// Finds the path of the table that has exactly these columns.
    pub(crate) path_of: fn(&[&str]) -> Option<&'static str>,
}

/// Reads the header and reports what is wrong with it. `None` where the columns cannot be told.
pub(super) fn read(
    text: &TextFile<'_>,
    expected: ExpectedTable<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Header> {
    let header = HeaderLine { text, expected };
    if let Some(problem) = header.unreadable() {
        problems.push(problem);
        return None;
    }
    let line = text.line(0);
    let written: Vec<_> = Cells::new(line).map(|cell| cell.text(line)).collect();
    let names: Vec<&str> = written.iter().map(|name| name.trim()).collect();
    let unnamed = names.iter().rev().take_while(|name| name.is_empty()).count();
    let named = names.len() - unnamed;
    let missing: Vec<&str> =
        expected.columns.iter().copied().filter(|column| !names.contains(column)).collect();
    let wrong_names = header.wrong_names(&names[..named], &missing);
    if !wrong_names.is_empty() {
        problems.extend(wrong_names);
        return None;
    }
    if let [first, ..] = missing.as_slice() {
        let message = format!("the header lacks {}", missing.join(", "));
        let problem = header.problem(&MISSING_COLUMN, header.whole(), message);
        problems.push(problem.field(expected.table, first));
        return None;
    }
    let mut mendable = |code: &'static Code, place: Place, message: &str| {
        problems.push(header.problem(code, place, message).help(SYNC));
    };
    match unnamed {
        0 => {}
        1 => {
            mendable(&EMPTY_COLUMN, header.whole(), "a column without a name follows the last one")
        }
        _ => {
            let message = format!("{unnamed} columns without a name follow the last one");
            mendable(&EMPTY_COLUMN, header.whole(), &message);
        }
    }
    if let Some(at) = written[..named].iter().position(|name| *name != name.trim()) {
        mendable(&OUTER_SPACE, header.name(at), "space before or after a column's name");
    } else if let Some(range) = needlessly_quoted(line) {
        let place = text.place_in_line(0, range);
        mendable(&NEEDLESS_QUOTES, place, "a column's name needs no quotation marks");
    }
    let position: Vec<usize> = (expected.columns.iter())
        .filter_map(|column| names.iter().position(|name| name == column))
        .collect();
    if !position.is_sorted() {
        let message = "the columns are in another order than the table's";
        mendable(&COLUMN_ORDER, header.whole(), message);
    }
    Some(Header { position, named, unnamed })
}
