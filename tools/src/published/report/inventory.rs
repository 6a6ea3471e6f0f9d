//! What an inventory found, in words.

use std::collections::BTreeMap;

use super::json::inventory_lines;
use super::{Finding, Level, Mark, Report, short};
use crate::published::inventory::{InventoryComparison, Item, Status};
use crate::published::text::PageText;

/// The codes of findings on an inventory, with what they mean.
pub fn inventory_codes() -> Vec<(&'static str, &'static str)> {
    vec![
        ("not-listed", "Something is used that the edition does not list."),
        ("unsure", "Something is used that the edition may list; a person must say."),
        ("unreadable", "A row has no name that can be read; mend the file."),
        ("not-used", "The edition lists a provider that the inventory does not name."),
    ]
}

/// The report on an inventory.
pub fn inventory<'t>(text: &'t PageText, inventory: &InventoryComparison) -> Report<'t> {
    let findings = inventory.items.iter().filter_map(|item| finding(item, &inventory.edition));
    let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
    for item in &inventory.items {
        *counts.entry(item.status).or_default() += 1;
    }
    let count = |status| counts.get(&status).copied().unwrap_or_default();
    let summary = format!(
        "against the edition {}: {} used and listed, {} used and not listed, {} unsure, {} \
         unreadable, {} listed and not used",
        inventory.edition,
        count(Status::Listed),
        count(Status::NotListed),
        count(Status::Unsure),
        count(Status::Unreadable),
        count(Status::NotUsed),
    );
    Report {
        text,
        findings: findings.collect(),
        objects: inventory_lines(text, inventory),
        summary: vec![summary],
        codes: inventory_codes(),
    }
}

fn finding(item: &Item, edition: &str) -> Option<Finding> {
    let name = short(&item.name);
    let (level, message) = match item.status {
        Status::Listed => return None,
        Status::NotListed => {
            (Level::Error, format!("`{name}` is used, and the edition {edition} does not list it"))
        }
        Status::Unsure => {
            (Level::Error, format!("`{name}` is used, and the edition {edition} may list it"))
        }
        Status::Unreadable => (Level::Error, "what this row uses cannot be read".to_owned()),
        Status::NotUsed => (
            Level::Note,
            format!("the edition {edition} lists `{name}`, and nothing here names it"),
        ),
    };
    let mut notes: Vec<String> =
        Some(item.reason.clone()).filter(|reason| !reason.is_empty()).into_iter().collect();
    let keys: Vec<String> =
        item.candidates.iter().map(|candidate| format!("`{}`", candidate.provider)).collect();
    if !keys.is_empty() {
        notes.push(format!("it may be {}", keys.join(" or ")));
    }
    let mark = |span: &std::ops::Range<usize>| Mark { span: span.clone(), label: String::new() };
    let marks = item.span.iter().map(mark).collect();
    Some(Finding { level, code: item.status.word(), message, marks, notes })
}
