//! `row-beyond-document`: a listing of a row that its document does not have.

use std::collections::BTreeSet;

use super::{count, documents, listings_by_document};
use crate::cell_types::YesNo;
use crate::problem::{Code, Problem};
use crate::read::{Draft, LocatedRow, TypedTable};
use crate::tables::row::ListingRow;

pub(super) static CODE: Code = Code {
    name: "row-beyond-document",
    refuses: "A listing whose `row` is larger than the `published_rows` of its document.",
    why: "The document has no such row: the number is a slip, or the row was not published there.",
    mend: "Look the row up in the document and mend the number. If the document has more rows, mend `published_rows` in register.json.",
    example: ("row 99 of a document of 41 rows", "row 39"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(documents) = documents(draft) else { return };
    let table = &draft.tables.listings;
    for (id, listings) in listings_by_document(draft) {
        let Some((_, document)) = documents.get(id) else { continue };
        // A document that is not listed is refused for having rows at all.
        if document.listed != YesNo::Yes {
            continue;
        }
        let beyond = listings.iter().filter(|listing| listing.row.row > document.published_rows);
        for LocatedRow { line, row } in beyond {
            let rows = count(document.published_rows, "row", "rows");
            let message = format!("`{}` has {rows}", document.id);
            let help = help(table, row);
            problems.push(table.problem(&CODE, *line, "row", message).help(help));
        }
    }
}

/// What to do. Where rows before this one are missing, they were taken out, and the rows behind them kept
/// their old numbers.
fn help(table: &TypedTable<'_, ListingRow>, beyond: &ListingRow) -> String {
    let rows = table.rows.iter().map(|row| &row.row).filter(|row| row.document == beyond.document);
    let known: BTreeSet<u32> = rows.map(|row| row.row).collect();
    match (1..beyond.row).find(|row| !known.contains(row)) {
        Some(gap) => format!(
            "no row has the number {gap}; number the rows again from there, in the order of the \
             document"
        ),
        None => "mend the number, or `published_rows` in register.json".to_owned(),
    }
}
