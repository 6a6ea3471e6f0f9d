//! `missing-section`: a row in no section that starts in an edition that has sections.

use super::{Facts, MISPLACED, refused};
use crate::cell_types::Stated;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;

pub(super) static CODE: Code = Code {
    name: "missing-section",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A row in no section that starts in an edition that has sections: one at least half of whose rows stand in one.",
    why: "The page shows a row in its section; one without would not be found there.",
    mend: "Write the section, or mend `since`.",
    example: ("section none since 2025-11-17, which has sections", "section technical"),
};

/// How an edition is divided.
#[derive(Clone, Copy, Default)]
struct Division {
    /// How many rows stand in a section.
    within: usize,
    /// The line of the first of them.
    first: usize,
    /// How many stand in none.
    without: usize,
}

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.engagements;
    let rows = || table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none());
    let mut divisions: HashMap<usize, Division> = HashMap::default();
    for entry in rows() {
        for edition in facts.editions(&entry.row.since, &entry.row.until) {
            let division = divisions.entry(edition).or_default();
            if entry.row.section == Stated::None {
                division.without += 1;
                continue;
            }
            if division.within == 0 {
                division.first = entry.line;
            }
            division.within += 1;
        }
    }
    if divisions.values().all(|division| division.within == 0 || division.without == 0) {
        return;
    }
    let refused = refused(problems, table.name(), &MISPLACED);
    let outside = rows().filter(|entry| entry.row.section == Stated::None);
    for entry in outside.filter(|entry| !refused.contains(&entry.line)) {
        // A row that goes on from an edition without sections says what it said there.
        let Some(edition) = facts.edition(&entry.row.since) else { continue };
        let Some(Division { within, first, without }) = divisions.get(&edition) else { continue };
        // The few stand out from the many: one row in a section makes no sections of the edition.
        if within < without {
            continue;
        }
        let edition = facts.edition_id(edition);
        let message = format!("edition {edition} has sections, and this row stands in none");
        let help = "write its section, or mend `since`";
        problems.push(
            table
                .problem(&CODE, entry.line, "section", message)
                .help(help)
                .related(table.place(*first, "section", None), "another row of the edition"),
        );
    }
}
