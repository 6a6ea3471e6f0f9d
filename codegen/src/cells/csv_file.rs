//! A CSV file as rows of cells.

use std::borrow::Cow;
use std::ops::{ControlFlow, Range};

use super::codes::OVER_LIMIT;
use super::header::{self, ExpectedTable, Header};
use super::line;
use super::list::item_span;
use super::split_cells::split_cells;
use super::text_file::TextFile;
use crate::problem::{Code, Place, Problem};

/// A CSV file whose header was understood.
pub(crate) struct CsvFile<'s> {
    pub(super) text: TextFile<'s>,
    pub(super) header: Header,
    row_limit: usize,
}

/// The cells of one row, in the order of the table's columns.
pub(crate) struct RowCells<'r, 's> {
    /// 0-based line of the file.
    pub(crate) line: usize,
    /// The text of the cells, unquoted. Only text with doubled quotation marks is copied.
    pub(crate) cells: &'r [Cow<'s, str>],
    /// Whether nobody can be sure where the cells of the line end. That was reported, and the cells
    /// are a guess: from the left, blank where there are too few.
    pub(crate) damaged: bool,
}

/// What is reported once for a file, however often it occurs.
#[derive(Default)]
pub(super) struct Reported {
    pub(super) needless_quotes: bool,
    pub(super) empty_column: bool,
    pub(super) conflict: bool,
}

impl<'s> CsvFile<'s> {
    /// Reads the header and reports what is wrong with it. `None` where the columns cannot be told.
    pub(crate) fn open(
        text: TextFile<'s>,
        expected: ExpectedTable<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let mut found = Vec::new();
        let file = header::read(&text, expected, &mut found).map(|header| Self {
            text,
            header,
            row_limit: expected.row_limit,
        });
        if let Some(problem) = file.as_ref().and_then(|file| split_cells(file, expected.table)) {
            // It explains whatever else is odd about the header.
            problems.push(problem);
            return None;
        }
        problems.extend(found);
        file
    }

    /// The most rows that there can be: every cell takes a character and a comma at least.
    pub(crate) fn most_rows(&self) -> usize {
        let shortest = 2 * self.header.named.max(1);
        self.text.line_count().min(self.text.text.len() / shortest).min(self.row_limit)
    }

    /// Calls `each` with every row until it breaks off, and reports what is wrong with damaged
    /// rows. Whether every row was read: `false` also where there are too many.
    pub(crate) fn rows(
        &self,
        table: &str,
        problems: &mut Vec<Problem>,
        mut each: impl FnMut(RowCells<'_, 's>, &mut Vec<Problem>) -> ControlFlow<()>,
    ) -> bool {
        let mut reader = LineReader::new(self, table);
        let mut line = 1;
        while line < self.text.line_count() {
            if line > self.row_limit {
                problems.push(self.too_many_rows(table, line));
                return false;
            }
            let (row, next) = reader.read(line, problems);
            if row.is_some_and(|row| each(row, problems).is_break()) {
                return false;
            }
            line = next;
        }
        true
    }

    fn too_many_rows(&self, table: &str, line: usize) -> Problem {
        let message = format!("the table has more than {} rows", self.row_limit);
        let range = 0..self.text.line(line).len();
        self.problem(table, &OVER_LIMIT, line, range, message)
            .help("split the register, or look for rows that are here by mistake")
    }

    /// A problem in a byte range of a line.
    pub(super) fn problem(
        &self,
        table: &str,
        code: &'static Code,
        line: usize,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Problem {
        let value = self.text.line(line)[range.clone()].to_owned();
        Problem::new(code, self.text.place_in_line(line, range), message)
            .field(table, "")
            .value(value)
    }

    /// The place of a cell (by table column), or of one item of its list.
    pub(crate) fn place(&self, line: usize, column: usize, item: Option<usize>) -> Place {
        let text = self.text.line(line);
        let cell = line::cell_at(text, self.header.position[column]).inside(text);
        let range = match item {
            Some(item) => item_span(text, cell, item),
            None => cell,
        };
        self.text.place_in_line(line, range)
    }

    /// The text of a cell (by table column).
    pub(crate) fn cell(&self, line: usize, column: usize) -> String {
        let text = self.text.line(line);
        line::cell_at(text, self.header.position[column]).text(text).into_owned()
    }
}

/// Reads one line after the other into buffers that are used again.
struct LineReader<'f, 's> {
    file: &'f CsvFile<'s>,
    table: &'f str,
    reported: Reported,
    /// The cells in the order of the line.
    cells: Vec<Cow<'s, str>>,
    /// Whether that is the order of the table's columns.
    in_order: bool,
    /// The cells in the order of the table's columns, where it is not or cells are lacking.
    ordered: Vec<Cow<'s, str>>,
}

impl<'f, 's> LineReader<'f, 's> {
    fn new(file: &'f CsvFile<'s>, table: &'f str) -> Self {
        let reported = Reported::default();
        let in_order = file.header.position.iter().copied().eq(0..file.header.position.len());
        Self { file, table, reported, cells: Vec::new(), in_order, ordered: Vec::new() }
    }

    /// Reads the row on a line, if it is one; also gives the line to go on with.
    fn read(
        &mut self,
        line: usize,
        problems: &mut Vec<Problem>,
    ) -> (Option<RowCells<'_, 's>>, usize) {
        let Self { file, table, .. } = *self;
        let text = file.text.line(line);
        if is_blank(text) {
            let count = file.text.line_count();
            let next = (line..count).find(|line| !is_blank(file.text.line(*line)));
            let next = next.unwrap_or(count);
            problems.push(file.blank_rows(table, line..next));
            return (None, next);
        }
        if let Some(problem) = file.foreign_line(table, line, &mut self.reported) {
            problems.extend(problem);
            return (None, line + 1);
        }
        let cut = line::cut(text, &mut self.cells);
        if let Some((problem, next)) = file.damage(table, line, cut.as_ref().err()) {
            problems.push(problem);
            self.cells.clear();
            self.cells.extend(text.split(',').map(|cell| Cow::from(cell.trim_matches('"'))));
            return (Some(self.row(line, true)), next);
        }
        let no_row = file
            .lone_cell(table, line, &self.cells)
            .or_else(|| file.cell_count(table, line, &self.cells));
        let damaged = no_row.is_some();
        match no_row {
            Some(problem) => problems.push(problem),
            None => {
                let needless_quotes = cut == Ok(true);
                let count = self.cells.len();
                file.report_layout(
                    table,
                    line,
                    count,
                    needless_quotes,
                    &mut self.reported,
                    problems,
                );
            }
        }
        (Some(self.row(line, damaged)), line + 1)
    }

    /// The cells in the order of the table's columns.
    fn row(&mut self, line: usize, damaged: bool) -> RowCells<'_, 's> {
        let count = self.file.header.position.len();
        if self.in_order && self.cells.len() >= count {
            return RowCells { line, cells: &self.cells[..count], damaged };
        }
        self.ordered.clear();
        let cells = &mut self.cells;
        let cell = |at: &usize| cells.get_mut(*at).map(std::mem::take).unwrap_or_default();
        self.ordered.extend(self.file.header.position.iter().map(cell));
        RowCells { line, cells: &self.ordered, damaged }
    }
}

/// Whether a line has no cell filled in.
fn is_blank(line: &str) -> bool {
    // Nearly every line begins with a key.
    !line.starts_with(char::is_alphanumeric)
        && line.split(',').all(|cell| matches!(cell.trim(), "" | "\"\""))
}
