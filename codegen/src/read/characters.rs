//! What is wrong with the characters of a cell, with the help that fits its column.

use crate::cell_types::Kind;
use crate::cells::{FORMULA, Finding, check_characters, check_items, split_list};
use crate::tables::Column;

/// The message where a text begins or ends with space.
pub(super) const SPACE: &str = "space before or after the text";

/// What is wrong with the characters of a cell. Its place is counted without the space around the
/// cell.
pub(super) fn characters(column: &Column, cell: &str) -> Option<Finding> {
    let text = cell.trim_matches(' ');
    let found =
        check_characters(text, column.holds(Kind::Text)).map(|finding| {
            match formula_help(text, column).filter(|_| *finding.code == FORMULA) {
                Some(help) => Finding { help, ..finding },
                None => finding,
            }
        });
    if column.list { found.or_else(|| check_items(text)) } else { found }
}

/// Whether there is space around the text of a cell, or around an item of its list.
pub(super) fn has_outer_space(column: &Column, cell: &str) -> bool {
    let spaced = |text: &str| text != text.trim() && !text.trim().is_empty();
    spaced(cell) || (column.list && split_list(cell).any(spaced))
}

/// What to write instead of a formula, where that is not a sentence.
fn formula_help(value: &str, column: &Column) -> Option<String> {
    match column.kind {
        Some(Kind::Text) => None,
        Some(Kind::Number) => {
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            Some(match digits.is_empty() || value.len() > digits.len() + 1 {
                true => "write the number alone, digits only".to_owned(),
                false => format!("digits only: write `{digits}`"),
            })
        }
        Some(Kind::Address) => {
            let address = value.find("http").map(|at| &value[at..]);
            let address =
                address.and_then(|text| text.split(['"', '\'', ')', ';', ',', ' ']).next());
            Some(match address {
                Some(address) => format!("write the address alone: `{address}`"),
                None => "write the address alone".to_owned(),
            })
        }
        _ => column.form.as_ref().map(|form| format!("write {form}")),
    }
}
