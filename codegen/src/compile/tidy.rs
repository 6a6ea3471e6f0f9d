//! Brings source files into canonical form, where that needs no decision.
//!
//! No cell is lost, and nothing is moved whose place is in doubt.

use std::collections::{HashMap, HashSet};

use super::Report;
use super::tidy_table::TidyTable;
use super::tidy_text::tidy_json;
use crate::cells::JsonFile;
use crate::problem::Problem;
use crate::read::{Parsed, old_format, open, refused_files};
use crate::sources::Sources;
use crate::tables::{REGISTER, TABLES};
use crate::text::json_text;

/// A source file in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidied {
    /// Its path inside the data folder.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was mended; empty if it was canonical already.
    pub mended: Vec<String>,
    /// For each row of a table, the line on which it stood before. Empty for `register.json`.
    pub lines: Vec<usize>,
}

/// The source files that can be brought into canonical form, and why the others cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidying {
    /// Every file that can be read without doubt, in canonical form.
    pub files: Vec<Tidied>,
    /// What keeps the other files as they are; empty if nothing does.
    pub blocking: Report,
}

/// Brings the source files into canonical form. A file that cannot be read without doubt stays as it
/// is. So does the order of rows where a key is blank or malformed or is there twice, and the order
/// of a list with a blank item.
pub fn tidy(sources: &Sources) -> Tidying {
    if let Some(problem) = old_format(sources) {
        let blocking = Report::new(sources, vec![problem]);
        return Tidying { files: Vec::new(), blocking };
    }
    let mut blocking: Vec<Problem> = refused_files(sources).collect();
    let mut mended = sources.clone();
    let mut tables = Vec::new();
    for table in TABLES {
        let mut found = Vec::new();
        if let Some(table) = TidyTable::read(sources, table, &mut found) {
            mended.set_data(table.path(), table.bytes());
            tables.push(table);
        }
        blocking.extend(found);
    }
    let register = tidy_register(sources, &mut blocking);
    if let Some(file) = &register {
        mended.set_data(REGISTER, file.bytes.clone());
    }
    // A key may be well-formed only after its cells were mended.
    let sortable = sortable_tables(&mended);
    let files = tables.into_iter().map(|mut table| {
        if sortable.contains(table.name()) {
            table.sort();
        }
        table.into_file(sources)
    });
    let files = files.chain(register).collect();
    Tidying { files, blocking: Report::new(sources, blocking) }
}

/// Marks problems as not mendable where `sync` will not write their file.
pub(super) fn mark_unfixable(sources: &Sources, problems: &mut [Problem]) {
    let mut writable: HashMap<String, bool> = HashMap::new();
    for problem in problems.iter_mut().filter(|problem| problem.mendable) {
        let file = &problem.place.file;
        let writable = *writable.entry(file.clone()).or_insert_with(|| {
            let table = TABLES.iter().find(|table| sources.data_name(table.path) == *file);
            match table {
                Some(table) => TidyTable::read(sources, table, &mut Vec::new()).is_some(),
                None => tidy_register(sources, &mut Vec::new()).is_some(),
            }
        });
        if !writable {
            problem.mendable = false;
            "run `cargo xtask sync` once the file's other errors are mended"
                .clone_into(&mut problem.help);
        }
    }
}

/// The names of the tables whose rows can be sorted.
fn sortable_tables(sources: &Sources) -> HashSet<&'static str> {
    let parsed = Parsed::read(sources, &mut Vec::new());
    let tables = parsed.tables.untyped().into_iter();
    tables.filter(|table| table.is_sortable()).map(|table| table.name()).collect()
}

/// `register.json` in canonical form. `None` where it cannot be read without doubt; the reasons are
/// reported.
fn tidy_register(sources: &Sources, problems: &mut Vec<Problem>) -> Option<Tidied> {
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
    Some(Tidied { path: REGISTER.to_owned(), bytes: text.into_bytes(), mended, lines: Vec::new() })
}
