//! `undated-document`: an edition that does not say why an undated document belongs to it, or gives a reason that nothing needs.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::Draft;
use crate::tables::row::{Document, Edition};
use crate::text::compare_dates;

pub(super) static CODE: Code = Code {
    name: "undated-document",
    refuses: "An edition with a document that is undated, or dated later than the edition, and `undated_basis` `none`. An edition with an `undated_basis` all of whose documents bear its own date.",
    why: "That such a document belongs to the edition is a judgement. A reader must see what it rests on.",
    mend: "Write into `undated_basis` what shows that the document belongs to this edition. Where every document bears the date of the edition, write `none`.",
    example: (
        "an undated document, undated_basis none",
        "undated_basis: It names providers that only this edition lists.",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &draft.register else { return };
    let documents: HashMap<&str, &Document> = (register.content.documents.iter())
        .map(|document| (document.id.as_str(), document))
        .collect();
    for (at, edition) in register.content.editions.iter().enumerate() {
        let own: Option<Vec<&Document>> =
            edition.documents.iter().map(|id| documents.get(id.as_str()).copied()).collect();
        // A document that is not there was refused for that.
        let Some(own) = own else { continue };
        if let Some((message, help)) = fault(edition, &own) {
            let pointer = format!("/editions/{at}/undated_basis");
            let value = edition.undated_basis.to_string();
            problems.push(register.problem(&CODE, &pointer, value, message).help(help));
        }
    }
}

/// What is wrong with the basis of an edition with these documents, and what to write.
fn fault(edition: &Edition, documents: &[&Document]) -> Option<(String, &'static str)> {
    let judged = documents.iter().find_map(|document| match document.date.known() {
        None => Some(format!("`{}` is undated", document.id)),
        Some(date) if compare_dates(date, &edition.published).is_gt() => {
            Some(format!("`{}` is dated {date}, later than the edition", document.id))
        }
        Some(_) => None,
    });
    let earlier = |document: &&Document| {
        let date = document.date.known();
        date.is_some_and(|date| compare_dates(date, &edition.published).is_lt())
    };
    match (judged, edition.undated_basis.known()) {
        (Some(judged), None) => Some((judged, "say what shows that it belongs to this edition")),
        (None, Some(_)) if !documents.iter().any(earlier) => {
            Some(("every document bears the date of the edition".to_owned(), "write `none`"))
        }
        _ => None,
    }
}
