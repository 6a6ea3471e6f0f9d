//! `unused-document`: a listed document that belongs to no edition.

use super::documents;
use crate::cell_types::YesNo;
use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::Parsed;

pub(super) static CODE: Code = Code {
    name: "unused-document",
    refuses: "A document with `listed` `yes` that belongs to no edition.",
    why: "Its rows would be published nowhere, and nothing would say so.",
    mend: "Add the document to the edition that it belongs to, or make an edition of it.",
    example: (
        "page-2020 listed yes, in no edition",
        "edition 2020-01-01 with the documents page-2020",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (Some(register), Some(documents)) = (&parsed.register, documents(parsed)) else { return };
    let used: HashSet<&str> = (parsed.editions().iter())
        .flat_map(|edition| edition.documents.iter().map(|document| document.as_str()))
        .collect();
    // An edition with a document that is not there was refused, and may mean this one.
    if used.iter().any(|id| !documents.contains_key(id)) {
        return;
    }
    for (at, document) in register.content.documents.iter().enumerate() {
        if document.listed == YesNo::Yes && !used.contains(document.id.as_str()) {
            let message = format!("no edition is made of `{}`", document.id);
            problems.push(
                register
                    .problem(&CODE, &format!("/documents/{at}/id"), document.id.as_str(), message)
                    .help("add it to the edition that it belongs to, or make an edition of it"),
            );
        }
    }
}
