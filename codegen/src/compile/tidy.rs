//! The canonical form of the source files: what needs no decision is mended, and said. Nothing is
//! lost, and nothing that is in doubt is moved.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::Report;
use crate::cell_types::Kind;
use crate::cells::{CsvFile, JsonFile, split_list};
use crate::keys::compare_keys;
use crate::problem::Problem;
use crate::read::{Draft, open, refused_files};
use crate::sources::Sources;
use crate::tables::{Column, REGISTER, TABLES, TableInfo};
use crate::text::{csv_text, json_text};

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

/// The source files that can be brought into canonical form, and why the others cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidying {
    /// Every file that can be read without doubt, in canonical form.
    pub files: Vec<Tidied>,
    /// What keeps the other files as they are; empty if nothing does.
    pub in_the_way: Report,
}

/// Brings the source files into canonical form. No cell is lost: a file that cannot be read
/// without doubt is left alone, and so is the order of rows where a key is blank, malformed or
/// stands twice, and that of a list with a blank item.
pub fn tidy(sources: &Sources) -> Tidying {
    let mut in_the_way: Vec<Problem> = refused_files(sources).collect();
    let mut mended = sources.clone();
    let mut tables = Vec::new();
    for table in TABLES {
        let mut found = Vec::new();
        if let Some(table) = Table::read(sources, table, &mut found) {
            mended.set_data(table.info.path, table.bytes());
            tables.push(table);
        }
        in_the_way.extend(found);
    }
    let register = register(sources, &mut in_the_way);
    if let Some(file) = &register {
        mended.set_data(REGISTER, file.bytes.clone());
    }
    // Whether a key is well-formed shows when its cells are mended.
    let sortable = sortable(&mended);
    let files = tables.into_iter().map(|mut table| {
        if sortable.contains(table.info.name) {
            table.sort();
        }
        table.file(sources)
    });
    let files = files.chain(register).collect();
    Tidying { files, in_the_way: Report::new(sources, in_the_way) }
}

/// Takes back that `sync` mends a problem where it will not write the file.
pub(super) fn mark_out_of_reach(sources: &Sources, problems: &mut [Problem]) {
    let mut readable: HashMap<String, bool> = HashMap::new();
    for problem in problems.iter_mut().filter(|problem| problem.mendable) {
        let file = &problem.place.file;
        let can = *readable.entry(file.clone()).or_insert_with(|| {
            let table = TABLES.iter().find(|table| sources.data_name(table.path) == *file);
            match table {
                Some(table) => Table::read(sources, table, &mut Vec::new()).is_some(),
                None => register(sources, &mut Vec::new()).is_some(),
            }
        });
        if !can {
            problem.mendable = false;
            "run `cargo xtask sync` once the file's other errors are mended"
                .clone_into(&mut problem.help);
        }
    }
}

/// The names of the tables whose rows can be put in order.
fn sortable(sources: &Sources) -> HashSet<&'static str> {
    let draft = Draft::read(sources, &mut Vec::new());
    let tables = draft.tables.untyped().into_iter();
    tables.filter(|table| table.is_sortable()).map(|table| table.name()).collect()
}

/// A table whose cells are mended and whose rows are not yet sorted.
struct Table {
    info: &'static TableInfo,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    mended: Vec<String>,
}

