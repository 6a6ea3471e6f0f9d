//! `duplicate-key`: two rows of a table with the same key.

use crate::problem::{Code, Problem};
use crate::read::Parsed;

pub(super) static CODE: Code = Code {
    name: "duplicate-key",
    refuses: "Two rows of a table with the same key.",
    why: "A thing is known by its key alone; two rows with one key contradict each other.",
    mend: "Give one of the rows another key, or take it out. Order numbers may have gaps.",
    example: ("aws twice in providers.csv", "aws once"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    for table in parsed.tables.untyped() {
        let columns = table.key_names();
        let last = columns[columns.len() - 1];
        for (repeated, first) in table.keys().repeated() {
            let key = repeated.cells.join(", ");
            let is_copy = table.columns().iter().all(|column| {
                table.cell(repeated.line, &column.name) == table.cell(first, &column.name)
            });
            let (what, help) = match is_copy {
                true => ("the row of ", "delete one of the two rows; they say the same"),
                false => ("", "give one of the two another key, or take it out"),
            };
            let message = format!("{what}`{key}` is in the table already");
            problems.push(
                Problem::new(&CODE, table.place(repeated.line, last, None), message)
                    .field(table.name(), last)
                    .value(&key)
                    .help(help)
                    .related(table.place(first, last, None), "the other row"),
            );
        }
    }
}
