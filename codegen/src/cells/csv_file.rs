//! A CSV file as rows of cells.

use std::borrow::Cow;
use std::ops::ControlFlow;

use super::codes::{
    BLANK_ROW, CELL_COUNT, CONFLICT, CURLY_QUOTES, EMPTY_COLUMN, FORBIDDEN_CHARACTER,
    NEEDLESS_QUOTES, OVER_LIMIT, REPEATED_HEADER, STRAY_QUOTE, UNCLOSED_QUOTE, UNKNOWN_COLUMN,
};
use super::header::{self, ExpectedColumns, Header};
use super::quoting::{self, Fault};
use super::record::{RecordBuffer, Simple, cut_simple, item_span, raw_span, unquoted};
use super::text_file::TextFile;
use crate::limits::{MAX_LINE_BYTES, MAX_ROWS};
use crate::problem::Code;
use crate::problem::{Place, Problem};

/// A CSV file whose header was understood.
pub(crate) struct CsvFile<'s> {
    pub(crate) text: TextFile<'s>,
    header: Header,
}

/// The cells of one row, in the order of the table's columns.
pub(crate) struct RowCells<'r, 's> {
    /// 0-based line of the file.
    pub(crate) line: usize,
    /// The cells' text, unquoted. Text that stands in the file as it is is not copied.
    pub(crate) cells: &'r [Cow<'s, str>],
    /// Whether the line could not be cut into cells without doubt. Then this was said, and the
    /// cells are what they seem to be, from the left, blank where there are too few.
    pub(crate) damaged: bool,
}

/// What is said once a file, however often it occurs.
#[derive(Default)]
struct Said {
    needless_quotes: bool,
    empty_column: bool,
    conflict: bool,
}

impl<'s> CsvFile<'s> {
    /// Reads the header. Says what is wrong with it; gives nothing where the columns cannot be
    /// told.
    pub(crate) fn open(
        text: TextFile<'s>,
        expected: ExpectedColumns<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let header = header::read(&text, expected, problems)?;
        Some(Self { text, header })
    }

    /// As many rows as there can be: every cell takes a character and a comma at least.
    pub(crate) fn most_rows(&self) -> usize {
        let shortest = 2 * self.header.named.max(1);
        self.text.line_count().min(self.text.text.len() / shortest).min(MAX_ROWS)
    }

    /// Calls `each` with every row until it breaks off; says what is wrong with damaged ones.
    /// Whether all rows were seen, which are not when there are too many.
    pub(crate) fn rows(
        &self,
        table: &str,
        problems: &mut Vec<Problem>,
        mut each: impl FnMut(RowCells<'_, 's>, &mut Vec<Problem>) -> ControlFlow<()>,
    ) -> bool {
        let mut buffer = RecordBuffer::default();
        let (mut cells, mut ordered) = (Vec::new(), Vec::new());
        let mut said = Said::default();
        let mut line = 1;
        while line < self.text.line_count() {
            let text = self.text.line(line);
            if line > MAX_ROWS {
                let message = format!("the table has more than {MAX_ROWS} rows");
                problems.push(
                    self.problem(table, &OVER_LIMIT, line, 0..text.len(), message)
                        .help("split the register, or look for rows that stand here by mistake"),
                );
                return false;
            }
            if is_blank(text) {
                line = self.blank_rows(table, line, problems);
                continue;
            }
            if let Some(problem) = self.no_row(table, line, &mut said) {
                problems.extend(problem);
                line += 1;
                continue;
            }
            let simple = cut_simple(text, &mut cells);
            if let Some((problem, next)) = self.damage(table, line, simple) {
                problems.push(problem);
                cells.clear();
                cells.extend(text.split(',').map(|cell| Cow::from(cell.trim_matches('"'))));
                self.put_in_order(&mut cells, &mut ordered);
                if each(RowCells { line, cells: &ordered, damaged: true }, problems).is_break() {
                    return false;
                }
                line = next;
                continue;
            }
            if simple == Simple::No {
                buffer.cut(text, &mut cells);
            }
            let problem = self.cell_count(table, line, &cells);
            let damaged = problem.is_some();
            if let Some(problem) = problem {
                problems.push(problem);
            } else {
                self.untidy(table, line, &cells, simple, &mut said, problems);
            }
            self.put_in_order(&mut cells, &mut ordered);
            if each(RowCells { line, cells: &ordered, damaged }, problems).is_break() {
                return false;
            }
            line += 1;
        }
        true
    }

