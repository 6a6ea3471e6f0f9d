//! What is wrong with the characters of a cell, with the help that fits its column.

use crate::cell_types::Kind;
use crate::cells::{FORMULA, Finding, UNFINISHED_DRAFT, check_characters, check_items, split_list};
use crate::tables::row::{EngagementRow, PracticeRow};
use crate::tables::{Column, Row as _};
use crate::text::{DraftMark, trim};

/// The message where a text begins or ends with space.
pub(super) const SPACE: &str = "space before or after the text";

/// What is wrong with the characters of a cell.
pub(super) fn characters(column: &Column, cell: &str) -> Option<Finding> {
    if let Some(finding) = unfinished_draft(column, cell) {
        return Some(finding);
    }
    if column.list {
        split_list(cell).find_map(|item| check(column, cell, item))
    } else {
        check(column, cell, cell).or_else(|| check_items(cell))
    }
}

/// What is wrong with the characters of a part of a cell, without the space around it.
fn check(column: &Column, cell: &str, part: &str) -> Option<Finding> {
    let text = trim(part);
    let finding = check_characters(text, column.is_plain())?;
    let at = text.as_ptr() as usize - cell.as_ptr() as usize + finding.at;
    let help = formula_help(text, column).filter(|_| *finding.code == FORMULA);
    let help = help.unwrap_or(finding.help);
    Some(Finding { at, help, ..finding })
}

/// The mark of a draft that a cell, or an item of its list, consists of.
fn unfinished_draft(column: &Column, text: &str) -> Option<Finding> {
    // Hardly any cell holds a mark.
    if !text.contains("draft:") {
        return None;
    }
    let mut items = text.split(if column.list { ';' } else { '\0' }).map(trim);
    let (item, mark) = items.find_map(|item| Some((item, DraftMark::read(item)?)))?;
    let at = item.as_ptr() as usize - text.as_ptr() as usize;
    let DraftMark { document, row, line, about } = mark;
    let is_name = column.holds(Kind::Name);
    let what = column.name.replace('_', " ");
    let help = match (&column.references, &column.form) {
        (Some(table), _) => format!("write keys of {table}"),
        (None, _) if !column.terms.is_empty() => {
            let terms: Vec<&str> = column.terms.iter().map(|(term, _)| term.as_str()).collect();
            format!("write one of {}", terms.join(", "))
        }
        (None, _) if is_name => "write the name as it is printed, if it means the same service; if it \
                                 means another one, take the mark away here, and let the row cite an \
                                 engagement of that provider"
            .to_owned(),
        (None, Some(form)) => format!("write {form}"),
        (None, None) => "write it in plain words of your own".to_owned(),
    };
    // In a listing `none` says that the row cites something else, and not that the page is silent.
    let cites = [EngagementRow::TABLE, PracticeRow::TABLE].map(Some);
    let help = match column.silence() {
        Some(word) if !cites.contains(&column.references.as_deref()) => {
            format!("{help}; `{word}` if the page says nothing of it")
        }
        _ => help,
    };
    let about = match about {
        Some(name) if is_name => format!("; the page prints `{name}`"),
        Some(key) => format!("; `{key}` has what was written before"),
        None => String::new(),
    };
    Some(Finding {
        code: &UNFINISHED_DRAFT,
        at,
        len: item.len(),
        message: format!(
            "write the {what}: row {row} of {document}, line {line} of the page; \
             `compare PAGE --row {row}` shows the words{about}"
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
                true => "write only the number, in digits".to_owned(),
                false => format!("digits only: write `{digits}`"),
            })
        }
        Some(Kind::Address) => {
            let address = value.find("http").map(|at| &value[at..]);
            let address =
                address.and_then(|text| text.split(['"', '\'', ')', ';', ',', ' ']).next());
            Some(match address {
                Some(address) => format!("write only the address: `{address}`"),
                None => "write only the address".to_owned(),
            })
        }
        _ => column.form.as_ref().map(|form| format!("write {form}")),
    }
}
