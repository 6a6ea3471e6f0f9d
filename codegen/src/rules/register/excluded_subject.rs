//! `excluded-subject`: a disclosure about a group for which the same engagement is not used.

use crate::cell_types::{Asserted, Key};
use crate::hashing::HashMap;
use crate::limits::MAX_PARENTS;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow};
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "excluded-subject",
    refuses: "A disclosure about a group for which the same engagement is not used.",
    why: "The row of the provider says that the group is excluded, so its data cannot be disclosed.",
    mend: "Take the group out of `excluded_subjects`, or name the groups that the data is about one by one.",
    example: (
        "excluded_subjects student, a disclosure about students",
        "a disclosure about teachers",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let tables = &draft.tables;
    let parents: HashMap<&str, &str> = (tables.data_subjects.rows.iter())
        .filter_map(|LocatedRow { row, .. }| Some((&*row.key, &**row.parent.known()?)))
        .collect();
    let excluding: HashMap<&str, &LocatedRow<EngagementRow>> = (tables.engagements.rows.iter())
        .filter(|engagement| !engagement.row.excluded_subjects.items().is_empty())
        .map(|engagement| (engagement.row.key.as_str(), engagement))
        .collect();
    for LocatedRow { line, row } in &tables.disclosures.rows {
        if row.asserted == Asserted::No || row.is_withdrawn() {
            continue;
        }
        let Some(subject) = row.data_subject.known() else { continue };
        let Some(engagement) = excluding.get(row.engagement.as_str()) else { continue };
        let excluded = engagement.row.excluded_subjects.items();
        let Some(group) = excluded_group(subject, excluded, &parents) else { continue };
        let message = format!("`{}` is not used for `{group}`", engagement.row.key);
        let place = tables.engagements.place(engagement.line, "excluded_subjects", None);
        problems.push(
            tables
                .disclosures
                .problem(&CODE, *line, "data_subject", message)
                .help("name the groups that the data is about, without the excluded one")
                .related(place, "excluded here"),
        );
    }
}

/// The group itself or the next wider one that is excluded. Another rule refuses rings of parents.
fn excluded_group<'k>(
    subject: &'k Key,
    excluded: &[Key],
    parents: &HashMap<&'k str, &'k str>,
) -> Option<&'k str> {
    std::iter::successors(Some(subject.as_str()), |group| parents.get(group).copied())
        .take(MAX_PARENTS + 1)
        .find(|group| excluded.iter().any(|key| key.as_str() == *group))
}
