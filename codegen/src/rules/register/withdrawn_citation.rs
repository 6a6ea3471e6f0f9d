//! `withdrawn-citation`: a listing that cites a withdrawn engagement or practice.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, TypedTable};
use crate::tables::Row;

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
    let engagements = withdrawn(&tables.engagements, |row| {
        row.withdrawn.known().is_some().then_some(row.key.as_str())
    });
    let practices = withdrawn(&tables.practices, |row| {
        row.withdrawn.known().is_some().then_some(row.key.as_str())
    });
    let table = &tables.listings;
    for entry in &table.rows {
        let engagement = entry.row.engagement.known().map(|key| key.as_str());
        let practice = entry.row.practice.known().map(|key| key.as_str());
        let of_engagement = engagement.and_then(|key| Some((key, *engagements.get(key)?)));
        let of_practice = practice.and_then(|key| Some((key, *practices.get(key)?)));
        let (column, key, place) = match (of_engagement, of_practice) {
            (Some((key, line)), _) => {
                ("engagement", key, tables.engagements.place(line, "withdrawn", None))
            }
            (_, Some((key, line))) => {
                ("practice", key, tables.practices.place(line, "withdrawn", None))
            }
            _ => continue,
        };
        problems.push(
            table
                .problem(&CODE, entry.line, column, format!("`{key}` was withdrawn"))
                .help("cite the row that says what is published")
                .related(place, "why it was withdrawn"),
        );
    }
}

/// The lines of the withdrawn rows of a table, by key.
fn withdrawn<'t, R: Row>(
    table: &'t TypedTable<'_, R>,
    key: impl Fn(&R) -> Option<&str>,
) -> HashMap<&'t str, usize> {
    table.rows.iter().filter_map(|entry| Some((key(&entry.row)?, entry.line))).collect()
}