impl Table {
    /// Reads and mends a table. Where it cannot be read without doubt, says why and gives nothing.
    fn read(
        sources: &Sources,
        info: &'static TableInfo,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let columns = info.columns();
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let mut found = Vec::new();
        let mut rows = Vec::new();
        let file = open(sources, info.path, &mut found)
            .and_then(|text| CsvFile::open(text, info.expected(&names), &mut found));
        let whole = file.is_some_and(|file| {
            file.rows(info.name, &mut found, |row, _| {
                // A damaged row was refused; then no file is given.
                rows.push(row.cells.iter().map(|cell| cell.to_string()).collect::<Vec<_>>());
                ControlFlow::Continue(())
            })
        });
        let mut mended: Vec<String> = Vec::new();
        let (mendable, refused): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|problem| problem.mendable);
        if !whole || !refused.is_empty() {
            problems.extend(refused);
            return None;
        }
        for problem in mendable {
            if !mended.iter().any(|said| said == problem.code.name) {
                mended.push(problem.code.name.to_owned());
            }
        }
        let mut table = Self { info, columns, rows, mended };
        table.mend_cells();
        Some(table)
    }

    fn mend_cells(&mut self) {
        let mut spaces = 0;
        let mut lists = 0;
        for row in &mut self.rows {
            for (cell, column) in row.iter_mut().zip(&self.columns) {
                let (tidy, sorted) = tidy_cell(cell, column.list);
                lists += usize::from(sorted);
                spaces += usize::from(!sorted && tidy != *cell);
                *cell = tidy;
            }
        }
        for (count, what) in [(spaces, "cells trimmed or normalised"), (lists, "lists sorted")] {
            if count > 0 {
                self.mended.push(format!("{what} ({count})"));
            }
        }
    }

    fn sort(&mut self) {
        let key: Vec<(usize, Option<Kind>)> = (self.info.key.iter())
            .filter_map(|name| self.columns.iter().position(|column| column.name == *name))
            .map(|index| (index, self.columns[index].kind))
            .collect();
        let order = |a: &Vec<String>, b: &Vec<String>| {
            let cells = |row| key.iter().map(move |(index, _)| str_at(row, *index));
            compare_keys(cells(a), cells(b), key.iter().map(|(_, kind)| *kind))
        };
        if !self.rows.is_sorted_by(|a, b| order(a, b).is_le()) {
            self.rows.sort_by(order);
            self.mended.push("rows sorted".to_owned());
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let header: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        csv_text(&header, self.rows.iter().map(|row| row.iter().map(String::as_str)))
    }

    fn file(mut self, sources: &Sources) -> Tidied {
        let bytes = self.bytes();
        let found = sources.data(self.info.path).map(|file| file.bytes.as_slice());
        if self.mended.is_empty() && found != Some(&bytes) {
            self.mended.push("layout".to_owned());
        }
        Tidied { path: self.info.path.to_owned(), bytes, mended: self.mended }
    }
}

/// `register.json` in canonical form. Where it cannot be read without doubt, says why and gives
/// nothing.
fn register(sources: &Sources, problems: &mut Vec<Problem>) -> Option<Tidied> {
    let mut found = Vec::new();
    let json =
        open(sources, REGISTER, &mut found).and_then(|text| JsonFile::read(text, &mut found));
    found.retain(|problem| !problem.mendable);
    if !found.is_empty() {
        problems.extend(found);
        return None;
    }
    let json = json?;
    let text = json_text(&tidy_json(&json.value));
    let mended = if text == json.text.text { vec![] } else { vec!["layout".to_owned()] };
    Some(Tidied { path: REGISTER.to_owned(), bytes: text.into_bytes(), mended })
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

/// A cell trimmed, in NFC, its list sorted; and whether the list was not. Ordinary space alone is
/// taken away: another is refused, because it may stand for one that belongs there. A list with a
/// blank item keeps its order, which shows where something is missing or too much.
fn tidy_cell(cell: &str, list: bool) -> (String, bool) {
    let cell: String = trim(cell).nfc().collect();
    if !list {
        return (cell, false);
    }
    let mut items: Vec<&str> = split_list(&cell).map(trim).collect();
    let changed = !items.iter().any(|item| item.is_empty()) && !items.is_sorted();
    if changed {
        items.sort_unstable();
    }
    (items.join(";"), changed)
}

fn trim(text: &str) -> &str {
    text.trim_matches(' ')
}

fn str_at(row: &[String], index: usize) -> &str {
    &row[index]
}
