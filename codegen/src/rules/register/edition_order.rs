//! `edition-order`: editions or documents that stand twice, and editions that are not in the order of their dates, in register.json.

use super::Facts;
use crate::problem::{Code, Problem, Stage};
use crate::rules::cell::impossible_date::{self, is_date};
use crate::rules::cell::unknown_reference;
use crate::suggest;

pub(super) static CODE: Code = Code {
    name: "edition-order",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Editions or documents that stand twice, and editions that are not in the order of their dates, in register.json.",
    why: "Everything about time is told by the order of editions.",
    mend: "Put the editions in order, oldest first, each once. The id of an edition is the date on which it was published.",
    example: ("2025-11-17 before 2018-11-05", "2018-11-05 before 2025-11-17"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let Some(register) = facts.register else { return };
    let sources = &register.row.sources;
    let mut refuse = |code, pointer: String, value: &str, message: String, help: &str| {
        problems.push(
            Problem::new(code, register.place(&pointer), message)
                .field("register", &pointer)
                .value(value)
                .help(help),
        );
    };
    for (index, source) in sources.iter().enumerate() {
        if sources[..index].iter().any(|other| other.id == source.id) {
            refuse(
                &CODE,
                format!("/sources/{index}/id"),
                &source.id,
                format!("the document `{}` stands here a second time", source.id),
                "keep one of the two",
            );
        }
        if let Some(date) = source.date.known().filter(|date| !is_date(date)) {
            refuse(
                &impossible_date::CODE,
                format!("/sources/{index}/date"),
                date,
                impossible_date::message(date),
                impossible_date::HELP,
            );
        }
    }
    let mut newest: Option<&str> = None;
    for (index, edition) in register.row.editions.iter().enumerate() {
        let pointer = |member: &str| format!("/editions/{index}/{member}");
        let dates = [
            ("published", Some(&edition.published)),
            ("effective", edition.effective.known()),
            ("objection_until", edition.objection_until.known()),
        ];
        for (member, date) in dates {
            if let Some(date) = date.filter(|date| !is_date(date)) {
                refuse(
                    &impossible_date::CODE,
                    pointer(member),
                    date,
                    impossible_date::message(date),
                    impossible_date::HELP,
                );
            }
        }
        if edition.id != edition.published {
            refuse(
                &CODE,
                pointer("id"),
                &edition.id,
                format!("edition `{}` was published on {}", edition.id, edition.published),
                "the id of an edition is the date on which it was published",
            );
        } else if let Some(newest) = newest.filter(|newest| *newest >= edition.id.as_str()) {
            refuse(
                &CODE,
                pointer("id"),
                &edition.id,
                format!("`{}` stands after `{newest}`", edition.id),
                "put the editions in order, oldest first, each once",
            );
        } else {
            newest = Some(&edition.id);
        }
        if !sources.iter().any(|source| source.id == edition.source) {
            let known: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
            let help = suggest::term_help(&edition.source, &known);
            refuse(
                &unknown_reference::CODE,
                pointer("source"),
                &edition.source,
                format!("`{}` is not the id of a document", edition.source),
                &help,
            );
        }
    }
}
