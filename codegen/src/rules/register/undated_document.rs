//! `undated-document`: an edition that does not say why an undated document belongs to it, or that
//! gives a reason where none is needed.

use super::documents;
use crate::problem::{Code, Problem};
use crate::read::Parsed;
use crate::tables::row::{Document, Edition};
use crate::text::{compare_dates, is_in_calendar};

pub(super) static CODE: Code = Code {
    name: "undated-document",
    refuses: "An edition with a document that is undated, or dated later than the edition, and `undated_basis` `none`. An edition with an `undated_basis` whose documents all bear its own date.",
    why: "That such a document belongs to the edition is a judgement. A reader must see what it rests on.",
    mend: "Write into `undated_basis` what shows that the document belongs to this edition. Where every document bears the date of the edition, write `none`.",
    example: (
        "an undated document, undated_basis none",
        "undated_basis: It names providers that only this edition lists.",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (Some(register), Some(documents)) = (&parsed.register, documents(parsed)) else { return };
    for (at, edition) in parsed.editions().iter().enumerate() {
        let own: Option<Vec<&Document>> = (edition.documents.iter())
            .map(|id| documents.get(id.as_str()).map(|(_, document)| *document))
            .collect();
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
    let mut own_dates = true;
    for document in documents {
        let Some(date) = document.date.known() else {
            return edition.undated_basis.known().is_none().then(|| {
                (format!("`{}` is undated", document.id), "write what shows that it belongs here")
            });
        };
        // A date that no calendar has was refused for that.
        let order = is_in_calendar(date).then(|| compare_dates(date, &edition.published))?;
        if order.is_gt() && edition.undated_basis.known().is_none() {
            let message = format!("`{}` is dated {date}, later than the edition", document.id);
            return Some((message, "write what shows that it belongs here"));
        }
        own_dates &= order.is_eq();
    }
    (own_dates && edition.undated_basis.known().is_some())
        .then(|| ("every document bears the date of the edition".to_owned(), "write `none`"))
}
