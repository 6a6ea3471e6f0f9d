//! `missing-section`: a row in no section of a document that has sections.

use super::Facts;
use crate::cell_types::Stated;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;

pub(super) static CODE: Code = Code {
    name: "missing-section",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A listing in no section of a document that has sections: one at least half of whose rows stand in one.",
    why: "The page shows a row in its section; one without would not be found there.",
    mend: "Write the section.",
    example: ("section none, where the other rows stand in sections", "section technical"),
};

/// How a document is divided.
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
    let table = &facts.tables.listings;
    // Records of practices stand in no section.
    let rows = || table.rows.iter().filter(|entry| entry.row.practice.known().is_none());
    let mut divisions: HashMap<&str, Division> = HashMap::default();
    for entry in rows() {
        let division = divisions.entry(&entry.row.document).or_default();
        if entry.row.section == Stated::None {
            division.without += 1;
            continue;
        }
        if division.within == 0 {
            division.first = entry.line;
        }
        division.within += 1;
    }
    for entry in rows().filter(|entry| entry.row.section == Stated::None) {
        let document = entry.row.document.as_str();
        let Division { within, first, without } = divisions[document];
        // The few stand out from the many: one row in a section makes no sections of the document.
        if within == 0 || within < without {
            continue;
        }
        let message = format!("`{document}` has sections, and this row stands in none");
        problems.push(
            table
                .problem(&CODE, entry.line, "section", message)
                .help("write its section")
                .related(table.place(first, "section", None), "another row of the document"),
        );
    }
}
