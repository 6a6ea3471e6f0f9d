//! What is wrong with a line of a CSV file, in words.

use std::borrow::Cow;
use std::ops::Range;

use super::codes::{
    BLANK_ROW, CELL_COUNT, CONFLICT, CURLY_QUOTES, EMPTY_COLUMN, FORBIDDEN_CHARACTER, LONE_CELL,
    NEEDLESS_QUOTES, OVER_LIMIT, REPEATED_HEADER, STRAY_QUOTE, UNCLOSED_QUOTE, UNKNOWN_COLUMN,
};
use super::csv_file::{CsvFile, Reported};
use super::header::Header;
use super::line::{self, Fault, cell_at};
use crate::limits::MAX_LINE_BYTES;
use crate::problem::{Cause, Code, Problem, SYNC};
use crate::text::is_curly;

impl CsvFile<'_> {
    /// Lines without any cell filled in, which follow each other.
    pub(super) fn blank_rows(&self, table: &str, lines: Range<usize>) -> Problem {
        let message = match lines.len() {
            1 => "a row without any cell filled in".to_owned(),
            rows => format!("{rows} rows without any cell filled in"),
        };
        let range = 0..self.text.line(lines.start).len();
        self.problem(table, &BLANK_ROW, lines.start, range, message).help(SYNC)
    }

    /// Whether a line is not part of the table, and the problem if it has one: it is the header once
    /// more, or a mark of a conflict. A conflict is reported where it begins.
    pub(super) fn foreign_line(
        &self,
        table: &str,
        line: usize,
        reported: &mut Reported,
    ) -> Option<Option<Problem>> {
        let text = self.text.line(line);
        let mark = |mark: &str| text.strip_prefix(mark).is_some_and(|rest| !rest.starts_with(','));
        let problem = |code, message: &str, help: &str| {
            self.problem(table, code, line, 0..text.len(), message).help(help)
        };
        if text.starts_with(['<', '=', '>', '|']) {
            if mark("<<<<<<<") {
                reported.conflict = true;
                let message = "a merge conflict begins here: two versions of the same rows";
                let help =
                    "keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>";
                return Some(Some(problem(&CONFLICT, message, help)));
            }
            let other = ["=======", ">>>>>>>", "|||||||"].into_iter().any(mark);
            return (other && reported.conflict).then_some(None);
        }
        (text == self.text.line(0)).then(|| {
            let message = "the header is here a second time";
            Some(problem(&REPEATED_HEADER, message, "delete the line"))
        })
    }

    /// Why nobody can be sure where the cells of a line end, and the line after the damage.
    pub(super) fn damage(
        &self,
        table: &str,
        line: usize,
        fault: Option<&Fault>,
    ) -> Option<(Problem, usize)> {
        let text = self.text.line(line);
        if text.len() > MAX_LINE_BYTES {
            let message = format!("the line has {} bytes, at most {MAX_LINE_BYTES}", text.len());
            let help = match fault {
                Some(_) => "look for a quotation mark that is not closed",
                None => "look for a cell that is far too long",
            };
            let problem = self.problem(table, &OVER_LIMIT, line, 0..text.len(), message);
            return Some((problem.help(help), line + 1));
        }
        if text.starts_with('\u{feff}') {
            let message = "a byte order mark in the middle of the file";
            let help = "delete it; it is left where two files were joined";
            let problem = self.problem(table, &FORBIDDEN_CHARACTER, line, 0..3, message);
            return Some((problem.help(help), line + 1));
        }
        Some(match fault?.clone() {
            Fault::Unclosed(range) => self.unclosed(table, line, range),
            Fault::Unopened(range) => {
                let message = "a closing quotation mark without an opening one";
                let help =
                    "put the opening mark before the cell's first letter, or take this one out";
                let problem = self.problem(table, &STRAY_QUOTE, line, range, message);
                (problem.help(help), line + 1)
            }
            Fault::Stray(range) => {
                let message = "a quotation mark in the middle of a cell";
                let help = "put the whole cell in quotation marks and double the ones inside";
                let problem = self.problem(table, &STRAY_QUOTE, line, range, message);
                (problem.help(help), line + 1)
            }
        })
    }

    /// A cell that is not closed on its line. It may be one with line breaks, as spreadsheets write
    /// it; then the row goes on over several lines.
    fn unclosed(&self, table: &str, line: usize, range: Range<usize>) -> (Problem, usize) {
        const FARTHEST: usize = 50;
        let last = self.text.line_count().min(line + FARTHEST);
        let following = (line + 1..last).map(|next| self.text.line(next));
        let expected = self.header.named + self.header.unnamed;
        let further = line::continued(self.text.line(line), following)
            .filter(|(_, cells)| *cells == expected)
            .map_or(0, |(further, _)| further);
        let message = match further {
            0 => "the quotation mark is not closed".to_owned(),
            _ => format!("the cell goes on over line ends up to line {}", line + further + 1),
        };
        let problem = self
            .problem(table, &UNCLOSED_QUOTE, line, range, message)
            .help("close it, or join the lines of the cell");
        (problem, line + further + 1)
    }

    /// The problem of a line with one cell filled in: a comment, or a row whose other cells were
    /// deleted.
    pub(super) fn lone_cell(
        &self,
        table: &str,
        line: usize,
        cells: &[Cow<'_, str>],
    ) -> Option<Problem> {
        let text = self.text.line(line);
        let mut filled = (0..cells.len()).filter(|at| !cells[*at].trim().is_empty());
        let (first, next) = (filled.next()?, filled.next());
        // With all its cells, it is a row whose key is wrong.
        let comment = text.starts_with('#') && (next.is_none() || cells.len() < self.header.named);
        if !comment && (next.is_some() || self.header.named < 3) {
            return None;
        }
        let message = match comment {
            true => "a comment is not a row",
            false => "only one cell is filled in",
        };
        let help = match comment {
            true => "delete the line",
            false => "if it is a comment, delete the line; otherwise fill in the other cells",
        };
        let range = cell_at(text, first).inside(text);
        let problem = self.problem(table, &LONE_CELL, line, range, message);
        Some(problem.help(help).cause(Cause::new(message, table)))
    }

    /// What is wrong with the number of cells. Blank cells after the last column do no harm.
    pub(super) fn cell_count(
        &self,
        table: &str,
        line: usize,
        cells: &[Cow<'_, str>],
    ) -> Option<Problem> {
        let Header { named, unnamed, .. } = self.header;
        let beyond = cells.iter().skip(named).position(|cell| !cell.trim().is_empty());
        if cells.len() >= named && beyond.is_none() {
            return None;
        }
        let text = self.text.line(line);
        let inside = |column: usize| cell_at(text, column).inside(text);
        let problem = |code, range, message: &str, help: &str| {
            Some(self.problem(table, code, line, range, message).help(help))
        };
        if let (Some(at), true) = (beyond, unnamed > 0 && cells.len() <= named + unnamed) {
            let help = "move it into its column, or take it out";
            return problem(
                &UNKNOWN_COLUMN,
                inside(named + at),
                "a cell under no column's name",
                help,
            );
        }
        let message = format!("the row has {} cells, the header {named}", cells.len());
        if cells.len() < named {
            let help = "look for a missing comma or quotation mark";
            return problem(&CELL_COUNT, 0..text.len(), &message, help);
        }
        if let Some(at) = cells.iter().position(|cell| cell.starts_with(is_curly)) {
            let start = inside(at).start;
            let message = "curly quotation marks around a cell with a comma";
            let range = start..start + '\u{201c}'.len_utf8();
            return problem(&CURLY_QUOTES, range, message, "write straight ones (\")");
        }
        // In a sentence, a space follows a comma. No cell starts with one.
        if let Some(at) = cells.iter().skip(1).position(|cell| cell.starts_with(' ')) {
            let name = self.text.line(0).split(',').nth(at).unwrap_or_default();
            let message =
                format!("{message}; the comma in `{}` seems to be one of its text", name.trim());
            let range = inside(at).start..inside(at + 1).end;
            return problem(&CELL_COUNT, range, &message, "put the cell in quotation marks");
        }
        let help = "a cell with a comma must be in quotation marks";
        problem(&CELL_COUNT, 0..text.len(), &message, help)
    }

    /// Reports how a row of this many cells is written in another way than `sync` writes it.
    pub(super) fn report_layout(
        &self,
        table: &str,
        line: usize,
        count: usize,
        needless_quotes: bool,
        reported: &mut Reported,
        problems: &mut Vec<Problem>,
    ) {
        let text = self.text.line(line);
        let mut mendable = |code: &'static Code, range, message: &str| {
            let problem = self.problem(table, code, line, range, message);
            problems.push(problem.help(SYNC));
        };
        let Header { named, unnamed, .. } = self.header;
        if unnamed == 0 && count > named && !reported.empty_column {
            reported.empty_column = true;
            let range = cell_at(text, named).inside(text);
            mendable(&EMPTY_COLUMN, range, "blank cells follow the last column");
        }
        if needless_quotes
            && !reported.needless_quotes
            && let Some(range) = line::needlessly_quoted(text)
        {
            reported.needless_quotes = true;
            mendable(&NEEDLESS_QUOTES, range, "the cell needs no quotation marks");
        }
    }
}
