//! One line of a CSV file as cells, and where each stands.

use std::borrow::Cow;
use std::ops::Range;

use csv_core::{Reader, ReaderBuilder, Terminator};

use super::quoting;

/// Reads one line at a time into buffers that are used again. Making one takes time: its reader
/// computes a table of states.
pub(crate) struct RecordBuffer {
    reader: Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Default for RecordBuffer {
    fn default() -> Self {
        // Nothing but a line feed ends a row, and lines come without theirs: a carriage return
        // inside a line stays a character of its cell.
        let reader = ReaderBuilder::new().terminator(Terminator::Any(b'\n')).build();
        Self { reader, bytes: Vec::new(), ends: Vec::new() }
    }
}

impl RecordBuffer {
    /// Cuts any line without faults into cells. What stands in the line as it is is not copied.
    pub(crate) fn cut<'l>(&mut self, line: &'l str, cells: &mut Vec<Cow<'l, str>>) {
        cells.clear();
        let mut spans = quoting::cells(line);
        for cell in self.read(line) {
            let raw = spans.next().map_or("", |span| &line[span]);
            let inside = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw);
            let copied = inside != cell;
            cells.push(if copied { cell.to_owned().into() } else { inside.into() });
        }
    }

    /// The cells of a line.
    pub(crate) fn read<'b>(&'b mut self, line: &str) -> Vec<&'b str> {
        self.reader.reset();
        self.bytes.resize((line.len() + 1).max(self.bytes.len()), 0);
        let most = line.bytes().filter(|b| *b == b',').count() + 2;
        self.ends.resize(most.max(self.ends.len()), 0);
        let (_, _, mut written, mut ended) =
            self.reader.read_record(line.as_bytes(), &mut self.bytes, &mut self.ends);
        // There is room for the whole line; that nothing follows ends the record.
        let (_, _, w, e) =
            self.reader.read_record(&[], &mut self.bytes[written..], &mut self.ends[ended..]);
        written += w;
        ended += e;
        let text = std::str::from_utf8(&self.bytes[..written]).unwrap_or_default();
        let mut start = 0;
        self.ends[..ended]
            .iter()
            .map(|end| {
                let cell = &text[start..*end];
                start = *end;
                cell
            })
            .collect()
    }
}

/// Whether a line was cut in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Simple {
    /// It was.
    Cut {
        /// Whether a cell stands in quotation marks and needs none.
        needless_quotes: bool,
    },
    /// It was not: quotation marks are doubled, or at fault.
    No,
}

/// Cuts a line in which every mark opens or closes a cell: nearly every line, and nothing of it is
/// copied.
pub(crate) fn cut_simple<'l>(line: &'l str, cells: &mut Vec<Cow<'l, str>>) -> Simple {
    cells.clear();
    let mut needless_quotes = false;
    if !line.contains('"') {
        cells.extend(line.split(',').map(Cow::Borrowed));
        return Simple::Cut { needless_quotes };
    }
    let mut rest = line;
    loop {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(open) => {
                let Some((cell, after)) = open.split_once('"') else { return Simple::No };
                needless_quotes |= !cell.contains([',', '\r']);
                (cell, after)
            }
            None => {
                let (cell, after) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
                if cell.contains('"') {
                    return Simple::No;
                }
                (cell, after)
            }
        };
        cells.push(Cow::Borrowed(cell));
        if after.is_empty() {
            return Simple::Cut { needless_quotes };
        }
        let Some(next) = after.strip_prefix(',') else { return Simple::No };
        rest = next;
    }
}

/// The byte range of a cell in its line, without its quotation marks. A cell beyond the last one
/// stands at the end of the line.
pub(crate) fn raw_span(line: &str, column: usize) -> Range<usize> {
    match quoting::cells(line).nth(column) {
        Some(cell) if cell.len() >= 2 && line[cell.clone()].starts_with('"') => {
            cell.start + 1..cell.end - usize::from(line[cell.clone()].ends_with('"'))
        }
        Some(cell) => cell,
        None => line.len()..line.len(),
    }
}

