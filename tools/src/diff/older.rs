//! Brings tables that an earlier version of the program published into today's shape, as far as
//! that needs no decision.
//!
//! Tables of format 1 are migrated. A table that was added since then is empty. A column that was
//! added since then holds the word for a missing fact. Tables and columns that are gone are left
//! out. Tables that still do not fit have another format.

use std::path::{Path, PathBuf};

use service_providers_codegen::{Sources, TABLES, TableInfo, csv_text, join, migrate, schema};

use crate::failure::Failure;
use crate::migration::{is_format_1, with_files};

/// Reads a folder of tables in today's shape. Format 1 published a register edition by edition; the
/// tables of the other editions, which lie beside those of one, are read with them.
///
/// # Errors
/// If the tables cannot be read or migrated.
pub fn read(tables: &Path) -> Result<Sources, Failure> {
    let read = |folder: &Path| Sources::read_data(folder, "data", schema::files());
    let sources = read(tables)?;
    let mut sources = if is_format_1(&sources) {
        let mut parts = vec![sources];
        for sibling in siblings(tables) {
            parts.push(read(&sibling)?);
        }
        migrated(&parts)?
    } else {
        sources
    };
    upgrade(&mut sources);
    Ok(sources)
}

/// The tables of a release of format 1 in format 2, from those of its editions.
///
/// # Errors
/// If there are none, or if they cannot be migrated.
pub fn migrated(editions: &[Sources]) -> Result<Sources, Failure> {
    let Some(joined) = join(editions) else { return Err(Failure::new("there are no tables")) };
    let migrated = migrate(&joined).map_err(|report| {
        let first = report.problems().first().map(ToString::to_string).unwrap_or_default();
        Failure::new(format!("the tables of format 1 cannot be migrated: {first}"))
    })?;
    Ok(with_files(&joined, migrated.files))
}

/// The tables of the other editions in the folder of a release.
fn siblings(tables: &Path) -> Vec<PathBuf> {
    let own = tables.canonicalize().unwrap_or_else(|_| tables.to_owned());
    let release = own.parent().and_then(Path::parent);
    let entries = release.and_then(|release| std::fs::read_dir(release).ok());
    let mut siblings: Vec<PathBuf> = (entries.into_iter().flatten())
        .filter_map(|entry| Some(entry.ok()?.path().join(own.file_name()?)))
        .filter(|other| *other != own && other.join("register.json").is_file())
        .collect();
    siblings.sort();
    siblings
}

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
