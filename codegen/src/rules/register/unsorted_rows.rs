//! `unsorted-rows`: rows that are not in the order of their keys.

use crate::keys::{RowKey, compare_keys, texts};
use crate::problem::{Code, Problem, SYNC};
use crate::read::Parsed;

pub(super) static CODE: Code = Code {
    name: "unsorted-rows",
    mendable: true,
    refuses: "Rows that are not in the order of their keys.",
    why: "One order makes a row easy to find and keeps the differences between versions small.",
    mend: "Run `cargo xtask sync`.",
    example: ("slack before asana", "asana before slack"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let tables = parsed.tables.untyped().into_iter();
    for table in tables.filter(|table| !table.keys().is_ascending() && table.is_sortable()) {
        let kinds = table.key_kinds();
        let order = |a: RowKey<'_>, b: RowKey<'_>| {
            compare_keys(texts(a.cells), texts(b.cells), kinds.iter().copied())
        };
        let pairs = table.keys().iter().zip(table.keys().iter().skip(1));
        let mut unsorted = pairs.filter(|(before, after)| order(*before, *after).is_gt());
        if let Some((before, after)) = unsorted.next() {
            let column = table.key_names()[0];
            problems.push(
                Problem::new(
                    &CODE,
                    table.place(after.line, column, None),
                    format!("the rows of {} are not sorted from here on", table.name()),
                )
                .field(table.name(), column)
                .value(after.cells.join(", "))
                .help(SYNC)
                .related(
                    table.place(before.line, column, None),
                    format!("`{}` belongs after it", before.cells.join(", ")),
                ),
            );
        }
    }
}
