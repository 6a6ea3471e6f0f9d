//! From the register back to its source files.

use serde_json::Value;

use super::{Register, VocabularyVisitor};
use crate::tables::{REGISTER, Row, TableInfo, VocabularyRow};
use crate::text::{csv_text, json_text};

impl Register {
    /// The source files that this register is compiled from, in canonical form: every table and
    /// `register.json`, as pairs of the path inside the data folder and the bytes.
    pub fn source_files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files =
            SourceFiles(vec![(REGISTER.to_owned(), json_text(&self.file).into_bytes())]);
        self.vocabulary.visit(&mut files);
        files.add(&self.providers);
        files.add(&self.identifiers);
        files.add(&self.successions);
        files.add(self.engagements.iter().map(|engagement| &engagement.row));
        files.add(self.engagements.iter().flat_map(|engagement| &engagement.features));
        files.add(self.engagements.iter().flat_map(|engagement| &engagement.storage));
        files.add(self.engagements.iter().flat_map(|engagement| &engagement.disclosures));
        files.add(self.engagements.iter().flat_map(|engagement| &engagement.contract_facts));
        files.add(self.practices.iter().map(|practice| &practice.row));
        files.add(self.practices.iter().flat_map(|practice| &practice.subjects));
        files.add(self.practices.iter().flat_map(|practice| &practice.recipients));
        files.add(&self.listings);
        files.add(&self.accepted_findings);
        files.0
    }
}

/// The paths and the bytes of source files.
struct SourceFiles(Vec<(String, Vec<u8>)>);

impl SourceFiles {
    /// Adds the file of a table.
    fn add<'r, R: Row + 'r>(&mut self, rows: impl IntoIterator<Item = &'r R>) {
        let rows = rows.into_iter();
        let rows = rows.map(|row| serde_json::to_value(row).expect("rows are made of text"));
        self.0.push((R::PATH.to_owned(), table_file::<R>(rows)));
    }
}

impl VocabularyVisitor for SourceFiles {
    fn visit<R: VocabularyRow>(&mut self, _: &'static str, _: &'static str, rows: &[R]) {
        self.add(rows);
    }
}

/// The file of a table with these rows.
pub(super) fn table_file<R: Row>(rows: impl Iterator<Item = Value>) -> Vec<u8> {
    let header = TableInfo::of::<R>().column_names();
    let cells = |mut row: Value| -> Vec<String> {
        header.iter().map(|column| cell(row[column].take())).collect()
    };
    csv_text(&header, rows.map(cells))
}

/// The cell that a value is read from.
fn cell(value: Value) -> String {
    match value {
        Value::Array(items) => items.into_iter().map(cell).collect::<Vec<_>>().join(";"),
        Value::String(text) => text,
        _ => String::new(),
    }
}
