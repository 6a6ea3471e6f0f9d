//! `excluded-subject`: a disclosure about a group for which the same engagement is not used.

use super::parents::Parents;
use crate::cell_types::Asserted;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};
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

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let tables = &parsed.tables;
    let parents = Parents::of_subjects(parsed);
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
        let is_excluded = |group: &&str| excluded.iter().any(|key| key.as_str() == *group);
        let Some(group) = parents.upwards(subject).find(is_excluded) else { continue };
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
