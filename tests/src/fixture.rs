//! Registers to test with: the real one and made-up ones.

use std::fs;
use std::path::Path;

use serde_json::Value;
use service_providers_codegen::{Register, Sources, compile, csv_text, schema, tidy};

use crate::root;

/// The sources of the real register.
///
/// # Panics
/// If they cannot be read.
pub fn real_sources() -> Sources {
    let root = root();
    Sources::read(&root.join("data"), &root.join("schema")).expect("the real sources can be read")
}

/// The real register.
///
/// # Panics
/// If it has problems.
pub fn real() -> Register {
    register(&real_sources())
}

/// The sources of a made-up register, `fixtures/NAME/data`.
///
/// # Panics
/// If they cannot be read.
pub fn sources(name: &str) -> Sources {
    let folder = root().join("tests/fixtures").join(name).join("data");
    Sources::read_data(&folder, "data", schema::files()).expect("the made-up sources can be read")
}

/// Compiles sources that are right.
///
/// # Panics
/// If they have problems, with all of them.
pub fn register(sources: &Sources) -> Register {
    compile(sources).unwrap_or_else(|report| panic!("{report}"))
}

/// Writes the tables of a register into a folder, which need not exist.
///
/// # Panics
/// If a file cannot be written.
pub fn write_files(sources: &Sources, folder: &Path) {
    for (path, file) in sources.data_files() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, &file.bytes).expect("a file");
    }
}

/// Writes a cell of a table: of the column in the row whose first cells are these.
///
/// # Panics
/// If there is no such row or column.
pub fn set(sources: &mut Sources, path: &str, key: &[&str], column: &str, value: &str) {
    let (header, mut rows) = table(sources, path);
    let at = header.iter().position(|name| name == column);
    let at = at.unwrap_or_else(|| panic!("{path} has no column {column}"));
    let row = rows.iter_mut().find(|row| row.iter().zip(key).all(|(cell, key)| cell == key));
    row.unwrap_or_else(|| panic!("{path} has no row {key:?}"))[at] = value.to_owned();
    write(sources, path, &header, rows);
}

/// Lets the data of an engagement be kept in these places.
///
/// # Panics
/// If there is no such engagement.
pub fn kept_in(sources: &mut Sources, engagement: &str, places: &[&str]) {
    not_kept(sources, engagement, "listed");
    for place in places {
        add(sources, "storage.csv", &[engagement, place, "none", "none", "none"]);
    }
}

/// Lets the data of an engagement be kept in another place; the one before is withdrawn.
///
/// # Panics
/// If there is no such place of the engagement.
pub fn moved(sources: &mut Sources, engagement: &str, from: &str, to: &str) {
    set(sources, "storage.csv", &[engagement, from], "withdrawn", "It was misread.");
    add(sources, "storage.csv", &[engagement, to, "none", "none", "none"]);
}

/// Takes the places of an engagement out and writes another status of its storage.
///
/// # Panics
/// If there is no such engagement.
pub fn not_kept(sources: &mut Sources, engagement: &str, status: &str) {
    set(sources, "engagements.csv", &[engagement], "storage", status);
    let (header, mut rows) = table(sources, "storage.csv");
    rows.retain(|row| row[0] != engagement);
    write(sources, "storage.csv", &header, rows);
}

/// Adds a row to a table: a copy of the row whose first cells are these, with other cells.
///
/// # Panics
/// If there is no such row or column.
pub fn copy(sources: &mut Sources, path: &str, key: &[&str], cells: &[(&str, &str)]) {
    let (header, mut rows) = table(sources, path);
    let row = rows.iter().find(|row| row.iter().zip(key).all(|(cell, key)| cell == key));
    let mut row = row.unwrap_or_else(|| panic!("{path} has no row {key:?}")).clone();
    for (column, value) in cells {
        let at = header.iter().position(|name| name == column);
        row[at.unwrap_or_else(|| panic!("{path} has no column {column}"))] = (*value).to_owned();
    }
    rows.push(row);
    write(sources, path, &header, rows);
}

/// Adds a row to a table, cell by cell.
///
/// # Panics
/// If there is no such table.
pub fn add(sources: &mut Sources, path: &str, cells: &[&str]) {
    let (header, mut rows) = table(sources, path);
    rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
    write(sources, path, &header, rows);
}

/// Takes the rows of a document that cite something out of it. The rows behind them move up.
///
/// # Panics
/// If there is no such row.
pub fn unlist(sources: &mut Sources, document: &str, cited: &str) {
    let (header, mut rows) = table(sources, "listings.csv");
    let count = rows.len();
    rows.retain(|row| row[0] != document || row[3] != cited && row[4] != cited);
    assert!(rows.len() < count, "{document} has no row that cites {cited}");
    let own = (1..).zip(rows.iter_mut().filter(|row| row[0] == document));
    let left = own.map(|(number, row)| row[1] = number.to_string()).count();
    write(sources, "listings.csv", &header, rows);
    edit_register(sources, |file| document_of(file, document)["published_rows"] = left.into());
}

/// Adds a row at the end of a document: a copy of the row with this number, with other cells.
///
/// # Panics
/// If there is no such row or column.
pub fn list(sources: &mut Sources, document: &str, row: &str, cells: &[(&str, &str)]) {
    let mut number = 0;
    edit_register(sources, |file| {
        let rows = &mut document_of(file, document)["published_rows"];
        number = rows.as_u64().expect("a number") + 1;
        *rows = number.into();
    });
    let number = number.to_string();
    let cells = [&[("row", number.as_str())], cells].concat();
    copy(sources, "listings.csv", &[document, row], &cells);
}

/// Changes `register.json`.
///
/// # Panics
/// If it is no JSON.
pub fn edit_register(sources: &mut Sources, change: impl FnOnce(&mut Value)) {
    let bytes = &sources.data("register.json").expect("the file").bytes;
    let mut file: Value = serde_json::from_slice(bytes).expect("it is JSON");
    change(&mut file);
    let text = serde_json::to_string_pretty(&file).expect("it is JSON again") + "\n";
    sources.set_data("register.json", text.into_bytes());
}

/// The document of this id in `register.json`.
///
/// # Panics
/// If there is none.
pub fn document_of<'f>(file: &'f mut Value, id: &str) -> &'f mut Value {
    let documents = file["documents"].as_array_mut().expect("a list");
    documents.iter_mut().find(|document| document["id"] == *id).expect("the document")
}

/// The header and the rows of a table.
fn table(sources: &Sources, path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let file = sources.data(path).unwrap_or_else(|| panic!("no table {path}"));
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(file.bytes.as_slice());
    let mut rows = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    (header, rows.collect())
}

/// Writes rows in the order of their keys.
fn write(sources: &mut Sources, path: &str, header: &[String], rows: Vec<Vec<String>>) {
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    let bytes = csv_text(&names, rows.iter().map(|row| row.iter().map(String::as_str)));
    sources.set_data(path, bytes);
    let tidying = tidy(sources);
    assert!(tidying.blocking.is_empty(), "{}", tidying.blocking);
    for file in tidying.files {
        sources.set_data(&file.path, file.bytes);
    }
}
