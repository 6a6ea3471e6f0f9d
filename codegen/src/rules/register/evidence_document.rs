//! `evidence-document`: a document that is only cited as evidence and is treated as listed.

use crate::cell_types::YesNo;
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::Draft;

pub(super) static CODE: Code = Code {
    name: "evidence-document",
    refuses: "A document with `listed` `no` that has rows in listings.csv, belongs to an edition, or has `published_rows` other than 0.",
    why: "An edition claims what the rows of its documents say. Of a document that is only cited as evidence nobody has entered the rows, so no edition can be made of it.",
    mend: "Enter every row of the document, write how many there are, and set `listed` to `yes`. Or take the document out of the edition and its rows out of listings.csv.",
    example: (
        "edition 2022-03-10 with policies-2022-03-10, listed no",
        "policies-2022-03-10 listed yes, with all its rows in listings.csv",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &draft.register else { return };
    let evidence: HashMap<&str, usize> = (register.content.documents.iter().enumerate())
        .filter(|(_, document)| document.listed == YesNo::No)
        .map(|(at, document)| (document.id.as_str(), at))
        .collect();
    if evidence.is_empty() {
        return;
    }
    for (id, at) in &evidence {
        let rows = register.content.documents[*at].published_rows;
        if rows != 0 {
            let pointer = format!("/documents/{at}/published_rows");
            let message = format!("`{id}` is only cited as evidence, and has {rows} rows here");
            problems.push(
                register
                    .problem(&CODE, &pointer, rows.to_string(), message)
                    .help("write 0, or enter its rows and set `listed` to `yes`"),
            );
        }
    }
    for (at, edition) in register.content.editions.iter().enumerate() {
        for (index, document) in edition.documents.iter().enumerate() {
            let Some(document_at) = evidence.get(document.as_str()) else { continue };
            let pointer = format!("/editions/{at}/documents/{index}");
            let message = format!("`{document}` is only cited as evidence");
            problems.push(
                register
                    .problem(&CODE, &pointer, document.as_str(), message)
                    .help("enter its rows and set `listed` to `yes`, or take it out of the edition")
                    .related(
                        register.place(&format!("/documents/{document_at}/listed")),
                        "`listed` is `no`",
                    ),
            );
        }
    }
    let table = &draft.tables.listings;
    let mut seen: HashSet<&str> = HashSet::default();
    for entry in &table.rows {
        let document = entry.row.document.as_str();
        let Some(at) = evidence.get(document) else { continue };
        // One problem a document: its other rows have the same cause.
        if seen.insert(document) {
            let message = format!("`{document}` is only cited as evidence, and has rows here");
            problems.push(
                table
                    .problem(&CODE, entry.line, "document", message)
                    .help("set its `listed` in register.json to `yes`, or take its rows out")
                    .related(
                        register.place(&format!("/documents/{at}/listed")),
                        "`listed` is `no`",
                    ),
            );
        }
    }
}
