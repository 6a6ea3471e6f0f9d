//! Tables that copying a web page leaves: a line is a row, and tabs stand between the cells.
//!
//! Only a line that reads like a header starts one, since tabs stand in other texts too.

use super::lines::Line;
use super::pipes::{RawRow, RawTable};
use crate::published::columns;

/// How far to look for the next row behind a line without a tab.
const MAX_CONTINUED: usize = 5;

/// The tables among those lines that are no part of another table.
pub fn tables(text: &str, lines: &[Line<'_>], taken: &[RawTable]) -> Vec<RawTable> {
    let mut tables = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut at = 0;
    while at < lines.len() {
        if let Some(other) = taken.next_if(|other| other.lines.start <= at) {
            at = other.lines.end.max(at);
            continue;
        }
        let end = taken.peek().map_or(lines.len(), |other| other.lines.start);
        if is_header(&lines[at]) {
            let table = read(text, &lines[..end], at);
            at = table.lines.end;
            tables.push(table);
        } else {
            at += 1;
        }
    }
    tables
}

fn is_header(line: &Line<'_>) -> bool {
    let filled = line.text.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    line.text.contains('\t') && columns::is_header(filled, tabs(line.text) + 1)
}

fn read(text: &str, lines: &[Line<'_>], first: usize) -> RawTable {
    let tabs = tabs(lines[first].text);
    let mut rows = Vec::new();
    let mut at = first;
    while let Some(line) = lines.get(at) {
        // Behind a blank line the table goes on where the next line has as many cells.
        if line.is_blank() {
            let blank = lines[at..].iter().take_while(|line| line.is_blank()).count();
            let next = lines.get(at + blank);
            if next
                .is_some_and(|next| self::tabs(whole_line(text, next)) == tabs && !is_header(next))
            {
                at += blank;
                continue;
            }
            break;
        }
        let Some(end) = end_of_row(text, lines, at, tabs) else { break };
        rows.push(row(text, lines, at, end));
        at = end;
    }
    if let Some(header) = rows.first_mut() {
        header.is_header = true;
    }
    RawTable { rows, lines: first..at.max(first + 1) }
}

/// The line behind the last one of the row that starts here; `None` where no row starts.
fn end_of_row(text: &str, lines: &[Line<'_>], at: usize, tabs: usize) -> Option<usize> {
    let mut found = self::tabs(whole_line(text, &lines[at]));
    if found == 0 {
        return None;
    }
    let mut end = at + 1;
    // A cell may run over several lines; the row goes on until it has all its cells.
    for next in at + 1..lines.len().min(at + 1 + MAX_CONTINUED) {
        let more = self::tabs(whole_line(text, &lines[next]));
        if lines[next].is_blank() || found + more > tabs {
            break;
        }
        let mut behind =
            lines[next..].iter().take(MAX_CONTINUED).take_while(|line| !line.is_blank());
        let more_rows = behind.any(|line| line.text.contains('\t'));
        let goes_on = if more > 0 { found + more == tabs } else { more_rows };
        if !goes_on {
            break;
        }
        found += more;
        end = next + 1;
    }
    Some(end)
}

fn row(text: &str, lines: &[Line<'_>], at: usize, end: usize) -> RawRow {
    let whole = whole_line(text, &lines[at]);
    let start = lines[at].end() - whole.len();
    let span = start..lines[end - 1].end();
    let mut from = span.start;
    let mut cells = Vec::new();
    for cell in text[span.clone()].split('\t') {
        cells.push(from..from + cell.len());
        from += cell.len() + 1;
    }
    RawRow { cells, span, is_header: false, damage: None }
}

/// A line with the tabs before its text, behind which blank cells stand.
fn whole_line<'t>(text: &'t str, line: &Line<'_>) -> &'t str {
    let blank = text[..line.start].trim_end_matches('\t').len();
    &text[blank..line.end()]
}

fn tabs(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\t').count()
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let tables = tables(text, &lines(text), &[]);
        let show = |row: &RawRow| {
            let cells = row
                .cells
                .iter()
                .map(|cell| text[cell.clone()].split_whitespace().collect::<Vec<_>>().join(" "));
            cells.collect::<Vec<_>>().join("/")
        };
        tables.iter().map(|table| table.rows.iter().map(show).collect()).collect()
    }

    #[test]
    fn a_header_with_tabs_starts_a_table() {
        let text = "Text\there\n\nVendor\tPurpose\tCountry\nA\tb\tc\nB\tone\ntwo\td\n\nText\n";
        assert_eq!(rows(text), [["Vendor/Purpose/Country", "A/b/c", "B/one two/d"]]);
    }

    #[test]
    fn text_behind_a_table_is_no_row() {
        let text = "Vendor\tPurpose\nA\tb\n\tc\nText about it.\n";
        assert_eq!(rows(text), [["Vendor/Purpose", "A/b", "/c"]]);
    }
}
