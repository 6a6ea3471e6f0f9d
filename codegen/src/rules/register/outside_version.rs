//! `outside-version`: terms of one outside standard that are taken from different versions of it.

use super::Facts;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::Table;
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "outside-version",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Terms of one outside standard that are taken from different versions of it.",
    why: "What a term means is said by the version. The register follows one, and moves to the next as a whole.",
    mend: "Write the version that the other rows have, or check every term against the new one and write it into all rows.",
    example: ("2.3, 2.3, 2.30", "2.3, 2.3, 2.3"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    one_version(&facts.tables.dpv_terms, |row| &row.version, problems);
    one_version(&facts.tables.fideslang_terms, |row| &row.version, problems);
}

fn one_version<R: Row>(
    table: &Table<'_, R>,
    version: impl Fn(&R) -> &str,
    problems: &mut Vec<Problem>,
) {
    let mut counts: HashMap<&str, usize> = HashMap::default();
    for entry in &table.rows {
        *counts.entry(version(&entry.row)).or_default() += 1;
    }
    // The version of most rows; of those with as many, that of the first.
    let mut usual: Option<&str> = None;
    for entry in &table.rows {
        let this = version(&entry.row);
        if usual.is_none_or(|usual| counts[this] > counts[usual]) {
            usual = Some(this);
        }
    }
    let Some(usual) = usual else { return };
    let mut others = table.rows.iter().filter(|entry| version(&entry.row) != usual);
    if let Some(entry) = others.next() {
        let who = match others.count() {
            0 => "this row says".to_owned(),
            more => format!("this row and {more} more say"),
        };
        let message = format!("{who} `{}`, the others `{usual}`", version(&entry.row));
        problems.push(
            table
                .problem(&CODE, entry.line, "version", message)
                .help("write one version into all rows"),
        );
    }
}
