//! What became of providers. A chain of successions leads from a provider that the older edition
//! lists to one that the newer edition lists. Chains that share a provider are one event.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::row::SuccessionRow;
use service_providers_codegen::{Certainty, SuccessionKind};

use super::model::{EventKind, Link};

/// An event, without what changed about its providers.
pub struct SuccessionEvent {
    pub kind: EventKind,
    pub certainty: Certainty,
    pub from: BTreeSet<String>,
    pub to: BTreeSet<String>,
    pub links: Vec<Link>,
}

/// The events between two editions.
pub fn events(
    successions: &[SuccessionRow],
    listed_before: &BTreeSet<&str>,
    listed_after: &BTreeSet<&str>,
) -> Vec<SuccessionEvent> {
    let mut followers: BTreeMap<&str, Vec<&SuccessionRow>> = BTreeMap::new();
    for row in successions.iter().filter(|row| row.withdrawn.known().is_none()) {
        followers.entry(&row.from).or_default().push(row);
    }
    let mut paths = Vec::new();
    for start in listed_before {
        let search = Search { followers: &followers, listed_before, listed_after, start };
        search.walk(start, &mut Vec::new(), &mut paths);
    }
    join(paths, listed_after)
}

/// One chain of successions.
struct Path<'r> {
    from: &'r str,
    to: &'r str,
    rows: Vec<&'r SuccessionRow>,
}

struct Search<'a, 'r> {
    followers: &'a BTreeMap<&'r str, Vec<&'r SuccessionRow>>,
    listed_before: &'a BTreeSet<&'r str>,
    listed_after: &'a BTreeSet<&'r str>,
    start: &'a &'r str,
}

impl<'r> Search<'_, 'r> {
    /// Follows successions up to providers that the newer edition lists. A succession between two
    /// providers that both editions list happened at another time. This ends, because the compiler
    /// refuses successions that run in a circle.
    fn walk(&self, at: &str, rows: &mut Vec<&'r SuccessionRow>, paths: &mut Vec<Path<'r>>) {
        for &row in self.followers.get(at).into_iter().flatten() {
            let to = row.to.as_str();
            rows.push(row);
            if self.listed_after.contains(to) {
                let stays = self.listed_after.contains(self.start);
                if !(stays && self.listed_before.contains(to)) {
                    paths.push(Path { from: self.start, to, rows: rows.clone() });
                }
            } else {
                self.walk(to, rows, paths);
            }
            rows.pop();
        }
    }
}

fn join(paths: Vec<Path<'_>>, listed_after: &BTreeSet<&str>) -> Vec<SuccessionEvent> {
    let mut groups: Vec<Vec<Path<'_>>> = Vec::new();
    // The group of each provider. If two groups meet, the smaller one is moved into the other.
    let mut group_of: BTreeMap<&str, usize> = BTreeMap::new();
    for path in paths {
        let (a, b) = (group_of.get(path.from).copied(), group_of.get(path.to).copied());
        let group = match (a, b) {
            (Some(a), Some(b)) if a != b => {
                let (keep, go) = if groups[a].len() >= groups[b].len() { (a, b) } else { (b, a) };
                for moved in std::mem::take(&mut groups[go]) {
                    group_of.insert(moved.from, keep);
                    group_of.insert(moved.to, keep);
                    groups[keep].push(moved);
                }
                keep
            }
            (Some(group), _) | (_, Some(group)) => group,
            (None, None) => {
                groups.push(Vec::new());
                groups.len() - 1
            }
        };
        group_of.insert(path.from, group);
        group_of.insert(path.to, group);
        groups[group].push(path);
    }
    let mut events: Vec<SuccessionEvent> =
        groups.iter().filter(|paths| !paths.is_empty()).map(|paths| event(paths)).collect();
    // A provider that is still listed after others split off from it also follows itself.
    for event in &mut events {
        let stays = event.from.iter().filter(|key| listed_after.contains(key.as_str())).cloned();
        event.to.extend(stays.collect::<Vec<_>>());
    }
    events.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
    events
}

fn event(paths: &[Path<'_>]) -> SuccessionEvent {
    let links: BTreeSet<Link> =
        paths.iter().flat_map(|path| &path.rows).map(|row| link(row)).collect();
    let kinds: BTreeSet<SuccessionKind> = links.iter().map(|link| link.kind).collect();
    let kind = match kinds.iter().collect::<Vec<_>>()[..] {
        [SuccessionKind::Renamed] => EventKind::Renamed,
        [SuccessionKind::Split] => EventKind::Split,
        [SuccessionKind::Merged] => EventKind::Merged,
        [SuccessionKind::Replaced] => EventKind::Replaced,
        _ => EventKind::Mixed,
    };
    SuccessionEvent {
        kind,
        certainty: links
            .iter()
            .map(|link| link.certainty)
            .max_by_key(|certainty| doubt(*certainty))
            .unwrap_or(Certainty::Weak),
        from: paths.iter().map(|path| path.from.to_owned()).collect(),
        to: paths.iter().map(|path| path.to.to_owned()).collect(),
        links: links.into_iter().collect(),
    }
}

fn link(row: &SuccessionRow) -> Link {
    Link {
        from: row.from.to_string(),
        to: row.to.to_string(),
        kind: row.kind,
        certainty: row.certainty,
        evidence: row.evidence.to_string(),
        source: row.source.to_string(),
    }
}

/// How much doubt a certainty leaves.
fn doubt(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Stated => 0,
        Certainty::Strong => 1,
        Certainty::Moderate => 2,
        Certainty::Weak => 3,
    }
}
