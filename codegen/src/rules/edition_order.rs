//! `edition-order`: editions or documents that stand twice, editions that are not in the order of their dates, and dates that no calendar has, in register.json.

use super::Facts;
use crate::codes::{Code, Stage};
use crate::problem::Problem;

pub(super) static CODE: Code = Code {
    name: "edition-order",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Editions or documents that stand twice, editions that are not in the order of their dates, and dates that no calendar has, in register.json.",
    why: "Everything about time is told by the order of editions.",
    mend: "Put the editions in order, oldest first, each once. The id of an edition is the date on which it was published.",
    example: ("2025-11-17 before 2018-11-05", "2018-11-05 before 2025-11-17"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let Some(register) = facts.register else { return };
    let mut refuse = |pointer: String, value: &str, message: String, help: &str| {
        problems.push(
            Problem::new(&CODE, register.place(&pointer), message)
                .field("register", &pointer)
                .value(value)
                .help(help),
        );
    };
    let sources = &register.row.sources;
    for (index, source) in sources.iter().enumerate() {
        let pointer = format!("/sources/{index}");
        if sources[..index].iter().any(|other| other.id == source.id) {
            refuse(
                format!("{pointer}/id"),
                &source.id,
                format!("the document `{}` stands here a second time", source.id),
                "keep one of the two",
            );
        }
        if let Some(date) = source.date.known().filter(|date| !is_date(date)) {
            refuse(
                format!("{pointer}/date"),
                date,
                format!("`{date}` is not a day of the calendar"),
                "write the date that was meant",
            );
        }
    }
    let editions = &register.row.editions;
    for (index, edition) in editions.iter().enumerate() {
        let pointer = format!("/editions/{index}");
        let dates = [
            ("id", Some(&edition.id)),
            ("published", Some(&edition.published)),
            ("effective", edition.effective.known()),
            ("objection_until", edition.objection_until.known()),
        ];
        for (member, date) in dates {
            if let Some(date) = date.filter(|date| !is_date(date)) {
                refuse(
                    format!("{pointer}/{member}"),
                    date,
                    format!("`{date}` is not a day of the calendar"),
                    "write the date that was meant",
                );
            }
        }
        if edition.id != edition.published {
            refuse(
                format!("{pointer}/published"),
                &edition.published,
                format!("edition `{}` was published on {}", edition.id, edition.published),
                "the id of an edition is the date on which it was published",
            );
        }
        if index > 0 && editions[index - 1].id >= edition.id {
            refuse(
                format!("{pointer}/id"),
                &edition.id,
                format!("`{}` stands after `{}`", edition.id, editions[index - 1].id),
                "put the editions in order, oldest first, each once",
            );
        }
        if !sources.iter().any(|source| source.id == edition.source) {
            let help = crate::suggest::help(
                &edition.source,
                sources.iter().map(|source| source.id.as_str()),
            );
            refuse(
                format!("{pointer}/source"),
                &edition.source,
                format!("`{}` is not the id of a document", edition.source),
                &help,
            );
        }
    }
}

fn is_date(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}
