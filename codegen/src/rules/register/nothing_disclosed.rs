//! `nothing-disclosed`: an engagement whose data is listed, without a row in disclosures.csv, and a practice without one in practice-subjects.csv.

use super::Facts;
use crate::cell_types::DataStatus;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem, Stage};
use crate::read::{AnyTable as _, Table};
use crate::tables::Row;
use crate::tables::row::DisclosureRow;

pub(super) static CODE: Code = Code {
    name: "nothing-disclosed",
    stage: Stage::Rules,
    mendable: false,
    refuses: "An engagement with `data` `listed` and no row in disclosures.csv, and a practice without a row in practice-subjects.csv.",
    why: "`listed` says that the source names the data. Then the data must stand in disclosures.csv, or questions about the provider get no answer.",
    mend: "Add the rows. If the source names no data, write `unknown` into `data`; if it says that no personal data passes, write `none`. That one kind of data does not pass is a row with asserted `no`.",
    example: ("data listed, without disclosures", "data unknown, without disclosures"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let tables = facts.tables;
    let disclosing = disclosing(&tables.disclosures);
    for entry in &tables.engagements.rows {
        let row = &entry.row;
        if row.data != DataStatus::Listed || row.withdrawn.known().is_some() {
            continue;
        }
        if disclosing.as_ref().is_some_and(|keys| !keys.contains(row.key.as_str())) {
            problems.push(
                tables
                    .engagements
                    .problem(&CODE, entry.line, "data", format!("`{}` has no disclosure", row.key))
                    .help("add its rows to disclosures.csv, or write `unknown` or `none`"),
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

/// The engagements with a disclosure that is not withdrawn, if all rows can be read. Of a row that
/// was refused only the key is known; it is not blamed.
fn disclosing<'t>(table: &'t Table<'_, DisclosureRow>) -> Option<HashSet<&'t str>> {
    let withdrawn: HashSet<usize> = (table.rows.iter())
        .filter(|entry| entry.row.withdrawn.known().is_some())
        .map(|entry| entry.line)
        .collect();
    let standing = || table.keys().iter().filter(|entry| !withdrawn.contains(&entry.line));
    table.keys_are_whole().then(|| standing().map(|entry| &*entry.key[0]).collect())
}

/// The first key cell of every row, if all of them can be read.
fn parents<'t, R: Row>(table: &'t Table<'_, R>) -> Option<HashSet<&'t str>> {
    let keys = || table.keys().iter().map(|entry| &*entry.key[0]).collect();
    table.keys_are_whole().then(keys)
}
