//! `position-taken`: two rows with the same order number in one edition.

use super::{Facts, MISPLACED, refused};
use crate::cell_types::Until;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::{AnyTable as _, Table};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "position-taken",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Two rows with the same order number in one edition.",
    why: "The order in which they are published would be left to chance.",
    mend: "Choose a free number between those of the neighbours. Gaps are welcome.",
    example: ("two rows of 2025-11-17 with position 30", "positions 30 and 35"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let tables = facts.tables;
    taken(
        facts,
        &tables.engagements,
        |row| row.withdrawn.known().is_none().then_some((row.position, &row.since, &row.until)),
        problems,
    );
    taken(
        facts,
        &tables.practices,
        |row| row.withdrawn.known().is_none().then_some((row.position, &row.since, &row.until)),
        problems,
    );
}

fn taken<R: Row>(
    facts: &Facts<'_, '_>,
    table: &Table<'_, R>,
    of: impl Fn(&R) -> Option<(u32, &String, &Until)>,
    problems: &mut Vec<Problem>,
) {
    // A row that should not be in the edition has no place in its order.
    let refused = refused(problems, R::TABLE, &MISPLACED);
    let mut first: HashMap<(usize, u32), usize> = HashMap::default();
    for entry in table.rows.iter().filter(|entry| !refused.contains(&entry.line)) {
        let Some((position, since, until)) = of(&entry.row) else { continue };
        let mut clash = None;
        for edition in facts.editions(since, until) {
            let line = *first.entry((edition, position)).or_insert(entry.line);
            if line != entry.line {
                clash = Some(line);
            }
        }
        if let Some(line) = clash {
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        "position",
                        format!("{position} is taken by line {} in the same edition", line + 1),
                    )
                    .help("choose a free number; gaps are welcome")
                    .related(table.place(line, "position", None), "the other row"),
            );
        }
    }
}
