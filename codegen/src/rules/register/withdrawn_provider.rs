//! `withdrawn-provider`: a provider marked as a mistake, although rows that are not withdrawn are about it.

use super::Facts;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;

pub(super) static CODE: Code = Code {
    name: "withdrawn-provider",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A provider with a reason in `withdrawn`, about which engagements.csv has rows without such a reason.",
    why: "`withdrawn` says that the row never should have been there. A provider that is used no longer was no mistake: newer documents do not list it, and older ones still do.",
    mend: "Write `none`. A provider is retired when the newest document no longer lists it; nothing has to be marked. If it was a mistake, give its rows in engagements.csv a reason as well.",
    example: ("withdrawn: No longer used.", "withdrawn: none"),
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
            format!("`{}` is marked as a mistake, but `{}` is about it", row.provider, row.key);
        problems.push(
            providers
                .problem(&CODE, line, "withdrawn", message)
                .help(
                    "write `none`; a provider is retired when the newest document no longer lists it",
                )
                .related(engagements.place(entry.line, "provider", None), "the row about it"),
        );
    }
}
