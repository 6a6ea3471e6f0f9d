//! `unlisted-provider`: a provider about which engagements.csv has no row.

use super::Facts;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "unlisted-provider",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A provider about which engagements.csv has no row.",
    why: "The register holds what documents say; no document says anything about this provider.",
    mend: "Add its row to engagements.csv, or take the provider out if it never was in a release.",
    example: ("a provider without a row in engagements.csv", "a provider with one"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let engagements = &facts.tables.engagements;
    // A row that was refused may be the one that lists it.
    if !engagements.is_whole() {
        return;
    }
    let listed: HashSet<&str> =
        engagements.rows.iter().map(|entry| entry.row.provider.as_str()).collect();
    let providers = &facts.tables.providers;
    for entry in &providers.rows {
        if !listed.contains(entry.row.key.as_str()) && entry.row.withdrawn.known().is_none() {
            problems.push(
                providers
                    .problem(
                        &CODE,
                        entry.line,
                        "key",
                        format!("no engagement is about `{}`", entry.row.key),
                    )
                    .help("add what a document says of it to engagements.csv"),
            );
        }
    }
}
