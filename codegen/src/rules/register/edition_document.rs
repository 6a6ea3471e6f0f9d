//! `edition-document`: a row that cites another document than the one its first edition is.

use super::Facts;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "edition-document",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A row of engagements.csv that cites another document than the one that is its first edition.",
    why: "What an edition says stands in its document; register.json names it.",
    mend: "Write the document of the edition in `since`, or mend `since`. Check `source_row` as well.",
    example: (
        "since 2025-11-17, source providers-2018-11-05",
        "since 2025-11-17, source providers-2025-11-17",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let Some(register) = facts.register else { return };
    let documents: HashMap<&str, &str> = (register.row.editions.iter())
        .map(|edition| (edition.id.as_str(), edition.source.as_str()))
        .collect();
    let known = |id: &str| register.row.sources.iter().any(|source| *source.id == *id);
    let table = &facts.tables.engagements;
    for entry in table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()) {
        let row = &entry.row;
        let Some(document) = documents.get(row.since.as_str()) else { continue };
        // An edition whose own document is unknown was refused for it.
        if *document != row.source.as_str() && known(document) {
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        "source",
                        format!(
                            "edition {} is the document `{document}`, not `{}`",
                            row.since, row.source
                        ),
                    )
                    .help(format!("write `{document}` and the row in it, or mend `since`")),
            );
        }
    }
}
