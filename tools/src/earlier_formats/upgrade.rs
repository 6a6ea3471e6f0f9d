//! Brings tables of format 2 into today's shape.
//!
//! A table that was added since then is empty. A column that was added since then holds the word for a
//! missing fact. Tables and columns that are gone are left out. Tables that still do not fit have
//! another format.

use service_providers_codegen::{Sources, TABLES, TableInfo, csv_text};

/// Brings every table into today's shape. A table that cannot be read stays as it is, and the
/// compiler refuses it.
pub fn upgrade(sources: &mut Sources) {
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
            None => upgraded(table, &[]),
            Some(file) => upgraded(table, &file.bytes),
        };
        if let Ok(bytes) = bytes {
            sources.set_data(table.path, bytes);
        }
    }
}

fn upgraded(table: &TableInfo, bytes: &[u8]) -> Result<Vec<u8>, csv::Error> {
    let columns = table.columns();
    let header: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut reader = csv::Reader::from_reader(bytes);
    let found = reader.headers()?.clone();
    // The place of each column, or the word for its cells if it is missing.
    let cells: Vec<Result<usize, &str>> = columns
        .iter()
        .map(|column| {
            let at = found.iter().position(|name| name == column.name);
            at.ok_or_else(|| column.silence().unwrap_or_default())
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
