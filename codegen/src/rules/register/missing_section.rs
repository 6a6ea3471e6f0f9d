//! `missing-section`: a row in no section that starts in an edition that has sections.

use super::{MISPLACED, refused};
use crate::cell_types::Stated;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow};
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "missing-section",
    refuses: "A row in no section that starts in an edition that has sections: one in which at least half of the rows stand in a section.",
    why: "The page shows every row in its section; a row without one would not be found there.",
    mend: "Write the section, or mend `since`.",
    example: ("section none since 2025-11-17, which has sections", "section technical"),
    ..Code::RULE
};

/// How an edition is divided into sections.
#[derive(Clone, Copy, Default)]
struct Division {
    /// How many rows stand in a section.
    within: usize,
    /// The line of the first of them.
    first: usize,
    /// How many rows stand in none.
    without: usize,
}

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let table = &draft.tables.engagements;
    let divisions = divisions(draft);
    if divisions.values().all(|division| division.within == 0 || division.without == 0) {
        return;
    }
    let refused = refused(problems, table.name(), &MISPLACED);
    for LocatedRow { line, row } in rows(draft) {
        if row.section != Stated::None || refused.contains(line) {
            continue;
        }
        // Only the first edition counts: a row that goes on from an edition without sections still
        // says what it said there.
        let Some(edition) = draft.edition(&row.since) else { continue };
        let Some(Division { within, first, without }) = divisions.get(&edition) else { continue };
        // A few rows in a section do not give the edition sections.
        if within < without {
            continue;
        }
        let message = format!("edition {} has sections, and this row stands in none", row.since);
        problems.push(
            table
                .problem(&CODE, *line, "section", message)
                .help("write its section, or mend `since`")
                .related(table.place(*first, "section", None), "another row of the edition"),
        );
    }
}

/// The rows that were not withdrawn.
fn rows<'d>(draft: &'d Draft<'_>) -> impl Iterator<Item = &'d LocatedRow<EngagementRow>> {
    let rows = draft.tables.engagements.rows.iter();
    rows.filter(|located| located.row.withdrawn.known().is_none())
}

/// How every edition, by its position, is divided.
fn divisions(draft: &Draft<'_>) -> HashMap<usize, Division> {
    let mut divisions: HashMap<usize, Division> = HashMap::default();
    for LocatedRow { line, row } in rows(draft) {
        for edition in draft.editions_between(&row.since, &row.until) {
            let division = divisions.entry(edition).or_default();
            if row.section == Stated::None {
                division.without += 1;
                continue;
            }
            if division.within == 0 {
                division.first = *line;
            }
            division.within += 1;
        }
    }
    divisions
}
