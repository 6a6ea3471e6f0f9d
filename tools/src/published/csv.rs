//! Reading a CSV page.

use std::ops::Range;
use std::rc::Rc;

use csv::{ReaderBuilder, StringRecord};

use super::block::{Block, Grid, GridCell, GridRow};
use super::columns::{self, HEADER_ROWS};
use super::plain_cell;
use super::text::PageText;

/// How often the reading starts anew after a line with a fault in its quotation marks. A row of lines
/// such as `a,"b","c` runs to the end of the file from each of them.
const MAX_RESTARTS: usize = 100;

/// The blocks of a page: one table.
pub fn blocks(page: &PageText) -> Vec<Block> {
    let span = 0..page.as_str().len();
    vec![Block::Grid(Grid { rows: rows_of(page), span, ..Grid::default() })]
}

/// The rows of a file.
pub fn rows_of(page: &PageText) -> Vec<GridRow> {
    let text = page.as_str();
    let separator = separator(text);
    let mut found = Vec::new();
    let mut start = 0;
    for _ in 0..MAX_RESTARTS {
        let Some(broken) = rows(text, start, separator, &mut found) else { return found };
        start = broken;
    }
    let rest = text.len() - text[start..].trim_start().len()..text.trim_end().len();
    if !rest.is_empty() {
        found.push(damaged(rest, "too many cells before it have faults in their quotation marks"));
    }
    found
}

/// A row that cannot be read.
fn damaged(span: Range<usize>, why: &str) -> GridRow {
    GridRow { cells: Vec::new(), is_header: false, span, damage: Some(why.to_owned()) }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator);
    builder.from_reader(text.as_bytes())
}

/// What may stand between the cells, the usual one first.
const SEPARATORS: &[u8] = b",;\t|";
/// How many rows show whether a separator cuts all of them into as many cells.
const SAMPLE: usize = 50;

/// What stands between the cells: that under which the header stands highest, or else what there is
/// most of in the first line.
fn separator(text: &str) -> u8 {
    let with_header = SEPARATORS.iter().enumerate().filter_map(|(rank, separator)| {
        let (at, others) = header(text, *separator)?;
        Some((at, others, rank, *separator))
    });
    let count = |separator: &&u8| {
        let first = text.lines().next().unwrap_or_default();
        first.bytes().filter(|byte| byte == *separator).count()
    };
    match with_header.min() {
        Some((.., separator)) => separator,
        // Of those that come as often, the first is the usual one.
        None => *SEPARATORS.iter().rev().max_by_key(count).unwrap_or(&b','),
    }
}

/// Which row is a header if this separates the cells, and how many rows have another number of cells
/// than it has.
fn header(text: &str, separator: u8) -> Option<(usize, usize)> {
    let first = reader(text, separator).into_records().take(SAMPLE);
    let rows: Vec<StringRecord> = first.filter_map(Result::ok).collect();
    let at = rows.iter().take(HEADER_ROWS).position(|row| {
        let filled = row.iter().map(str::trim).filter(|cell| !cell.is_empty());
        row.len() > 1 && columns::is_header(filled, row.len())
    })?;
    Some((at, rows.iter().filter(|row| row.len() != rows[at].len()).count()))
}

/// Reads rows up to the end, or up to one of several lines with a fault in its quotation marks; then,
/// where its second line starts, because the lines after its first may be rows.
fn rows(text: &str, start: usize, separator: u8, rows: &mut Vec<GridRow>) -> Option<usize> {
    let mut reader = reader(&text[start..], separator);
    let mut record = StringRecord::new();
    // Text is UTF-8, and rows may have any length, so nothing can go wrong.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        let at = |position: &csv::Position| start + position.byte() as usize;
        let begin = record.position().map_or(start, at);
        let end = at(reader.position()).min(text.len());
        let raw = &text[begin..end];
        let Some(fault) = quotation_fault(raw, separator) else {
            rows.push(row(&record, raw, begin));
            continue;
        };
        let blank = raw.len() - raw.trim_start().len();
        let line = raw[blank..].find('\n').map_or(raw.len(), |at| blank + at + 1);
        rows.push(damaged(begin + blank..begin + raw[..line].trim_end().len(), fault));
        if line < raw.len() {
            return Some(begin + line);
        }
    }
    None
}

/// What is wrong with the quotation marks around the cells of a row. Marks inside a cell that starts
/// without one are words.
fn quotation_fault(row: &str, separator: u8) -> Option<&'static str> {
    let mut rest = row.trim_start_matches(['\r', '\n']);
    loop {
        if let Some(quoted) = rest.strip_prefix('"') {
            let Some(after) = after_quoted(quoted) else {
                return Some("a quotation mark is not closed");
            };
            rest = after.trim_start_matches(|c: char| c.is_whitespace() && c != separator as char);
            if !rest.is_empty() && !rest.starts_with(separator as char) {
                return Some("text follows a closing quotation mark");
            }
        }
        rest = rest.split_once(separator as char)?.1;
    }
}

/// What follows a cell, of which this is the text after its opening quotation mark; `None` if it
/// is not closed.
fn after_quoted(mut text: &str) -> Option<&str> {
    loop {
        text = text.split_once('"')?.1;
        // Two marks in a row are a mark inside the cell.
        match text.strip_prefix('"') {
            Some(more) => text = more,
            None => return Some(text),
        }
    }
}

fn row(record: &StringRecord, raw: &str, begin: usize) -> GridRow {
    let mut from = 0;
    let mut cells = Vec::new();
    for text in record {
        let trimmed = text.trim();
        // Before a cell there is a separator and perhaps a quotation mark.
        let starts = |at: &usize| raw.get(*at..).is_some_and(|rest| rest.starts_with(trimmed));
        let found =
            (from..from + 3).find(starts).or_else(|| raw[from..].find(trimmed).map(|at| from + at));
        let at = found.unwrap_or(from);
        from = raw.floor_char_boundary(at + found.map_or(0, |_| trimmed.len()));
        let span: Range<usize> = begin + at..begin + from.max(at);
        let id = begin + cells.len() + 1;
        cells.push(GridCell { text: Rc::new(plain_cell::read(text, span)), id });
    }
    let blank = raw.len() - raw.trim_start().len();
    let span = begin + blank..begin + raw.trim_end().len().max(blank);
    GridRow { cells, is_header: false, span, damage: None }
}
