//! What became of providers. A chain of successions leads from a provider that the older edition
//! lists to one that the newer edition lists. Chains that share a provider are one event.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::row::SuccessionRow;
use service_providers_codegen::{Certainty, Stated, SuccessionKind, YesNo};

use super::model::{EventKind, Link};
use super::timeline::Timeline;

/// An event, without what changed about its providers.
pub struct SuccessionEvent {
    pub kind: EventKind,
    pub certainty: Certainty,
    pub from: BTreeSet<String>,
    pub to: BTreeSet<String>,
    pub links: Vec<Link>,
}

/// The providers that each of two editions lists, and how the editions stand in time.
pub struct Between<'a, 'r> {
    pub before: &'a BTreeSet<&'r str>,
    pub after: &'a BTreeSet<&'r str>,
    pub timeline: &'a Timeline<'r>,
}

/// The events between two editions: the successions that show in an edition behind the older one,
/// up to the newer one.
pub fn events(successions: &[SuccessionRow], between: &Between<'_, '_>) -> Vec<SuccessionEvent> {
    let mut followers: BTreeMap<&str, Vec<&SuccessionRow>> = BTreeMap::new();
    for row in successions {
        if row.withdrawn.known().is_none() && between.timeline.lies_between(&row.edition) {
            followers.entry(&row.predecessor).or_default().push(row);
        }
    }
    let mut paths = Vec::new();
    for start in between.before {
        let search = Search { followers: &followers, between, start };
        search.walk(start, &mut Vec::new(), &mut paths);
    }
    join(paths, between)
}

/// One chain of successions.
struct Path<'r> {
    from: &'r str,
    to: &'r str,
    rows: Vec<&'r SuccessionRow>,
}

struct Search<'a, 'r> {
    followers: &'a BTreeMap<&'r str, Vec<&'r SuccessionRow>>,
    between: &'a Between<'a, 'r>,
    start: &'a &'r str,
}

impl<'r> Search<'_, 'r> {
    /// Follows successions up to providers that the newer edition lists. Every succession shows no
    /// earlier than the one before it, and the compiler refuses successions of one edition that run
    /// in a circle; so this ends.
    fn walk(&self, at: &str, rows: &mut Vec<&'r SuccessionRow>, paths: &mut Vec<Path<'r>>) {
        for &row in self.followers.get(at).into_iter().flatten() {
            let is_later = |last: &&SuccessionRow| {
                self.between.timeline.is_before(&row.edition, &last.edition)
            };
            if rows.last().is_some_and(is_later) || rows.contains(&row) {
                continue;
            }
            let to = row.successor.as_str();
            rows.push(row);
            if !self.between.after.contains(to) {
                self.walk(to, rows, paths);
            } else if to != *self.start && self.is_new(rows[0], to) {
                paths.push(Path { from: self.start, to, rows: rows.clone() });
            }
            rows.pop();
        }
    }

    /// Whether something became of a provider that is still listed: only a part can leave it, and
    /// only to a provider that was not listed before.
    fn is_new(&self, first: &SuccessionRow, to: &str) -> bool {
        let stays = self.between.after.contains(self.start);
        !stays || (first.kind == SuccessionKind::Split && !self.between.before.contains(to))
    }
}

fn join(paths: Vec<Path<'_>>, between: &Between<'_, '_>) -> Vec<SuccessionEvent> {
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
    let groups = groups.iter().filter(|paths| !paths.is_empty());
    let mut events: Vec<SuccessionEvent> =
        groups.map(|paths| event(paths, between.timeline)).collect();
    // A provider that is still listed after others split off from it also follows itself.
    for event in &mut events {
        let stays = event.from.iter().filter(|key| between.after.contains(key.as_str())).cloned();
        event.to.extend(stays.collect::<Vec<_>>());
    }
    events.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
    events
}

fn event(paths: &[Path<'_>], timeline: &Timeline<'_>) -> SuccessionEvent {
    let links: BTreeSet<Link> =
        paths.iter().flat_map(|path| &path.rows).map(|row| link(row, timeline)).collect();
    let kinds: BTreeSet<SuccessionKind> = links.iter().map(|link| link.kind).collect();
    let kind = match kinds.iter().collect::<Vec<_>>()[..] {
        [SuccessionKind::Renamed] => EventKind::Renamed,
        [SuccessionKind::Split] => EventKind::Split,
        [SuccessionKind::Merged] => EventKind::Merged,
        [SuccessionKind::Replaced] => EventKind::Replaced,
        [SuccessionKind::Acquired] => EventKind::Acquired,
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

fn link(row: &SuccessionRow, timeline: &Timeline<'_>) -> Link {
    let document = timeline.document(&row.document);
    Link {
        from: row.predecessor.to_string(),
        to: row.successor.to_string(),
        kind: row.kind,
        certainty: row.certainty,
        evidence: row.evidence.to_string(),
        edition: row.edition.clone(),
        document: row.document.to_string(),
        document_date: document.map_or(Stated::Unknown, |of| of.date.clone()),
        // Releases that are compared without the register may lack the document.
        text_held: document.is_none_or(|of| of.listed == YesNo::Yes || of.sha256.known().is_some()),
    }
}

/// How much doubt a certainty leaves.
pub fn doubt(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Stated => 0,
        Certainty::Strong => 1,
        Certainty::Moderate => 2,
        Certainty::Weak => 3,
    }
}
