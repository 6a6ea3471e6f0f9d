//! `similar-name`: names of two providers that differ only in spaces, punctuation and capitals.

use std::collections::BTreeMap;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, distinct};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "similar-name",
    title: "Two providers have nearly the same name",
    explanation: "Names or aliases of two providers differ only in spaces, punctuation or capitals. \
        The same name under two keys is refused by the compiler; these may still be one service \
        with two keys.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let mut names: BTreeMap<String, Vec<(&str, &str, &'static str)>> = BTreeMap::new();
    for row in index.register.providers.iter().filter(|row| !row.is_withdrawn()) {
        let aliases = row.aliases.names().iter().map(|alias| (alias.as_str(), "aliases"));
        for (name, column) in std::iter::once((&*row.name, "name")).chain(aliases) {
            names.entry(letters(name)).or_default().push((&row.key, name, column));
        }
    }
    for (letters, uses) in names {
        let providers = distinct(uses.iter().map(|(provider, ..)| *provider));
        let [first, _, ..] = providers[..] else { continue };
        if letters.is_empty() {
            continue;
        }
        let printed = distinct(uses.iter().map(|(_, name, _)| *name));
        let message = format!("{} are names of {}.", prose(&printed), prose(&providers));
        let evidence = uses
            .iter()
            .map(|(provider, name, column)| Evidence {
                table: "providers",
                key: vec![(*provider).to_owned()],
                column,
                value: (*name).to_owned(),
                source: String::new(),
            })
            .collect();
        findings.push(Finding::new(&CHECK, index.current().id, first, message, evidence));
    }
}

/// The letters and digits of a name, in lower case.
fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
