//! A CSV file as rows of cells.

use std::ops::Range;

use csv_core::{ReadFieldResult, ReadRecordResult};

use super::codes::{
    BLANK_ROW, CELL_COUNT, COLUMN_ORDER, EMPTY_COLUMN, MISSING_COLUMN, NEEDLESS_QUOTES,
    STRAY_QUOTE, UNCLOSED_QUOTE, UNKNOWN_COLUMN, WRONG_SEPARATOR,
};
use super::quoting::{self, Fault};
use super::text_file::TextFile;
use crate::problem::{Place, Problem};
use crate::suggest;

/// A CSV file whose header was understood.
pub(crate) struct CsvFile<'s> {
    pub(crate) text: TextFile<'s>,
    pub(crate) header: Header,
}

/// Which column of the table each column of the file is.
pub(crate) struct Header {
    /// For each column of the table, where it stands in the file.
    pub(crate) position: Vec<usize>,
    /// How many columns with a name the file has.
    named: usize,
    /// How many columns without a name follow.
    unnamed: usize,
}

/// The cells of one row, in the order of the table's columns.
pub(crate) struct RowCells<'r> {
    /// 0-based line of the file.
    pub(crate) line: usize,
    /// The cells' text, unquoted.
    pub(crate) cells: &'r [&'r str],
}

impl<'s> CsvFile<'s> {
    /// Reads the header. Says what is wrong with it; gives nothing where the columns cannot be
    /// told.
    pub(crate) fn open(
        text: TextFile<'s>,
        table: &str,
        columns: &[&str],
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let header = read_header(&text, table, columns, problems)?;
        Some(Self { text, header })
    }

    /// Calls `each` with every row that has the right number of cells; says what is wrong with
    /// the others.
    pub(crate) fn rows(
        &self,
        table: &str,
        problems: &mut Vec<Problem>,
        mut each: impl FnMut(RowCells<'_>, &mut Vec<Problem>),
    ) {
        let expected = self.header.named + self.header.unnamed;
        let mut buffer = RecordBuffer::default();
        let mut needless = true;
        let mut line = 1;
        while line < self.text.line_count() {
            let text = self.text.line(line);
            let start = self.text.line_range(line).start;
            if text.contains('"') {
                match quoting::fault(text) {
                    Some(Fault::Unclosed(range)) => {
                        let closes = self.closing_line(line);
                        problems.push(
                            Problem::new(
                                &UNCLOSED_QUOTE,
                                self.text.place(start + range.start..start + range.end),
                                match closes {
                                    Some(close) => format!(
                                        "the cell goes on over line ends up to line {}",
                                        close + 1
                                    ),
                                    None => "the quotation mark is not closed".to_owned(),
                                },
                            )
                            .field(table, "")
                            .value(&text[range])
                            .help("close it, or join the lines of the cell"),
                        );
                        line = closes.unwrap_or(line) + 1;
                        continue;
                    }
                    Some(Fault::Stray(range)) => {
                        problems.push(
                            Problem::new(
                                &STRAY_QUOTE,
                                self.text.place(start + range.start..start + range.end),
                                "a quotation mark in the middle of a cell",
                            )
                            .field(table, "")
                            .value(text)
                            .help(
                                "put the whole cell in quotation marks and double the ones inside",
                            ),
                        );
                        line += 1;
                        continue;
                    }
                    None => {}
                }
            }
            let cells = buffer.read(text);
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                problems.push(
                    Problem::new(
                        &BLANK_ROW,
                        self.text.place(start..start + text.len()),
                        "a row without any cell filled in",
                    )
                    .field(table, "")
                    .help("run `cargo xtask sync`"),
                );
                line += 1;
                continue;
            }
            let filled =
                cells.len() - cells.iter().rev().take_while(|cell| cell.is_empty()).count();
            if cells.len() != expected && !(cells.len() > expected && filled <= self.header.named) {
                problems.push(cell_count(&self.text, table, line, cells.len(), self.header.named));
                line += 1;
                continue;
            }
            if needless && text.contains('"') {
                if let Some(column) = needlessly_quoted(text, &cells) {
                    needless = false;
                    let range = raw_span(text, column);
                    problems.push(
                        Problem::new(
                            &NEEDLESS_QUOTES,
                            self.text.place(start + range.start..start + range.end),
                            "the cell needs no quotation marks",
                        )
                        .field(table, "")
                        .help("run `cargo xtask sync`"),
                    );
                }
            }
            let ordered: Vec<&str> = self.header.position.iter().map(|at| cells[*at]).collect();
            each(RowCells { line, cells: &ordered }, problems);
            line += 1;
        }
    }

