//! `engagement-key`: an engagement whose key is not made of its provider and its first edition.

use super::{edition_document, published_name, refused};
use crate::limits::MAX_KEY;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow};
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "engagement-key",
    refuses: "An engagement whose key is not made of its provider, of its section where the provider has two rows, and of its first edition.",
    why: "Others know the row by its key, and the key never changes. Another key is a slip, or belongs to the row of another provider.",
    mend: "Write the key as it is made, in all tables. Where the key is right and was released, mend `provider` or `since`.",
    example: (
        "key zzz, provider slack, since 2025-11-17",
        "key slack-2025-11-17, provider slack, since 2025-11-17",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let table = &draft.tables.engagements;
    // A row with another provider's name, or another edition's document, was refused for that.
    let refused =
        refused(problems, table.name(), &[&published_name::CODE, &edition_document::CODE]);
    for LocatedRow { line, row } in &table.rows {
        let short = format!("{}-{}", row.provider, row.since);
        // Where the key would be too long, any key will do.
        if refused.contains(line) || has_right_key(row) || short.len() > MAX_KEY as usize {
            continue;
        }
        let message = format!("the key of `{}` since {} is `{short}`", row.provider, row.since);
        problems.push(
            table
                .problem(&CODE, *line, "key", message)
                .help("write it so in all tables, or mend `provider` or `since`"),
        );
    }
}

/// Whether the key is the provider and the edition, with the section between them or without it.
fn has_right_key(row: &EngagementRow) -> bool {
    let between = (row.key.strip_prefix(row.provider.as_str()))
        .and_then(|rest| rest.strip_suffix(row.since.as_str()));
    let section = |text: &str| {
        let text = text.strip_prefix('-').and_then(|text| text.strip_suffix('-'));
        text.is_some() && row.section.known().map(|section| section.as_str()) == text
    };
    between.is_some_and(|between| between == "-" || section(between))
}
