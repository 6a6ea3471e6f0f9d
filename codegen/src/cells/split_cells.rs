//! Cells that a program split at another mark when it opened the file.
//!
//! LibreOffice offers to split at semicolons, tabs and spaces as well as at commas. Saved again, such
//! a file has lists spread over several cells, and everything after a list is in the wrong
//! column.

use std::collections::HashMap;

use super::codes::WRONG_SEPARATOR;
use super::csv_file::CsvFile;
use super::line::Cells;
use crate::problem::Problem;
use crate::text::shortened;

/// Marks at which programs split, with their names.
const MARKS: [(char, &str); 2] = [(';', "semicolons"), (' ', "spaces")];

/// The one problem of a file whose cells were split. `None` if it was cut at commas alone, as far as
/// anybody can tell.
pub(super) fn split_cells(file: &CsvFile<'_>, table: &str) -> Option<Problem> {
    // The program fills the header up to the length of the longest row.
    if file.header.unnamed == 0 {
        return None;
    }
    let rows = LongRows::of(file);
    let first = *rows.lines.first()?;
    if !rows.look_split() {
        return None;
    }
    let lines = || (1..file.text.line_count()).map(|line| file.text.line(line));
    let marks = MARKS.into_iter().filter(|(mark, _)| !lines().any(|line| has_unsplit(line, *mark)));
    let names: Vec<&str> = marks.map(|(_, name)| name).collect();
    if names.is_empty() {
        return None;
    }
    let message = format!(
        "cells were split at {} when the file was opened; rows longer than the header: {}",
        names.join(" or "),
        rows.lines.len()
    );
    let range = 0..file.text.line(first).len();
    let problem = file.problem(table, &WRONG_SEPARATOR, first, range, message);
    let value = shortened(problem.value.clone(), 200);
    let help =
        "restore the file as it was before; open it again, and tick only the comma as separator";
    Some(Problem { mendable: false, ..problem.value(value).help(help) })
}

/// The rows with more filled cells than the header has names.
#[derive(Default)]
struct LongRows {
    lines: Vec<usize>,
    /// How many rows there are, long or not.
    all: usize,
    /// In how many of them the last cell is one that other rows end with too. Then the cells were
    /// moved to the right, and nobody wrote a note beside the row.
    moved: usize,
    /// In how many of them a cell begins with space, as the second half of a sentence does.
    torn: usize,
}

impl LongRows {
    fn of(file: &CsvFile<'_>) -> Self {
        let mut rows = Self::default();
        let mut last_cells: HashMap<&str, usize> = HashMap::new();
        let mut ends = Vec::new();
        for line in 1..file.text.line_count() {
            let text = file.text.line(line);
            let cells: Vec<&str> = Cells::new(text).map(|cell| &text[cell.inside(text)]).collect();
            let Some(last) = cells.iter().rposition(|cell| !cell.trim().is_empty()) else {
                continue;
            };
            rows.all += 1;
            *last_cells.entry(cells[last]).or_default() += 1;
            if last >= file.header.named {
                rows.lines.push(line);
                rows.torn += usize::from(cells.iter().any(|cell| is_torn(cell)));
                ends.push(cells[last]);
            }
        }
        rows.moved = ends.iter().filter(|end| last_cells[**end] > 1).count();
        rows
    }

    /// Whether a program made them long. One row with a note beside it looks otherwise.
    fn look_split(&self) -> bool {
        let long = self.lines.len();
        self.torn > 0 || (long > 1 && 2 * self.moved > long) || (long > 2 && 2 * long > self.all)
    }
}

fn is_torn(cell: &str) -> bool {
    cell.starts_with(' ') && !cell.trim().is_empty()
}

/// Whether a cell of a line has a mark that a program would have split it at. No program splits a
/// cell that is in quotation marks, as one with a comma does.
fn has_unsplit(line: &str, mark: char) -> bool {
    Cells::new(line).any(|cell| {
        let text = &line[cell.inside(line)];
        !text.contains([',', '"']) && text.trim().contains(mark)
    })
}
