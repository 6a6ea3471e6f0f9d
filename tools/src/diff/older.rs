//! Tables that an earlier version of the tool published, brought into the shape of today's, as far
//! as that needs no decision: a table that was added since is empty, a column that was added since
//! holds the word for a missing fact, and one that is gone is left out. What does not fit then is
//! another format.

use service_providers_codegen::{Sources, TABLES, TableInfo, csv_text};

/// Brings every table into today's shape. What cannot be read stays as it is, for the compiler to
/// complain of.
pub fn raise(sources: &mut Sources) {
    let unknown: Vec<String> = (sources.data_files())
        .map(|(path, _)| path)
        .filter(|path| path.ends_with(".csv") && !TABLES.iter().any(|table| table.path == *path))
        .map(str::to_owned)
        .collect();
    for path in unknown {
        sources.remove_data(&path);
    }
    for table in TABLES {
        let bytes = match sources.data(table.path) {
            None => raised(table, &[]),
            Some(file) => raised(table, &file.bytes),
        };
        if let Ok(bytes) = bytes {
            sources.set_data(table.path, bytes);
        }
    }
}

fn raised(table: &TableInfo, bytes: &[u8]) -> Result<Vec<u8>, csv::Error> {
    let columns = table.columns();
    let header: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut reader = csv::Reader::from_reader(bytes);
    let found = reader.headers()?.clone();
    // Where each column stands, or what stands in its place.
    let cells: Vec<Result<usize, &str>> = columns
        .iter()
        .map(|column| {
            let word =
                ["unknown", "none"].into_iter().find(|word| column.words.iter().any(|w| w == word));
            found.iter().position(|name| name == column.name).ok_or(word.unwrap_or_default())
        })
        .collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let row = cells.iter().map(|cell| match cell {
            Ok(at) => record.get(*at).unwrap_or_default().to_owned(),
            Err(word) => (*word).to_owned(),
        });
        rows.push(row.collect::<Vec<String>>());
    }
    Ok(csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str))))
}
