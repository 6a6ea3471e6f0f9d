//! `excluded-subject`: a disclosure about a group for whom the same engagement is not used.

use super::Facts;
use crate::cell_types::Asserted;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;

pub(super) static CODE: Code = Code {
    name: "excluded-subject",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A disclosure about a group for whom the same engagement is not used.",
    why: "The row of the provider says that the group is excluded; its data cannot be among what passes.",
    mend: "Take the group out of `excluded_subjects`, or name the groups that the data is about one by one.",
    example: (
        "excluded_subjects student, a disclosure about students",
        "a disclosure about teachers",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let tables = facts.tables;
    let parents: HashMap<&str, &str> = (tables.data_subjects.rows.iter())
        .filter_map(|entry| {
            entry.row.parent.known().map(|parent| (entry.row.key.as_str(), parent.as_str()))
        })
        .collect();
    let engagements: HashMap<&str, usize> = (tables.engagements.rows.iter().enumerate())
        .filter(|(_, entry)| !entry.row.excluded_subjects.items().is_empty())
        .map(|(index, entry)| (entry.row.key.as_str(), index))
        .collect();
    let table = &tables.disclosures;
    for entry in &table.rows {
        let row = &entry.row;
        let Some(subject) = row.data_subject.known() else { continue };
        let Some(index) = engagements.get(row.engagement.as_str()) else { continue };
        if row.asserted == Asserted::No || row.withdrawn.known().is_some() {
            continue;
        }
        let engagement = &tables.engagements.rows[*index];
        let excluded = engagement.row.excluded_subjects.items();
        // The group itself or a wider one; chains are short, rings are another rule's.
        let mut group = Some(subject.as_str());
        for _ in 0..=16 {
            let Some(member) = group else { break };
            if excluded.iter().any(|key| key.as_str() == member) {
                problems.push(
                    table
                        .problem(
                            &CODE,
                            entry.line,
                            "data_subject",
                            format!("`{}` is not used for `{member}`", engagement.row.key),
                        )
                        .help("name the groups that the data is about, without the excluded one")
                        .related(
                            tables.engagements.place(engagement.line, "excluded_subjects", None),
                            "excluded here",
                        ),
                );
                break;
            }
            group = parents.get(member).copied();
        }
    }
}
