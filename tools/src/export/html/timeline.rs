//! The picture of who came and went: a column for each edition, and a line for each provider that is not in
//! all of them.

use serde::Serialize;

use super::picture::{LINE, MARGIN, shortened, widest, width_of};
use crate::export::readers::{IndexPage, WORDS};

/// How many characters of a name are shown, so that the first bars can be seen on a phone.
const CHARACTERS: usize = 22;

/// The picture.
#[derive(Serialize)]
pub(super) struct Timeline {
    width: usize,
    height: usize,
    /// The lists, oldest first.
    lists: Vec<Text>,
    /// The providers that are not in all of them.
    lines: Vec<Text>,
    bars: Vec<Bar>,
}

/// A text and where it begins.
#[derive(Serialize)]
struct Text {
    x: usize,
    y: usize,
    text: String,
}

/// A bar below the lists that have a provider, without a gap.
#[derive(Serialize)]
struct Bar {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    /// `came`, `went` or `both`, seen from all lists.
    kind: &'static str,
}

/// Draws the lists and the providers of the index; nothing if all lists have the same.
pub(super) fn timeline(index: &IndexPage) -> Option<Timeline> {
    let editions: Vec<&str> = index.lists.iter().rev().map(|list| list.edition.as_str()).collect();
    let mut moving: Vec<(&str, Vec<bool>)> = (index.providers.iter())
        .map(|provider| (&*provider.name, provider.listed.iter().rev().copied().collect()))
        .filter(|(_, listed): &(&str, Vec<bool>)| listed.contains(&false))
        .collect();
    if moving.is_empty() {
        return None;
    }
    // Those who went first stand on top, those who came last at the bottom.
    let first = |listed: &[bool]| listed.iter().position(|listed| *listed);
    let last = |listed: &[bool]| listed.iter().rposition(|listed| *listed);
    moving.sort_by_key(|(_, listed)| (first(listed), last(listed)));
    let everywhere = index.providers.len() - moving.len();
    let mut labels: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    if everywhere > 0 {
        labels.push(format!("{} {everywhere}", WORDS.timeline_all));
        rows.push(vec![true; editions.len()]);
    }
    labels.extend(moving.iter().map(|(name, _)| shortened(name, CHARACTERS)));
    rows.extend(moving.into_iter().map(|(_, listed)| listed));
    let left = widest(labels.iter().map(String::as_str));
    let column = editions.iter().map(|edition| width_of(edition) + 2 * MARGIN).max().unwrap_or(0);
    let heads = editions.iter().enumerate();
    let lines = labels.into_iter().enumerate();
    Some(Timeline {
        width: left + column * editions.len(),
        height: LINE * (rows.len() + 1) + MARGIN,
        lists: heads
            .map(|(at, edition)| Text {
                x: left + column * at + MARGIN,
                y: LINE - MARGIN,
                text: (*edition).to_owned(),
            })
            .collect(),
        lines: lines.map(|(at, text)| Text { x: 0, y: LINE * (at + 2) - MARGIN, text }).collect(),
        bars: rows
            .iter()
            .enumerate()
            .flat_map(|(at, listed)| bars(at, listed, left, column))
            .collect(),
    })
}

/// The bars of a line: one for each run of lists that have the provider.
fn bars(line: usize, listed: &[bool], left: usize, column: usize) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut at = 0;
    for run in listed.chunk_by(|one, other| one == other) {
        let (start, end) = (at, at + run.len());
        at = end;
        if !run[0] {
            continue;
        }
        bars.push(Bar {
            x: left + column * start,
            y: LINE * (line + 1) + 4,
            width: column * run.len() - MARGIN,
            height: LINE - 8,
            kind: match (start > 0, end < listed.len()) {
                (true, false) => "came",
                (false, true) => "went",
                (true, true) | (false, false) => "both",
            },
        });
    }
    bars
}
