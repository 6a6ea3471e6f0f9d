//! A new document of records about kinds of data: what its rows cite, and drafts of new practices.

use std::collections::{BTreeSet, HashSet};

use service_providers_codegen::{DraftMark, Register};

use super::document::Request;
use super::engagement::set;
use super::past::nearest_first;
use super::tables::EditableTables;
use super::{Cited, Imported};
use crate::published::digests::Digests;
use crate::published::edition_content::{EditionContent, EditionRecord};
use crate::published::names::NameIndex;
use crate::published::page::{Page, PageRow};

/// The records of the other documents of a list, those of the nearest document first.
pub struct PastRecords(Vec<Vec<EditionRecord>>);

impl PastRecords {
    /// Those seen from a date.
    pub fn of(register: &Register, list: &str, date: &str) -> Self {
        let documents = nearest_first(register, list, date).into_iter();
        Self(
            documents
                .map(|document| EditionContent::of_documents(register, [document]).records)
                .collect(),
        )
    }

    /// The key of a record that says the same and names the same providers. Two records of the page
    /// cite one only if none else is left.
    fn same(&self, row: &PageRow, names: &NameIndex, cited: &HashSet<String>) -> Option<String> {
        let digests = Digests::of(row);
        let named: BTreeSet<String> =
            row.all_cells().flat_map(|cell| names.mentioned(&cell.text)).collect();
        let same =
            |record: &&EditionRecord| record.digests == digests && record.recipients == named;
        let all = || self.0.iter().flatten().filter(same);
        let free = all().find(|record| !cited.contains(&record.key));
        free.or_else(|| all().next()).map(|record| record.key.clone())
    }

    /// The records of the nearest document that are not among these.
    pub fn gone(&self, rows: &[Imported]) -> Vec<String> {
        let cited: HashSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        let nearest = self.0.first().into_iter().flatten().map(|record| record.key.clone());
        nearest.filter(|key| !cited.contains(key.as_str())).collect()
    }
}

/// The listings of a document of records, with a draft for each record that no other document has.
pub fn add(
    page: &Page,
    register: &Register,
    names: &NameIndex,
    request: &Request<'_>,
    past: &PastRecords,
) -> (EditableTables, Vec<Imported>) {
    let mut tables = EditableTables::of(register);
    let mut cited = HashSet::new();
    let mut rows = Vec::new();
    for (index, row) in page.rows.iter().enumerate() {
        let (key, cites) = match past.same(row, names, &cited) {
            Some(key) => (key, Cited::Same),
            None => (draft(page, row, request.document, &mut tables), Cited::DraftRecord),
        };
        let table = tables.get("listings");
        let mut listing = table.row_of("none");
        for (column, cell) in [
            ("document", request.document),
            ("row", &row.number.to_string()),
            ("part", "1"),
            ("practice", &key),
            ("policy_url", "unknown"),
        ] {
            set(&mut listing, column, cell);
        }
        for (column, digest) in Digests::of(row).columns() {
            set(&mut listing, column, digest.as_deref().unwrap_or("unknown"));
        }
        table.add(listing);
        cited.insert(key.clone());
        rows.push(Imported { row: index, name: key, cites, loose_match: None });
    }
    (tables, rows)
}

/// Drafts a practice, with a group of people and a recipient. All of it must be read.
fn draft(page: &Page, row: &PageRow, document: &str, tables: &mut EditableTables) -> String {
    let line = page.place(&row.span).line;
    let mark = DraftMark { document, row: row.number, line, about: None }.to_string();
    let own = format!("{document}-{}", row.number);
    let further = (2..).map(|number| format!("{own}-{number}"));
    let mut keys = std::iter::once(own.clone()).chain(further);
    let is_free = |key: &String| tables.get("practices").with_key(key).next().is_none();
    let key = keys.find(is_free).unwrap_or_default();
    let mut practice = tables.get("practices").row_of(&mark);
    set(&mut practice, "key", &key);
    set(&mut practice, "withdrawn", "none");
    tables.get("practices").add(practice);
    for table in ["practice-recipients", "practice-subjects"] {
        let table = tables.get(table);
        let mut row = table.row_of(&mark);
        set(&mut row, "practice", &key);
        set(&mut row, "position", "10");
        table.add(row);
    }
    key
}
