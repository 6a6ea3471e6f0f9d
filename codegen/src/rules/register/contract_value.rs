//! `contract-value`: a value that its kind of contract fact does not have.

use crate::cell_types::{ClosedSet, ContractFactKind, Role};
use crate::hashing::HashSet;
use crate::problem::{Code, Problem};
use crate::read::{LocatedRow, Parsed};
use crate::rules::cell::web_address;
use crate::suggest;
use crate::text::is_date;

pub(super) static CODE: Code = Code {
    name: "contract-value",
    refuses: "A contract fact whose value is not written as its kind asks: a web address, an e-mail address, a date, a role, or a key of legal-bases.",
    why: "Programs read the value by its kind. A role in other words, or an address that leads nowhere, would be lost on them.",
    mend: "Write the value as the help says. The data dictionary tells how each kind is written.",
    example: ("kind role, value: Processor", "kind role, value: processor"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let tables = &parsed.tables;
    let bases: HashSet<&str> =
        tables.legal_bases.rows.iter().map(|located| located.row.key.as_str()).collect();
    for LocatedRow { line, row } in &tables.contract_facts.rows {
        let Some(value) = row.value.known() else { continue };
        if let Err((message, help)) = check_value(row.kind, value, &bases) {
            problems.push(tables.contract_facts.problem(&CODE, *line, "value", message).help(help));
        }
    }
}

/// Whether a value is written as its kind asks; otherwise what is wrong, and what to write.
fn check_value(
    kind: ContractFactKind,
    value: &str,
    bases: &HashSet<&str>,
) -> Result<(), (String, String)> {
    let address =
        || web_address::address(value).map_err(|(what, help)| (what.to_owned(), help.to_owned()));
    match kind {
        ContractFactKind::Website | ContractFactKind::SubProcessors => address(),
        ContractFactKind::DataProcessingAgreement | ContractFactKind::Contact
            if value.contains("://") =>
        {
            address()
        }
        ContractFactKind::Contact if value.contains('@') && !is_email(value) => Err((
            format!("`{value}` is not an e-mail address"),
            "write only the address, such as privacy@example.com".to_owned(),
        )),
        ContractFactKind::Role => {
            let known: Vec<&str> = Role::ALL.iter().map(|role| role.term().key).collect();
            one_of(value, "a role", &known)
        }
        ContractFactKind::LegalBasis => {
            let mut known: Vec<&str> = bases.iter().copied().collect();
            known.sort_unstable();
            one_of(value, "a key of legal-bases", &known)
        }
        ContractFactKind::Start if !is_date(value) => Err((
            format!("`{value}` is not a date"),
            "write a day, such as 2025-11-17, or a month, such as 2025-11".to_owned(),
        )),
        _ => Ok(()),
    }
}

fn one_of(value: &str, what: &str, known: &[&str]) -> Result<(), (String, String)> {
    if known.contains(&value) {
        return Ok(());
    }
    Err((format!("`{value}` is not {what}"), suggest::term_help(value, known).to_string()))
}

/// Whether a text looks like one e-mail address.
fn is_email(text: &str) -> bool {
    let clean = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace());
    text.split_once('@').is_some_and(|(name, host)| {
        clean(name) && clean(host) && !host.contains('@') && host.contains('.')
    })
}
