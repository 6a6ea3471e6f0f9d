//! `row-beyond-document`: a listing of a row that its document does not have.

use crate::cell_types::YesNo;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::Draft;
use crate::tables::row::Document;

pub(super) static CODE: Code = Code {
    name: "row-beyond-document",
    refuses: "A listing whose `row` is larger than the `published_rows` of its document.",
    why: "The document has no such row: the number is a slip, or the row was not published there.",
    mend: "Look the row up in the document and mend the number. If the document has more rows, mend `published_rows` in register.json.",
    example: ("row 99 of a document of 41 rows", "row 39"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &draft.register else { return };
    let listed: HashMap<&str, &Document> = (register.content.documents.iter())
        .filter(|document| document.listed == YesNo::Yes)
        .map(|document| (document.id.as_str(), document))
        .collect();
    let table = &draft.tables.listings;
    for entry in &table.rows {
        let Some(document) = listed.get(entry.row.document.as_str()) else { continue };
        if entry.row.row > document.published_rows {
            let message = format!("`{}` has {} rows", document.id, document.published_rows);
            problems.push(
                table
                    .problem(&CODE, entry.line, "row", message)
                    .help("mend the number, or `published_rows` in register.json"),
            );
        }
    }
}
