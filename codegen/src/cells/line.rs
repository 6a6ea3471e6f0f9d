//! One line of a CSV file as cells.
//!
//! [`Cells`] is the one scanner of quotation marks. It never fails: a cell whose marks are wrong is
//! yielded with its [`Fault`].

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr2};

/// The cells of a line, from left to right.
pub(super) struct Cells<'l> {
    line: &'l str,
    /// Where the next cell starts. `None` after the last one.
    next: Option<usize>,
    /// Whether the next cell was opened by a quotation mark on a line before.
    open: bool,
    /// What separates the cells.
    separator: u8,
}

/// A cell as it is in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawCell {
    /// Its byte range, quotation marks included. With a fault it ends at the next comma, or with
    /// the line where a mark is not closed.
    pub(super) span: Range<usize>,
    pub(super) marks: Marks,
}

/// The quotation marks of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// It has none.
    None,
    /// One opens it, one closes it.
    Around {
        /// Whether there are marks inside, each doubled.
        doubled: bool,
    },
    /// They are wrong.
    Wrong(Fault),
}

/// What is wrong with the quotation marks of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It opens and does not close on its line; from its opening mark to the end of the line.
    Unclosed(Range<usize>),
    /// A mark inside a cell that it does not enclose, or text after the closing mark.
    Stray(Range<usize>),
    /// A mark at the end of a cell that has no opening mark.
    Unopened(Range<usize>),
}

impl<'l> Cells<'l> {
    pub(super) fn new(line: &'l str) -> Self {
        Self { line, next: Some(0), open: false, separator: b',' }
    }

    /// The cells of a line that are separated by another mark than the comma.
    fn separated_by(line: &'l str, separator: u8) -> Self {
        Self { separator, ..Self::new(line) }
    }

    /// The cells of a line that starts inside a cell which was opened on a line before.
    fn continued(line: &'l str) -> Self {
        Self { open: true, ..Self::new(line) }
    }

    /// The cell that starts here, and how its marks are.
    fn cell(&self, start: usize) -> RawCell {
        let bytes = self.line.as_bytes();
        let end_from =
            |at: usize| memchr(self.separator, &bytes[at..]).map_or(bytes.len(), |end| at + end);
        let raw = |end, marks| RawCell { span: start..end, marks };
        if !self.open && bytes.get(start) != Some(&b'"') {
            let next = memchr2(self.separator, b'"', &bytes[start..]).map(|at| start + at);
            return match next {
                None => raw(bytes.len(), Marks::None),
                Some(at) if bytes[at] == self.separator => raw(at, Marks::None),
                Some(at) => match end_from(at) {
                    end if at + 1 == end => raw(end, Marks::Wrong(Fault::Unopened(at..end))),
                    end => raw(end, Marks::Wrong(Fault::Stray(at..at + 1))),
                },
            };
        }
        let inside = if self.open { start } else { start + 1 };
        match closing_mark(bytes, inside) {
            None => raw(bytes.len(), Marks::Wrong(Fault::Unclosed(start..bytes.len()))),
            Some((close, doubled)) => match end_from(close) {
                end if end == close + 1 => raw(end, Marks::Around { doubled }),
                end => raw(end, Marks::Wrong(Fault::Stray(close..close + 1))),
            },
        }
    }
}

/// The mark that closes a quoted cell, and whether there are doubled marks before it, which are
/// part of the text.
fn closing_mark(bytes: &[u8], mut at: usize) -> Option<(usize, bool)> {
    let mut doubled = false;
    loop {
        at += memchr(b'"', &bytes[at..])?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some((at, doubled));
        }
        doubled = true;
        at += 2;
    }
}

impl Iterator for Cells<'_> {
    type Item = RawCell;

    fn next(&mut self) -> Option<RawCell> {
        let cell = self.cell(self.next?);
        self.open = false;
        self.next = (cell.span.end < self.line.len()).then_some(cell.span.end + 1);
        Some(cell)
    }
}