    /// Whether a line is none of the table's, and what is wrong then: the header once more, or the
    /// marks of a conflict, which are said where they begin.
    fn no_row(&self, table: &str, line: usize, said: &mut Said) -> Option<Option<Problem>> {
        let text = self.text.line(line);
        let mark = |mark: &str| text.strip_prefix(mark).is_some_and(|rest| !rest.starts_with(','));
        let problem = |code, message: &str, help: &str| {
            self.problem(table, code, line, 0..text.len(), message).help(help)
        };
        if text.starts_with(['<', '=', '>', '|']) {
            if mark("<<<<<<<") {
                said.conflict = true;
                let message = "two versions of the rows from here on";
                let help =
                    "keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>";
                return Some(Some(problem(&CONFLICT, message, help)));
            }
            let other = ["=======", ">>>>>>>", "|||||||"].into_iter().any(mark);
            return (other && said.conflict).then_some(None);
        }
        (text == self.text.line(0)).then(|| {
            let message = "the header stands here a second time";
            Some(problem(&REPEATED_HEADER, message, "delete the line"))
        })
    }

    /// Moves cells into the order of the table's columns.
    fn put_in_order(&self, cells: &mut [Cow<'s, str>], ordered: &mut Vec<Cow<'s, str>>) {
        ordered.clear();
        let cell = |at: &usize| cells.get_mut(*at).map(std::mem::take).unwrap_or_default();
        ordered.extend(self.header.position.iter().map(cell));
    }

    /// What keeps a line from being cut into cells, and the line that follows the damage.
    fn damage(&self, table: &str, line: usize, simple: Simple) -> Option<(Problem, usize)> {
        let text = self.text.line(line);
        if text.len() > MAX_LINE_BYTES {
            let message = format!("the line has {} bytes, at most {MAX_LINE_BYTES}", text.len());
            let problem = self.problem(table, &OVER_LIMIT, line, 0..text.len(), message);
            let help = match quoting::fault(text) {
                Some(_) => "look for a quotation mark that is not closed",
                None => "look for a cell that is far too long",
            };
            return Some((problem.help(help), line + 1));
        }
        if text.starts_with('\u{feff}') {
            let message = "a byte order mark in the middle of the file";
            let problem = self.problem(table, &FORBIDDEN_CHARACTER, line, 0..3, message);
            return Some((
                problem.help("delete it; it is left where two files were joined"),
                line + 1,
            ));
        }
        if simple != Simple::No {
            return None;
        }
        match quoting::fault(text)? {
            Fault::Unclosed(range) => {
                let closes = self.closing_line(line);
                let message = match closes {
                    Some(close) => {
                        format!("the cell goes on over line ends up to line {}", close + 1)
                    }
                    None => "the quotation mark is not closed".to_owned(),
                };
                let problem = self
                    .problem(table, &UNCLOSED_QUOTE, line, range, message)
                    .help("close it, or join the lines of the cell");
                Some((problem, closes.unwrap_or(line) + 1))
            }
            Fault::Stray(range) => {
                let (message, help) = if quoting::closes_unopened(text, range.start) {
                    (
                        "a quotation mark closes a cell that none opens",
                        "put the opening mark before the cell's first letter, or take this one out",
                    )
                } else {
                    (
                        "a quotation mark in the middle of a cell",
                        "put the whole cell in quotation marks and double the ones inside",
                    )
                };
                let problem = self.problem(table, &STRAY_QUOTE, line, range, message).help(help);
                Some((problem, line + 1))
            }
        }
    }

    /// The line on which a cell left open on `line` closes, if that gives a row of the right
    /// length: a cell with line breaks, as spreadsheets write it.
    fn closing_line(&self, line: usize) -> Option<usize> {
        const FARTHEST: usize = 50;
        let last = self.text.line_count().min(line + FARTHEST);
        let following = (line + 1..last).map(|next| self.text.line(next));
        let (lines, cells) = quoting::continued(self.text.line(line), following)?;
        (cells == self.header.named + self.header.unnamed).then_some(line + lines)
    }

    /// Says that rows are blank, once for all that follow each other; the line after them.
    fn blank_rows(&self, table: &str, line: usize, problems: &mut Vec<Problem>) -> usize {
        let count = self.text.line_count();
        let next = (line..count).find(|line| !is_blank(self.text.line(*line))).unwrap_or(count);
        let message = match next - line {
            1 => "a row without any cell filled in".to_owned(),
            rows => format!("{rows} rows without any cell filled in"),
        };
        let range = 0..self.text.line(line).len();
        problems.push(
            self.problem(table, &BLANK_ROW, line, range, message).help("run `cargo xtask sync`"),
        );
        next
    }

    /// What is wrong with the number of cells. Blank cells behind the last column are no harm.
    fn cell_count(&self, table: &str, line: usize, cells: &[Cow<'_, str>]) -> Option<Problem> {
        let Header { named, unnamed, .. } = self.header;
        let beyond = cells.iter().skip(named).position(|cell| !cell.trim().is_empty());
        let text = self.text.line(line);
        if let (Some(at), true) = (beyond, unnamed > 0 && cells.len() <= named + unnamed) {
            let message = "a cell under no column's name";
            return Some(
                self.problem(table, &UNKNOWN_COLUMN, line, raw_span(text, named + at), message)
                    .help("move it into its column, or take it out"),
            );
        }
        if cells.len() >= named && beyond.is_none() {
            return None;
        }
        let curly = |cell: &&Cow<'_, str>| cell.starts_with(['\u{201c}', '\u{201d}', '\u{201e}']);
        if let (Some(cell), true) = (cells.iter().find(curly), cells.len() > named) {
            let at = text.find(&**cell).unwrap_or_default();
            let message = "curly quotation marks around a cell with a comma";
            return Some(
                self.problem(table, &CURLY_QUOTES, line, at..at + '\u{201c}'.len_utf8(), message)
                    .help("write straight ones (\")"),
            );
        }
        let help = if cells.len() > named {
            "a cell with a comma must stand in quotation marks"
        } else {
            "look for a missing comma or quotation mark"
        };
        let message = format!("the row has {} cells, the header {named}", cells.len());
        // Behind a comma of a sentence stands a space, and no cell starts with one.
        let cut = cells.iter().skip(1).position(|cell| cell.starts_with(' '));
        if let (Some(at), true) = (cut, cells.len() > named) {
            let name = self.text.line(0).split(',').nth(at).unwrap_or_default();
            let range = raw_span(text, at).start..raw_span(text, at + 1).end;
            let message =
                format!("{message}; the comma in `{}` seems to be one of its text", name.trim());
            let help = "put the cell in quotation marks";
            return Some(self.problem(table, &CELL_COUNT, line, range, message).help(help));
        }
        Some(self.problem(table, &CELL_COUNT, line, 0..text.len(), message).help(help))
    }

    /// Says what `sync` will mend in how a row is written.
    fn untidy(
        &self,
        table: &str,
        line: usize,
        cells: &[Cow<'_, str>],
        simple: Simple,
        said: &mut Said,
        problems: &mut Vec<Problem>,
    ) {
        let text = self.text.line(line);
        let mut mendable = |code: &'static Code, range, message: &str| {
            let problem = self.problem(table, code, line, range, message);
            problems.push(problem.help("run `cargo xtask sync`"));
        };
        let Header { named, unnamed, .. } = self.header;
        if unnamed == 0 && cells.len() > named && !said.empty_column {
            said.empty_column = true;
            let range = raw_span(text, named);
            mendable(&EMPTY_COLUMN, range, "blank cells follow the last column");
        }
        if !said.needless_quotes
            && simple != (Simple::Cut { needless_quotes: false })
            && let Some(range) = quoting::needless(text)
        {
            said.needless_quotes = true;
            mendable(&NEEDLESS_QUOTES, range, "the cell needs no quotation marks");
        }
    }

    /// A problem in a byte range of a line.
    fn problem(
        &self,
        table: &str,
        code: &'static Code,
        line: usize,
        range: std::ops::Range<usize>,
        message: impl Into<String>,
    ) -> Problem {
        let start = self.text.line_range(line).start;
        let value = self.text.line(line)[range.clone()].to_owned();
        let place = self.text.place(start + range.start..start + range.end);
        Problem::new(code, place, message).field(table, "").value(value)
    }

    /// The place of a cell (by table column), or of one item of its list.
    pub(crate) fn place(&self, line: usize, column: usize, item: Option<usize>) -> Place {
        let text = self.text.line(line);
        let start = self.text.line_range(line).start;
        let raw = raw_span(text, self.header.position[column]);
        let range = match item {
            Some(item) => item_span(text, raw, item),
            None => raw,
        };
        self.text.place(start + range.start..start + range.end)
    }

    /// The text of a cell (by table column).
    pub(crate) fn cell(&self, line: usize, column: usize) -> String {
        let text = self.text.line(line);
        unquoted(text, raw_span(text, self.header.position[column]))
    }
}

/// Whether a line has no cell filled in.
fn is_blank(line: &str) -> bool {
    line.split(',').all(|cell| matches!(cell.trim(), "" | "\"\""))
}
