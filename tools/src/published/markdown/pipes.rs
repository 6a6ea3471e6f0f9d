//! Tables of a Markdown page or of copied text, line by line.
//!
//! Real rows break the syntax, so no Markdown parser reads them as a person does: a row runs over
//! three lines without a closing pipe, the caption stands where the header should, a row has more
//! cells than the table. This module finds the tables and cuts them into rows and cells; what a
//! cell says is read by [`inline`](super::inline).

use std::ops::Range;

use super::lines::Line;
use crate::published::rows::is_name;

/// A table as it lies in the page.
#[derive(Debug)]
pub struct RawTable {
    /// Its rows.
    pub rows: Vec<RawRow>,
    /// The lines it takes, as indices.
    pub lines: Range<usize>,
}

/// A row as it lies in the page.
#[derive(Debug)]
pub struct RawRow {
    /// The byte ranges of its cells.
    pub cells: Vec<Range<usize>>,
    /// Where it stands.
    pub span: Range<usize>,
    /// Whether a line of dashes follows.
    pub is_header: bool,
    /// What keeps it from being read, if something does.
    pub damage: Option<String>,
}

/// Over how many more lines a row may run.
const MAX_CONTINUED: usize = 30;
/// In longer rows no broken links are looked for.
const MAX_CELLS: usize = 64;
/// In how many lines a table shows its columns.
const TOP: usize = 3;

/// The tables among these lines.
pub fn tables(text: &str, lines: &[Line<'_>]) -> Vec<RawTable> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if starts_table(lines, at) {
            let table = TableReader::new(text, lines, at).read();
            at = table.lines.end.max(at + 1);
            tables.push(table);
        } else {
            at += 1;
        }
    }
    tables
}

fn starts_table(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    if !line.has_pipe() || line.is_dashes() {
        return false;
    }
    // A line of dashes tells a table. So does a pipe at the start of a line, which prose never has.
    line.starts_with_pipe() || lines.get(at + 1).is_some_and(Line::is_dashes)
}

/// Reads one table.
struct TableReader<'l> {
    text: &'l str,
    lines: &'l [Line<'l>],
    first: usize,
    /// How many cells a row has.
    columns: usize,
    /// How many of them say something: columns may be left over from a layout.
    filled: usize,
    /// Whether lines start with a pipe.
    outer: bool,
}

