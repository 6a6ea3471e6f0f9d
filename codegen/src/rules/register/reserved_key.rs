//! `reserved-key`: a key that is one of the words with a meaning of their own, such as `unknown` or `global`.

use super::Facts;
use crate::cell_types::RESERVED;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "reserved-key",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A key that is one of the words with a meaning of their own, such as `unknown` or `global`.",
    why: "A cell with that word could mean two things.",
    mend: "Choose another key.",
    example: ("key: none", "key: no-purpose"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    for table in facts.tables.untyped() {
        if table.key_columns() != ["key"] {
            continue;
        }
        // `user` is also a group of people, and says the same there.
        let own = |key: &str| table.name() == "data-subjects" && key == "user";
        for entry in table.keys().iter().filter(|entry| entry.sound) {
            if let [key] = entry.key
                && RESERVED.contains(&&**key)
                && !own(key)
            {
                let column = table.key_columns()[0];
                problems.push(
                    Problem::new(
                        &CODE,
                        table.place(entry.line, column, None),
                        format!("`{key}` has a meaning of its own and cannot be a key"),
                    )
                    .field(table.name(), column)
                    .value(&**key)
                    .help("choose another key"),
                );
            }
        }
    }
}
