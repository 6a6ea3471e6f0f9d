//! `withdrawn-citation`: a listing that cites a withdrawn engagement or practice.

use crate::cell_types::{Key, Stated, Text};
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow, TypedTable};
use crate::tables::Row;
use crate::tables::row::ListingRow;

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

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let tables = &draft.tables;
    check_column(
        "engagement",
        |listing| &listing.engagement,
        (&tables.engagements, |row| (&row.key, &row.withdrawn)),
        &tables.listings,
        problems,
    );
    check_column(
        "practice",
        |listing| &listing.practice,
        (&tables.practices, |row| (&row.key, &row.withdrawn)),
        &tables.listings,
        problems,
    );
}

/// Checks what the listings cite in a column: rows of a table, of which `of` gives the key and the
/// reason why it was withdrawn.
fn check_column<R: Row>(
    column: &str,
    cited: fn(&ListingRow) -> &Stated<Key>,
    (table, of): (&TypedTable<'_, R>, fn(&R) -> (&Key, &Stated<Text>)),
    listings: &TypedTable<'_, ListingRow>,
    problems: &mut Vec<Problem>,
) {
    let rows = table.rows.iter().map(|located| (located.line, of(&located.row)));
    let withdrawn: HashMap<&str, usize> = rows
        .filter(|(_, (_, reason))| reason.known().is_some())
        .map(|(line, (key, _))| (key.as_str(), line))
        .collect();
    for LocatedRow { line, row } in &listings.rows {
        let Some(key) = cited(row).known() else { continue };
        let Some(reason) = withdrawn.get(key.as_str()) else { continue };
        problems.push(
            listings
                .problem(&CODE, *line, column, format!("`{key}` was withdrawn"))
                .help("cite the row that says what is published")
                .related(table.place(*reason, "withdrawn", None), "why it was withdrawn"),
        );
    }
}
