//! `nothing-disclosed`: an engagement without a row in disclosures.csv, and a practice without one in practice-subjects.csv.

use super::Facts;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem, Stage};
use crate::read::{AnyTable as _, Table};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "nothing-disclosed",
    stage: Stage::Rules,
    mendable: false,
    refuses: "An engagement without a row in disclosures.csv, and a practice without one in practice-subjects.csv.",
    why: "A provider that is listed without a word on data says nothing. If the source says that nothing passes, that is a row with asserted `no`.",
    mend: "Add the rows. Where the source leaves the kind open, use `personal-data`.",
    example: ("an engagement without disclosures", "an engagement with at least one"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let tables = facts.tables;
    let disclosing = parents(&tables.disclosures);
    for entry in &tables.engagements.rows {
        if disclosing.as_ref().is_some_and(|keys| !keys.contains(entry.row.key.as_str())) {
            problems.push(
                tables
                    .engagements
                    .problem(
                        &CODE,
                        entry.line,
                        "key",
                        format!("`{}` has no disclosure", entry.row.key),
                    )
                    .help("add its rows to disclosures.csv"),
            );
        }
    }
    let concerning = parents(&tables.practice_subjects);
    for entry in &tables.practices.rows {
        if concerning.as_ref().is_some_and(|keys| !keys.contains(entry.row.key.as_str())) {
            problems.push(
                tables
                    .practices
                    .problem(
                        &CODE,
                        entry.line,
                        "key",
                        format!("`{}` concerns nobody", entry.row.key),
                    )
                    .help("add its rows to practice-subjects.csv"),
            );
        }
    }
}

/// The first key cell of every row, if all of them can be read.
fn parents<'t, R: Row>(table: &'t Table<'_, R>) -> Option<HashSet<&'t str>> {
    let keys = || table.keys().iter().map(|entry| &*entry.key[0]).collect();
    table.keys_are_whole().then(keys)
}
