//! What is wrong with the characters of a cell, in the words that fit its column.

use crate::cell_types::Kind;
use crate::cells::{FORMULA, Finding, check_characters, check_items, split_list};
use crate::tables::Column;

/// What is wrong with the characters of a cell.
pub(super) fn characters(column: &Column, cell: &str) -> Option<Finding> {
    let text = cell.trim_matches(' ');
    let found = check_characters(text, column.holds(Kind::Text))
        .map(|finding| formula_help(finding, text, column));
    if column.list { found.or_else(|| check_items(text)) } else { found }
}

/// Whether there is space around the text of a cell, or around an item of its list.
pub(super) fn has_outer_space(column: &Column, cell: &str) -> bool {
    let spaced = |text: &str| text != text.trim() && !text.trim().is_empty();
    spaced(cell) || (column.list && split_list(cell).any(spaced))
}

/// A finding with the help that fits its column: where a number or an address should be, nobody
/// begins with a word.
fn formula_help(finding: Finding, value: &str, column: &Column) -> Finding {
    if *finding.code != FORMULA || column.holds(Kind::Text) {
        return finding;
    }
    let help = if column.holds(Kind::Number) {
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        match digits.is_empty() || value.len() > digits.len() + 1 {
            true => "write the number alone, digits only".to_owned(),
            false => format!("digits only: write `{digits}`"),
        }
    } else if column.holds(Kind::Address) {
        let end = |text: &str| text.find(['"', '\'', ')', ';', ',', ' ']).unwrap_or(text.len());
        let address = value.find("http").map(|at| &value[at..]).map(|text| &text[..end(text)]);
        match address {
            Some(address) => format!("write the address alone: `{address}`"),
            None => "write the address alone".to_owned(),
        }
    } else if let Some(form) = &column.form {
        format!("write {form}")
    } else {
        return finding;
    };
    Finding { help, ..finding }
}
