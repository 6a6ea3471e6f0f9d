//! What of a page is matched with rows of the register: its rows, or the parts of a row whose name
//! cell names several services.

use std::collections::HashSet;
use std::ops::Range;

use crate::published::names::{Candidate, MatchKind, NameIndex};
use crate::published::page::{NamePart, Page};
use crate::published::policy;

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
    /// The web address of the policy, if it is one that readers of the register can follow.
    pub link: Option<String>,
    /// The same, where the row has a column for it.
    own_link: Option<String>,
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
            parts if parts.is_empty() => names.parts_joined_by_and(name),
            parts => parts.clone(),
        };
        let whole = Unit {
            row: index,
            part: None,
            printed: name.printed.clone(),
            cell: name.cell.clone(),
            source: source.to_owned(),
            link: policy::of_row(row, name).and_then(policy::public),
            own_link: policy::of_column(row).and_then(policy::public),
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
    drop_loose_candidates_of_exact_names(&mut units);
    units
}

/// A name that is only a part of another one, or the other way round, means no provider that the page
/// names itself: beside `Packmule`, `Packmule Express` is another service.
fn drop_loose_candidates_of_exact_names(units: &mut [Unit]) {
    let is_exact = |candidate: &&Candidate| !candidate.how.is_loose();
    let exact: HashSet<String> = (units.iter())
        .filter_map(|unit| unit.provider().filter(is_exact))
        .map(|candidate| candidate.provider.clone())
        .collect();
    for unit in units {
        unit.candidates.retain(|candidate| {
            !matches!(candidate.how, MatchKind::Maker | MatchKind::Beginning)
                || !exact.contains(&candidate.provider)
        });
    }
}

fn part_of(whole: &Unit, at: usize, part: &NamePart, names: &NameIndex) -> Unit {
    Unit {
        part: Some(at + 1),
        printed: part.printed.clone(),
        cell: part.printed.clone(),
        source: part.printed.clone(),
        link: match &part.link {
            Some(link) => policy::public(&link.target),
            None => whole.own_link.clone(),
        },
        candidates: names.find_part(part),
        ..whole.clone()
    }
}
