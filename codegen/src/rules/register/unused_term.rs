//! `unused-term`: a term of an outside standard that no row maps to.

use super::Facts;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "unused-term",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A term of an outside standard that no row maps to.",
    why: "The list of outside terms says what the register uses; it only shrinks or follows.",
    mend: "Take the row out.",
    example: ("an address in dpv-terms.csv that no table uses", "only addresses that are used"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let tables = facts.tables;
    // A row that was refused may be the one that maps to the term.
    let whole = [
        tables.data_categories.is_whole(),
        tables.data_subjects.is_whole(),
        tables.purposes.is_whole(),
        tables.safeguards.is_whole(),
        tables.legal_bases.is_whole(),
        tables.collection_methods.is_whole(),
    ];
    if whole.contains(&false) {
        return;
    }
    let dpv: HashSet<&str> = (tables.data_categories.rows.iter().map(|e| &e.row.dpv))
        .chain(tables.data_subjects.rows.iter().map(|e| &e.row.dpv))
        .chain(tables.purposes.rows.iter().map(|e| &e.row.dpv))
        .chain(tables.safeguards.rows.iter().map(|e| &e.row.dpv))
        .chain(tables.legal_bases.rows.iter().map(|e| &e.row.dpv))
        .chain(tables.collection_methods.rows.iter().map(|e| &e.row.dpv))
        .filter_map(|dpv| dpv.known().map(|iri| &**iri))
        .collect();
    for entry in &tables.dpv_terms.rows {
        if !dpv.contains(&*entry.row.iri) {
            problems.push(
                tables
                    .dpv_terms
                    .problem(&CODE, entry.line, "iri", "no row maps to this term")
                    .help("take the row out"),
            );
        }
    }
    let fideslang: HashSet<&str> = tables
        .data_categories
        .rows
        .iter()
        .filter_map(|entry| entry.row.fideslang.known().map(|key| &**key))
        .collect();
    for entry in &tables.fideslang_terms.rows {
        if !fideslang.contains(&*entry.row.fides_key) {
            problems.push(
                tables
                    .fideslang_terms
                    .problem(&CODE, entry.line, "fides_key", "no row maps to this term")
                    .help("take the row out"),
            );
        }
    }
}