impl RawCell {
    /// The byte range of the text between its quotation marks.
    pub(super) fn inside(&self, line: &str) -> Range<usize> {
        let Range { start, end } = self.span;
        match &self.marks {
            Marks::Around { .. } => start + 1..end - 1,
            Marks::Wrong(_) if end - start >= 2 && line[start..].starts_with('"') => {
                start + 1..end - usize::from(line[..end].ends_with('"'))
            }
            _ => start..end,
        }
    }

    /// The text, without marks around it and with single ones inside. Only a text with doubled marks
    /// is copied.
    pub(super) fn text<'l>(&self, line: &'l str) -> Cow<'l, str> {
        let text = &line[self.inside(line)];
        match self.marks {
            Marks::Around { doubled: true } => Cow::Owned(text.replace("\"\"", "\"")),
            _ => Cow::Borrowed(text),
        }
    }

    /// Whether it is in quotation marks that it does not need.
    fn is_needlessly_quoted(&self, line: &str) -> bool {
        self.marks == Marks::Around { doubled: false }
            && memchr2(b',', b'\r', &line.as_bytes()[self.inside(line)]).is_none()
    }
}

/// Cuts a line into the texts of its cells; whether one of them is needlessly quoted.
///
/// # Errors
/// The first cell whose quotation marks are wrong.
pub(super) fn cut<'l>(line: &'l str, texts: &mut Vec<Cow<'l, str>>) -> Result<bool, Fault> {
    texts.clear();
    let mut needless = false;
    for cell in Cells::new(line) {
        if let Marks::Wrong(fault) = cell.marks {
            return Err(fault);
        }
        needless |= cell.is_needlessly_quoted(line);
        texts.push(cell.text(line));
    }
    Ok(needless)
}

/// Cuts a line at another mark than the comma.
///
/// # Errors
/// The first cell whose quotation marks are wrong.
pub(super) fn cut_at(line: &str, separator: u8) -> Result<Vec<Cow<'_, str>>, Fault> {
    let cells = Cells::separated_by(line, separator).map(|cell| match &cell.marks {
        Marks::Wrong(fault) => Err(fault.clone()),
        _ => Ok(cell.text(line)),
    });
    cells.collect()
}

/// The first cell that is needlessly quoted; its byte range, quotation marks included.
pub(super) fn needlessly_quoted(line: &str) -> Option<Range<usize>> {
    Cells::new(line).find(|cell| cell.is_needlessly_quoted(line)).map(|cell| cell.span)
}

/// The cell of a column. Behind the last cell there are blank ones.
pub(super) fn cell_at(line: &str, column: usize) -> RawCell {
    let blank = || RawCell { span: line.len()..line.len(), marks: Marks::None };
    Cells::new(line).nth(column).unwrap_or_else(blank)
}

