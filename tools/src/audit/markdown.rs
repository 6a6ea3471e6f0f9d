//! Findings as a page for people, by check.

use serde::Serialize;
use service_providers_codegen::Register;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::checks::CHECKS;
use super::finding::Finding;
use super::run::Audit;
use crate::page::markdown;
use crate::program::Program;

/// The page.
pub fn page(register: &Register, audit: &Audit, program: &Program) -> String {
    let mut by_code: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &audit.open {
        by_code.entry(finding.code).or_default().push(finding);
    }
    let groups: Vec<Group<'_>> = CHECKS
        .iter()
        .map(|check| {
            let findings = by_code.remove(check.code).unwrap_or_default();
            Group {
                code: check.code,
                title: check.title,
                explanation: check.explanation,
                count: findings.len(),
                editions: editions(&findings),
            }
        })
        .collect();
    let accepted = (audit.accepted.iter())
        .map(|(finding, row)| Accepted {
            code: finding.code,
            subject: &finding.subject,
            edition: &finding.edition,
            reason: &row.reason,
            role: &row.role,
        })
        .collect();
    let publisher = &*register.file.publisher.name;
    let page = Page {
        publisher,
        // In a workspace the page is one of the files that `sync` renews.
        made_by: program.command(match program.workspace() {
            Some(_) => "sync",
            None => "audit --format markdown",
        }),
        command: program.command("audit"),
        groups,
        accepted,
    };
    markdown(include_str!("templates/audit.md.jinja"), page)
}

#[derive(Serialize)]
struct Page<'a> {
    publisher: &'a str,
    made_by: String,
    command: String,
    groups: Vec<Group<'a>>,
    accepted: Vec<Accepted<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    code: &'a str,
    title: &'a str,
    explanation: &'a str,
    count: usize,
    editions: Vec<Edition<'a>>,
}

#[derive(Serialize)]
struct Edition<'a> {
    id: &'a str,
    /// The findings, those with the same inferences together.
    lists: Vec<List<'a>>,
}

#[derive(Serialize)]
struct List<'a> {
    inferences: &'a [String],
    findings: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    message: &'a str,
    /// The documents and rows that show it.
    sources: String,
}

#[derive(Serialize)]
struct Accepted<'a> {
    code: &'a str,
    subject: &'a str,
    edition: &'a str,
    reason: &'a str,
    role: &'a str,
}

fn editions<'a>(findings: &[&'a Finding]) -> Vec<Edition<'a>> {
    let mut editions: BTreeMap<&str, BTreeMap<&[String], Vec<&Finding>>> = BTreeMap::new();
    for finding in findings {
        let lists = editions.entry(&finding.edition).or_default();
        lists.entry(finding.inferences.as_slice()).or_default().push(finding);
    }
    // The newest edition comes first, because it is the one that can still be mended.
    editions
        .into_iter()
        .rev()
        .map(|(id, lists)| Edition {
            id,
            lists: lists
                .into_iter()
                .map(|(inferences, findings)| List { inferences, findings: items(&findings) })
                .collect(),
        })
        .collect()
}

/// Findings, those with the same message together.
fn items<'a>(findings: &[&'a Finding]) -> Vec<Item<'a>> {
    let mut order: Vec<&str> = Vec::new();
    let mut alike: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for finding in findings {
        let same = alike.entry(&finding.message).or_default();
        if same.is_empty() {
            order.push(&finding.message);
        }
        same.push(finding);
    }
    order
        .into_iter()
        .map(|message| Item {
            message,
            sources: sources(alike.remove(message).unwrap_or_default().into_iter()),
        })
        .collect()
}

/// The documents and rows of findings: `data-transparency rows 1 to 3, 5`.
fn sources<'a>(findings: impl Iterator<Item = &'a Finding>) -> String {
    let mut rows: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    let evidence = findings.flat_map(|finding| &finding.evidence);
    for (document, row) in evidence.filter_map(|row| row.source.split_once(':')) {
        rows.entry(document).or_default().extend(row.parse::<u32>());
    }
    let each = rows.into_iter().map(|(document, rows)| {
        let noun = if rows.len() == 1 { "row" } else { "rows" };
        format!("{document} {noun} {}", ranges(&rows))
    });
    each.collect::<Vec<_>>().join("; ")
}

/// Numbers, with three or more in a row as a range.
fn ranges(numbers: &BTreeSet<u32>) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let texts: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first} to {last}"),
        })
        .collect();
    texts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_follow_each_other_are_a_range() {
        assert_eq!(ranges(&BTreeSet::from([1, 2, 3, 5, 7, 8])), "1 to 3, 5, 7, 8");
        assert_eq!(ranges(&BTreeSet::from([4])), "4");
    }
}
