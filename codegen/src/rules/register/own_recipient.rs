//! `own-recipient`: a disclosure from a party to itself.

use std::cell::LazyCell;

use super::Facts;
use crate::cell_types::Party;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};

pub(super) static CODE: Code = Code {
    name: "own-recipient",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A disclosure from a party to itself.",
    why: "Data that stays where it is is not disclosed.",
    mend: "Mend `from` or `to`. The provider of the engagement is `provider`, not `provider:KEY`.",
    example: ("from provider, to provider", "from publisher, to provider"),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    // Asked only where a row names another provider.
    let providers: LazyCell<HashMap<&str, &str>, _> = LazyCell::new(|| {
        (facts.tables.engagements.rows.iter())
            .map(|entry| (entry.row.key.as_str(), entry.row.provider.as_str()))
            .collect()
    });
    let table = &facts.tables.disclosures;
    for entry in &table.rows {
        let row = &entry.row;
        let own = |party: &Party| {
            matches!(party, Party::OtherProvider(key)
                if providers.get(row.engagement.as_str()) == Some(&key.as_str()))
        };
        if own(&row.from) || own(&row.to) {
            let column = if own(&row.from) { "from" } else { "to" };
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        column,
                        "this is the provider of the engagement itself",
                    )
                    .help("write `provider`"),
            );
        } else if row.from == row.to && matches!(row.from, Party::Publisher | Party::Provider) {
            problems.push(
                table
                    .problem(&CODE, entry.line, "to", format!("from `{}` to itself", row.from))
                    .help("mend `from` or `to`"),
            );
        }
    }
}
