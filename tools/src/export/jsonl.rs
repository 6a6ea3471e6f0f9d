//! `jsonl`: one fact a line. Every line of a file has the same members, and a member has one type in
//! all files and editions: a list is an array, and null has its reason in the member beside it.

use std::io::Write as _;

use super::relations::Relation;
use super::{AllEditions, File, OneEdition, Sink};

/// The facts of an edition.
pub(super) fn edition_files(one: &OneEdition<'_>, add: Sink<'_>) {
    one.facts().iter().for_each(|relation| add(file("", relation)));
}

/// The relations of all editions.
pub(super) fn files(all: &AllEditions<'_>, add: Sink<'_>) {
    all.relations().iter().for_each(|relation| add(file("jsonl/", relation)));
}

fn file(folder: &str, relation: &Relation) -> File {
    let mut bytes = Vec::new();
    for row in &relation.rows {
        for (at, (column, cell)) in relation.columns.iter().zip(row).enumerate() {
            let mark = if at == 0 { '{' } else { ',' };
            // Writing to memory cannot fail.
            let _ = write!(bytes, "{mark}\"{}\":", column.name);
            serde_json::to_writer(&mut bytes, cell).expect("a cell can be written to memory");
        }
        bytes.extend_from_slice(b"}\n");
    }
    File::new(format!("{folder}{}.jsonl", relation.name), bytes)
}
