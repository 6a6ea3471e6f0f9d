//! `impossible-date`: a date that no calendar has.

use super::CellAt;
use crate::cell_types::Kind;
use crate::problem::{Cause, Code, Place, Problem};

pub(crate) static CODE: Code = Code {
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
        if !cell.column.allows_word(item) && !is_date(item) {
            problems.push(cell.complete(problem(item, (cell.place)(Some(index)))));
        }
    }
}

/// The problem of a date that no calendar has.
pub(crate) fn problem(date: &str, place: Place) -> Problem {
    Problem::new(&CODE, place, format!("`{date}` is not a day of the calendar"))
        .value(date)
        .help("write the date that was meant")
        .cause(Cause::new(date, "a day"))
}

/// Whether the calendar has this day.
pub(crate) fn is_date(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}
