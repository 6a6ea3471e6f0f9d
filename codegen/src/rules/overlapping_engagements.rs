//! `overlapping-engagements`: two rows of the same provider in the same section and the same edition.

use super::Facts;
use crate::cell_types::{Key, Stated};
use crate::codes::{Code, Stage};
use crate::compile::AnyTable as _;
use crate::hashing::HashMap;
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
    let mut listed: HashMap<(&str, &Stated<Key>, usize), usize> = HashMap::default();
    for (index, later) in table.rows.iter().enumerate() {
        let row = &later.row;
        if row.withdrawn.known().is_some() {
            continue;
        }
        let mut clash = None;
        for edition in facts.editions(&row.since, &row.until) {
            let first = *listed.entry((&row.provider, &row.section, edition)).or_insert(index);
            if first != index {
                clash.get_or_insert((edition, &table.rows[first]));
            }
        }
        if let Some((edition, earlier)) = clash {
            let message = format!(
                "`{}` and `{}` are both in edition {}",
                earlier.row.key,
                row.key,
                facts.edition_id(edition)
            );
            problems.push(
                table
                    .problem(&CODE, later.line, "since", message)
                    .help("end the older row with the edition in which the newer one starts")
                    .related(table.place(earlier.line, "until", None), "the other row"),
            );
        }
    }
}
