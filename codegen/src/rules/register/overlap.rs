//! `overlap`: a pair of overlapping groups that says nothing new, or is in the wrong order.

use super::parents::Parents;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "overlap",
    refuses: "A pair of overlapping groups of which one includes the other, or of which the first comes after the second in the alphabet.",
    why: "A wider group counts for the narrower one as it is. If both orders were allowed, a pair could be there twice, with two reasons.",
    mend: "Take the row out, or exchange `group` and `other`.",
    example: ("subscriber, parent", "parent, subscriber"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let tables = &parsed.tables;
    let parents = Parents::of_subjects(parsed);
    let includes = |wide: &str, narrow: &str| parents.upwards(narrow).any(|group| group == wide);
    for LocatedRow { line, row } in &tables.overlaps.rows {
        let (group, other) = (row.group.as_str(), row.other.as_str());
        let (message, help) = if includes(group, other) || includes(other, group) {
            (
                format!("one of `{group}` and `{other}` includes the other already"),
                "take the row out",
            )
        } else if group > other {
            (format!("`{other}` comes before `{group}`"), "exchange `group` and `other`")
        } else {
            continue;
        };
        problems.push(tables.overlaps.problem(&CODE, *line, "other", message).help(help));
    }
}
