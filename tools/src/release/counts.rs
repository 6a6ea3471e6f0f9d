//! How many rows a register has, by edition and by table.

use std::collections::BTreeMap;

use service_providers_codegen::row::Edition;
use service_providers_codegen::{Register, TABLES};

use super::manifest::EditionCounts;

/// The editions of a register, oldest first, with the number of rows that belong to each.
pub fn editions(register: &Register) -> Vec<EditionCounts> {
    let count = |edition: &Edition| {
        let rows = register.published_rows(&edition.id);
        EditionCounts {
            id: edition.id.clone(),
            published: edition.published.clone(),
            providers: register.published_rows_by_provider(&edition.id).len(),
            engagements: rows.len(),
            disclosures: rows.iter().map(|row| row.engagement.standing_disclosures().count()).sum(),
            practices: register.published_records(&edition.id).len(),
        }
    };
    register.editions().iter().map(count).collect()
}

/// The number of rows of each table of a register.
pub fn rows(register: &Register) -> BTreeMap<String, usize> {
    let lines: BTreeMap<String, usize> = (register.source_files().into_iter())
        .map(|(path, bytes)| (path, bytes.iter().filter(|byte| **byte == b'\n').count()))
        .collect();
    // Every row is one line, and the first line is the header.
    let of = |path: &str| lines.get(path).copied().unwrap_or_default().saturating_sub(1);
    TABLES.iter().map(|table| (table.name.to_owned(), of(table.path))).collect()
}
