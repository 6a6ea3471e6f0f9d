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

/// The events between two editions: the successions that show in an edition after the older one,
/// up to the newer one.
pub fn events<'r>(
    successions: &'r [SuccessionRow],
    between: &Between<'_, 'r>,
) -> Vec<SuccessionEvent> {
    let mut followers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in successions.iter().enumerate() {
        if !row.is_withdrawn() && between.timeline.lies_between(&row.edition) {
            followers.entry(&row.predecessor).or_default().push(at);
        }
    }
    let mut chains = Vec::new();
    for start in between.before {
        for &first in followers.get(start).into_iter().flatten() {
            let search = Search { successions, followers: &followers, between, start, first };
            chains.extend(search.chains());
        }
    }
    join(chains, between)
}

/// The chains of successions from one provider to another.
struct Chain<'r> {
    from: &'r str,
    to: &'r str,
    rows: Vec<&'r SuccessionRow>,
}

/// A search for what became of a provider, beginning with one succession.
struct Search<'a, 'r> {
    successions: &'r [SuccessionRow],
    /// The successions of each provider, as indexes.
    followers: &'a BTreeMap<&'r str, Vec<usize>>,
    between: &'a Between<'a, 'r>,
    start: &'r str,
    first: usize,
}

/// What a search has seen so far.
#[derive(Default)]
struct Seen<'r> {
    /// Whether each succession leads to an end. Chains that meet are followed once from there.
    leads_on: BTreeMap<usize, bool>,
    ends: BTreeSet<&'r str>,
}

impl<'r> Search<'_, 'r> {
    fn chains(&self) -> Vec<Chain<'r>> {
        let mut seen = Seen::default();
        self.walk(self.first, &mut seen);
        let rows = seen.leads_on.iter().filter(|(_, leads_on)| **leads_on);
        let rows: Vec<&SuccessionRow> = rows.map(|(at, _)| &self.successions[*at]).collect();
        let chain = |to| Chain { from: self.start, to, rows: rows.clone() };
        seen.ends.into_iter().map(chain).collect()
    }

    /// Follows successions up to providers that the newer edition lists. Every succession shows no
    /// earlier than the one before it, and the compiler refuses successions of one edition that run
    /// in a circle; so this ends. Returns whether this one leads to such a provider.
    fn walk(&self, at: usize, seen: &mut Seen<'r>) -> bool {
        if let Some(leads_on) = seen.leads_on.get(&at) {
            return *leads_on;
        }
        seen.leads_on.insert(at, false);
        let row = &self.successions[at];
        let to = row.successor.as_str();
        let mut leads_on = false;
        if self.between.after.contains(to) {
            leads_on = to != self.start && self.is_new(to);
            seen.ends.extend(leads_on.then_some(to));
        } else {
            for &next in self.followers.get(to).into_iter().flatten() {
                let edition = &self.successions[next].edition;
                if !self.between.timeline.is_before(edition, &row.edition) {
                    leads_on |= self.walk(next, seen);
                }
            }
        }
        seen.leads_on.insert(at, leads_on);
        leads_on
    }

    /// Whether something became of a provider that is still listed: only a part can leave it, and
    /// only to a provider that was not listed before.
    fn is_new(&self, to: &str) -> bool {
        let stays = self.between.after.contains(self.start);
        let first = &self.successions[self.first];
        !stays || (first.kind == SuccessionKind::Split && !self.between.before.contains(to))
    }
}

fn join(chains: Vec<Chain<'_>>, between: &Between<'_, '_>) -> Vec<SuccessionEvent> {
    let mut groups: Vec<Vec<Chain<'_>>> = Vec::new();
    // The group of each provider. If two groups meet, the smaller one is moved into the other.
    let mut group_of: BTreeMap<&str, usize> = BTreeMap::new();
    for chain in chains {
        let (a, b) = (group_of.get(chain.from).copied(), group_of.get(chain.to).copied());
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
        group_of.insert(chain.from, group);
        group_of.insert(chain.to, group);
        groups[group].push(chain);
    }
    let groups = groups.iter().filter(|chains| !chains.is_empty());
    let mut events: Vec<SuccessionEvent> =
        groups.map(|chains| event(chains, between.timeline)).collect();
    // A provider that is still listed after others split off from it also follows itself.
    for event in &mut events {
        let stays = event.from.iter().filter(|key| between.after.contains(key.as_str())).cloned();
        event.to.extend(stays.collect::<Vec<_>>());
    }
    events.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
    events
}

fn event(chains: &[Chain<'_>], timeline: &Timeline<'_>) -> SuccessionEvent {
    let links: BTreeSet<Link> =
        chains.iter().flat_map(|chain| &chain.rows).map(|row| link(row, timeline)).collect();
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
        from: chains.iter().map(|chain| chain.from.to_owned()).collect(),
        to: chains.iter().map(|chain| chain.to.to_owned()).collect(),
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use service_providers_codegen::{Sources, compile, schema};

    use super::*;

    /// Successions of one edition that fork and meet 64 times: as many chains as 2 to the power of 64.
    #[test]
    fn chains_that_fork_and_meet_are_followed_once() {
        let folder = Path::new("../tests/fixtures/editions/data");
        let sources = Sources::read_data(folder, "data", schema::files()).unwrap();
        let register = compile(&sources).unwrap();
        let row = |from: String, to: String| SuccessionRow {
            predecessor: from.parse().unwrap(),
            successor: to.parse().unwrap(),
            ..register.successions[0].clone()
        };
        let fork = |at: usize| {
            let (from, to) = (format!("p{at}"), format!("p{}", at + 1));
            let sides = [format!("a{at}"), format!("b{at}")];
            sides
                .into_iter()
                .flat_map(move |side| [row(from.clone(), side.clone()), row(side, to.clone())])
        };
        let successions: Vec<SuccessionRow> = (0..64).flat_map(fork).collect();
        let between = Between {
            before: &BTreeSet::from(["p0"]),
            after: &BTreeSet::from(["p64"]),
            timeline: &Timeline::new(&register, "2020-01-01", "2022-01-01"),
        };
        let events = events(&successions, &between);
        let [event] = &events[..] else { panic!("one event") };
        assert_eq!((event.from.len(), event.to.len(), event.links.len()), (1, 1, 256));
    }
}
