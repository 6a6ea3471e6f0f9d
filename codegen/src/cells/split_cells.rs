//! Cells that a program split at another mark when it opened the file.
//!
//! LibreOffice offers to split at semicolons, tabs and spaces as well as at commas. Saved again, such
//! a file has lists spread over several cells, and everything behind a list stands in the wrong
//! column.

use std::collections::HashMap;

use super::codes::WRONG_SEPARATOR;
use super::csv_file::CsvFile;
use super::line::Cells;
use crate::problem::Problem;
use crate::text::shortened;

/// Marks at which programs split, with their names and what to do.
const MARKS: [(char, &str); 2] = [(';', "semicolons"), (' ', "spaces")];

/// The one problem of a file whose cells were split. `None` if it was cut at commas alone, as far as
/// anybody can tell.
pub(super) fn split_cells(file: &CsvFile<'_>, table: &str) -> Option<Problem> {
    // The program fills the header up to the length of the longest row.
    if file.header.unnamed == 0 {
        return None;
    }
    let rows = LongRows::of(file)?;
    let (_, name) = MARKS.into_iter().find(|(mark, _)| rows.lack(*mark))?;
    let message = format!(
        "cells were split at {name} when the file was opened: {} rows have more cells than the header",
        rows.count
    );
    let range = 0..file.text.line(rows.first).len();
    let problem = file.problem(table, &WRONG_SEPARATOR, rows.first, range, message);
    let value = shortened(problem.value.clone(), 200);
    let help =
        "restore the file as it was before; open it again, and tick the comma alone as separator";
    Some(Problem { mendable: false, ..problem.value(value).help(help) })
}

/// The rows with more filled cells than the header has names.
struct LongRows {
    /// The line of the first.
    first: usize,
    count: usize,
    /// The marks that stand in a cell which a program would have split at them.
    unsplit: Vec<char>,
}

impl LongRows {
    /// `None` if there are none, or if they look like rows with a note beside them: then the cells
    /// under the header end like those of other rows.
    fn of(file: &CsvFile<'_>) -> Option<Self> {
        let mut lines = Vec::new();
        let mut last_cells: HashMap<&str, usize> = HashMap::new();
        let mut long = Vec::new();
        let named = file.header.named;
        for line in 1..file.text.line_count() {
            let text = file.text.line(line);
            let cells: Vec<_> = Cells::new(text).map(|cell| cell.inside(text)).collect();
            let filled = cells.iter().rposition(|cell| !text[cell.clone()].trim().is_empty());
            let Some(last) = filled else { continue };
            *last_cells.entry(&text[cells[last].clone()]).or_default() += 1;
            if last >= named {
                long.push(&text[cells[last].clone()]);
                lines.push(line);
            }
        }
        let shifted = long.iter().filter(|cell| last_cells[**cell] > 1).count();
        if lines.is_empty() || 2 * shifted <= lines.len() || lines.len() < 2 {
            return None;
        }
        let marks = MARKS.into_iter().map(|(mark, _)| mark);
        let unsplit = marks.filter(|mark| {
            (1..file.text.line_count()).any(|line| has_unsplit(file.text.line(line), *mark))
        });
        Some(Self { first: lines[0], count: lines.len(), unsplit: unsplit.collect() })
    }

    /// Whether no cell has this mark any more.
    fn lack(&self, mark: char) -> bool {
        !self.unsplit.contains(&mark)
    }
}

/// Whether a cell of a line has a mark that a program would have split it at. No program splits a
/// cell that stands in quotation marks, as one with a comma does.
fn has_unsplit(line: &str, mark: char) -> bool {
    Cells::new(line).any(|cell| {
        let text = &line[cell.inside(line)];
        !text.contains([',', '"']) && text.trim().contains(mark)
    })
}
