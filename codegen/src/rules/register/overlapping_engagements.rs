//! `overlapping-engagements`: two rows of the same provider in the same section and the same edition.

use super::Facts;
use crate::cell_types::{Key, Stated};
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem, Stage};
use crate::read::{AnyTable as _, Entry};
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "overlapping-engagements",
    stage: Stage::Rules,
    mendable: false,
    refuses: "Two rows of the same provider in the same section and the same edition, or one of them in no section.",
    why: "The page lists a provider once in a section; two rows would both claim to be that row.",
    mend: "End the older row (`until`) with the edition in which the newer one starts.",
    example: (
        "slack-2018 until current, slack-2025 since 2025-11-17",
        "slack-2018 until 2025-11-17",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.engagements;
    let mut listed: HashMap<(&str, &Stated<Key>, usize), usize> = HashMap::default();
    // Those in no section, which overlap with one in any.
    let mut outside: HashMap<(&str, usize), usize> = HashMap::default();
    for (index, entry) in table.rows.iter().enumerate() {
        let row = &entry.row;
        if row.withdrawn.known().is_some() {
            continue;
        }
        let mut clash = None;
        for edition in facts.editions(&row.since, &row.until) {
            let first = *listed.entry((&row.provider, &row.section, edition)).or_insert(index);
            if first != index {
                clash.get_or_insert((edition, first));
            }
            if row.section == Stated::None {
                outside.insert((&row.provider, edition), index);
            }
        }
        if let Some((edition, first)) = clash {
            problems.push(problem(facts, edition, &table.rows[first], entry));
        }
    }
    if outside.is_empty() {
        return;
    }
    let mut said = HashSet::default();
    for entry in table.rows.iter().filter(|entry| entry.row.withdrawn.known().is_none()) {
        let row = &entry.row;
        if row.section == Stated::None {
            continue;
        }
        let clash = facts
            .editions(&row.since, &row.until)
            .find_map(|edition| Some((edition, *outside.get(&(&*row.provider, edition))?)));
        if let Some((edition, other)) = clash.filter(|(_, other)| said.insert(*other)) {
            problems.push(problem(facts, edition, &table.rows[other], entry));
        }
    }
}

/// Says it at the end of the older row, which is what is mostly wrong.
fn problem(
    facts: &Facts<'_, '_>,
    edition: usize,
    first: &Entry<EngagementRow>,
    second: &Entry<EngagementRow>,
) -> Problem {
    let table = &facts.tables.engagements;
    let (older, newer) =
        if second.row.since < first.row.since { (second, first) } else { (first, second) };
    let message = format!(
        "`{}` and `{}` are both in edition {}",
        older.row.key,
        newer.row.key,
        facts.edition_id(edition)
    );
    if older.row.since == newer.row.since {
        return table
            .problem(&CODE, newer.line, "section", message)
            .help("choose another section, or take one of the two rows out")
            .related(table.place(older.line, "section", None), "the other row");
    }
    table
        .problem(&CODE, older.line, "until", message)
        .help(format!(
            "end this row with the edition in which the newer one starts: {}",
            newer.row.since
        ))
        .related(table.place(newer.line, "since", None), "the newer row")
}
