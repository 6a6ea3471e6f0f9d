//! `unsorted-rows`: rows that are not in the order of their keys.

use std::borrow::Cow;

use super::Facts;
use crate::keys::compare_keys;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "unsorted-rows",
    stage: Stage::Rules,
    mendable: true,
    refuses: "Rows that are not in the order of their keys.",
    why: "One order makes a row easy to find and keeps the differences between versions small.",
    mend: "Run `cargo xtask sync`.",
    example: ("slack before asana", "asana before slack"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    for table in facts.tables.untyped().into_iter().filter(|table| table.is_sortable()) {
        let columns = table.key_columns();
        let order = |a: &[Cow<'_, str>], b: &[Cow<'_, str>]| {
            a.iter().zip(b).zip(columns).fold(
                std::cmp::Ordering::Equal,
                |order, ((a, b), column)| {
                    order.then_with(|| compare_keys(a, b, table.holds_numbers(column)))
                },
            )
        };
        let mut keys = table.keys().iter().peekable();
        let late = std::iter::from_fn(|| Some((keys.next()?, *keys.peek()?)))
            .find(|(before, after)| order(before.key, after.key).is_gt());
        if let Some((before, after)) = late {
            problems.push(
                Problem::new(
                    &CODE,
                    table.place(after.line, columns[0], None),
                    format!("the rows of {} are not sorted from here on", table.name()),
                )
                .field(table.name(), columns[0])
                .value(after.key.join(", "))
                .help("run `cargo xtask sync`")
                .related(
                    table.place(before.line, columns[0], None),
                    format!("`{}` belongs behind it", before.key.join(", ")),
                ),
            );
        }
    }
}
