//! `position-taken`: two rows with the same order number in one edition.

use super::{MISPLACED, refused};
use crate::cell_types::Until;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow, TypedTable};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "position-taken",
    refuses: "Two rows with the same order number in one edition.",
    why: "The order in which they are published would be left to chance.",
    mend: "Choose a free number between those of the neighbours. Gaps are welcome.",
    example: ("two rows of 2025-11-17 with position 30", "positions 30 and 35"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    check_table(
        draft,
        &draft.tables.engagements,
        |row| row.withdrawn.known().is_none().then_some((row.position, &row.since, &row.until)),
        problems,
    );
    check_table(
        draft,
        &draft.tables.practices,
        |row| row.withdrawn.known().is_none().then_some((row.position, &row.since, &row.until)),
        problems,
    );
}

/// Checks the rows for which `place` gives a position and a time.
fn check_table<R: Row>(
    draft: &Draft<'_>,
    table: &TypedTable<'_, R>,
    place: impl Fn(&R) -> Option<(u32, &String, &Until)>,
    problems: &mut Vec<Problem>,
) {
    // A row that should not be in the edition has no place in its order.
    let refused = refused(problems, R::TABLE, &MISPLACED);
    let mut first: HashMap<(usize, u32), usize> = HashMap::default();
    for LocatedRow { line, row } in &table.rows {
        let Some((position, since, until)) = place(row).filter(|_| !refused.contains(line)) else {
            continue;
        };
        let mut clash = None;
        for edition in draft.editions_between(since, until) {
            let other = *first.entry((edition, position)).or_insert(*line);
            if other != *line {
                clash = Some(other);
            }
        }
        if let Some(other) = clash {
            let message = format!("{position} is taken by line {} in the same edition", other + 1);
            problems.push(
                table
                    .problem(&CODE, *line, "position", message)
                    .help("choose a free number; gaps are welcome")
                    .related(table.place(other, "position", None), "the other row"),
            );
        }
    }
}
