//! Tables that copying a web page leaves: a line is a row, and tabs stand between the cells.
//!
//! Only a line that reads like a header starts one, since tabs stand in other texts too.

use super::lines::Line;
use super::pipes::{RawRow, RawTable};
use crate::published::columns;
use crate::published::rows::is_name;

/// How far to look for the next row after a line without a tab.
const MAX_CONTINUED: usize = 5;
/// With fewer columns every second text would look like a row.
const FEWEST_COLUMNS: usize = 3;

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
        if let Some(end) = end_of_row(text, lines, at, tabs) {
            rows.push(row(text, lines, at, end));
            at = end;
            continue;
        }
        if let Some(loose) = loose_row(lines, at, tabs + 1) {
            at += loose.cells.len();
            rows.push(loose);
        } else if is_loose_name(lines, at) {
            rows.push(loose_name(line));
            at += 1;
        } else {
            break;
        }
    }
    if let Some(header) = rows.first_mut() {
        header.is_header = true;
    }
    RawTable { rows, lines: first..at.max(first + 1) }
}

/// The lines that start here, if they may be rows of so many columns with every cell on a line of its
/// own, as some are copied. They may as well be the rest of a cell, or text: a person must say.
fn loose_row(lines: &[Line<'_>], at: usize, columns: usize) -> Option<RawRow> {
    let is_cell = |line: &&Line<'_>| !line.is_blank() && !line.text.contains('\t');
    let cells: Vec<&Line<'_>> = lines[at..].iter().take_while(is_cell).collect();
    let first = cells.first().filter(|first| !first.starts_block())?;
    let may_be = columns >= FEWEST_COLUMNS
        && cells.len().is_multiple_of(columns)
        && cells.chunks(columns).all(|row| is_name(row[0].text));
    let reason = format!(
        "{} lines that may be rows of {columns} cells; write each row on one line with tabs between \
         the cells, or leave a blank line above what is no row",
        cells.len()
    );
    may_be.then(|| RawRow {
        cells: cells.iter().map(|line| line.span()).collect(),
        span: first.start..cells[cells.len() - 1].end(),
        is_header: false,
        damage: Some(reason),
    })
}

/// Whether a line between two rows may be a row of which only the name was copied. It may as well be
/// the rest of the cell above: a person must say.
fn is_loose_name(lines: &[Line<'_>], at: usize) -> bool {
    let is_bare = |line: &Line<'_>| !line.is_blank() && !line.text.contains('\t');
    let next = lines.get(at + 1);
    lines.get(at).is_some_and(|line| is_bare(line) && !line.starts_block() && is_name(line.text))
        && next.is_some_and(|next| next.text.contains('\t') && !is_header(next))
}

fn loose_name(line: &Line<'_>) -> RawRow {
    let reason = "a line that may be a row with only a name, or the rest of the cell above; write a \
                  tab after the name, or join the two lines";
    RawRow {
        cells: vec![line.span()],
        span: line.span(),
        is_header: false,
        damage: Some(reason.to_owned()),
    }
}

/// The line after the last one of the row that starts here; `None` where no row starts.
fn end_of_row(text: &str, lines: &[Line<'_>], at: usize, tabs: usize) -> Option<usize> {
    let mut found = self::tabs(whole_line(text, &lines[at]));
    if found == 0 {
        return None;
    }
    let mut end = at + 1;
    if found == tabs && (loose_row(lines, end, tabs + 1).is_some() || is_loose_name(lines, end)) {
        return Some(end);
    }
    // A cell may run over several lines; the row goes on until it has all its cells.
    for next in at + 1..lines.len().min(at + 1 + MAX_CONTINUED) {
        let more = self::tabs(whole_line(text, &lines[next]));
        if lines[next].is_blank() || found + more > tabs {
            break;
        }
        let mut after =
            lines[next..].iter().take(MAX_CONTINUED).take_while(|line| !line.is_blank());
        let more_rows = after.any(|line| line.text.contains('\t'));
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
    let start = offset(text, whole_line(text, &lines[at]));
    let last = whole_line(text, &lines[end - 1]);
    let span = start..offset(text, last) + last.len();
    let mut from = span.start;
    let mut cells = Vec::new();
    for cell in text[span.clone()].split('\t') {
        cells.push(from..from + cell.len());
        from += cell.len() + 1;
    }
    RawRow { cells, span, is_header: false, damage: None }
}

/// A line with the tabs before and after its text, beside which blank cells stand.
fn whole_line<'t>(text: &'t str, line: &Line<'_>) -> &'t str {
    let before = text[..line.start].trim_end_matches('\t').len();
    let after = &text[line.end()..];
    let tabs = after.len() - after.trim_start_matches(['\t', ' ']).len();
    &text[before..line.end() + tabs]
}

/// Where a part of a text starts in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
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
    fn lines_that_may_be_rows_are_reported() {
        for after in ["", "C\td\te\n", "\nText.\n"] {
            let text = format!("Vendor\tPurpose\tCountry\nA\tb\tc\nB Ltd.\nTwo\nFrance\n{after}");
            let tables = tables(&text, &lines(&text), &[]);
            let damage = tables[0].rows[2].damage.as_deref();
            assert!(damage.is_some_and(|it| it.starts_with("3 lines that may be rows")), "{text}");
        }
    }

    #[test]
    fn a_row_may_be_only_a_name() {
        let head = "Vendor\tPurpose\tCountry\n";
        assert_eq!(
            rows(&format!("{head}A\tb\tc\nB\t\t\nC\t\nD\te\tf\n"))[0][1..],
            ["A/b/c", "B//", "C/", "D/e/f"]
        );
        let text = format!("{head}A\tb\tc\nB\nD\te\tf\n");
        let tables = tables(&text, &lines(&text), &[]);
        let damage: Vec<bool> = tables[0].rows.iter().map(|row| row.damage.is_some()).collect();
        assert_eq!(damage, [false, false, true, false]);
    }

    #[test]
    fn text_after_a_table_is_no_row() {
        let text = "Vendor\tPurpose\nA\tb\n\tc\nText about it.\n";
        assert_eq!(rows(text), [["Vendor/Purpose", "A/b", "/c"]]);
    }
}
