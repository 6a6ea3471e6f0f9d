//! `region-members`: a region whose list of members does not fit its kind, or memberships that
//! contradict each other.

use crate::cell_types::RegionKind;
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};
use crate::tables::row::RegionMemberRow;

pub(super) static CODE: Code = Code {
    name: "region-members",
    refuses: "A region of the kind `members` without members, one of another kind with members, a membership that ends before it begins, and two memberships of one country at the same time.",
    why: "Whether data kept in a region may leave a set of countries is known by the members of the region.",
    mend: "List the members in region-members.csv, or write the kind that fits. Let one membership end before the next begins.",
    example: ("gb from 2020-01-31 until 2019-01-01", "gb from unknown until 2020-01-31"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    check_kinds(parsed, problems);
    let table = &parsed.tables.region_members;
    let mut earlier: HashMap<(&str, &str), Vec<&LocatedRow<RegionMemberRow>>> = HashMap::default();
    for located in &table.rows {
        let (line, row) = (located.line, &located.row);
        if ends_before(row, row) {
            problems.push(
                table
                    .problem(&CODE, line, "until", "the membership ends before it begins")
                    .help("write a day that is not before `from`")
                    .related(table.place(line, "from", None), "it begins here"),
            );
            continue;
        }
        let known = earlier.entry((&row.region, &row.country)).or_default();
        if let Some(other) = known.iter().find(|other| overlap(&other.row, row)) {
            let message = format!("`{}` is a member in another row already", row.country);
            problems.push(
                table
                    .problem(&CODE, line, "from", message)
                    .help("let one membership end before the next begins, or take one out")
                    .related(table.place(other.line, "until", None), "the other membership"),
            );
        }
        known.push(located);
    }
}

/// Finds regions with members that their kind does not allow, or without those that it asks for.
fn check_kinds(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (regions, members) = (&parsed.tables.regions, &parsed.tables.region_members);
    let with_members: HashSet<&str> =
        members.rows.iter().map(|located| &*located.row.region).collect();
    for LocatedRow { line, row } in &regions.rows {
        let (message, help) = match (row.kind, with_members.contains(&*row.key)) {
            (RegionKind::Members, false) if members.is_whole() => {
                ("the region has no members", "list its members in region-members.csv")
            }
            (RegionKind::Customer | RegionKind::Worldwide, true) => {
                ("a region of this kind has no list of members", "write `members`")
            }
            _ => continue,
        };
        problems.push(regions.problem(&CODE, *line, "kind", message).help(help));
    }
}

/// Whether one membership ends before another begins.
fn ends_before(one: &RegionMemberRow, other: &RegionMemberRow) -> bool {
    matches!((one.until.known(), other.from.known()), (Some(until), Some(from)) if until < from)
}

/// Whether there may be a day on which both memberships hold.
fn overlap(one: &RegionMemberRow, other: &RegionMemberRow) -> bool {
    !ends_before(one, other) && !ends_before(other, one)
}
