//! `overlapping-engagements`: two rows of the same provider in the same section and the same edition.

use std::collections::HashMap;

use super::Facts;
use crate::codes::{Code, Stage};
use crate::compile::AnyTable as _;
use crate::problem::Problem;

pub(super) static CODE: Code = Code {
    name: "overlapping-engagements",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Two rows of the same provider in the same section and the same edition.",
    why: "The page lists a provider once in a section; two rows would both claim to be that row.",
    mend: "End the older row (`until`) with the edition in which the newer one starts.",
    example: (
        "slack-2018 until current, slack-2025 since 2025-11-17",
        "slack-2018 until 2025-11-17",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.engagements;
    let mut listed: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (index, entry) in table.rows.iter().enumerate() {
        if entry.row.withdrawn.known().is_none() {
            let section = entry.row.section.to_string();
            listed.entry((&entry.row.provider, section)).or_default().push(index);
        }
    }
    for rows in listed.into_values() {
        for (at, later) in rows.iter().enumerate() {
            let later = &table.rows[*later];
            let time = facts.editions(&later.row.since, &later.row.until);
            let clash = rows[..at].iter().map(|earlier| &table.rows[*earlier]).find(|earlier| {
                let other = facts.editions(&earlier.row.since, &earlier.row.until);
                time.start < other.end && other.start < time.end
            });
            if let Some(earlier) = clash {
                problems.push(
                    table
                        .problem(
                            &CODE,
                            later.line,
                            "since",
                            format!(
                                "`{}` and `{}` are both in one edition",
                                earlier.row.key, later.row.key
                            ),
                        )
                        .help("end the older row with the edition in which the newer one starts")
                        .related(table.place(earlier.line, "until", None), "the other row"),
                );
            }
        }
    }
}
