//! `row-beyond-document`: a listing of a row that its document does not have.

use super::{count, documents, listings_by_document};
use crate::cell_types::YesNo;
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed, TypedTable};
use crate::tables::row::ListingRow;

pub(super) static CODE: Code = Code {
    name: "row-beyond-document",
    refuses: "A listing whose `row` is larger than the `published_rows` of its document.",
    why: "The document has no such row: the number is a slip, or the row was not published there.",
    mend: "Look the row up in the document and mend the number. If the document has more rows, mend `published_rows` in register.json.",
    example: ("row 99 of a document of 41 rows", "row 39"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let Some(documents) = documents(parsed) else { return };
    let table = &parsed.tables.listings;
    let mut gaps: HashMap<&str, u32> = HashMap::default();
    for (id, listings) in listings_by_document(parsed) {
        let Some((_, document)) = documents.get(id) else { continue };
        // A document that is not listed is refused for having rows at all.
        if document.listed != YesNo::Yes {
            continue;
        }
        let beyond = listings.iter().filter(|listing| listing.row.row > document.published_rows);
        for LocatedRow { line, row } in beyond {
            let rows = count(document.published_rows, "row", "rows");
            let message = format!("`{}` has {rows}", document.id);
            let gap = *gaps.entry(id).or_insert_with(|| first_gap(table, id));
            let help = help(gap, row);
            problems.push(table.problem(&CODE, *line, "row", message).help(help));
        }
    }
}

/// The lowest number that no listing of a document has.
fn first_gap(table: &TypedTable<'_, ListingRow>, document: &str) -> u32 {
    let rows = table.rows.iter().map(|row| &row.row).filter(|row| *row.document == *document);
    let known: HashSet<u32> = rows.map(|row| row.row).collect();
    (1..).find(|row| !known.contains(row)).unwrap_or(u32::MAX)
}

/// What to do. If rows before this one are missing, they were taken out, and the rows after them kept
/// their old numbers.
fn help(gap: u32, beyond: &ListingRow) -> String {
    if gap > beyond.row {
        return "mend the number, or `published_rows` in register.json".to_owned();
    }
    format!(
        "no row has the number {gap}; number the rows again from there, in the order of the document"
    )
}
