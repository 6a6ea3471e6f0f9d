//! `nothing-disclosed`: an engagement without a disclosure, and a practice without a subject.

use crate::cell_types::Key;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable, Draft, LocatedRow, TypedTable};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "nothing-disclosed",
    refuses: "An engagement without a row in disclosures.csv, and a practice without one in practice-subjects.csv.",
    why: "A provider about whose data nothing is said tells a reader nothing. If the source says that no data is disclosed, that is a row with asserted `no`.",
    mend: "Add the rows. Where the source leaves the kind open, use `personal-data`.",
    example: ("an engagement without disclosures", "an engagement with at least one"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let tables = &draft.tables;
    check_table(
        (&tables.engagements, |row| &row.key),
        &tables.disclosures,
        ("has no disclosure", "add its rows to disclosures.csv"),
        problems,
    );
    check_table(
        (&tables.practices, |row| &row.key),
        &tables.practice_subjects,
        ("concerns nobody", "add its rows to practice-subjects.csv"),
        problems,
    );
}

/// Checks that every row has others that belong to it, whose key begins with its key.
fn check_table<R: Row>(
    (table, key): (&TypedTable<'_, R>, fn(&R) -> &Key),
    children: &dyn AnyTable<'_>,
    (lack, help): (&str, &str),
    problems: &mut Vec<Problem>,
) {
    if !children.keys_are_whole() {
        return;
    }
    let parents: HashSet<&str> = children.keys().iter().map(|child| &*child.cells[0]).collect();
    for LocatedRow { line, row } in &table.rows {
        let key = key(row).as_str();
        if !parents.contains(key) {
            let message = format!("`{key}` {lack}");
            problems.push(table.problem(&CODE, *line, "key", message).help(help));
        }
    }
}
