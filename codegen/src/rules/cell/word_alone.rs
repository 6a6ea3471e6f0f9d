//! `word-alone`: a word such as `unknown` or `none` beside other items of a list.

use super::CellAt;
use crate::problem::{Code, Problem};

pub(super) static CODE: Code = Code {
    name: "word-alone",
    refuses: "A word such as `unknown` or `none` beside other items of a list.",
    why: "The word is written instead of a list. With other items beside it, nobody knows which of the two is true.",
    mend: "Keep the word alone, or the items without it.",
    example: ("territory: us;unknown", "territory: us"),
    ..Code::RULE
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if !cell.column.list || cell.items.len() < 2 {
        return;
    }
    if let Some(index) = cell.items.iter().position(|item| cell.column.allows_word(item)) {
        let word = cell.items[index];
        problems.push(
            cell.problem(&CODE, index, format!("`{word}` is beside other items"))
                .help(format!("keep `{word}` alone, or the items without it")),
        );
    }
}
