//! `row-parts`: the parts of a published row that are not numbered 1, 2 and so on.

use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "row-parts",
    refuses: "The parts of a published row that are not numbered 1, 2 and so on.",
    why: "A gap in the numbers means that a service which the row names was left out.",
    mend: "Number the parts in the order in which the name cell names the services, beginning with 1. A row that names one service has the part 1 alone.",
    example: ("parts 1 and 3 of row 12", "parts 1 and 2 of row 12"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.listings;
    // A row that was refused may be the part that seems to be missing.
    if !table.is_whole() {
        return;
    }
    let mut parts: Vec<(&str, u32, u32, usize)> = (table.rows.iter())
        .map(|LocatedRow { line, row }| (row.document.as_str(), row.row, row.part, *line))
        .collect();
    // Quick, because most tables are sorted.
    parts.sort_unstable();
    for parts in parts.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let wrong = (1..).zip(parts).find(|(number, (_, _, part, _))| number != part);
        let Some((number, (document, row, part, line))) = wrong else { continue };
        let message = match number {
            1 => format!("row {row} of `{document}` has no part 1"),
            _ => format!("part {part} of row {row} of `{document}` follows part {}", number - 1),
        };
        let help = format!("write {number}");
        problems.push(table.problem(&CODE, *line, "part", message).help(help));
    }
}
