//! `overlapping-engagements`: two rows of one provider in the same section of the same edition.

use crate::cell_types::{Key, Stated};
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Draft, LocatedRow};
use crate::tables::row::EngagementRow;

pub(super) static CODE: Code = Code {
    name: "overlapping-engagements",
    refuses: "Two rows of the same provider in the same section and the same edition, or one of them in no section.",
    why: "The page lists a provider once in a section; two rows would both claim to be that row.",
    mend: "End the older row (`until`) with the edition in which the newer one starts.",
    example: (
        "slack-2018 until current, slack-2025 since 2025-11-17",
        "slack-2018 until 2025-11-17",
    ),
    ..Code::RULE
};

type LocatedEngagement = LocatedRow<EngagementRow>;

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let rows = || {
        let rows = draft.tables.engagements.rows.iter();
        rows.filter(|located| located.row.withdrawn.known().is_none())
    };
    let mut listed: HashMap<(&str, &Stated<Key>, usize), &LocatedEngagement> = HashMap::default();
    // The rows in no section. They overlap with those in any.
    let mut outside: HashMap<(&str, usize), &LocatedEngagement> = HashMap::default();
    for this in rows() {
        let row = &this.row;
        let mut clash = None;
        for edition in draft.editions_between(&row.since, &row.until) {
            let first = *listed.entry((&row.provider, &row.section, edition)).or_insert(this);
            if first.line != this.line {
                clash.get_or_insert((edition, first));
            }
            if row.section == Stated::None {
                outside.insert((&row.provider, edition), this);
            }
        }
        if let Some((edition, first)) = clash {
            problems.push(problem(draft, edition, first, this));
        }
    }
    // Each row in no section is reported once.
    let mut reported = HashSet::default();
    for this in rows().filter(|located| located.row.section != Stated::None) {
        let row = &this.row;
        let clash = (draft.editions_between(&row.since, &row.until))
            .find_map(|edition| Some((edition, *outside.get(&(&*row.provider, edition))?)));
        if let Some((edition, other)) = clash.filter(|(_, other)| reported.insert(other.line)) {
            problems.push(problem(draft, edition, other, this));
        }
    }
}

/// A problem at the end of the older row, which is mostly what is wrong.
fn problem(
    draft: &Draft<'_>,
    edition: usize,
    first: &LocatedEngagement,
    second: &LocatedEngagement,
) -> Problem {
    let table = &draft.tables.engagements;
    let (older, newer) =
        if second.row.since < first.row.since { (second, first) } else { (first, second) };
    let message = format!(
        "`{}` and `{}` are both in edition {}",
        older.row.key,
        newer.row.key,
        draft.editions()[edition].id
    );
    if older.row.since == newer.row.since {
        return table
            .problem(&CODE, newer.line, "section", message)
            .help("choose another section, or take one of the two rows out")
            .related(table.place(older.line, "section", None), "the other row");
    }
    let since = &newer.row.since;
    table
        .problem(&CODE, older.line, "until", message)
        .help(format!("end this row with the edition in which the newer one starts: {since}"))
        .related(table.place(newer.line, "since", None), "the newer row")
}
