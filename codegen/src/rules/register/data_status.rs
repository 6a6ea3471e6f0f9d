//! `data-status`: an engagement that says no data is listed, and has disclosures all the same.

use crate::cell_types::{Asserted, DataStatus};
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "data-status",
    refuses: "An engagement with `data` `unknown` or `none` of which disclosures.csv says that data is disclosed.",
    why: "`unknown` says that the source names no data, and `none` that no personal data passes. With a disclosure neither can be right.",
    mend: "Write `listed`, or take the disclosures out. A row with asserted `no` may stand beside both words.",
    example: ("data unknown, and a disclosure of names", "data listed"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let engagements = &parsed.tables.engagements;
    let mut unlisted: HashMap<&str, usize> = HashMap::default();
    for LocatedRow { line, row } in &engagements.rows {
        if row.data != DataStatus::Listed && !row.is_withdrawn() {
            unlisted.insert(&row.key, *line);
        }
    }
    let disclosures = &parsed.tables.disclosures;
    for LocatedRow { line, row } in &disclosures.rows {
        if row.asserted == Asserted::No || row.is_withdrawn() {
            continue;
        }
        // The first disclosure of an engagement is enough to report it.
        let Some(engagement) = unlisted.remove(row.engagement.as_str()) else { continue };
        let message = format!("disclosures.csv lists data of `{}`", row.engagement);
        problems.push(
            engagements
                .problem(&CODE, engagement, "data", message)
                .help("write `listed`, or take the disclosures out")
                .related(disclosures.place(*line, "engagement", None), "a disclosure"),
        );
    }
}
