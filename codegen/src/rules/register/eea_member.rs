//! `eea-member`: a country marked as a member of the European Economic Area that is none, or the other way round.

use super::Facts;
use crate::cell_types::YesNo;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "eea-member",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A country marked as a member of the European Economic Area that is none, or the other way round.",
    why: "Whether data leaves the area is told by this column.",
    mend: "Write what holds today. When the area grows or shrinks, this tool must be told first.",
    example: ("us,United States,yes", "us,United States,no"),
};

/// The members: the European Union with Iceland, Liechtenstein and Norway.
const MEMBERS: [&str; 30] = [
    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "is",
    "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk",
];

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let table = &facts.tables.countries;
    for entry in &table.rows {
        let key = &entry.row.key;
        let member = MEMBERS.contains(&key.as_str());
        // A key that is no code was refused for that.
        let known = rust_iso3166::from_alpha2(&key.to_uppercase()).is_some();
        if !known || member == (entry.row.eea == YesNo::Yes) {
            continue;
        }
        let (message, right) = if member {
            (format!("`{key}` is a member of the European Economic Area"), "yes")
        } else {
            (format!("`{key}` is no member of the European Economic Area"), "no")
        };
        problems.push(
            table.problem(&CODE, entry.line, "eea", message).help(format!("write `{right}`")),
        );
    }
}
