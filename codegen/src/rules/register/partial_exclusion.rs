//! `partial-exclusion`: a group for which an engagement is not used at all, beside a denial about the
//! same group that is said of one use or on a condition.

use crate::cell_types::Asserted;
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow};
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "partial-exclusion",
    refuses: "A group in `excluded_subjects` beside a row of the same engagement in disclosures.csv that says of one use, or on a condition, that data of this group is not disclosed.",
    why: "`excluded_subjects` is for groups for whom the whole engagement is not used. A denial with a limit shows that the source excludes the group from a part only, so a reader is promised too much.",
    mend: "Take the group out of `excluded_subjects` if the source excludes it from a part only. If it excludes the group from everything, take the limited denial out.",
    example: (
        "excluded_subjects student, and birth dates of students denied for age-check",
        "excluded_subjects none, and birth dates of students denied for age-check",
    ),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let tables = &draft.tables;
    let engagements: HashMap<&str, &LocatedRow<EngagementRow>> =
        tables.engagements.rows.iter().map(|located| (&*located.row.key, located)).collect();
    let mut told: HashSet<(usize, &str)> = HashSet::default();
    for LocatedRow { line, row } in &tables.disclosures.rows {
        let is_limited = row.context.known().is_some() || row.condition.known().is_some();
        if row.asserted == Asserted::Yes || row.withdrawn.known().is_some() || !is_limited {
            continue;
        }
        let Some(group) = row.data_subject.known() else { continue };
        let Some(engagement) = engagements.get(row.engagement.as_str()) else { continue };
        let is_excluded = engagement.row.excluded_subjects.items().contains(group);
        // Several denials about one group are one mistake.
        if !is_excluded || !told.insert((engagement.line, group)) {
            continue;
        }
        let message = format!("a denial about `{group}` in disclosures.csv holds for a part only");
        problems.push(
            tables
                .engagements
                .problem(&CODE, engagement.line, "excluded_subjects", message)
                .help("take the group out, or take the limited denial out")
                .related(tables.disclosures.place(*line, "asserted", None), "the denial"),
        );
    }
}
