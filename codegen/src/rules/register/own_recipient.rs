//! `own-recipient`: a disclosure from a party to itself.

use std::cell::LazyCell;

use crate::cell_types::Party;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};

pub(super) static CODE: Code = Code {
    name: "own-recipient",
    refuses: "A disclosure from a party to itself.",
    why: "Data that a party keeps to itself is not disclosed.",
    mend: "Mend `sender` or `recipient`. The provider of the engagement is `provider`, not `provider:KEY`.",
    example: ("sender provider, recipient provider", "sender publisher, recipient provider"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    // Made only where a row names another provider.
    let providers: LazyCell<HashMap<&str, &str>, _> = LazyCell::new(|| {
        (parsed.tables.engagements.rows.iter())
            .map(|LocatedRow { row, .. }| (row.key.as_str(), row.provider.as_str()))
            .collect()
    });
    let table = &parsed.tables.disclosures;
    for LocatedRow { line, row } in &table.rows {
        let own = |party: &Party| {
            matches!(party, Party::OtherProvider(key)
                if providers.get(row.engagement.as_str()) == Some(&key.as_str()))
        };
        if own(&row.sender) || own(&row.recipient) {
            let column = if own(&row.sender) { "sender" } else { "recipient" };
            let message = "this is the provider of the engagement itself";
            problems.push(table.problem(&CODE, *line, column, message).help("write `provider`"));
        } else if row.sender == row.recipient
            && matches!(row.sender, Party::Publisher | Party::Provider)
        {
            let message = format!("from `{}` to itself", row.sender);
            problems.push(
                table
                    .problem(&CODE, *line, "recipient", message)
                    .help("mend `sender` or `recipient`"),
            );
        }
    }
}
