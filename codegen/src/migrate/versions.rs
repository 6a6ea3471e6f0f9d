//! Versions of standards, which format 1 wrote without the letter in front.

use crate::cell_types::Kind;
use crate::sources::Sources;
use crate::tables::{TABLES, TableInfo};
use crate::text::csv_text;

/// The tables with a column of versions, each with a `v` before every number.
pub(super) fn files(sources: &Sources) -> Vec<(&'static str, Vec<u8>)> {
    let tables = TABLES.iter();
    let tables = tables.filter_map(|table| Some((table.path, with_letters(sources, table)?)));
    tables.collect()
}

/// `None` where the table has no such column, or cannot be read.
fn with_letters(sources: &Sources, table: &TableInfo) -> Option<Vec<u8>> {
    let column = table.columns().iter().find(|column| column.holds(Kind::Version))?;
    let mut reader = csv::Reader::from_reader(sources.data(table.path)?.bytes.as_slice());
    let header: Vec<String> = reader.headers().ok()?.iter().map(str::to_owned).collect();
    let at = header.iter().position(|name| *name == column.name)?;
    let rows: Result<Vec<Vec<String>>, csv::Error> = reader
        .records()
        .map(|row| {
            let mut row: Vec<String> = row?.iter().map(str::to_owned).collect();
            if row[at].starts_with(|c: char| c.is_ascii_digit()) {
                row[at].insert(0, 'v');
            }
            Ok(row)
        })
        .collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    Some(csv_text(&header, rows.ok()?.iter().map(|row| row.iter().map(String::as_str))))
}
