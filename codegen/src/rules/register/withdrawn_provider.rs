//! `withdrawn-provider`: a provider marked as a mistake, although rows that are not withdrawn are
//! about it.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "withdrawn-provider",
    refuses: "A provider with a reason in `withdrawn`, although rows of engagements.csv that are not withdrawn are about it.",
    why: "`withdrawn` says that the row never should have been there. A provider that is no longer used was not a mistake: newer documents do not list it, and older ones still do.",
    mend: "Write `none`. A provider is retired when the newest document no longer lists it; nothing has to be marked. If it was a mistake, give its rows in engagements.csv a reason as well.",
    example: ("withdrawn: No longer used.", "withdrawn: none"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let providers = &parsed.tables.providers;
    let engagements = &parsed.tables.engagements;
    let mut withdrawn: HashMap<&str, usize> = (providers.rows.iter())
        .filter(|located| located.row.is_withdrawn())
        .map(|LocatedRow { line, row }| (row.key.as_str(), *line))
        .collect();
    if withdrawn.is_empty() {
        return;
    }
    for LocatedRow { line, row } in &engagements.rows {
        if row.is_withdrawn() {
            continue;
        }
        let Some(provider) = withdrawn.remove(row.provider.as_str()) else { continue };
        let message =
            format!("`{}` is marked as a mistake, but `{}` is about it", row.provider, row.key);
        problems.push(
            providers
                .problem(&CODE, provider, "withdrawn", message)
                .help(
                    "write `none`; a provider is retired when the newest document no longer lists it",
                )
                .related(engagements.place(*line, "provider", None), "the row about it"),
        );
    }
}
