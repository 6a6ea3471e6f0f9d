//! What is wrong with the characters of a cell, with the help that fits its column.

use crate::cell_types::Kind;
use crate::cells::{FORMULA, Finding, UNFINISHED_DRAFT, check_characters, check_items, split_list};
use crate::tables::Column;
use crate::text::DraftMark;

/// The message where a text begins or ends with space.
pub(super) const SPACE: &str = "space before or after the text";

/// What is wrong with the characters of a cell. Its place is counted without the space around the
/// cell.
pub(super) fn characters(column: &Column, cell: &str) -> Option<Finding> {
    let text = cell.trim_matches(' ');
    if let Some(finding) = unfinished_draft(column, text) {
        return Some(finding);
    }
    let found =
        check_characters(text, column.holds(Kind::Text)).map(|finding| {
            match formula_help(text, column).filter(|_| *finding.code == FORMULA) {
                Some(help) => Finding { help, ..finding },
                None => finding,
            }
        });
    if column.list { found.or_else(|| check_items(text)) } else { found }
}

/// The mark of a draft that a cell, or an item of its list, consists of.
fn unfinished_draft(column: &Column, text: &str) -> Option<Finding> {
    // Hardly any cell holds a mark.
    if !text.contains("draft:") {
        return None;
    }
    let mut at = 0;
    let mut items = text.split(if column.list { ';' } else { '\0' }).map(|item| {
        at += item.len() + 1;
        (at - item.len() - 1, item)
    });
    let (at, item, mark) = items.find_map(|(at, item)| Some((at, item, DraftMark::read(item)?)))?;
    let DraftMark { document, row, line } = mark;
    let what = column.name.replace('_', " ");
    let help = match (&column.references, &column.form) {
        (Some(table), _) => format!("write keys of {table}"),
        (None, _) if !column.terms.is_empty() => {
            let terms: Vec<&str> = column.terms.iter().map(|(term, _)| term.as_str()).collect();
            format!("write one of {}", terms.join(", "))
        }
        (None, _) if column.holds(Kind::Name) => {
            "write the name as it is printed, if it means the same service".to_owned()
        }
        (None, Some(form)) => format!("write {form}"),
        (None, None) => "write it in plain words of your own".to_owned(),
    };
    Some(Finding {
        code: &UNFINISHED_DRAFT,
        at,
        len: item.len(),
        message: format!(
            "write the {what}: row {row} of {document}, line {line} of the page; \
             `compare PAGE --row {row}` shows the words"
        ),
        help,
    })
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
