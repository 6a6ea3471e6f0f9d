//! `edition-order`: editions or documents that are twice in register.json, and editions that are
//! not in the order of their dates.

use super::documents;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{Parsed, TypedRegister};
use crate::tables::row::Document;
use crate::text::{compare_dates, is_in_calendar};

pub(super) static CODE: Code = Code {
    name: "edition-order",
    refuses: "Editions or documents that are twice in register.json, an edition whose id is not its date, and editions in an order that their dates or those of their documents contradict.",
    why: "Everything about time is told by the order of editions.",
    mend: "Put the editions in order, oldest first, each once. The id of an edition is the date on which it was published; a further one of that day has `-2`, `-3` and so on after it. Of each list an edition has the same revision as the one before it, or a newer one.",
    example: ("2025-11-17 before 2018-11-05", "2018-11-05 before 2025-11-17"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &parsed.register else { return };
    check_documents(register, problems);
    let before = problems.len();
    check_ids(register, problems);
    // Editions that are out of order are refused for that, and not for their documents as well.
    if problems.len() == before {
        check_revisions(parsed, register, problems);
    }
}

/// Every document is there once.
fn check_documents(register: &TypedRegister<'_>, problems: &mut Vec<Problem>) {
    let documents = &register.content.documents;
    for (index, document) in documents.iter().enumerate() {
        if documents[..index].iter().any(|other| other.id == document.id) {
            let pointer = format!("/documents/{index}/id");
            let message = format!("the document `{}` is here a second time", document.id);
            problems.push(
                register
                    .problem(&CODE, &pointer, document.id.as_str(), message)
                    .help("keep one of the two"),
            );
        }
    }
}

/// Every edition is called by its date, and they rise.
fn check_ids(register: &TypedRegister<'_>, problems: &mut Vec<Problem>) {
    let mut newest: Option<&str> = None;
    for (index, edition) in register.content.editions.iter().enumerate() {
        let id = edition.id.as_str();
        let (message, help) = if !id.starts_with(&edition.published) {
            (
                format!("edition `{id}` was published on {}", edition.published),
                "the id of an edition is the date on which it was published",
            )
        } else if let Some(newest) = newest.filter(|newest| *newest >= id) {
            (
                format!("`{id}` comes after `{newest}`"),
                "put the editions in order, oldest first, each once",
            )
        } else {
            newest = Some(id);
            continue;
        };
        let pointer = format!("/editions/{index}/id");
        problems.push(register.problem(&CODE, &pointer, id, message).help(help));
    }
}

/// Of every list, no edition has an older revision than an edition before it.
fn check_revisions(parsed: &Parsed<'_>, register: &TypedRegister<'_>, problems: &mut Vec<Problem>) {
    let Some(documents) = documents(parsed) else { return };
    let mut newest: HashMap<&str, (&Document, &str, &str)> = HashMap::default();
    for (at, edition) in parsed.editions().iter().enumerate() {
        for (index, id) in edition.documents.iter().enumerate() {
            let Some((_, document)) = documents.get(id.as_str()) else { continue };
            let date = document.date.known().filter(|date| is_in_calendar(date));
            let Some(date) = date else { continue };
            let known = newest.get(document.list.as_str());
            match known.filter(|(_, newer, _)| compare_dates(date, newer).is_lt()) {
                Some((newer, newer_date, newer_edition)) => {
                    let message = format!(
                        "`{id}` of {date} is older than `{}` of {newer_date}, which is in the \
                         earlier edition {newer_edition}",
                        newer.id
                    );
                    let pointer = format!("/editions/{at}/documents/{index}");
                    problems.push(
                        register.problem(&CODE, &pointer, id.as_str(), message).help(
                            "put the editions in the order of their documents, or mend a date",
                        ),
                    );
                }
                None => {
                    newest.insert(&document.list, (document, date, &edition.id));
                }
            }
        }
    }
}
