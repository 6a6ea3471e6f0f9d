//! `source-row-taken`: two rows that cite the same row of the same document.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow, TypedTable};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "source-row-taken",
    refuses: "Two rows that cite the same row of the same document.",
    why: "Each row of a document is one row here; a reviewer compares them one by one.",
    mend: "Mend the number of the row that cites the wrong one.",
    example: ("two rows with source_row 7 of one document", "source_row 7 and 8"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    check_table(
        &draft.tables.engagements,
        "source_row",
        |row| row.withdrawn.known().is_none().then_some((&row.source, row.source_row)),
        problems,
    );
    check_table(
        &draft.tables.practices,
        "source_record",
        |row| row.withdrawn.known().is_none().then_some((&row.source, row.source_record)),
        problems,
    );
}

/// Checks the rows for which `cited` gives a document and a row of it.
fn check_table<R: Row>(
    table: &TypedTable<'_, R>,
    column: &str,
    cited: impl Fn(&R) -> Option<(&str, u32)>,
    problems: &mut Vec<Problem>,
) {
    let mut first: HashMap<(&str, u32), usize> = HashMap::default();
    for LocatedRow { line, row } in &table.rows {
        let Some((source, number)) = cited(row) else { continue };
        let other = *first.entry((source, number)).or_insert(*line);
        if other != *line {
            let message = format!("line {} cites {number} of {source} already", other + 1);
            problems.push(
                table
                    .problem(&CODE, *line, column, message)
                    .help("mend the number of the row that cites the wrong one")
                    .related(table.place(other, column, None), "the other row"),
            );
        }
    }
}
