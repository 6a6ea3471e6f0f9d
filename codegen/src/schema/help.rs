//! What to write instead of a cell that its schema refuses.

use super::rewritten::{date_help, number_help, version_help};
use crate::cell_types::{Kind, Party};
use crate::names::to_key;
use crate::suggest;
use crate::tables::Column;

/// What to write into a cell that lacks its fact.
pub(crate) fn words_help(column: &Column) -> String {
    if !column.words.is_empty() {
        let words: Vec<String> = column.words.iter().map(|word| format!("`{word}`")).collect();
        return format!("write the fact, or {}", words.join(" or "));
    }
    if column.terms.is_empty() {
        return "this column always needs a fact".to_owned();
    }
    let terms: Vec<&str> = column.terms.iter().map(|(term, _)| term.as_str()).collect();
    suggest::term_help("", &terms).to_string()
}

/// How a cell in the wrong form might be meant.
pub(super) fn form_help(value: &str, column: &Column) -> String {
    let word = to_key(value);
    if !word.is_empty() && word != value && may_be(column, &word) {
        return format!("write `{word}`");
    }
    let known = match column.kind {
        Some(Kind::Date) => date_help(value),
        Some(Kind::Number) => number_help(value),
        Some(Kind::Version) => version_help(value),
        _ => column.references.as_ref().map(|table| format!("choose a key of {table}")),
    };
    known.unwrap_or_else(|| "schema/README.md shows how each column is written".to_owned())
}

/// Whether a word has the form that a column asks for, or is one that it allows.
fn may_be(column: &Column, word: &str) -> bool {
    column.allows_word(word)
        || match column.kind {
            Some(Kind::Party) => Party::WORDS.contains(&word),
            Some(Kind::Key) => column.references.is_none(),
            _ => false,
        }
}
