//! `unsorted-list`: a list cell whose items are not in alphabetical order.

use super::CellAt;
use crate::problem::{Code, Problem, SYNC};

pub(super) static CODE: Code = Code {
    name: "unsorted-list",
    mendable: true,
    refuses: "A list cell whose items are not in alphabetical order.",
    why: "One order keeps the differences between versions small.",
    mend: "Run `cargo xtask sync`.",
    example: ("us;fr", "fr;us"),
    ..Code::RULE
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if !cell.items.is_sorted() {
        problems.push(
            cell.problem(&CODE, 0, format!("the items of `{}` are not sorted", cell.column.name))
                .value(cell.items.join(";"))
                .help(SYNC),
        );
    }
}
