//! From the register back to its source files.

use serde_json::Value;

use super::Register;
use crate::tables::{REGISTER, Row, TABLES};
use crate::text::{csv_text, json_text};

impl Register {
    /// The source files that this register is compiled from, in canonical form: every table and
    /// `register.json`, as pairs of the path inside the data folder and the bytes.
    pub fn source_files(&self) -> Vec<(String, Vec<u8>)> {
        let terms = &self.vocabulary;
        let engagements = &self.engagements;
        let practices = &self.practices;
        vec![
            (REGISTER.to_owned(), json_text(&self.file).into_bytes()),
            table(&terms.dpv_terms),
            table(&terms.fideslang_terms),
            table(&terms.collection_methods),
            table(&terms.contexts),
            table(&terms.countries),
            table(&terms.data_categories),
            table(&terms.data_subjects),
            table(&terms.features),
            table(&terms.legal_bases),
            table(&terms.purposes),
            table(&terms.safeguards),
            table(&terms.sections),
            table(&terms.service_categories),
            table(&self.providers),
            table(&self.successions),
            table(engagements.iter().map(|engagement| &engagement.row)),
            table(engagements.iter().flat_map(|engagement| &engagement.features)),
            table(engagements.iter().flat_map(|engagement| &engagement.disclosures)),
            table(practices.iter().map(|practice| &practice.row)),
            table(practices.iter().flat_map(|practice| &practice.subjects)),
            table(practices.iter().flat_map(|practice| &practice.recipients)),
            table(&self.listings),
            table(&self.accepted_findings),
        ]
    }
}

fn table<'r, R: Row + 'r>(rows: impl IntoIterator<Item = &'r R>) -> (String, Vec<u8>) {
    let rows = rows.into_iter();
    let rows = rows.map(|row| serde_json::to_value(row).expect("rows are made of text"));
    (R::PATH.to_owned(), table_with::<R>(rows))
}

/// The file of a table with these rows.
pub(super) fn table_with<R: Row>(rows: impl Iterator<Item = Value>) -> Vec<u8> {
    let columns = TABLES.iter().find(|table| table.name == R::TABLE);
    let columns = columns.map(|table| table.column_names()).unwrap_or_default();
    let header: Vec<&str> = columns.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> =
        rows.map(|row| header.iter().map(|column| cell(&row[column])).collect()).collect();
    csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)))
}

/// The cell that a value is read from.
fn cell(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(";"),
        other => other.as_str().unwrap_or_default().to_owned(),
    }
}
