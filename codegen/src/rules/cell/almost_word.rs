//! `almost-word`: a text that looks like `none`, `unknown` or `not-applicable` but is not that word.

use super::CellAt;
use crate::cell_types::Kind;
use crate::names::to_key;
use crate::problem::{Code, Problem};
use crate::schema::words_help;
use crate::tables::Column;

pub(super) static CODE: Code = Code {
    name: "almost-word",
    refuses: "A text that looks like `none`, `unknown` or `not-applicable` but is not that word: `None`, `N/A`, `no`, or a text without a letter.",
    why: "It would count as a fact. `None` in `withdrawn` would be the reason why the row was a mistake, and the row would be missing from every export.",
    mend: "Write the word as the column allows it, in lower case, or write the fact.",
    example: ("withdrawn: None", "withdrawn: none"),
    ..Code::RULE
};

/// Keys of texts that are not names.
const IN_NAMES: [&str; 5] = ["n-a", "none", "not-applicable", "null", "unknown"];
/// Keys of texts that are not sentences.
const IN_TEXTS: [&str; 13] = [
    "false",
    "n-a",
    "na",
    "nan",
    "nil",
    "no",
    "none",
    "not-applicable",
    "null",
    "tbd",
    "true",
    "unknown",
    "yes",
];
/// Longer texts are not looked up: every placeholder is shorter.
const TOO_LONG_FOR_A_WORD: usize = 20;

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    let column = cell.column;
    if !column.holds(Kind::Text) && !is_name(column) {
        return;
    }
    for (index, item) in cell.items.iter().enumerate() {
        if column.allows_word(item) || !is_no_text(item, column) {
            continue;
        }
        let meant = to_key(item);
        let (message, help) = if cell.items.len() > 1 {
            (format!("`{item}` is not a name"), "take it out of the list".to_owned())
        } else if column.allows_word(&meant) {
            (format!("`{item}` looks like the word `{meant}`"), format!("write `{meant}`"))
        } else {
            let what = if column.holds(Kind::Text) { "text" } else { "name" };
            (format!("`{item}` is not a {what}"), words_help(column))
        };
        problems.push(cell.problem(&CODE, index, message).help(help));
    }
}

/// Whether a column holds names as printed.
fn is_name(column: &Column) -> bool {
    matches!(column.kind, Some(Kind::Name | Kind::OwnName)) && column.references.is_none()
}

fn is_no_text(item: &str, column: &Column) -> bool {
    if !column.holds(Kind::Text) {
        return item.len() < TOO_LONG_FOR_A_WORD && IN_NAMES.contains(&to_key(item).as_str());
    }
    !item.contains(char::is_alphabetic)
        || (item.len() < TOO_LONG_FOR_A_WORD && IN_TEXTS.contains(&to_key(item).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_refused_and_facts_are_not() {
        let text = Column { kind: Some(Kind::Text), ..Column::default() };
        for item in ["None", "NONE", "no", "N/A", "n/a", "#N/A", "-", "?", "0", "Not applicable"] {
            assert!(is_no_text(item, &text), "{item}");
        }
        for item in ["No longer used.", "None of the users.", "\u{65e0}", "Notes"] {
            assert!(!is_no_text(item, &text), "{item}");
        }
        let name = Column { kind: Some(Kind::Name), ..Column::default() };
        for item in ["None", "N/A", "UNKNOWN"] {
            assert!(is_no_text(item, &name), "{item}");
        }
        for item in ["No", "X", "7", "Nil", "3.1.4", "NoneSuch"] {
            assert!(!is_no_text(item, &name), "{item}");
        }
    }
}
