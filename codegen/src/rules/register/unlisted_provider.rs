//! `unlisted-provider`: a provider about which engagements.csv has no row.

use super::rows_by_key::RowsByKey;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "unlisted-provider",
    refuses: "A provider about which engagements.csv has no row.",
    why: "The register holds what documents say, and no document says anything about this provider.",
    mend: "Add what a document says of it to engagements.csv, or take the provider out if it never was in a release.",
    example: ("a provider without a row in engagements.csv", "a provider with one"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let engagements = &parsed.tables.engagements;
    // A row that was refused may be the one that lists it.
    if !engagements.is_whole() {
        return;
    }
    let listed = engagements.rows.iter().map(|located| located.row.provider.as_str());
    let providers = &parsed.tables.providers;
    let by_key = RowsByKey::new(&providers.rows, |located| &located.row.key);
    for LocatedRow { line, row } in by_key.without(listed) {
        if !row.is_withdrawn() {
            let message = format!("no engagement is about `{}`", row.key);
            problems.push(
                providers
                    .problem(&CODE, *line, "key", message)
                    .help("add what a document says of it to engagements.csv"),
            );
        }
    }
}
