//! Tables that copying a web page leaves with every cell on a line of its own.
//!
//! Nothing marks such a table but its header, and nothing marks a row but the number of lines. So one
//! is read only where the header is in known words and the lines are as many as the cells of whole
//! rows. Otherwise the table is reported as unreadable, because a row must never get the cells of
//! another.

use std::ops::Range;

use super::lines::Line;
use super::pipes::{RawRow, RawTable};
use crate::published::columns::{self, Header, Meaning};
use crate::published::rows::is_name;

/// The longest cell of a header, in words.
const LONGEST: usize = 12;
/// With fewer columns a wrong number of lines says nothing: the lines may be no table.
const FEWEST_COLUMNS: usize = 3;
const MOST_COLUMNS: usize = 16;

/// The tables among these lines, none of which is part of another table.
pub fn tables(lines: &[Line<'_>]) -> Vec<RawTable> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match read(lines, at) {
            Some(table) => {
                at = table.lines.end;
                tables.push(table);
            }
            None => at += 1,
        }
    }
    tables
}

/// Reads the table whose header starts here, if one does.
fn read(lines: &[Line<'_>], at: usize) -> Option<RawTable> {
    if !starts_header(lines, at) {
        return None;
    }
    let known = known_headers(lines, at);
    let headers: Vec<&[usize]> = ((2..=known.len()).rev().map(|end| &known[..end]))
        .filter(|header| is_header(lines, header) && tells(lines, header) > 0)
        .collect();
    let whole = headers.iter().find_map(|header| {
        Gaps::of(lines, header).into_iter().find_map(|gaps| {
            let cells = gaps.cells(lines, header);
            let is_whole = !cells.is_empty() && cells.len().is_multiple_of(header.len());
            let mut rows = cells.chunks(header.len());
            let is_table = is_whole && rows.all(|row| is_name(lines[row[0]].text));
            is_table.then(|| table(lines, header, &cells))
        })
    });
    whole.or_else(|| {
        let header = headers
            .iter()
            .find(|header| header.len() >= FEWEST_COLUMNS && tells(lines, header) > 1)?;
        let cells = Gaps::of(lines, header).first()?.cells(lines, header);
        (cells.len() >= header.len()).then(|| damaged(lines, header, &cells))
    })
}

/// Whether a line is what the column of the name is called, with another column after it.
fn starts_header(lines: &[Line<'_>], at: usize) -> bool {
    let next = || lines[at + 1..].iter().take(2).find(|line| !line.is_blank());
    let is_known = |line: &Line<'_>| matches!(columns::header(line.text), Some(Header::Known(_)));
    names(&lines[at]) && next().is_some_and(is_known)
}

/// The lines from here on that say what a column is called, one below the other, or each with a
/// blank line after it.
fn known_headers(lines: &[Line<'_>], at: usize) -> Vec<usize> {
    let step = if lines.get(at + 1).is_some_and(Line::is_blank) { 2 } else { 1 };
    let is_known = |line: &Line<'_>| {
        !line.text.ends_with(['.', ':', '!'])
            && line.text.split_whitespace().count() <= LONGEST
            && columns::header(line.text).is_some()
    };
    let places = (at..lines.len()).step_by(step).take(MOST_COLUMNS);
    let known = places.take_while(|place| {
        is_known(&lines[*place]) && (step == 1 || *place == at || lines[place - 1].is_blank())
    });
    known.collect()
}

fn names(line: &Line<'_>) -> bool {
    matches!(columns::header(line.text), Some(Header::Known(Meaning::Name) | Header::Provider))
}

/// Whether these lines are a header that starts with the name, and the next line may be a name.
fn is_header(lines: &[Line<'_>], header: &[usize]) -> bool {
    let known = |line: &usize| columns::header(lines[*line].text);
    let all: Vec<Option<Header>> = header.iter().map(known).collect();
    let is_twice = |known: &Option<Header>| all.iter().filter(|other| *other == known).count() > 1;
    let last = header[header.len() - 1];
    let next = lines[last + 1..].iter().take(2).find(|line| !line.is_blank());
    let next = next.and_then(|line| columns::header(line.text));
    let may_be_name =
        matches!(next, None | Some(Header::Provider | Header::Service)) || all.contains(&next);
    columns::is_header(header.iter().map(|line| lines[*line].text), header.len())
        && !header[1..].iter().any(|line| names(&lines[*line]))
        && !all.iter().any(is_twice)
        && may_be_name
}

/// How many columns say what only lists of providers do.
fn tells(lines: &[Line<'_>], header: &[usize]) -> usize {
    use Meaning::{Data, EntityLocation, Location, Purpose, Storage};
    let telling = [Data, EntityLocation, Location, Purpose, Storage].map(Header::Known);
    let known = header.iter().filter_map(|line| columns::header(lines[*line].text));
    known.filter(|header| telling.contains(header)).count()
}

/// Where blank lines stand between the cells.
#[derive(Clone, Copy, PartialEq)]
enum Gaps {
    /// Nowhere.
    Nowhere,
    /// After every cell.
    AfterCells,
    /// After every row.
    AfterRows,
    /// Where a cell is empty.
    InCells,
}

impl Gaps {
    /// Where they may stand below this header, the likeliest first.
    fn of(lines: &[Line<'_>], header: &[usize]) -> Vec<Self> {
        let last = header[header.len() - 1];
        if header[1] - header[0] > 1 {
            vec![Self::AfterCells]
        } else if lines.get(last + 1).is_some_and(Line::is_blank) {
            vec![Self::AfterRows]
        } else {
            vec![Self::Nowhere, Self::InCells]
        }
    }

    /// The lines below the header that are cells; none where they are labels that come again.
    fn cells(self, lines: &[Line<'_>], header: &[usize]) -> Vec<usize> {
        let width = header.len();
        let first = header[width - 1] + 1;
        let mut cells = Vec::new();
        for at in first..lines.len() {
            let line = &lines[at];
            let is_second_blank = at > first && line.is_blank() && lines[at - 1].is_blank();
            if is_second_blank || line.starts_block() || starts_header(lines, at) {
                break;
            }
            if line.text == lines[header[1]].text {
                return Vec::new();
            }
            match (self, line.is_blank()) {
                (Self::Nowhere, true) => break,
                (Self::AfterRows, true) if !cells.len().is_multiple_of(width) => break,
                (Self::AfterCells, false) if !lines[at - 1].is_blank() => break,
                (Self::AfterCells | Self::AfterRows, true) => {}
                _ => cells.push(at),
            }
        }
        while cells.last().is_some_and(|last| lines[*last].is_blank()) {
            cells.pop();
        }
        // The title of the next table stands above its header.
        let end = cells.last().map_or(first, |last| last + 1);
        let next = (end..lines.len()).find(|at| !lines[*at].is_blank());
        if cells.len() % width == 1 && next.is_some_and(|next| starts_header(lines, next)) {
            cells.pop();
        }
        // A blank line tells the rows from the text after them.
        let after = cells.len() - cells.len() % width;
        if self == Self::AfterRows && cells.get(after).is_some_and(|at| lines[at - 1].is_blank()) {
            cells.truncate(after);
        }
        cells
    }
}

fn table(lines: &[Line<'_>], header: &[usize], cells: &[usize]) -> RawTable {
    let rows = cells.chunks(header.len()).map(|cells| row(lines, cells, None));
    with_header(lines, header, rows.collect(), cells)
}

/// The header with one row that says why the others cannot be told apart.
fn damaged(lines: &[Line<'_>], header: &[usize], cells: &[usize]) -> RawTable {
    let reason = format!(
        "a table copied with every cell on a line of its own, and these {} lines are no whole rows \
         of {} cells; delete what stands after the table, save the page as HTML, or paste the table \
         into a spreadsheet and save that as CSV",
        cells.len(),
        header.len()
    );
    with_header(lines, header, vec![row(lines, cells, Some(reason))], cells)
}

fn with_header(
    lines: &[Line<'_>],
    header: &[usize],
    mut rows: Vec<RawRow>,
    cells: &[usize],
) -> RawTable {
    rows.insert(0, RawRow { is_header: true, ..row(lines, header, None) });
    let end = cells.last().map_or(header[header.len() - 1], |last| *last) + 1;
    RawTable { rows, lines: header[0]..end }
}

fn row(lines: &[Line<'_>], cells: &[usize], damage: Option<String>) -> RawRow {
    let span_of = |line: &usize| match &lines[*line] {
        // An empty cell stands at the end of its line, where no other cell starts.
        blank if blank.is_blank() => blank.start - 1..blank.start - 1,
        line => line.span(),
    };
    let spans: Vec<Range<usize>> = cells.iter().map(span_of).collect();
    let span = spans[0].start..spans[spans.len() - 1].end;
    RawRow { cells: spans, span, is_header: false, damage }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let tables = tables(&lines(text));
        let show = |row: &RawRow| match &row.damage {
            Some(_) => "damaged".to_owned(),
            None => row.cells.iter().map(|cell| &text[cell.clone()]).collect::<Vec<_>>().join("/"),
        };
        tables.iter().flat_map(|table| table.rows.iter().map(show)).collect()
    }

    #[test]
    fn lines_that_are_whole_rows_are_a_table() {
        let wanted = ["Vendor/Purpose/Country", "Alder/Mail/France", "Bolt/Help for all/Sweden"];
        for text in [
            "Our vendors\nVendor\nPurpose\nCountry\nAlder\nMail\nFrance\nBolt\nHelp for all\nSweden\n",
            "We list who works for us.\n\nVendor\n\nPurpose\n\nCountry\n\nAlder\n\nMail\n\nFrance\n\n\
             Bolt\n\nHelp for all\n\nSweden\n",
            "Vendor\nPurpose\nCountry\n\nAlder\nMail\nFrance\n\nBolt\nHelp for all\nSweden\n\n\nEnd\n",
            "Vendor\nPurpose\nCountry\n\nAlder\nMail\nFrance\n\nBolt\nHelp for all\nSweden\n\nEnd\n",
        ] {
            assert_eq!(rows(text), wanted, "{text}");
        }
    }

    #[test]
    fn an_empty_cell_is_a_blank_line() {
        let text = "Vendor\nPurpose\nCountry\nAlder\nMail\n\nBolt\nHelp\nSweden\n";
        assert_eq!(rows(text)[1..], ["Alder/Mail/", "Bolt/Help/Sweden"]);
    }

    #[test]
    fn a_second_table_has_its_title() {
        let text = "Vendor\nPurpose\nA\nb\nC\nd\nInternal tools\nVendor\nPurpose\nE\nf\n";
        assert_eq!(rows(text), ["Vendor/Purpose", "A/b", "C/d", "Vendor/Purpose", "E/f"]);
    }

    #[test]
    fn a_missing_cell_is_reported_and_prose_is_no_table() {
        let text = "Vendor\nPurpose\nCountry\nAlder\nMail\nFrance\nBolt\nSweden\n";
        assert_eq!(rows(text), ["Vendor/Purpose/Country", "damaged"]);
        for text in [
            "Company\nProducts\nBlog\nAbout us\n",
            "Acorn\nPurpose\nServers\nData\nAll\nBirch\nPurpose\nVideo\nData\nAll\n",
            "Vendor\nAcorn\nPurpose\nServers\nVendor\nBirch\nPurpose\nVideo\n",
        ] {
            assert_eq!(rows(text), [""; 0], "{text}");
        }
    }
}
