//! `reserved-key`: a key that is a word with a meaning of its own, such as `unknown` or `publisher`.

use crate::cell_types::RESERVED;
use crate::problem::{Code, Problem};
use crate::read::Parsed;

pub(super) static CODE: Code = Code {
    name: "reserved-key",
    refuses: "A key that is one of the words with a meaning of their own, such as `unknown` or `publisher`.",
    why: "A cell with that word could mean two things.",
    mend: "Choose another key.",
    example: ("key: none", "key: no-purpose"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    for table in parsed.tables.untyped().into_iter().filter(|table| table.has_own_key()) {
        let column = table.key_names()[0];
        for row in table.keys().iter().filter(|key| key.well_formed) {
            let key = &*row.cells[0];
            if RESERVED.contains(&key) {
                let message = format!("`{key}` has a meaning of its own and cannot be a key");
                problems.push(
                    Problem::new(&CODE, table.place(row.line, column, None), message)
                        .field(table.name(), column)
                        .value(key)
                        .help("choose another key"),
                );
            }
        }
    }
}
