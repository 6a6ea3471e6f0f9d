//! What is wrong with a header line whose columns cannot be told.

use super::codes::{
    MISSING_COLUMN, OVER_LIMIT, STRAY_QUOTE, TRANSLATED_HEADER, UNKNOWN_COLUMN, WRONG_SEPARATOR,
};
use super::header::ExpectedTable;
use super::line::{Cells, cell_at, cut};
use super::separator::wrong_separator;
use super::text_file::TextFile;
use crate::limits::MAX_LINE_BYTES;
use crate::problem::{Code, Place, Problem};
use crate::suggest;
use crate::text::WORDS;

/// The first line of a table.
pub(super) struct HeaderLine<'h, 's> {
    pub(super) text: &'h TextFile<'s>,
    pub(super) expected: ExpectedTable<'h>,
}

impl HeaderLine<'_, '_> {
    /// Why the line cannot be cut into names.
    pub(super) fn unreadable(&self) -> Option<Problem> {
        if self.text.line_count() == 0 {
            let place = self.text.place(0..0);
            return Some(self.problem(&MISSING_COLUMN, place, "the file is empty"));
        }
        let line = self.text.line(0);
        if line.len() > MAX_LINE_BYTES {
            let message = format!("the header has {} bytes, at most {MAX_LINE_BYTES}", line.len());
            return Some(self.problem(&OVER_LIMIT, self.whole(), message));
        }
        if cut(line, &mut Vec::new()).is_err() {
            let message = "a quotation mark in the header";
            return Some(self.problem(&STRAY_QUOTE, self.whole(), message));
        }
        self.unsplit_lines().or_else(|| wrong_separator(self.text, self.expected))
    }

    /// A header that is one cell with commas in it: the program that opened the file did not split at
    /// commas.
    fn unsplit_lines(&self) -> Option<Problem> {
        let line = self.text.line(0);
        let first = Cells::new(line).next()?.text(line);
        let joined = self.expected.columns.join(",");
        if first.len() < 2 || !first.contains(',') || !joined.starts_with(&*first) {
            return None;
        }
        let message = "the header is one cell: the file was opened without the comma as separator";
        let problem = self.problem(&WRONG_SEPARATOR, self.whole(), message);
        let help = "restore the file as it was before; open it again, and tick only the comma as \
                    separator";
        Some(Problem { mendable: false, ..problem.help(help) })
    }

    /// Names that are not columns of the table, or are there twice. Where many are wrong, they are
    /// another header, and one problem.
    pub(super) fn wrong_names(&self, names: &[&str], missing: &[&str]) -> Vec<Problem> {
        let near = |name: &str| suggest::nearest_term(name, missing.iter().copied());
        let foreign = names.iter().filter(|name| self.is_unknown(name) && near(name).is_none());
        if let Some(problem) = self.other_header(names, foreign.count()) {
            return vec![problem];
        }
        let mut problems = Vec::new();
        for (at, name) in names.iter().copied().enumerate() {
            let message = if names[..at].contains(&name) {
                format!("the column `{name}` is here a second time")
            } else if name.is_empty() {
                format!("column {} has no name", at + 1)
            } else if self.is_unknown(name) {
                format!("`{name}` is not a column of {}", self.expected.table)
            } else {
                continue;
            };
            let problem = self
                .problem(&UNKNOWN_COLUMN, self.name(at), message)
                .field(self.expected.table, name);
            problems.push(match near(name) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem,
            });
        }
        problems
    }

    /// The line that seems to be in place of the header, of whose names so many are like no
    /// column.
    fn other_header(&self, names: &[&str], foreign: usize) -> Option<Problem> {
        let problem = |message: String| self.problem(&TRANSLATED_HEADER, self.whole(), message);
        if foreign > 0 && self.text.line(0).starts_with("sep=") {
            let message = "a line for a spreadsheet is above the header".to_owned();
            return Some(problem(message).help("delete the first line"));
        }
        if foreign < 2 || foreign * 2 < names.len() {
            return None;
        }
        if let Some(path) = (self.expected.path_of)(names) {
            let help = "the rows belong there; put the right file in this place";
            return Some(problem(format!("this is the header of {path}")).help(help));
        }
        if self.is_row(names) {
            let message = "the header is missing: the first line is a row".to_owned();
            let help = format!("add this line above it: {}", self.expected.columns.join(","));
            return Some(problem(message).help(help));
        }
        let table = self.expected.table;
        Some(problem(if names.iter().all(|name| self.is_unknown(name)) {
            let shown = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
            format!("no column of {table} is called {}", shown.join(", "))
        } else {
            format!("{foreign} of {} names are no column of {table}", names.len())
        }))
    }

    fn is_unknown(&self, name: &str) -> bool {
        !self.expected.columns.contains(&name)
    }

    /// Whether a row is in place of the header: as many cells as the table has columns, and one
    /// of them a word for a missing fact, a date or a number.
    fn is_row(&self, names: &[&str]) -> bool {
        let fact =
            |name: &&str| WORDS.contains(name) || name.starts_with(|c: char| c.is_ascii_digit());
        names.len() == self.expected.columns.len() && names.iter().any(fact)
    }

    /// A problem of the header; the help shows the right one.
    pub(super) fn problem(
        &self,
        code: &'static Code,
        place: Place,
        message: impl Into<String>,
    ) -> Problem {
        let value = self.text.text[place.span.start..place.span.end].to_owned();
        Problem::new(code, place, message)
            .field(self.expected.table, "")
            .value(value)
            .help(format!("the header is: {}", self.expected.columns.join(",")))
    }

    pub(super) fn whole(&self) -> Place {
        self.text.place(self.text.line_range(0))
    }

    /// The place of a column's name.
    pub(super) fn name(&self, column: usize) -> Place {
        let line = self.text.line(0);
        self.text.place_in_line(0, cell_at(line, column).inside(line))
    }
}
