//! Registers whose drafts wait for a person: how much there is to do, and what copied rows said before.

use service_providers_codegen::{DraftMark, Sources};

use super::tables::CellsByColumn;

/// How many cells of the tables wait for words of this document, also of tables that do not compile.
pub fn open_cells(sources: &Sources, document: &str) -> usize {
    let own = |item: &str| DraftMark::read(item.trim()).is_some_and(|it| it.document == document);
    let tables = sources.data_files().filter(|(path, _)| path.ends_with(".csv"));
    let count = |bytes: &[u8]| {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
        let rows: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        rows.iter().flatten().filter(|cell| cell.split(';').any(own)).count()
    };
    tables.map(|(_, file)| count(file.bytes.as_slice())).sum()
}

/// What the rows said before of which copies wait for words of this row of a page, cell by cell, with
/// the document that the copy is for. The tables may have open cells, so they are read as they lie.
pub fn previous_cells(sources: &Sources, row: usize) -> Vec<String> {
    let Some(file) = sources.data("engagements.csv") else { return Vec::new() };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file.bytes.as_slice());
    let rows: Vec<CellsByColumn> = reader.deserialize().filter_map(Result::ok).collect();
    let mut lines = Vec::new();
    for copy in &rows {
        for (column, cell) in copy {
            let mark = cell.split(';').find_map(|item| DraftMark::read(item.trim()));
            let Some(mark) = mark.filter(|mark| mark.row == row) else { continue };
            let key = |row: &&CellsByColumn| row.get("key").map(String::as_str) == mark.about;
            let original =
                rows.iter().find(key).and_then(|row| Some((&row["key"], row.get(column)?)));
            let document = mark.document;
            let line = |(key, cell)| format!("before, in {document} ({key}): {column}: {cell}");
            lines.extend(original.map(line));
        }
    }
    lines
}
