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
    mend: "Mend `sender` or `recipient`. The provider of the engagement is `provider`, not `provider:KEY`.",
    example: ("sender provider, recipient provider", "sender publisher, recipient provider"),
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
        if own(&row.sender) || own(&row.recipient) {
            let column = if own(&row.sender) { "sender" } else { "recipient" };
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
        } else if row.sender == row.recipient
            && matches!(row.sender, Party::Publisher | Party::Provider)
        {
            problems.push(
                table
                    .problem(
                        &CODE,
                        entry.line,
                        "recipient",
                        format!("from `{}` to itself", row.sender),
                    )
                    .help("mend `sender` or `recipient`"),
            );
        }
    }
}
