//! `unlisted-row`: an engagement or practice that no listing cites.

use super::{listing_citation, refused};
use crate::cell_types::{Key, Stated, Text};
use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, TypedTable};
use crate::tables::Row;

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
    // A listing that was refused may be the one that cites it.
    if !listings.is_whole()
        || !refused(problems, listings.name(), &[&listing_citation::CODE]).is_empty()
    {
        return;
    }
    let cited = |of: fn(&crate::tables::row::ListingRow) -> &Stated<Key>| -> HashSet<&str> {
        listings.rows.iter().filter_map(|entry| of(&entry.row).known()).map(|key| &**key).collect()
    };
    let engagements = cited(|row| &row.engagement);
    unlisted(&tables.engagements, |row| (&row.key, &row.withdrawn), &engagements, problems);
    let practices = cited(|row| &row.practice);
    unlisted(&tables.practices, |row| (&row.key, &row.withdrawn), &practices, problems);
}

fn unlisted<R: Row>(
    table: &TypedTable<'_, R>,
    of: impl Fn(&R) -> (&Key, &Stated<Text>),
    cited: &HashSet<&str>,
    problems: &mut Vec<Problem>,
) {
    for entry in &table.rows {
        let (key, withdrawn) = of(&entry.row);
        if withdrawn.known().is_none() && !cited.contains(key.as_str()) {
            problems.push(
                table
                    .problem(&CODE, entry.line, "key", format!("no published row cites `{key}`"))
                    .help("cite it in listings.csv where it is published"),
            );
        }
    }
}
