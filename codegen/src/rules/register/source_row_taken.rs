//! `source-row-taken`: two rows that cite the same row of the same document.

use super::Facts;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::{AnyTable as _, Table};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "source-row-taken",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Two rows that cite the same row of the same document.",
    why: "Each row of a document is one fact; a reviewer holds them against each other one by one.",
    mend: "Mend the number of the row that cites the wrong one.",
    example: ("two rows with source_row 7 of one document", "source_row 7 and 8"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    cited(
        &facts.tables.engagements,
        "source_row",
        |row| row.withdrawn.known().is_none().then_some((row.source.as_str(), row.source_row)),
        problems,
    );
    cited(
        &facts.tables.practices,
        "source_record",
        |row| row.withdrawn.known().is_none().then_some((row.source.as_str(), row.source_record)),
        problems,
    );
}

fn cited<R: Row>(
    table: &Table<'_, R>,
    column: &str,
    of: impl Fn(&R) -> Option<(&str, u32)>,
    problems: &mut Vec<Problem>,
) {
    let mut first: HashMap<(&str, u32), usize> = HashMap::default();
    for entry in &table.rows {
        let Some((source, row)) = of(&entry.row) else { continue };
        let line = *first.entry((source, row)).or_insert(entry.line);
        if line != entry.line {
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        column,
                        format!("line {} cites {row} of {source} already", line + 1),
                    )
                    .help("mend the number of the row that cites the wrong one")
                    .related(table.place(line, column, None), "the other row"),
            );
        }
    }
}
