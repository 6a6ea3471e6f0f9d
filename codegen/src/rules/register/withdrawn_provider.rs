//! `withdrawn-provider`: a provider marked as a mistake, though rows that are none list it.

use super::Facts;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;

pub(super) static CODE: Code = Code {
    name: "withdrawn-provider",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A reason in `withdrawn` of a provider that rows of engagements.csv without such a reason list.",
    why: "`withdrawn` says that the row never should have been there. A provider that is used no longer was no mistake: its row ends.",
    mend: "Write `none` and end the provider's row in engagements.csv with the edition that lists it no longer (`until`). If it was a mistake, give its rows there a reason as well.",
    example: (
        "withdrawn: No longer used.",
        "withdrawn: none; in engagements.csv until: 2025-11-17",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let providers = &facts.tables.providers;
    let engagements = &facts.tables.engagements;
    let mut withdrawn: HashMap<&str, usize> = (providers.rows.iter())
        .filter(|entry| entry.row.withdrawn.known().is_some())
        .map(|entry| (entry.row.key.as_str(), entry.line))
        .collect();
    if withdrawn.is_empty() {
        return;
    }
    for entry in engagements.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()) {
        let row = &entry.row;
        let Some(line) = withdrawn.remove(row.provider.as_str()) else { continue };
        let message =
            format!("`{}` is said to be a mistake, but `{}` lists it", row.provider, row.key);
        problems.push(
            providers
                .problem(&CODE, line, "withdrawn", message)
                .help(
                    "to retire it, write `none` here and end its row in engagements.csv (`until`)",
                )
                .related(engagements.place(entry.line, "provider", None), "the row that lists it"),
        );
    }
}
