//! `edition-document`: a row that cites another document than that of its first edition.

use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{Draft, LocatedRow};

pub(super) static CODE: Code = Code {
    name: "edition-document",
    refuses: "A row of engagements.csv that cites another document than the one that is its first edition.",
    why: "What an edition says stands in its document; register.json names it.",
    mend: "Write the document of the edition in `since`, or mend `since`. Check `source_row` as well.",
    example: (
        "since 2025-11-17, source providers-2018-11-05",
        "since 2025-11-17, source providers-2025-11-17",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let Some(register) = &draft.register else { return };
    let documents: HashMap<&str, &str> = (draft.editions().iter())
        .map(|edition| (edition.id.as_str(), edition.source.as_str()))
        .collect();
    let known = |id: &str| register.content.sources.iter().any(|source| *source.id == *id);
    let table = &draft.tables.engagements;
    for LocatedRow { line, row } in &table.rows {
        if row.withdrawn.known().is_some() {
            continue;
        }
        let Some(document) = documents.get(row.since.as_str()) else { continue };
        // An edition whose own document is unknown was refused for that.
        if *document != row.source.as_str() && known(document) {
            let message =
                format!("edition {} is the document `{document}`, not `{}`", row.since, row.source);
            problems.push(
                table
                    .problem(&CODE, *line, "source", message)
                    .help(format!("write `{document}` and the row in it, or mend `since`")),
            );
        }
    }
}
