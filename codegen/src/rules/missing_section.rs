//! `missing-section`: a row in no section, in an edition that has sections.

use super::{Facts, misplaced};
use crate::cell_types::Stated;
use crate::codes::{Code, Stage};
use crate::compile::AnyTable as _;
use crate::hashing::HashMap;
use crate::problem::Problem;

pub(super) static CODE: Code = Code {
    name: "missing-section",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A row in no section in an edition that has sections, and a row in a section in one that has none.",
    why: "The page shows a row in its section; one without would not be found there.",
    mend: "Write the section, or end the row (`until`) with the edition that no longer says it.",
    example: ("section none in 2025-11-17, which has sections", "section technical"),
};

/// How an edition is divided.
#[derive(Clone, Copy, Default)]
struct Division {
    /// How many rows stand in a section, and the first of them.
    within: (usize, usize),
    /// How many stand in none, and the first of them.
    without: (usize, usize),
}

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.engagements;
    let rows = || table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none());
    let mut divisions: HashMap<usize, Division> = HashMap::default();
    for entry in rows() {
        for edition in facts.editions(&entry.row.since, &entry.row.until) {
            let division = divisions.entry(edition).or_default();
            let (count, first) = match entry.row.section {
                Stated::Known(_) => &mut division.within,
                _ => &mut division.without,
            };
            if *count == 0 {
                *first = entry.line;
            }
            *count += 1;
        }
    }
    if divisions.values().all(|division| division.within.0 == 0 || division.without.0 == 0) {
        return;
    }
    let blamed = misplaced(problems);
    for entry in rows().filter(|entry| !blamed.contains(&entry.line)) {
        let sectioned = entry.row.section != Stated::None;
        let strange = facts.editions(&entry.row.since, &entry.row.until).find_map(|edition| {
            let Division { within, without } = divisions.get(&edition)?;
            // The few stand out from the many.
            let (strange, other) = match sectioned {
                true => (within.0 > 0 && within.0 < without.0, without.1),
                false => (within.0 >= without.0, within.1),
            };
            strange.then_some((edition, other))
        });
        let Some((edition, other)) = strange else { continue };
        let edition = facts.edition_id(edition);
        let (message, help) = match sectioned {
            true => (format!("edition {edition} has no sections"), "write `none`"),
            false => (
                format!("edition {edition} has sections, and this row stands in none"),
                "write its section, or end the row with the edition that no longer says it",
            ),
        };
        problems.push(
            table
                .problem(&CODE, entry.line, "section", message)
                .help(help)
                .related(table.place(other, "section", None), "another row of the edition"),
        );
    }
}
