//! `unknown-reference`: a key that is not in the table its column refers to.

use super::CellAt;
use super::reference::Reference;
use crate::cell_types::{Kind, Party};
use crate::problem::{Cause, Code, Problem};
use crate::schema::{WORD, words_help};
use crate::tables::row::{PartyRow, ProviderRow};
use crate::tables::{Column, Row as _};
use crate::text::WORDS;

pub(super) static CODE: Code = Code {
    name: "unknown-reference",
    refuses: "A key that is not in the table its column refers to.",
    why: "A fact about something that the register does not know tells nobody anything.",
    mend: "Write the key as it is in the other table. If it is new, add its row there first.",
    example: ("purposes: send-emial", "purposes: send-email"),
    ..Code::RULE
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    for (index, item) in cell.items.iter().enumerate() {
        let Some((table, key)) = referred(cell.column, item) else { continue };
        let Some(keys) = cell.tables.get(table).filter(|keys| keys.complete) else { continue };
        if !keys.has(key) {
            let reference = Reference {
                column: cell.column,
                table,
                keys,
                tables: cell.tables,
                problems: problems.len(),
            };
            problems.push(problem(cell, index, key, &reference));
        }
    }
}

/// The table that an item of a cell refers to, and the key. `None` for a word, and in a column that
/// refers to no table.
fn referred<'c>(column: &'c Column, item: &'c str) -> Option<(&'c str, &'c str)> {
    if column.holds(Kind::Party) {
        if Party::WORDS.contains(&item) {
            return None;
        }
        return Some(match item.strip_prefix(Party::OTHER_PROVIDER) {
            Some(key) => (ProviderRow::TABLE, key),
            None => (PartyRow::TABLE, item),
        });
    }
    let table = column.references.as_deref().filter(|_| !column.allows_word(item))?;
    Some((table, item))
}

fn problem(cell: &CellAt<'_>, index: usize, key: &str, reference: &Reference<'_>) -> Problem {
    let table = reference.table;
    if WORDS.contains(&key) {
        let message = format!("`{key}` is not allowed in `{}`", cell.column.name);
        return cell.problem(&WORD, index, message).help(words_help(cell.column));
    }
    if reference.keys.len() == 0 {
        // Whatever the cells say, the empty table is the one mistake.
        return cell
            .problem(&CODE, index, format!("{table} has no rows, and this cell refers to one"))
            .help(reference.add_help())
            .cause(Cause::new("", table));
    }
    cell.problem(&CODE, index, format!("`{key}` is not a key of {table}"))
        .help(reference.unknown_help(key))
        .cause(Cause::lost_row(key, table))
}
