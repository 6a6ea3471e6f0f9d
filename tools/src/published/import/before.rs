//! What a copied row said before, for the person who fills in its marks.

use std::collections::BTreeMap;

use service_providers_codegen::{DraftMark, Sources};

type Cells = BTreeMap<String, String>;

/// What the rows said before of which copies wait for words of this row of a page, cell by cell. The
/// tables may have open cells, so they are read as they lie.
pub fn before(sources: &Sources, row: usize) -> Vec<String> {
    let Some(file) = sources.data("engagements.csv") else { return Vec::new() };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file.bytes.as_slice());
    let rows: Vec<Cells> = reader.deserialize().filter_map(Result::ok).collect();
    let mut lines = Vec::new();
    for copy in &rows {
        for (column, cell) in copy {
            let mark = cell.split(';').find_map(|item| DraftMark::read(item.trim()));
            let Some(mark) = mark.filter(|mark| mark.row == row) else { continue };
            let key = |row: &&Cells| row.get("key").map(String::as_str) == mark.about;
            let original =
                rows.iter().find(key).and_then(|row| Some((&row["key"], row.get(column)?)));
            lines.extend(original.map(|(key, cell)| format!("before ({key}): {column}: {cell}")));
        }
    }
    lines
}
