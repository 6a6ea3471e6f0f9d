//! What of a page is matched with rows of the register: its rows, or the parts of a row whose name
//! cell names several services.

use std::ops::Range;

use crate::published::columns::Meaning;
use crate::published::names::{Candidate, NameIndex};
use crate::published::page::{Name, Page, PageRow, Part};

/// A row of a page, or a part of one.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The row, as an index.
    pub row: usize,
    /// The part, from 1; `None` for a whole row.
    pub part: Option<usize>,
    /// The name as printed.
    pub printed: String,
    /// The whole text of the name cell.
    pub cell: String,
    /// The name cell as it stands in the page, with what may be markup in it.
    pub source: String,
    /// Where the policy is.
    pub link: Option<String>,
    /// The providers that may be meant.
    pub candidates: Vec<Candidate>,
    /// Where the name stands.
    pub span: Range<usize>,
}

impl Unit {
    /// The provider, where it is certain which one is meant.
    pub fn provider(&self) -> Option<&Candidate> {
        match &self.candidates[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// The units of a page, in order.
pub fn units(page: &Page, names: &NameIndex) -> Vec<Unit> {
    let mut units = Vec::new();
    for (index, row) in page.rows.iter().enumerate() {
        let Some(name) = &row.name else { continue };
        let source = page.text.as_str().get(name.span.clone()).unwrap_or_default();
        let mut found = names.find(name);
        if found.is_empty() || found[0].how.is_loose() {
            // What looks like markup may be part of the name.
            let literal = names.find_name(source);
            found = if literal.is_empty() { found } else { literal };
        }
        let is_sure = found.len() == 1 && !found[0].how.is_loose();
        let parts = match &name.parts {
            _ if is_sure => Vec::new(),
            parts if parts.is_empty() => names.take_apart(name),
            parts => parts.clone(),
        };
        let whole = Unit {
            row: index,
            part: None,
            printed: name.printed.clone(),
            cell: name.cell.clone(),
            source: source.to_owned(),
            link: policy_link(row, name),
            candidates: found,
            span: row.name_span().clone(),
        };
        if parts.is_empty() {
            units.push(whole);
        } else {
            units.extend(
                parts.iter().enumerate().map(|(at, part)| part_of(&whole, at, part, names)),
            );
        }
    }
    units
}

fn part_of(whole: &Unit, at: usize, part: &Part, names: &NameIndex) -> Unit {
    Unit {
        part: Some(at + 1),
        printed: part.printed.clone(),
        cell: part.printed.clone(),
        source: part.printed.clone(),
        link: part.link.as_ref().map(|link| link.target.clone()),
        candidates: names.find_part(part),
        ..whole.clone()
    }
}

/// The policy that a row links to: in its own column, or else in the name cell, where a link that
/// is called a policy comes first.
fn policy_link(row: &PageRow, name: &Name) -> Option<String> {
    let own = row.cells.get(Meaning::Link);
    let links = match own.filter(|cell| !cell.links.is_empty()) {
        Some(cell) => &cell.links,
        None => &name.links,
    };
    let is_policy = |text: &str| ["polic", "privacy"].iter().any(|word| text.contains(word));
    let policy = links.iter().find(|link| is_policy(&link.text.to_lowercase()));
    let target = policy.or(links.first()).map(|link| link.target.clone());
    let plain = own.filter(|cell| cell.links.is_empty() && cell.text.contains('.'));
    target.or(plain.map(|cell| cell.text.clone())).filter(|target| !target.is_empty())
}
