//! `withdrawn-citation`: a listing that cites a withdrawn engagement or practice.

use super::cited;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "withdrawn-citation",
    refuses: "A listing that cites an engagement or a practice with a reason in `withdrawn`.",
    why: "`withdrawn` says that the row was a mistake. A published row cannot state a mistake of this register.",
    mend: "Write the key of the row that says what is published. If the withdrawn row is right after all, write `none` into its `withdrawn`.",
    example: (
        "engagement slack-2025-11-17, withdrawn: Entered twice.",
        "engagement slack-2025-11-17-b, withdrawn: none",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let listings = &parsed.tables.listings;
    for table in cited::tables(parsed) {
        let withdrawn: HashMap<&str, usize> = (table.rows.iter())
            .filter(|row| row.withdrawn)
            .map(|row| (row.key, row.line))
            .collect();
        for LocatedRow { line, row } in &listings.rows {
            let Some(key) = table.cited_by(row) else { continue };
            let Some(reason) = withdrawn.get(key) else { continue };
            problems.push(
                listings
                    .problem(&CODE, *line, table.column, format!("`{key}` was withdrawn"))
                    .help("cite the row that says what is published")
                    .related(table.place_of_reason(*reason), "why it was withdrawn"),
            );
        }
    }
}