/// How a row goes on whose last cell is not closed on its line: the number of further lines up to
/// the end of the row, and the number of its cells. `None` where it does not end, or where marks
/// are wrong.
pub(super) fn continued<'l>(
    first: &'l str,
    following: impl IntoIterator<Item = &'l str>,
) -> Option<(usize, usize)> {
    let mut count = 0;
    let mut open = false;
    for (further, line) in std::iter::once(first).chain(following).enumerate() {
        let cells = if open { Cells::continued(line) } else { Cells::new(line) };
        open = false;
        for cell in cells {
            match cell.marks {
                Marks::None | Marks::Around { .. } => count += 1,
                Marks::Wrong(Fault::Unclosed(_)) => open = true,
                Marks::Wrong(_) => return None,
            }
        }
        if !open {
            return Some((further, count));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: &str) -> Option<Fault> {
        cut(line, &mut Vec::new()).err()
    }

    #[test]
    fn faults_are_found_where_they_are() {
        assert_eq!(fault("a,b"), None);
        assert_eq!(fault("a,\"b, c\",d"), None);
        assert_eq!(fault("a,\"say \"\"hi\"\"\""), None);
        assert_eq!(fault("a,\"b,c"), Some(Fault::Unclosed(2..6)));
        assert_eq!(fault("a,b\"c,d"), Some(Fault::Stray(3..4)));
        assert_eq!(fault("a,\"b\"c,d"), Some(Fault::Stray(4..5)));
        assert_eq!(fault("a,b\",d"), Some(Fault::Unopened(3..4)));
        assert_eq!(fault("a,\"b\" ,c"), Some(Fault::Stray(4..5)));
        assert_eq!(fault("\""), Some(Fault::Unclosed(0..1)));
        assert_eq!(fault(""), None);
    }

    #[test]
    fn needless_marks_are_found() {
        assert_eq!(needlessly_quoted("a,\"b, c\",d"), None);
        assert_eq!(needlessly_quoted("a,\"say \"\"hi\"\"\",d"), None);
        assert_eq!(needlessly_quoted("a,\"b\",d"), Some(2..5));
        assert_eq!(needlessly_quoted("\"b, c\",\"\""), Some(7..9));
        assert_eq!(needlessly_quoted("a,b,"), None);
    }

    #[test]
    fn cells_over_several_lines() {
        assert_eq!(continued("a,\"b", ["c\",d"]), Some((1, 3)));
        assert_eq!(continued("a,\"b", ["", "c \"\"x\"\"", "\""]), Some((3, 2)));
        assert_eq!(continued("a,\"b", ["c,d"]), None);
        assert_eq!(continued("a,\"b", ["c,\"d\""]), None);
        assert_eq!(continued("a,\"b", ["c\",\"d", "e\""]), Some((2, 3)));
        assert_eq!(continued("\"a, b\",\"c", ["d\""]), Some((1, 2)));
    }

    #[test]
    fn cells_and_their_places() {
        let line = "a,\"b, \"\"c\"\"\",,d\re";
        let inside = |line: &str, column| cell_at(line, column).inside(line);
        assert_eq!(inside(line, 0), 0..1);
        assert_eq!(&line[inside(line, 1)], "b, \"\"c\"\"");
        assert_eq!(cell_at(line, 1).text(line), "b, \"c\"");
        assert_eq!(inside(line, 2), 13..13);
        assert_eq!(&line[inside(line, 3)], "d\re");
        assert_eq!(inside(line, 4), line.len()..line.len());
        assert_eq!(inside("", 0), 0..0);
        assert_eq!(inside("\"\",a", 0), 1..1);
        assert_eq!(inside("a,\"b,c", 1), 3..6);
        assert_eq!(inside("a,\"b\"x,c", 2), 7..8);
        assert_eq!(inside("a,", 1), 2..2);
        assert_eq!(inside("\"a,\",b", 1), 5..6);
    }

    /// How many texts of a line are copied.
    fn copied(line: &str) -> usize {
        let mut texts = Vec::new();
        cut(line, &mut texts).unwrap();
        texts.iter().filter(|text| matches!(text, Cow::Owned(_))).count()
    }

    #[test]
    fn only_texts_with_doubled_marks_are_copied() {
        assert_eq!(copied("a,b,,c"), 0);
        assert_eq!(copied("\"a, b\",\"\",c"), 0);
        assert_eq!(copied(",\"\"\"\",\"b\"\"\""), 2);
        assert_eq!(copied("a,\"b\"\", c\",d"), 1);
    }

    /// Every line of up to six of these characters without a fault is cut as the `csv` crate cuts
    /// it, with a line feed as the only end of a row.
    #[test]
    fn lines_are_cut_as_by_the_csv_crate() {
        let mut lines = vec![String::new()];
        let mut at = 0;
        while lines[at].len() < 6 {
            lines.extend(['a', ',', '"', '\r'].map(|c| format!("{}{c}", lines[at])));
            at += 1;
        }
        let mut texts = Vec::new();
        for line in lines.iter().filter(|line| !line.is_empty()) {
            if cut(line, &mut texts).is_ok() {
                let mut reader = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .terminator(csv::Terminator::Any(b'\n'))
                    .from_reader(line.as_bytes());
                let record = reader.records().next().unwrap().unwrap();
                assert_eq!(texts, record.iter().collect::<Vec<_>>(), "{line:?}");
            }
        }
    }
}
