//! The tables of a new register: an empty list, and the vocabularies of a privacy team.

use std::collections::BTreeSet;

use serde_json::json;
use service_providers_codegen::{FORMAT_VERSION, REGISTER, TABLES, csv_text};

use super::Owner;
use crate::embedded;
use crate::failure::{Failure, Result};
use crate::json::pretty;

/// The public standards that the vocabularies are mapped to: the table of the terms in use, the
/// column in which the vocabularies name them, and the embedded list that has the version.
const STANDARDS: [(&str, &str, &str); 2] = [
    ("vocabulary/dpv-terms.csv", "dpv", "standards/dpv-terms.csv"),
    ("vocabulary/fideslang-terms.csv", "fideslang", "standards/fideslang-terms.csv"),
];

/// The folder of the embedded tables.
const STARTER: &str = "starter/data/";

/// The data files: `register.json`, and every table, most of them with nothing but their header.
///
/// # Errors
/// If an embedded table cannot be read.
pub fn files(owner: &Owner) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = vec![(REGISTER.to_owned(), register(owner).into_bytes())];
    for table in TABLES {
        let standard = STANDARDS.iter().find(|(path, ..)| *path == table.path);
        let written = embedded::below(STARTER).find(|(path, _)| *path == table.path);
        let bytes = match (standard, written) {
            (Some((_, column, list)), _) => terms_in_use(&table.column_names(), column, list)?,
            (None, Some((_, text))) => text.as_bytes().to_owned(),
            (None, None) => csv_text(&table.column_names(), std::iter::empty::<[&str; 0]>()),
        };
        files.push((table.path.to_owned(), bytes));
    }
    Ok(files)
}

/// The id of the document that a register begins with.
pub fn first_document(owner: &Owner) -> String {
    format!("{}-{}", LIST, owner.date)
}

/// The key of the list that a register begins with.
pub const LIST: &str = "service-providers";

fn register(owner: &Owner) -> String {
    pretty(&json!({
        "format_version": FORMAT_VERSION,
        "publisher": {
            "key": owner.publisher,
            "name": owner.name,
            "contact": "unknown",
            "objection": "unknown",
        },
        "data_licence_note": format!("Facts about the service providers of {}.", owner.name),
        "exports_address": "unknown",
        "documents": [{
            "id": first_document(owner),
            "list": LIST,
            "title": "Service providers",
            "date": owner.date,
            "date_basis": "The day on which the list begins.",
            "address": "unknown",
            "sha256": "unknown",
            "listed": "yes",
            "published_rows": 0,
        }],
        "editions": [{
            "id": owner.date,
            "published": owner.date,
            "effective": "unknown",
            "objection_until": "unknown",
            "documents": [first_document(owner)],
            "undated_basis": "none",
        }],
        "current": owner.date,
    }))
}

/// The table of the terms of a standard that the embedded vocabularies name in a column.
fn terms_in_use(header: &[&str], column: &str, list: &str) -> Result<Vec<u8>> {
    let version = cells(embedded::text(list), "version")?.into_iter().next().unwrap_or_default();
    let mut terms = BTreeSet::new();
    for (_, text) in embedded::below(STARTER) {
        terms.extend(cells(text, column)?);
    }
    terms.remove("none");
    Ok(csv_text(header, terms.iter().map(|term| [term.as_str(), version.as_str()])))
}

/// The cells of a column; none if the table does not have it.
fn cells(text: &str, column: &str) -> Result<Vec<String>> {
    let fail = |error: csv::Error| Failure::new(error.to_string());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let Some(at) = reader.headers().map_err(fail)?.iter().position(|name| name == column) else {
        return Ok(Vec::new());
    };
    reader.records().map(|row| Ok(row.map_err(fail)?[at].to_owned())).collect()
}
