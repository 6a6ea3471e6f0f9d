//! `engagement-key`: an engagement whose key is not made of its provider and its first edition.

use super::{Facts, edition_document, published_name, refused};
use crate::limits::MAX_KEY;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "engagement-key",
    stage: Stage::Rules,
    mendable: false,
    refuses: "An engagement whose key is not made of its provider, of its section where the provider has two rows, and of its first edition.",
    why: "The key is what others know the row by, and it never changes. Another key is a slip, or the row of another provider.",
    mend: "Write the key as it is made, in all tables. Where the key is right and was released, mend `provider` or `since`.",
    example: (
        "key zzz, provider slack, since 2025-11-17",
        "key slack-2025-11-17, provider slack, since 2025-11-17",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.engagements;
    // A row with another provider's name, or another edition's document, was refused for that.
    let refused =
        refused(problems, table.name(), &[&published_name::CODE, &edition_document::CODE]);
    for entry in table.rows.iter().filter(|entry| !refused.contains(&entry.line)) {
        let row = &entry.row;
        if is_made_of(row) {
            continue;
        }
        let short = format!("{}-{}", row.provider, row.since);
        // Where the key would be too long, it is free.
        if short.len() > MAX_KEY as usize {
            continue;
        }
        problems.push(
            table
                .problem(
                    &CODE,
                    entry.line,
                    "key",
                    format!("the key of `{}` since {} is `{short}`", row.provider, row.since),
                )
                .help("write it so in all tables, or mend `provider` or `since`"),
        );
    }
}

/// Whether a key is the provider and the edition, with the section between them or without it.
fn is_made_of(row: &EngagementRow) -> bool {
    let between = (row.key.strip_prefix(row.provider.as_str()))
        .and_then(|rest| rest.strip_suffix(row.since.as_str()));
    let section = |text: &str| {
        let text = text.strip_prefix('-').and_then(|text| text.strip_suffix('-'));
        text.is_some() && row.section.known().map(|section| section.as_str()) == text
    };
    between.is_some_and(|between| between == "-" || section(between))
}
