//! `hierarchy`: a parent that leads back to the row itself, or a chain of more than 16 parents.

use std::collections::HashMap;

use super::Facts;
use crate::cell_types::{Key, Stated};
use crate::codes::{Code, Stage};
use crate::compile::Table;
use crate::problem::Problem;
use crate::tables::Row;

pub(super) static CODE: Code = Code {
    name: "hierarchy",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A parent that leads back to the row itself, or a chain of more than 16 parents.",
    why: "Everything that is asked about a wider kind goes down the chain; a ring has no end.",
    mend: "Give one row of the ring another parent, or `none`.",
    example: ("a is a kind of b, b a kind of a", "a is a kind of b, b has parent none"),
};

/// The longest chain of parents.
const DEEPEST: usize = 16;

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    chains(&facts.tables.data_categories, |row| (&row.key, &row.parent), problems);
    chains(&facts.tables.data_subjects, |row| (&row.key, &row.parent), problems);
}

fn chains<R: Row>(
    table: &Table<'_, R>,
    of: impl Fn(&R) -> (&Key, &Stated<Key>),
    problems: &mut Vec<Problem>,
) {
    let parents: HashMap<&str, &str> = table
        .rows
        .iter()
        .filter_map(|entry| {
            let (key, parent) = of(&entry.row);
            parent.known().map(|parent| (key.as_str(), parent.as_str()))
        })
        .collect();
    for entry in &table.rows {
        let (key, parent) = of(&entry.row);
        let mut chain = vec![key.as_str()];
        while let Some(next) = parents.get(chain[chain.len() - 1]) {
            // Every ring is reported once, at its first key.
            if *next == chain[0] {
                if chain.iter().all(|member| chain[0] <= *member) {
                    chain.push(next);
                    let message = format!("the parents go round: {}", chain.join(" > "));
                    problems.push(
                        table
                            .problem(&CODE, entry.line, "parent", message)
                            .help("give one of them another parent, or `none`"),
                    );
                }
                break;
            }
            if chain.contains(next) {
                break;
            }
            chain.push(next);
            if chain.len() > DEEPEST + 1 {
                let message = format!("more than {DEEPEST} parents above `{key}`");
                problems.push(
                    table
                        .problem(&CODE, entry.line, "parent", message)
                        .value(parent.to_string())
                        .help("make the hierarchy flatter"),
                );
                break;
            }
        }
    }
}
