//! `listing-citation`: a listing that does not cite exactly one engagement or practice, or whose
//! printed name and policy do not fit what it cites.

use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};
use crate::tables::row::ListingRow;

pub(super) static CODE: Code = Code {
    name: "listing-citation",
    refuses: "A listing that cites an engagement and a practice, or neither; one of an engagement without a printed name; one of a practice with a printed name, a section or a policy.",
    why: "A published row is about one provider, or it is a record of one practice. Only a row about a provider prints a provider's name.",
    mend: "Write the key of the engagement and `none` for the practice, or the other way round. For a practice write `none` for the section and the name, and `unknown` for the policy.",
    example: (
        "engagement slack-2025-11-17, practice practice-01",
        "engagement slack-2025-11-17, practice none",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let table = &parsed.tables.listings;
    for LocatedRow { line, row } in &table.rows {
        if let Some((column, message, help)) = fault(row) {
            problems.push(table.problem(&CODE, *line, column, message).help(help));
        }
    }
}

/// The column that is wrong, what is wrong with it, and what to write.
fn fault(row: &ListingRow) -> Option<(&'static str, &'static str, &'static str)> {
    let named = row.published_name.known().is_some();
    match (row.engagement.known(), row.practice.known()) {
        (Some(_), Some(_)) => Some((
            "practice",
            "the row cites an engagement and a practice",
            "keep the one that the row states, and write `none` for the other",
        )),
        (None, None) => Some((
            "engagement",
            "the row cites neither an engagement nor a practice",
            "write the key of what the row states",
        )),
        (Some(_), None) if !named => Some((
            "published_name",
            "a row about a provider prints its name",
            "write the name as printed",
        )),
        (None, Some(_)) if named => Some((
            "published_name",
            "a record of a practice prints no provider's name here",
            "write `none`; the names that a record prints are in practice-recipients.csv",
        )),
        (None, Some(_)) if row.section.known().is_some() => {
            Some(("section", "a record of a practice is in no section of a list", "write `none`"))
        }
        (None, Some(_)) if row.policy_url.known().is_some() => Some((
            "policy_url",
            "a record of a practice links to no provider's policy",
            "write `unknown`",
        )),
        _ => None,
    }
}
