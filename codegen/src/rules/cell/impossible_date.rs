//! `impossible-date`: a date that no calendar has.

use super::CellAt;
use crate::problem::{Code, Problem, Stage};
use crate::text::is_in_calendar;

pub(super) static CODE: Code = Code {
    name: "impossible-date",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A date that no calendar has.",
    why: "It is a slip of the keyboard, and the order of editions depends on dates.",
    mend: "Write the date that was meant.",
    example: ("2025-02-30", "2025-02-28"),
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if cell.column.format.as_deref() != Some("date") {
        return;
    }
    for (index, item) in cell.items.iter().enumerate() {
        if !cell.column.allows_word(item) && !is_in_calendar(item) {
            problems.push(
                cell.problem(&CODE, index, message(item)).help("write the date that was meant"),
            );
        }
    }
}

/// What is wrong, in a sentence.
fn message(date: &str) -> String {
    let what = if date.len() == "2025-11".len() { "month" } else { "day" };
    format!("`{date}` is not a {what} of the calendar")
}
