//! Rules for one cell, applied to register.json: its dates, and the documents that its editions
//! name.

use crate::problem::Problem;
use crate::read::Draft;
use crate::rules::cell::impossible_date::{self, is_date};
use crate::rules::cell::unknown_reference;

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &draft.register else { return };
    let sources = &register.content.sources;
    let mut check_date = |pointer: String, date: &str| {
        if !is_date(date) {
            let problem = impossible_date::problem(date, register.place(&pointer));
            problems.push(problem.field("register", &pointer));
        }
    };
    for (index, source) in sources.iter().enumerate() {
        if let Some(date) = source.date.known() {
            check_date(format!("/sources/{index}/date"), date);
        }
    }
    for (index, edition) in draft.editions().iter().enumerate() {
        let dates = [
            ("published", Some(&edition.published)),
            ("effective", edition.effective.known()),
            ("objection_until", edition.objection_until.known()),
        ];
        for (member, date) in dates {
            if let Some(date) = date {
                check_date(format!("/editions/{index}/{member}"), date);
            }
        }
    }
    let known: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    for (index, edition) in draft.editions().iter().enumerate() {
        if !known.contains(&edition.source.as_str()) {
            let pointer = format!("/editions/{index}/source");
            let place = register.place(&pointer);
            problems.push(
                unknown_reference::document(&edition.source, &known, place)
                    .field("register", &pointer),
            );
        }
    }
}
