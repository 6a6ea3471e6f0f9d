//! `impossible-date`: a date that no calendar has.

use super::CellAt;
use crate::cell_types::Kind;
use crate::problem::{Cause, Code, Problem};
use crate::text::is_in_calendar;

pub(super) static CODE: Code = Code {
    name: "impossible-date",
    refuses: "A date that no calendar has.",
    why: "It is a typing mistake, and the order of editions depends on dates.",
    mend: "Write the date that was meant.",
    example: ("2025-02-30", "2025-02-28"),
    ..Code::RULE
};

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if !cell.column.holds(Kind::Date) {
        return;
    }
    for (index, item) in cell.items.iter().enumerate() {
        if !cell.column.allows_word(item) && !is_in_calendar(item) {
            let what = if item.len() == "2025-11".len() { "month" } else { "day" };
            problems.push(
                cell.problem(&CODE, index, format!("`{item}` is not a {what} of the calendar"))
                    .help("write the date that was meant")
                    .cause(Cause::new(item, "a date")),
            );
        }
    }
}
