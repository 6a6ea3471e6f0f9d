//! `engagement-key`: an engagement whose key does not begin with its provider's key.

use crate::limits::MAX_KEY;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "engagement-key",
    refuses: "An engagement whose key is not its provider's key, a hyphen, and more.",
    why: "The key is what others know the row by, and it never changes. A key with another beginning is a slip, or the row of another provider.",
    mend: "Write the provider's key, a hyphen, and what tells the row from the provider's others, such as the document that it was first entered from. Where the key is right and was released, mend `provider`.",
    example: ("key zzz, provider slack", "key slack-providers-2025-11-17, provider slack"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.engagements;
    for LocatedRow { line, row } in &table.rows {
        if begins_with_provider(row) {
            continue;
        }
        let message = format!("the key of a row about `{0}` begins with `{0}-`", row.provider);
        problems.push(
            table
                .problem(&CODE, *line, "key", message)
                .help("write it so in all tables, or mend `provider`"),
        );
    }
}

/// How much room a key has after its provider's. In format 1 a date stood there; where it did not
/// fit, the key was free, and keys never change.
const ROOM: usize = "-2025-11-17".len();

fn begins_with_provider(row: &EngagementRow) -> bool {
    let rest = row.key.strip_prefix(row.provider.as_str());
    let more = rest.and_then(|rest| rest.strip_prefix('-')).is_some_and(|more| !more.is_empty());
    more || row.provider.len() + ROOM > MAX_KEY as usize
}
