//! `duplicate-key`: two rows of a table with the same key.

use super::Facts;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "duplicate-key",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Two rows of a table with the same key.",
    why: "A key is the only identity of a thing; two rows with one key contradict each other.",
    mend: "Give one of the rows another key, or take it out. Order numbers may have gaps.",
    example: ("aws twice in providers.csv", "aws once"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    for table in facts.tables.untyped() {
        let columns = table.key_columns();
        let last = columns[columns.len() - 1];
        for (entry, line) in table.keys().repeated() {
            let key = entry.key.join(", ");
            problems.push(
                Problem::new(
                    &CODE,
                    table.place(entry.line, last, None),
                    format!("`{key}` stands in line {} already", line + 1),
                )
                .field(table.name(), last)
                .value(&key)
                .help("give one of the two another key, or take it out")
                .related(table.place(line, last, None), "the other row"),
            );
        }
    }
}
