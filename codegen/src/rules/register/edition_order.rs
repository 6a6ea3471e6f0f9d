//! `edition-order`: editions or documents that stand twice in register.json, and editions that are
//! not in the order of their dates.

use crate::problem::{Code, Problem};
use crate::read::Draft;
use crate::tables::row::Edition;

pub(super) static CODE: Code = Code {
    name: "edition-order",
    refuses: "Editions or documents that stand twice, and editions that are not in the order of their dates, in register.json.",
    why: "What was published when is known by the order of the editions.",
    mend: "Put the editions in order, oldest first, each once. The id of an edition is the date on which it was published.",
    example: ("2025-11-17 before 2018-11-05", "2018-11-05 before 2025-11-17"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &draft.register else { return };
    let mut refuse = |pointer: String, value: &str, message: String, help: &str| {
        problems.push(
            Problem::new(&CODE, register.place(&pointer), message)
                .field("register", &pointer)
                .value(value)
                .help(help),
        );
    };
    let sources = &register.content.sources;
    for (index, source) in sources.iter().enumerate() {
        if sources[..index].iter().any(|other| other.id == source.id) {
            let message = format!("the document `{}` stands here a second time", source.id);
            refuse(format!("/sources/{index}/id"), &source.id, message, "keep one of the two");
        }
    }
    let mut newest: Option<&Edition> = None;
    for (index, edition) in draft.editions().iter().enumerate() {
        let (message, help) = if edition.id != edition.published {
            (
                format!("edition `{}` was published on {}", edition.id, edition.published),
                "the id of an edition is the date on which it was published",
            )
        } else if let Some(newest) = newest.filter(|newest| newest.id >= edition.id) {
            (
                format!("`{}` stands after `{}`", edition.id, newest.id),
                "put the editions in order, oldest first, each once",
            )
        } else {
            newest = Some(edition);
            continue;
        };
        refuse(format!("/editions/{index}/id"), &edition.id, message, help);
    }
}
