//! `listing-time`: a row that ends before, or with, the edition in which it starts.

use crate::cell_types::Until;
use crate::problem::{Code, Problem};
use crate::read::{Draft, LocatedRow, TypedTable};
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "listing-time",
    refuses: "A row that ends before, or with, the edition in which it starts.",
    why: "Such a row would be part of no edition.",
    mend: "Set `until` to a later edition, or to `current`.",
    example: ("since 2025-11-17, until 2018-11-05", "since 2018-11-05, until 2025-11-17"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    check_table(&draft.tables.engagements, |row| (&row.since, &row.until), problems);
    check_table(&draft.tables.practices, |row| (&row.since, &row.until), problems);
}

fn check_table<R: Row>(
    table: &TypedTable<'_, R>,
    time: impl Fn(&R) -> (&String, &Until),
    problems: &mut Vec<Problem>,
) {
    for LocatedRow { line, row } in &table.rows {
        let (since, until) = time(row);
        // An edition has its date as its id, so ids compare like dates.
        if let Until::Edition(until) = until
            && until <= since
        {
            let message = format!("ends with {until}, but starts with {since}");
            problems.push(
                table
                    .problem(&CODE, *line, "until", message)
                    .help("set `until` to a later edition, or to `current`"),
            );
        }
    }
}
