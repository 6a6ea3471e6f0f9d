//! `unlisted-row`: an engagement or practice that no listing cites.

use super::rows_by_key::RowsByKey;
use super::{cited, listing_citation, refused};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Parsed};

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

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let listings = &parsed.tables.listings;
    // A listing that was refused may be the one that cites the row.
    let refused = refused(problems, listings.name(), &[&listing_citation::CODE]);
    if !listings.is_whole() || !refused.is_empty() {
        return;
    }
    for table in cited::tables(parsed) {
        let by_key = RowsByKey::new(&table.rows, |row| row.key);
        for row in by_key.without(table.cited_keys(parsed)).filter(|row| !row.withdrawn) {
            problems.push(
                table
                    .problem(&CODE, row, format!("no published row cites `{}`", row.key))
                    .help("cite it in listings.csv where it is published, or take it out"),
            );
        }
    }
}
