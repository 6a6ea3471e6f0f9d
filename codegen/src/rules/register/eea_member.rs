//! `eea-member`: a country wrongly marked as a member of the European Economic Area, or wrongly not
//! marked.

use crate::cell_types::YesNo;
use crate::problem::{Code, Problem};
use crate::read::{Draft, LocatedRow};

pub(super) static CODE: Code = Code {
    name: "eea-member",
    refuses: "A country that is marked as a member of the European Economic Area and is not one, or the other way round.",
    why: "Whether data leaves the area is known by this column.",
    mend: "Write what is true today. When the area grows or shrinks, the list in this tool must change first.",
    example: ("us,United States,yes", "us,United States,no"),
    ..Code::RULE
};

/// The members: the European Union with Iceland, Liechtenstein and Norway.
const MEMBERS: [&str; 30] = [
    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "is",
    "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk",
];

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let table = &draft.tables.countries;
    for LocatedRow { line, row } in &table.rows {
        let key = &row.key;
        let member = MEMBERS.contains(&key.as_str());
        // A key that is not a code was refused for that.
        let known = rust_iso3166::from_alpha2(&key.to_uppercase()).is_some();
        if !known || member == (row.eea == YesNo::Yes) {
            continue;
        }
        let (message, right) = if member {
            (format!("`{key}` is a member of the European Economic Area"), "yes")
        } else {
            (format!("`{key}` is no member of the European Economic Area"), "no")
        };
        problems.push(table.problem(&CODE, *line, "eea", message).help(format!("write `{right}`")));
    }
}