/// The text of a cell that stands in such a range of its line.
pub(crate) fn unquoted(line: &str, span: Range<usize>) -> String {
    let quoted = span.start > 0 && line.as_bytes()[span.start - 1] == b'"';
    let raw = &line[span];
    if quoted { raw.replace("\"\"", "\"") } else { raw.to_owned() }
}

/// The items of a list cell.
pub(crate) fn split_list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';')
}

/// The byte range of one item in a cell's raw text.
pub(crate) fn item_span(line: &str, cell: Range<usize>, item: usize) -> Range<usize> {
    let mut start = cell.start;
    for (index, part) in line[cell.clone()].split(';').enumerate() {
        let end = start + part.len();
        if index == item {
            let lead = part.len() - part.trim_start().len();
            return start + lead..start + lead + part.trim().len();
        }
        start = end + 1;
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_their_places() {
        let line = "a,\"b, \"\"c\"\"\",,d\re";
        assert_eq!(RecordBuffer::default().read(line), ["a", "b, \"c\"", "", "d\re"]);
        assert_eq!(raw_span(line, 0), 0..1);
        assert_eq!(&line[raw_span(line, 1)], "b, \"\"c\"\"");
        assert_eq!(unquoted(line, raw_span(line, 1)), "b, \"c\"");
        assert_eq!(raw_span(line, 2), 13..13);
        assert_eq!(&line[raw_span(line, 3)], "d\re");
        assert_eq!(raw_span(line, 4), line.len()..line.len());
        assert_eq!(raw_span("", 0), 0..0);
        assert_eq!(raw_span("\"\",a", 0), 1..1);
        assert_eq!(raw_span("a,\"b,c", 1), 3..6);
        assert_eq!(raw_span("a,\"b\"x,c", 2), 7..8);
        assert_eq!(raw_span("a,", 1), 2..2);
        assert_eq!(raw_span("\"a,\",b", 1), 5..6);
    }

    #[test]
    fn both_ways_to_cut_agree_and_copy_no_more_than_they_must() {
        let mut cells = Vec::new();
        let mut simple = Vec::new();
        for (line, copies) in [
            ("a,b,,c", 0),
            ("\"a, b\",\"\",c", 0),
            ("a,\"b\",c", 0),
            ("a,\"b, c\"", 0),
            (",\"\"\"\",\"b\"\"\"", 2),
            ("a,\"b\"\", c\",d", 1),
            ("a", 0),
            ("\"\"", 0),
            ("\"\",", 0),
        ] {
            let mut buffer = RecordBuffer::default();
            buffer.cut(line, &mut cells);
            assert_eq!(cells, buffer.read(line));
            let copied = cells.iter().filter(|cell| matches!(cell, Cow::Owned(_)));
            assert_eq!(copied.count(), copies, "{line}");
            let needless_quotes = quoting::needless(line).is_some();
            match cut_simple(line, &mut simple) {
                Simple::No => assert!(copies > 0, "{line}"),
                cut => assert_eq!((cut, &simple), (Simple::Cut { needless_quotes }, &cells)),
            }
        }
        for fault in ["a,\"b", "a\"b,c", "\"a\"b,c", "\"", "a,\"b\" ,c"] {
            assert!(quoting::fault(fault).is_some());
            assert_eq!(cut_simple(fault, &mut simple), Simple::No, "{fault}");
        }
    }

    #[test]
    fn items_and_their_places() {
        let line = "x,us; fr ;de";
        assert_eq!(item_span(line, 2..12, 0), 2..4);
        assert_eq!(item_span(line, 2..12, 1), 6..8);
        assert_eq!(item_span(line, 2..12, 2), 10..12);
        assert_eq!(item_span(line, 2..12, 3), 2..12);
    }
}
