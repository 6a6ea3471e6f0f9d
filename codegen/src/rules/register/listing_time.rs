//! `listing-time`: a row that ends before, or with, the edition in which it starts.

use super::Facts;
use crate::cell_types::Until;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "listing-time",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A row that ends before, or with, the edition in which it starts.",
    why: "Such a row would be part of no edition.",
    mend: "Set `until` to a later edition, or to `current`.",
    example: ("since 2025-11-17, until 2018-11-05", "since 2018-11-05, until 2025-11-17"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let engagements = &facts.tables.engagements;
    for entry in &engagements.rows {
        if let Some(message) = backwards(&entry.row.since, &entry.row.until) {
            problems.push(
                engagements
                    .problem(&CODE, entry.line, "until", message)
                    .help("set `until` to a later edition, or to `current`"),
            );
        }
    }
    let practices = &facts.tables.practices;
    for entry in &practices.rows {
        if let Some(message) = backwards(&entry.row.since, &entry.row.until) {
            problems.push(
                practices
                    .problem(&CODE, entry.line, "until", message)
                    .help("set `until` to a later edition, or to `current`"),
            );
        }
    }
}

/// Editions are named by their dates, so their ids compare like the dates.
fn backwards(since: &str, until: &Until) -> Option<String> {
    match until {
        Until::Edition(until) if until.as_str() <= since => {
            Some(format!("ends with {until}, but starts with {since}"))
        }
        _ => None,
    }
}
