//! `unlisted-row`: an engagement or practice that no listing cites.

use super::{listing_citation, refused};
use crate::cell_types::{Key, Stated, Text};
use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow, TypedTable};
use crate::tables::Row;
use crate::tables::row::ListingRow;

pub(super) static CODE: Code = Code {
    name: "unlisted-row",
    refuses: "An engagement or practice that no row of listings.csv cites, and that is not withdrawn.",
    why: "The register holds what documents say. A row that no published row states is said by nobody, and no edition would show it.",
    mend: "Cite it in listings.csv where it is published. If it was never published, take it out, or give the reason in `withdrawn` if it was in a release.",
    example: (
        "slack-2025-11-17 in engagements.csv, in no row of listings.csv",
        "row 32 of providers-2025-11-17 with engagement slack-2025-11-17",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let tables = &draft.tables;
    let listings = &tables.listings;
    // A listing that was refused may be the one that cites the row.
    let refused = refused(problems, listings.name(), &[&listing_citation::CODE]);
    if !listings.is_whole() || !refused.is_empty() {
        return;
    }
    check_table(
        (&tables.engagements, |row| (&row.key, &row.withdrawn)),
        |listing| &listing.engagement,
        listings,
        problems,
    );
    check_table(
        (&tables.practices, |row| (&row.key, &row.withdrawn)),
        |listing| &listing.practice,
        listings,
        problems,
    );
}

/// Checks that listings cite every row of a table, of which `of` gives the key and the reason why
/// it was withdrawn.
fn check_table<R: Row>(
    (table, of): (&TypedTable<'_, R>, fn(&R) -> (&Key, &Stated<Text>)),
    cited: fn(&ListingRow) -> &Stated<Key>,
    listings: &TypedTable<'_, ListingRow>,
    problems: &mut Vec<Problem>,
) {
    let cited: HashSet<&str> = (listings.rows.iter())
        .filter_map(|located| Some(cited(&located.row).known()?.as_str()))
        .collect();
    for LocatedRow { line, row } in &table.rows {
        let (key, withdrawn) = of(row);
        if withdrawn.known().is_none() && !cited.contains(key.as_str()) {
            problems.push(
                table
                    .problem(&CODE, *line, "key", format!("no published row cites `{key}`"))
                    .help("cite it in listings.csv where it is published"),
            );
        }
    }
}
