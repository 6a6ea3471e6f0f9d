//! `outside-version`: terms of one outside standard that are taken from different versions of it.

use crate::cell_types::Version;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{Parsed, TypedTable};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "outside-version",
    refuses: "Terms of one outside standard that are taken from different versions of it.",
    why: "What a term means depends on the version. The register follows one version, and moves to the next with all its terms.",
    mend: "Write the version that the other rows have, or check every term against the new one and write it into all rows.",
    example: ("v2.3, v2.3, v2.4", "v2.3, v2.3, v2.3"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    check_table(&parsed.tables.dpv_terms, |row| &row.version, problems);
    check_table(&parsed.tables.fideslang_terms, |row| &row.version, problems);
}

fn check_table<R: Row>(
    table: &TypedTable<'_, R>,
    version: fn(&R) -> &Version,
    problems: &mut Vec<Problem>,
) {
    let mut counts: HashMap<&str, usize> = HashMap::default();
    for located in &table.rows {
        *counts.entry(version(&located.row)).or_default() += 1;
    }
    // The version of most rows. Of versions with as many, that of the first row.
    let versions = table.rows.iter().map(|located| &**version(&located.row));
    let Some(usual) = versions.rev().max_by_key(|version| counts[version]) else { return };
    let mut others = table.rows.iter().filter(|located| &**version(&located.row) != usual);
    if let Some(other) = others.next() {
        let who = match others.count() {
            0 => "this row says".to_owned(),
            more => format!("this row and {more} more say"),
        };
        let message = format!("{who} `{}`, the others `{usual}`", version(&other.row));
        problems.push(
            table
                .problem(&CODE, other.line, "version", message)
                .help("write one version into all rows"),
        );
    }
}
