//! `same-list`: two documents of one list in one edition.

use super::documents;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::Parsed;

pub(super) static CODE: Code = Code {
    name: "same-list",
    refuses: "Two documents of one `list` in one edition, or one document twice.",
    why: "A list is published in one revision at a time. With two of them the edition would say twice, and perhaps differently, who is listed.",
    mend: "Keep the revision that holds in this edition. Documents of two lists have different keys in `list`.",
    example: (
        "documents page-2020 and page-2021, both of the list page",
        "documents page-2021 and records, of two lists",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (Some(register), Some(documents)) = (&parsed.register, documents(parsed)) else { return };
    for (at, edition) in parsed.editions().iter().enumerate() {
        let mut first: HashMap<&str, usize> = HashMap::default();
        for (index, id) in edition.documents.iter().enumerate() {
            // A document that is not there was refused for that.
            let Some((_, document)) = documents.get(id.as_str()) else { continue };
            let other = *first.entry(&document.list).or_insert(index);
            if other == index {
                continue;
            }
            let message = match &edition.documents[other] {
                same if same == id => format!("`{id}` is in edition {} twice", edition.id),
                other => format!("`{id}` and `{other}` are both of the list `{}`", document.list),
            };
            let pointer = |index: usize| format!("/editions/{at}/documents/{index}");
            problems.push(
                register
                    .problem(&CODE, &pointer(index), id.as_str(), message)
                    .help("keep the revision that holds in this edition")
                    .related(register.place(&pointer(other)), "the other document"),
            );
        }
    }
}
