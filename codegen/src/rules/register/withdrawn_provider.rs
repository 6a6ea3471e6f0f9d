//! `withdrawn-provider`: a provider marked as a mistake, although rows that are not withdrawn still
//! list it.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow};

pub(super) static CODE: Code = Code {
    name: "withdrawn-provider",
    refuses: "A provider with a reason in `withdrawn`, although rows of engagements.csv that are not withdrawn still list it.",
    why: "`withdrawn` says that the row never should have been there. A provider that is no longer used was not a mistake: its row ends.",
    mend: "Write `none`, and end the provider's row in engagements.csv (`until`) with the first edition that no longer lists it. If it was a mistake, give its rows there a reason as well.",
    example: (
        "withdrawn: No longer used.",
        "withdrawn: none; in engagements.csv until: 2025-11-17",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let providers = &draft.tables.providers;
    let engagements = &draft.tables.engagements;
    let mut withdrawn: HashMap<&str, usize> = (providers.rows.iter())
        .filter(|located| located.row.withdrawn.known().is_some())
        .map(|LocatedRow { line, row }| (row.key.as_str(), *line))
        .collect();
    if withdrawn.is_empty() {
        return;
    }
    for LocatedRow { line, row } in &engagements.rows {
        if row.withdrawn.known().is_some() {
            continue;
        }
        let Some(provider) = withdrawn.remove(row.provider.as_str()) else { continue };
        let message =
            format!("`{}` is said to be a mistake, but `{}` lists it", row.provider, row.key);
        problems.push(
            providers
                .problem(&CODE, provider, "withdrawn", message)
                .help(
                    "to retire it, write `none` here and end its row in engagements.csv (`until`)",
                )
                .related(engagements.place(*line, "provider", None), "the row that lists it"),
        );
    }
}
