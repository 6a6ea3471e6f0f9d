//! `overlap`: a pair of overlapping groups that says nothing new, or stands the wrong way round.

use crate::hashing::HashMap;
use crate::limits::MAX_PARENTS;
use crate::problem::{Code, Problem};
use crate::read::{Draft, LocatedRow};

pub(super) static CODE: Code = Code {
    name: "overlap",
    refuses: "A pair of overlapping groups of which one includes the other, or of which the first stands behind the second in the alphabet.",
    why: "A wider group counts for the narrower one as it is. A pair that may stand either way round could stand there twice, with two reasons.",
    mend: "Take the row out, or exchange `group` and `other`.",
    example: ("subscriber, parent", "parent, subscriber"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let tables = &draft.tables;
    let parents: HashMap<&str, &str> = (tables.data_subjects.rows.iter())
        .filter_map(|LocatedRow { row, .. }| Some((&*row.key, &**row.parent.known()?)))
        .collect();
    let includes = |wide: &str, narrow: &str| {
        std::iter::successors(Some(narrow), |group| parents.get(group).copied())
            .take(MAX_PARENTS + 1)
            .any(|group| group == wide)
    };
    for LocatedRow { line, row } in &tables.overlaps.rows {
        let (group, other) = (row.group.as_str(), row.other.as_str());
        let (message, help) = if includes(group, other) || includes(other, group) {
            (format!("`{group}` and `{other}` count for each other already"), "take the row out")
        } else if group > other {
            (format!("`{other}` comes before `{group}`"), "exchange `group` and `other`")
        } else {
            continue;
        };
        problems.push(tables.overlaps.problem(&CODE, *line, "other", message).help(help));
    }
}
