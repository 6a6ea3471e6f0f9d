//! `missing-section`: a row in no section of a document that has sections.

use super::listings_by_document;
use crate::cell_types::Stated;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};
use crate::tables::row::ListingRow;

pub(super) static CODE: Code = Code {
    name: "missing-section",
    refuses: "A listing in no section of a document that has sections: one in which at least half of the rows are in a section.",
    why: "The page shows every row in its section; a row without one would not be found there.",
    mend: "Write the section.",
    example: ("section none, where most rows are in a section", "section technical"),
    ..Code::RULE
};

/// How a document is divided into sections.
#[derive(Clone, Copy, Default)]
struct Division {
    /// How many rows are in a section.
    within: usize,
    /// The line of the first of them.
    first: usize,
    /// How many rows are in none.
    without: usize,
}

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.listings;
    let divisions = divisions(parsed);
    for (document, rows) in listings_by_document(parsed) {
        let Division { within, first, without } = divisions[document];
        // A few rows in a section do not give the document sections.
        if within == 0 || within < without {
            continue;
        }
        for LocatedRow { line, .. } in
            about_providers(rows).filter(|row| row.row.section == Stated::None)
        {
            let message = format!("`{document}` has sections, and this row is in none");
            problems.push(
                table
                    .problem(&CODE, *line, "section", message)
                    .help("write its section")
                    .related(table.place(first, "section", None), "another row of the document"),
            );
        }
    }
}

/// The rows about providers. Records of practices are in no section.
fn about_providers(
    rows: &[LocatedRow<ListingRow>],
) -> impl Iterator<Item = &LocatedRow<ListingRow>> {
    rows.iter().filter(|located| located.row.practice.known().is_none())
}

/// How every document is divided.
fn divisions<'d>(parsed: &'d Parsed<'_>) -> HashMap<&'d str, Division> {
    let mut divisions: HashMap<&str, Division> = HashMap::default();
    for (document, rows) in listings_by_document(parsed) {
        let division = divisions.entry(document).or_default();
        for LocatedRow { line, row } in about_providers(rows) {
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