impl<'l> TableReader<'l> {
    fn new(text: &'l str, lines: &'l [Line<'l>], first: usize) -> Self {
        let outer = lines[first].starts_with_pipe();
        let dashes = lines[first..].iter().take(TOP).find(|line| line.is_dashes());
        let columns = split(text, dashes.unwrap_or(&lines[first]).span()).len();
        let says = |cell: &Range<usize>| !text[cell.clone()].trim().is_empty();
        let top = lines[first..].iter().take(TOP).filter(|line| !line.is_dashes());
        let filled = top.map(|line| split(text, line.span()).iter().filter(|c| says(c)).count());
        let filled = filled.max().unwrap_or_default().min(columns);
        Self { text, lines, first, columns, filled, outer }
    }

    fn read(&self) -> RawTable {
        let mut rows: Vec<RawRow> = Vec::new();
        let mut at = self.first;
        while let Some(line) = self.lines.get(at) {
            if line.is_dashes() {
                if let Some(row) = rows.last_mut() {
                    row.is_header = true;
                }
                at += 1;
            } else if self.is_row(line) {
                let end = self.end_of_row(at);
                rows.push(self.row(at, end));
                at = end;
            } else if self.may_be_bare_row(at) {
                rows.push(self.bare_row(at));
                at += 1;
            } else if let Some(next) = self.row_after_blank_lines(at) {
                at = next;
            } else {
                break;
            }
        }
        RawTable { rows, lines: self.first..at }
    }

    fn is_row(&self, line: &Line<'_>) -> bool {
        line.starts_with_pipe() || (!self.outer && line.has_pipe())
    }

    /// Whether a line without a pipe right below a row may be a row with only a name, as GitHub shows
    /// it.
    fn may_be_bare_row(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let next = self.lines.get(at + 1);
        let has_header = self.lines.iter().skip(at + 1).take(TOP).any(Line::is_dashes);
        at > self.first
            && is_name(line.text)
            && !line.starts_block()
            && !self.lines[at - 1].is_blank()
            && next.is_none_or(|next| next.is_blank() || self.is_row(next))
            && !has_header
    }

    /// A row of which all cells but the first are empty. Behind the last row such a line may be text.
    fn bare_row(&self, at: usize) -> RawRow {
        let line = &self.lines[at];
        let blank = std::iter::repeat_n(line.end()..line.end(), self.columns.saturating_sub(1));
        let reason = "a line right below a table, which GitHub shows as a row; put a blank line above \
                      it, or pipes around it";
        let is_last = self.lines.get(at + 1).is_none_or(Line::is_blank);
        RawRow {
            cells: std::iter::once(line.span()).chain(blank).collect(),
            span: line.span(),
            is_header: false,
            damage: is_last.then(|| reason.to_owned()),
        }
    }

    /// The next row of this table, where only blank lines stand before it.
    fn row_after_blank_lines(&self, at: usize) -> Option<usize> {
        let blank = self.lines[at..].iter().take_while(|line| line.is_blank()).count();
        let next = at + blank;
        let line = self.lines.get(next)?;
        // A header of its own starts another table, with or without a caption above it.
        let has_header = self.lines[next..].iter().take(3).any(Line::is_dashes);
        let goes_on = blank > 0
            && self.outer
            && line.starts_with_pipe()
            && !has_header
            && split(self.text, line.span()).len() == self.columns;
        goes_on.then_some(next)
    }

    /// The line after the last one of the row that starts here.
    fn end_of_row(&self, at: usize) -> usize {
        let line = &self.lines[at];
        let is_closed = !self.outer || line.ends_with_pipe();
        let count = split(self.text, line.span()).len();
        if is_closed && (count >= self.columns || line.ends_with_pipe()) {
            return at + 1;
        }
        if let Some(end) = self.closing_line(at) {
            return end;
        }
        self.end_of_unclosed(at)
    }

    /// The line after the one with which a broken row has all its cells.
    fn closing_line(&self, at: usize) -> Option<usize> {
        let last = self.lines.len().min(at + 1 + MAX_CONTINUED);
        for next in at + 1..last {
            let line = &self.lines[next];
            let whole = self.lines[at].start..line.end();
            if line.is_dashes() {
                return None;
            }
            if line.starts_with_pipe() {
                // The break may stand right before a pipe. A line with all its cells is a row.
                let rest = split(self.text, line.span()).len();
                let joined = split(self.text, whole).len();
                let fits = rest < self.filled && (self.filled..=self.columns).contains(&joined);
                return fits.then_some(next + 1);
            }
            if line.has_pipe() {
                let joined = split(self.text, whole).len();
                if joined > self.columns {
                    return None;
                }
                let is_whole = !self.outer && joined == self.columns;
                if is_whole || self.outer && line.ends_with_pipe() {
                    return Some(next + 1);
                }
            }
        }
        None
    }

    /// The line after the ones that belong to a row that never closes.
    fn end_of_unclosed(&self, at: usize) -> usize {
        let ends = |line: &Line<'_>| line.is_blank() || line.has_pipe() || line.starts_block();
        let rest = &self.lines[at + 1..];
        at + 1
            + rest
                .iter()
                .take(MAX_CONTINUED)
                .position(ends)
                .unwrap_or_else(|| rest.len().min(MAX_CONTINUED))
    }

    fn row(&self, at: usize, end: usize) -> RawRow {
        let span = self.lines[at].start..self.lines[end - 1].end();
        let mut cells = split(self.text, span.clone());
        if cells.len() <= MAX_CELLS {
            while cells.len() > self.columns && join_link(self.text, &mut cells) {}
        }
        RawRow { cells, span, is_header: false, damage: None }
    }
}

/// Cuts a row at its pipes. A pipe after a backslash is text, and outer pipes are none.
fn split(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let row = &text[span.clone()];
    let start = span.start + (row.len() - row.trim_start().len());
    let end = start + row.trim().len();
    let mut cells = Vec::new();
    let mut from = start;
    let mut escaped = false;
    for (at, byte) in text[start..end].bytes().enumerate() {
        match byte {
            b'|' if !escaped => {
                if at > 0 {
                    cells.push(from..start + at);
                }
                from = start + at + 1;
                escaped = false;
            }
            byte => escaped = byte == b'\\' && !escaped,
        }
    }
    // Behind a closing pipe there is no cell.
    if from < end || cells.is_empty() {
        cells.push(from..end);
    }
    cells
}

/// Joins two cells between which the pipe is part of the text of a link.
fn join_link(text: &str, cells: &mut Vec<Range<usize>>) -> bool {
    let broken = cells.windows(2).position(|pair| {
        let (left, right) = (&text[pair[0].clone()], &text[pair[1].clone()]);
        let opens = left.rfind('[').is_some_and(|open| !left[open..].contains(']'));
        opens && right.find("](").is_some_and(|close| !right[..close].contains('['))
    });
    if let Some(at) = broken {
        cells[at].end = cells[at + 1].end;
        cells.remove(at + 1);
    }
    broken.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    /// The rows of every table, their cells joined by `/`.
    fn rows(text: &str) -> Vec<Vec<String>> {
        let lines = lines(text);
        let show = |row: &RawRow| {
            let cells = row
                .cells
                .iter()
                .map(|cell| text[cell.clone()].split_whitespace().collect::<Vec<_>>().join(" "));
            cells.collect::<Vec<_>>().join("/")
        };
        let tables = tables(text, &lines);
        tables.iter().map(|table| table.rows.iter().map(show).collect()).collect()
    }

    #[test]
    fn pipes_outside_are_optional() {
        assert_eq!(rows("|a|b|\n|-|-|\n| c | d |"), [["a/b", "c/d"]]);
        assert_eq!(rows("a | b\n---|:-:\nc | d\n\ne | f"), [["a/b", "c/d"]]);
        assert_eq!(rows("|a|b\n|-|-\n|c|d\n"), [["a/b", "c/d"]]);
    }

    #[test]
    fn a_row_over_several_lines_is_one_row() {
        let head = "|n|p|d|\n|-|-|-|\n";
        for (row, cells) in [
            ("|A|one\ntwo\nthree|x|\n|B|y|z|", "A/one two three/x"),
            ("|A|one|two\nthree\nfour\n|B|y|z|", "A/one/two three four"),
            ("|A|one\n\ntwo|x|\n|B|y|z|", "A/one two/x"),
            ("|A|one\n|x|\n|B|y|z|", "A/one/x"),
            ("|A|one\n- two\n- three|x|\n|B|y|z|", "A/one - two - three/x"),
        ] {
            assert_eq!(rows(&format!("{head}{row}")), [["n/p/d", cells, "B/y/z"]], "{row}");
        }
    }

    #[test]
    fn a_bare_line_between_rows_is_a_row() {
        let text = "|n|p|\n|-|-|\n|A|b|\nBirch\n|C|d|\n";
        assert_eq!(rows(text), [["n/p", "A/b", "Birch/", "C/d"]]);
        let text = "n | p\n-|-\nA | b\nBirch\nC | d\n";
        assert_eq!(rows(text), [["n/p", "A/b", "Birch/", "C/d"]]);
    }

    #[test]
    fn prose_after_a_table_is_no_row() {
        let text = "|n|p|\n|-|-|\n|A|b|\nText about it.\n|n|p|\n|-|-|\n|C|d|\n";
        assert_eq!(rows(text), [["n/p", "A/b"], ["n/p", "C/d"]]);
    }

    #[test]
    fn rows_apart_from_each_other_are_one_table() {
        assert_eq!(rows("|n|p|\n|-|-|\n\n|A|b|\n\n|C|d|\n"), [["n/p", "A/b", "C/d"]]);
    }

    #[test]
    fn pipes_in_the_text_cut_nothing() {
        assert_eq!(rows("|n|p|\n|-|-|\n|A\\|B|c|"), [["n/p", "A\\|B/c"]]);
        assert_eq!(rows("|n|p|\n|-|-|\n|[A | B](x)|c|"), [["n/p", "[A | B](x)/c"]]);
    }
}
