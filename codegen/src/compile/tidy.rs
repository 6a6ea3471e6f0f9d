//! The canonical form of the source files: what needs no decision is mended, and said.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::{REGISTER, open};
use crate::cells::{CsvFile, JsonFile, split_list};
use crate::problem::{Problem, Report};
use crate::schema::Column;
use crate::sources::Sources;
use crate::tables::TABLES;

/// A source file in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidied {
    /// Its path inside the data folder.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was mended; empty if it was canonical already.
    pub mended: Vec<String>,
}

/// Brings every source file into canonical form. No cell is lost: where a file cannot be read
/// without doubt, nothing is given but the report.
///
/// # Errors
/// A report of what stands in the way.
pub fn tidy(sources: &Sources) -> Result<Vec<Tidied>, Report> {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for table in TABLES {
        let columns = table.columns();
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let mut found = Vec::new();
        let file = open(sources, table.path, &mut found)
            .and_then(|text| CsvFile::open(text, table.name, &names, &mut found));
        if let Some(file) = file {
            let mut rows = Vec::new();
            file.rows(table.name, &mut found, |row, _| {
                // A damaged row was refused; then no file is written.
                rows.push(row.cells.iter().map(|cell| cell.to_string()).collect::<Vec<_>>());
                ControlFlow::Continue(())
            });
            files.push(table_file(table.path, &columns, table.key, rows, &file, &found));
        }
        problems.extend(found.into_iter().filter(|problem| !problem.code.mendable));
    }
    let mut found = Vec::new();
    if let Some(json) =
        open(sources, REGISTER, &mut found).and_then(|text| JsonFile::read(text, &mut found))
    {
        let mut text = serde_json::to_string_pretty(&tidy_json(&json.value)).unwrap_or_default();
        text.push('\n');
        let mended = if text == json.text.text { vec![] } else { vec!["layout".to_owned()] };
        files.push(Tidied { path: REGISTER.to_owned(), bytes: text.into_bytes(), mended });
    }
    problems.extend(found.into_iter().filter(|problem| !problem.code.mendable));
    if problems.is_empty() { Ok(files) } else { Err(Report::new(problems)) }
}

fn table_file(
    path: &str,
    columns: &[Column],
    key: &[&str],
    mut rows: Vec<Vec<String>>,
    file: &CsvFile<'_>,
    found: &[Problem],
) -> Tidied {
    let mut mended: Vec<String> = Vec::new();
    let mut spaces = 0;
    let mut lists = 0;
    for row in &mut rows {
        for (cell, column) in row.iter_mut().zip(columns) {
            let (tidy, sorted) = tidy_cell(cell, column.list);
            lists += usize::from(sorted);
            spaces += usize::from(!sorted && tidy != *cell);
            *cell = tidy;
        }
    }
    let key: Vec<(usize, bool)> = key
        .iter()
        .filter_map(|name| columns.iter().position(|column| column.name == *name))
        .map(|index| (index, columns[index].number))
        .collect();
    let sorted = rows.is_sorted_by(|a, b| compare(a, b, &key).is_le());
    rows.sort_by(|a, b| compare(a, b, &key));
    for problem in found.iter().filter(|problem| problem.code.mendable) {
        if !mended.iter().any(|said| said == problem.code.name) {
            mended.push(problem.code.name.to_owned());
        }
    }
    let mut say = |count: usize, what: &str| {
        if count > 0 {
            mended.push(format!("{what} ({count})"));
        }
    };
    say(spaces, "cells trimmed or normalised");
    say(lists, "lists sorted");
    if !sorted {
        mended.push("rows sorted".to_owned());
    }
    let header: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let bytes = crate::csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)));
    if mended.is_empty() && bytes != file.text.text.as_bytes() {
        mended.push("layout".to_owned());
    }
    Tidied { path: path.to_owned(), bytes, mended }
}

/// A JSON value whose texts are trimmed and in NFC.
fn tidy_json(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::from(tidy_cell(text, false).0),
        Value::Array(items) => items.iter().map(tidy_json).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, member)| (name.clone(), tidy_json(member))).collect()
        }
        other => other.clone(),
    }
}

/// A cell trimmed, in NFC, its list sorted; and whether the list was not.
fn tidy_cell(cell: &str, list: bool) -> (String, bool) {
    let cell: String = cell.trim().nfc().collect();
    if !list {
        return (cell, false);
    }
    let items: Vec<&str> = split_list(&cell).map(str::trim).collect();
    let mut sorted = items.clone();
    sorted.sort_unstable();
    let changed = sorted != items;
    (sorted.join(";"), changed)
}

/// Orders rows by their key cells, numbers by their value.
pub(crate) fn compare_keys(a: &str, b: &str, number: bool) -> Ordering {
    match (number, a.parse::<u64>(), b.parse::<u64>()) {
        (true, Ok(a), Ok(b)) => a.cmp(&b),
        _ => a.cmp(b),
    }
}

fn compare(a: &[String], b: &[String], key: &[(usize, bool)]) -> Ordering {
    key.iter().fold(Ordering::Equal, |order, (index, number)| {
        order.then_with(|| compare_keys(&a[*index], &b[*index], *number))
    })
}