    /// The line on which a cell left open on `line` closes, if that gives a row of the right
    /// length: a cell with line breaks, as spreadsheets write it.
    fn closing_line(&self, line: usize) -> Option<usize> {
        const FARTHEST: usize = 50;
        let mut joined = self.text.line(line).to_owned();
        for next in line + 1..self.text.line_count().min(line + FARTHEST) {
            joined.push(' ');
            joined.push_str(self.text.line(next));
            if quoting::fault(&joined).is_none() {
                let cells = RecordBuffer::default().read(&joined).len();
                return (cells == self.header.named + self.header.unnamed).then_some(next);
            }
        }
        None
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
        let mut buffer = RecordBuffer::default();
        let cells = buffer.read(self.text.line(line));
        cells.get(self.header.position[column]).copied().unwrap_or_default().to_owned()
    }
}

/// Reads one line at a time into buffers that are used again.
pub(crate) struct RecordBuffer {
    reader: csv_core::Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Default for RecordBuffer {
    fn default() -> Self {
        // Not the reader's own default, which has no table of states and reads nothing.
        Self { reader: csv_core::Reader::new(), bytes: Vec::new(), ends: Vec::new() }
    }
}

impl RecordBuffer {
    /// The cells of a line.
    pub(crate) fn read<'b>(&'b mut self, line: &str) -> Vec<&'b str> {
        self.reader.reset();
        self.bytes.resize((line.len() + 1).max(self.bytes.len()), 0);
        let most = line.bytes().filter(|b| *b == b',').count() + 2;
        self.ends.resize(most.max(self.ends.len()), 0);
        let (mut result, mut read, mut written, mut ended) =
            self.reader.read_record(line.as_bytes(), &mut self.bytes, &mut self.ends);
        while result == ReadRecordResult::InputEmpty {
            let rest = &line.as_bytes()[read..];
            let (next, n, w, e) =
                self.reader.read_record(rest, &mut self.bytes[written..], &mut self.ends[ended..]);
            result = next;
            read += n;
            written += w;
            ended += e;
        }
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

/// The byte range of a cell in its line, without its quotation marks.
fn raw_span(line: &str, column: usize) -> Range<usize> {
    let mut reader = csv_core::Reader::new();
    let mut scratch = vec![0; line.len() + 1];
    let mut at = 0;
    for index in 0.. {
        let (result, read, _) = reader.read_field(&line.as_bytes()[at..], &mut scratch);
        let end = at + read;
        let ended = matches!(result, ReadFieldResult::Field { record_end: false });
        if index == column || !ended {
            let range = at..if ended { end - 1 } else { end };
            let raw = &line[range.clone()];
            return if raw.len() >= 2 && raw.starts_with('"') && raw.ends_with('"') {
                range.start + 1..range.end - 1
            } else {
                range
            };
        }
        at = end;
    }
    unreachable!("a line ends")
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

fn needlessly_quoted(line: &str, cells: &[&str]) -> Option<usize> {
    (0..cells.len()).find(|column| {
        let raw = raw_span(line, *column);
        let quoted = raw.start > 0 && line.as_bytes()[raw.start - 1] == b'"';
        quoted && !quoting::needed(cells[*column])
    })
}

fn cell_count(
    text: &TextFile<'_>,
    table: &str,
    line: usize,
    cells: usize,
    named: usize,
) -> Problem {
    let range = text.line_range(line);
    let help = if cells > named {
        "a cell with a comma must stand in quotation marks"
    } else {
        "look for a missing comma or quotation mark"
    };
    Problem::new(
        &CELL_COUNT,
        text.place(range.clone()),
        format!("the row has {cells} cells, the header {named}"),
    )
    .field(table, "")
    .value(&text.text[range])
    .help(help)
}

fn read_header(
    text: &TextFile<'_>,
    table: &str,
    columns: &[&str],
    problems: &mut Vec<Problem>,
) -> Option<Header> {
    let all = || columns.join(",");
    if text.line_count() == 0 {
        problems.push(
            Problem::new(&MISSING_COLUMN, text.place(0..0), "the file is empty")
                .field(table, "")
                .help(format!("the header is: {}", all())),
        );
        return None;
    }
    let range = text.line_range(0);
    let line = text.line(0);
    let whole = || text.place(range.clone());
    if let Some(Fault::Unclosed(_) | Fault::Stray(_)) = quoting::fault(line) {
        problems.push(
            Problem::new(&STRAY_QUOTE, whole(), "a quotation mark in the header")
                .field(table, "")
                .value(line)
                .help(format!("the header is: {}", all())),
        );
        return None;
    }
    let separator = [(';', "semicolons"), ('\t', "tabs")]
        .into_iter()
        .find(|(c, _)| line.matches(*c).count() + 1 >= columns.len().min(2) && !line.contains(','));
    if let (Some((c, name)), true) = (separator, columns.len() > 1) {
        if line.contains(c) {
            problems.push(
                Problem::new(
                    &WRONG_SEPARATOR,
                    whole(),
                    format!("the cells are separated by {name}"),
                )
                .field(table, "")
                .value(line)
                .help("export the file again with the comma as separator"),
            );
            return None;
        }
    }
    let mut buffer = RecordBuffer::default();
    let names: Vec<String> =
        buffer.read(line).into_iter().map(|name| name.trim().to_owned()).collect();
    let unnamed = names.iter().rev().take_while(|name| name.is_empty()).count();
    let named = names.len() - unnamed;
    let mut understood = true;
    for (at, name) in names[..named].iter().enumerate() {
        let known = columns.contains(&name.as_str());
        let twice = names[..at].contains(name);
        if known && !twice {
            continue;
        }
        understood = false;
        let span = raw_span(line, at);
        let message = if twice {
            format!("the column `{name}` stands here a second time")
        } else {
            format!("`{name}` is not a column of {table}")
        };
        let missing = columns.iter().copied().filter(|c| !names.iter().any(|n| n == c));
        let help = match suggest::nearest(name, missing) {
            Some(near) if !twice => format!("did you mean `{near}`?"),
            _ => format!("the header is: {}", all()),
        };
        problems.push(
            Problem::new(
                &UNKNOWN_COLUMN,
                text.place(range.start + span.start..range.start + span.end),
                message,
            )
            .field(table, name)
            .value(name)
            .help(help),
        );
    }
    let missing: Vec<&str> =
        columns.iter().copied().filter(|column| !names.iter().any(|name| name == column)).collect();
    if !missing.is_empty() {
        if understood {
            problems.push(
                Problem::new(
                    &MISSING_COLUMN,
                    whole(),
                    format!("the header lacks {}", missing.join(", ")),
                )
                .field(table, missing[0])
                .value(line)
                .help(format!("the header is: {}", all())),
            );
        }
        return None;
    }
    if !understood {
        return None;
    }
    if unnamed > 0 {
        problems.push(
            Problem::new(
                &EMPTY_COLUMN,
                whole(),
                format!("{unnamed} columns without a name follow the last column"),
            )
            .field(table, "")
            .help("run `cargo xtask sync`"),
        );
    }
    let position: Vec<usize> =
        columns.iter().filter_map(|column| names.iter().position(|name| name == column)).collect();
    if !position.is_sorted() {
        problems.push(
            Problem::new(
                &COLUMN_ORDER,
                whole(),
                "the columns stand in another order than the table's",
            )
            .field(table, "")
            .value(line)
            .help("run `cargo xtask sync`"),
        );
    }
    Some(Header { position, named, unnamed })
}
