//! `name-collision`: two keys of a table that become the same Rust name.

use super::Facts;
use crate::codes::{Code, Stage};
use crate::hashing::HashMap;
use crate::names;
use crate::problem::Problem;

pub(super) static CODE: Code = Code {
    name: "name-collision",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Two keys of a table that become the same Rust name.",
    why: "Every key becomes a constant; two constants cannot have one name.",
    mend: "Change one of the keys so that they differ in more than a hyphen.",
    example: ("web-site and website-s", "web-site and home-page"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    for table in facts.tables.untyped() {
        let [column] = table.key_columns() else { continue };
        if *column != "key" {
            continue;
        }
        let mut first: HashMap<String, (&str, usize)> = HashMap::default();
        for entry in table.keys().iter().filter(|entry| entry.sound) {
            let key = &*entry.key[0];
            let name = names::variant(table.name(), key).to_lowercase();
            let (other, line) = *first.entry(name).or_insert((key, entry.line));
            if other == key {
                continue;
            }
            problems.push(
                Problem::new(
                    &CODE,
                    table.place(entry.line, column, None),
                    format!("`{key}` and `{other}` become the same Rust name"),
                )
                .field(table.name(), column)
                .value(key)
                .help("change one of them so that they differ in more than a hyphen")
                .related(table.place(line, column, None), "the other key"),
            );
        }
    }
}
