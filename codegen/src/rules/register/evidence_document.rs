//! `evidence-document`: a document that is only cited as evidence and is treated as listed.

use super::{count, documents};
use crate::cell_types::YesNo;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed, TypedRegister};
use crate::tables::row::Document;

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

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (Some(register), Some(documents)) = (&parsed.register, documents(parsed)) else { return };
    let evidence = |id: &str| {
        documents.get(id).filter(|(_, document)| document.listed == YesNo::No).map(|(at, _)| *at)
    };
    check_numbers(register, problems);
    for (at, edition) in parsed.editions().iter().enumerate() {
        for (index, id) in edition.documents.iter().enumerate() {
            let Some(document) = evidence(id) else { continue };
            let pointer = format!("/editions/{at}/documents/{index}");
            let message = format!("`{id}` is only cited as evidence");
            problems.push(
                register
                    .problem(&CODE, &pointer, id.as_str(), message)
                    .help("enter its rows and set `listed` to `yes`, or take it out of the edition")
                    .related(listed(register, document), "`listed` is `no`"),
            );
        }
    }
    let table = &parsed.tables.listings;
    let mut reported: HashSet<&str> = HashSet::default();
    for LocatedRow { line, row } in &table.rows {
        let id = row.document.as_str();
        let Some(document) = evidence(id) else { continue };
        // The other rows of the document have the same cause.
        if reported.insert(id) {
            let message = format!("`{id}` is only cited as evidence, and has rows here");
            problems.push(
                table
                    .problem(&CODE, *line, "document", message)
                    .help("set its `listed` in register.json to `yes`, or take its rows out")
                    .related(listed(register, document), "`listed` is `no`"),
            );
        }
    }
}

fn check_numbers(register: &TypedRegister<'_>, problems: &mut Vec<Problem>) {
    for (at, document) in register.content.documents.iter().enumerate() {
        let Document { id, listed, published_rows, .. } = document;
        if *listed == YesNo::No && *published_rows != 0 {
            let pointer = format!("/documents/{at}/published_rows");
            let rows = count(*published_rows, "row", "rows");
            let message = format!("`{id}` is only cited as evidence, and has {rows} here");
            problems.push(
                register
                    .problem(&CODE, &pointer, published_rows.to_string(), message)
                    .help("write 0, or enter its rows and set `listed` to `yes`"),
            );
        }
    }
}

/// Where the document at a position says whether it is listed.
fn listed(register: &TypedRegister<'_>, document: usize) -> crate::problem::Place {
    register.place(&format!("/documents/{document}/listed"))
}
