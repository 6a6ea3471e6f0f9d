//! `unknown-reference`: a key that is not in the table its column refers to.

use super::CellAt;
use super::reference::Reference;
use crate::cell_types::{Kind, Party};
use crate::problem::{Cause, Code, Problem};
use crate::schema::{WORD, words_help};
use crate::text::WORDS;

pub(super) static CODE: Code = Code {
    name: "unknown-reference",
    refuses: "A key that is not in the table its column refers to.",
    why: "A fact about something that the register does not know tells nobody anything.",
    mend: "Write the key as it stands in the other table. If it is new, add its row there first.",
    example: ("purposes: send-emial", "purposes: send-email"),
    ..Code::RULE
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    let Some(keys) = cell.keys.filter(|keys| keys.complete) else { return };
    let party = cell.column.holds(Kind::Party);
    for (index, item) in cell.items.iter().enumerate() {
        let key = if party { item.strip_prefix(Party::OTHER) } else { Some(*item) };
        let Some(key) = key else { continue };
        if !keys.known.contains(key) && (party || !cell.column.allows_word(key)) {
            let reference = Reference {
                column: cell.column,
                keys,
                tables: cell.tables,
                problems: problems.len(),
            };
            problems.push(problem(cell, index, key, &reference));
        }
    }
}

fn problem(cell: &CellAt<'_>, index: usize, key: &str, reference: &Reference<'_>) -> Problem {
    let table = reference.table();
    if WORDS.contains(&key) {
        let message = format!("`{key}` cannot stand in `{}`", cell.column.name);
        return cell.problem(&WORD, index, message).help(words_help(cell.column));
    }
    if reference.keys.known.is_empty() {
        // Whatever the cells say, the empty table is the one mistake.
        return cell
            .problem(&CODE, index, format!("{table} has no rows, and this cell refers to one"))
            .help(reference.add_help())
            .cause(Cause::new("", table));
    }
    cell.problem(&CODE, index, format!("`{key}` is not a key of {table}"))
        .help(reference.unknown_help(key))
        .cause(Cause::new(key, table))
}
