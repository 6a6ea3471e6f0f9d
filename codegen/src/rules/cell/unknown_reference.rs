//! `unknown-reference`: a key that is not in the table its column refers to.

use super::CellAt;
use crate::cell_types::Party;
use crate::keys::{KeySets, Keys};
use crate::names::to_key;
use crate::problem::{Code, Problem, Stage};
use crate::schema::{WORD, words_help};
use crate::suggest;
use crate::tables::{Column, TABLES};
use crate::text::WORDS;

pub(crate) static CODE: Code = Code {
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

fn problem(
    cell: &CellAt<'_>,
    index: usize,
    key: &str,
    table: &str,
    keys: &Keys<'_>,
    before: usize,
) -> Problem {
    if WORDS.contains(&key) {
        let message = format!("`{key}` cannot stand in `{}`", cell.column.name);
        return cell.problem(&WORD, index, message).help(words_help(cell.column));
    }
    // In the same words for every cell: so they become one problem.
    if keys.known.is_empty() {
        let message = format!("{table} has no rows, and this cell refers to one");
        return cell.problem(&CODE, index, message).help(add_help(table));
    }
    cell.problem(&CODE, index, format!("`{key}` is not a key of {table}")).help(nearest_help(
        cell.column,
        key,
        table,
        keys,
        cell.tables,
        before,
    ))
}

/// How many keys are compared in search of the nearest, in one report: a column that is wrong from
/// top to bottom must not take minutes to say so.
const COMPARED: usize = 500_000;

fn too_many(keys: &Keys<'_>, before: usize) -> bool {
    before.saturating_mul(keys.known.len()) > COMPARED
}

/// What to write instead of a text that is no key at all. `None` where nothing is known.
pub(crate) fn help(
    column: &Column,
    text: &str,
    keys: &Keys<'_>,
    tables: &KeySets<'_>,
    before: usize,
) -> Option<String> {
    if too_many(keys, before) {
        return None;
    }
    if column.party {
        let name = text.strip_prefix(Party::OTHER).unwrap_or(text);
        return match resolved(name, "providers", keys) {
            _ if name.is_empty() => Some(format!("write a provider's key behind `{text}`")),
            Some(key) => Some(format!("write `{}{key}`", Party::OTHER)),
            None => suggest::nearest_term(text, Party::WORDS)
                .map(|near| format!("did you mean `{near}`?")),
        };
    }
    let table = column.references.as_deref()?;
    if !column.list && text.contains(';') {
        return Some(format!("one key of {table} alone can stand here"));
    }
    let word = to_key(text);
    if column.allows_word(&word) {
        return Some(format!("write `{word}`"));
    }
    if word == "n-a" {
        return Some(words_help(column));
    }
    if let Some(help) = resolved_help(text, table, keys) {
        return Some(help);
    }
    let pieces = pieces(text);
    if pieces.len() > 1 && column.list {
        let mut items: Vec<String> =
            pieces.iter().filter_map(|piece| resolved(piece, table, keys)).collect();
        items.sort_unstable();
        if items.len() == pieces.len() {
            return Some(format!("separate the items with `;`: `{}`", items.join(";")));
        }
        if text.contains(',') {
            return Some("separate the items with `;`, without spaces".to_owned());
        }
    } else if pieces.len() > 1 && pieces.iter().all(|p| resolved(p, table, keys).is_some()) {
        return Some(format!("one key of {table} alone can stand here"));
    }
    Some(nearest_help(column, text, table, keys, tables, before))
}

/// The items of a list that was written with other separators.
fn pieces(text: &str) -> Vec<&str> {
    text.split([',', '/', '|', '&', '+', '\n'])
        .flat_map(|piece| piece.split(" and "))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The key that is certainly meant: the text is one but for its capitals and marks, or a name.
fn resolved(text: &str, table: &str, keys: &Keys<'_>) -> Option<String> {
    let key = to_key(text);
    if keys.known.contains(key.as_str()) {
        return Some(key);
    }
    keys.with_name(text).map(|(key, _)| key).or_else(|| country(text, table, keys))
}

fn resolved_help(text: &str, table: &str, keys: &Keys<'_>) -> Option<String> {
    match keys.with_name(text).filter(|(key, _)| *key != to_key(text)) {
        Some((key, name)) => Some(format!("write `{key}`, the key of {name}")),
        None => resolved(text, table, keys).map(|key| format!("write `{key}`")),
    }
}

/// A country by its code of three letters, and by the one that ISO 3166-1 reserves for the United
/// Kingdom.
fn country(text: &str, table: &str, keys: &Keys<'_>) -> Option<String> {
    let code = text.to_uppercase();
    let key = match code.as_str() {
        _ if table != "countries" => return None,
        "UK" => "gb".to_owned(),
        _ => rust_iso3166::from_alpha3(&code)?.alpha2.to_lowercase(),
    };
    keys.known.contains(key.as_str()).then_some(key)
}

fn add_help(table: &str) -> String {
    match TABLES.iter().find(|info| info.name == table) {
        Some(info) => format!("add its row to {} first", info.path),
        None => "add it to register.json first".to_owned(),
    }
}

/// The help for a key that is not there.
fn nearest_help(
    column: &Column,
    key: &str,
    table: &str,
    keys: &Keys<'_>,
    tables: &KeySets<'_>,
    before: usize,
) -> String {
    let words: Vec<&str> = match column.party {
        true => Vec::new(),
        false => column.words.iter().map(String::as_str).collect(),
    };
    let add = add_help(table);
    let choose = format!("choose a key of {table}");
    if too_many(keys, before) {
        return format!("{choose}, or {add}");
    }
    if let Some(help) = resolved_help(key, table, keys) {
        return help;
    }
    let mut known: Vec<&str> = keys.known.iter().map(|key| &**key).collect();
    known.extend(&words);
    known.sort_unstable();
    // In the order of the tables, so that the same one is named each time.
    let other = (TABLES.iter())
        .find(|info| tables.get(info.name).is_some_and(|keys| keys.known.contains(key)));
    let other = other.map_or(String::new(), |info| format!("it is a key of {}; ", info.name));
    let help = suggest::term_help(key, &known);
    if !help.is_empty() {
        let joint = if help.ends_with('?') { " If not, " } else { "; or " };
        return format!("{other}{help}{joint}{add}");
    }
    let words: String = words.iter().map(|word| format!(", `{word}`")).collect();
    format!("{other}{choose}{words}, or {add}")
}
