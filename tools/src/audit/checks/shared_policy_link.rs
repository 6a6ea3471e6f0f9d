//! `shared-policy-link`: one privacy policy under two providers.

use std::collections::BTreeMap;

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, distinct};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "shared-policy-link",
    title: "Two providers link to one privacy policy",
    explanation: "Two services of one company may well share a policy. It may also be that one \
        service has two keys, or that a link was copied to the wrong row. Addresses that differ in \
        http and https or in a closing slash count as one.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        let mut links: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for published in &edition.rows {
            if let Some(url) = published.listing.policy_url.known() {
                links.entry(address(url)).or_default().push(published);
            }
        }
        for (address, rows) in links {
            let providers = distinct(rows.iter().map(|row| row.engagement.row.provider.as_str()));
            let [first, _, ..] = providers[..] else { continue };
            let names: Vec<&str> = providers.iter().map(|key| index.provider(key)).collect();
            let message = format!("{} link to {address}.", prose(&names));
            let evidence = (rows.iter())
                .map(|row| Evidence::listing(row.listing, "policy_url", &row.listing.policy_url))
                .collect();
            findings.push(Finding::new(&CHECK, edition.id, first, message, evidence));
        }
    }
}

/// An address without the parts that make no difference to the page.
fn address(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_end_matches('/')
}
