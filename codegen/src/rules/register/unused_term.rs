//! `unused-term`: a term of an outside standard that no row maps to.

use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable, LocatedRow, Parsed, TypedTable};
use crate::tables::Row;
use crate::tables::row::{DpvTermRow, FideslangTermRow};

pub(super) static CODE: Code = Code {
    name: "unused-term",
    refuses: "A term of an outside standard that no row maps to.",
    why: "The list of outside terms says which of them the register uses.",
    mend: "Take the row out.",
    example: ("an address in dpv-terms.csv that no table uses", "only addresses that are used"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let tables = parsed.tables.untyped();
    let mapping = |terms: &'static str| -> Vec<&dyn AnyTable<'_>> {
        tables.iter().copied().filter(|table| table.column_referring_to(terms).is_some()).collect()
    };
    let (dpv, fideslang) = (mapping(DpvTermRow::TABLE), mapping(FideslangTermRow::TABLE));
    // A row that was refused may be the one that maps to the term.
    if dpv.iter().chain(&fideslang).all(|table| table.is_whole()) {
        check_table(&parsed.tables.dpv_terms, |row| &row.iri, &dpv, problems);
        check_table(&parsed.tables.fideslang_terms, |row| &row.fides_key, &fideslang, problems);
    }
}

/// Checks that the rows of some tables map to every term.
fn check_table<R: Row>(
    terms: &TypedTable<'_, R>,
    key: fn(&R) -> &str,
    mapping: &[&dyn AnyTable<'_>],
    problems: &mut Vec<Problem>,
) {
    let used: HashSet<String> =
        mapping.iter().flat_map(|table| table.cells_referring_to(R::TABLE)).collect();
    for LocatedRow { line, row } in &terms.rows {
        if !used.contains(key(row)) {
            problems.push(
                terms
                    .problem(&CODE, *line, R::KEY[0], "no row maps to this term")
                    .help("take the row out"),
            );
        }
    }
}
