//! `unknown-reference`: a key that is not in the table its column refers to.

use super::CellAt;
use crate::cell_types::Party;
use crate::codes::{Code, Stage};
use crate::compile::Keys;
use crate::problem::Problem;
use crate::suggest;

pub(super) static CODE: Code = Code {
    name: "unknown-reference",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A key that is not in the table its column refers to.",
    why: "A fact about something the register does not know is a fact about nothing.",
    mend: "Write the key as it stands in the other table. If it is new, add its row there first.",
    example: ("purposes: send-emial", "purposes: send-email"),
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if cell.column.party {
        let Some(key) = cell.items[0].strip_prefix(Party::OTHER) else { return };
        let Some(providers) = cell.keys.filter(|keys| keys.complete) else { return };
        if !providers.known.contains(key) {
            problems.push(problem(cell, 0, key, "providers", providers, problems.len()));
        }
        return;
    }
    let Some(table) = cell.column.references.as_deref() else { return };
    let Some(keys) = cell.keys.filter(|keys| keys.complete) else { return };
    for (index, item) in cell.items.iter().enumerate() {
        if !keys.known.contains(*item) && !cell.column.allows_word(item) {
            problems.push(problem(cell, index, item, table, keys, problems.len()));
        }
    }
}

/// How many keys are compared in search of the nearest, in one report.
const COMPARED: usize = 500_000;

fn problem(
    cell: &CellAt<'_>,
    index: usize,
    key: &str,
    table: &str,
    keys: &Keys<'_>,
    before: usize,
) -> Problem {
    let problem = cell.problem(&CODE, index, format!("`{key}` is not a key of {table}"));
    let choose = format!("choose a key of {table}, or add its row there first");
    // A column that is wrong from top to bottom must not take minutes to say so.
    if before.saturating_mul(keys.known.len()) > COMPARED {
        return problem.help(choose);
    }
    let mut known: Vec<&str> = keys
        .known
        .iter()
        .map(|key| &**key)
        .chain(cell.column.words.iter().map(String::as_str))
        .collect();
    known.sort_unstable();
    match suggest::help(key, known) {
        help if help.is_empty() => problem.help(choose),
        help => problem.help(help),
    }
}
