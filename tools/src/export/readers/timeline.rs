//! Which editions list each provider. A provider with a successor is not shown as gone, nor the successor as new.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::Register;

use super::words::WORDS;
use crate::diff::model::Diff;
use crate::export::register_facts::RegisterFacts;
use crate::page::prose;

/// Providers with the same history.
#[derive(Serialize)]
pub(super) struct Fates {
    kind: Fate,
    name: &'static str,
    providers: Vec<ProviderLine>,
}

/// How a provider came and went, in the order of the page.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum Fate {
    /// Another provider followed it, or it followed another one.
    Succeeded,
    New,
    Gone,
    /// It is listed between editions that do not list it, or not listed between editions that do.
    Between,
    Always,
}

/// In which editions a provider stands.
#[derive(Serialize)]
struct ProviderLine {
    key: String,
    name: String,
    runs: Vec<Run>,
}

/// Editions in a row that all list a provider, or that all do not.
#[derive(Serialize)]
struct Run {
    editions: usize,
    listed: bool,
    /// What is phrase there.
    text: String,
}

/// Which provider followed which.
#[derive(Default)]
struct Followed<'r> {
    /// Those that followed each provider.
    after: BTreeMap<&'r str, BTreeSet<&'r str>>,
    /// Those that each provider followed.
    before: BTreeMap<&'r str, BTreeSet<&'r str>>,
    /// The places of the providers in the order of the events, so that those of one event stand together.
    order: BTreeMap<&'r str, usize>,
}

impl<'r> Followed<'r> {
    /// What changes from edition to edition tell, oldest first.
    fn of(register: &'r Register, diffs: impl Iterator<Item = &'r Diff>) -> Self {
        let mut followed = Self::default();
        for event in diffs.flat_map(|diff| &diff.succeeded) {
            for link in &event.links {
                let [from, to] =
                    [&link.from, &link.to].map(|key| register.provider(key).map(|row| &*row.name));
                followed.after.entry(&link.from).or_default().extend(to);
                followed.before.entry(&link.to).or_default().extend(from);
            }
            let providers = event.from.iter().chain(&event.to);
            for (place, key) in (followed.order.len()..).zip(providers) {
                followed.order.entry(key).or_insert(place);
            }
        }
        followed
    }
}

/// The providers of all editions, first those that came or went. `diffs` is what changed from edition to
/// edition, oldest first.
pub(super) fn timeline<'r>(
    facts: &RegisterFacts<'r>,
    diffs: impl Iterator<Item = &'r Diff>,
) -> Vec<Fates> {
    let register = facts.register;
    let followed = Followed::of(register, diffs);
    let mut lines: BTreeMap<Fate, Vec<(usize, ProviderLine)>> = BTreeMap::new();
    for provider in &register.providers {
        let listing = facts.listed.get(&*provider.key).map_or(&[][..], Vec::as_slice);
        let editions = register.editions().iter();
        let listed: Vec<bool> =
            editions.map(|edition| listing.iter().any(|of| of.id == edition.id)).collect();
        if listed.contains(&true) {
            let key = provider.key.to_string();
            let place = followed.order.get(&*key).copied();
            let line = ProviderLine {
                runs: runs(&followed, &key, &listed),
                name: provider.name.to_string(),
                key,
            };
            let fate = fate(&followed, &line.key, &listed);
            let place = place.filter(|_| fate == Fate::Succeeded).unwrap_or(0);
            lines.entry(fate).or_default().push((place, line));
        }
    }
    let groups = [
        (Fate::Succeeded, WORDS.timeline_turned),
        (Fate::New, WORDS.timeline_came),
        (Fate::Gone, WORDS.timeline_went),
        (Fate::Between, WORDS.timeline_both),
        (Fate::Always, WORDS.timeline_stays),
    ];
    let group = |(kind, name)| {
        let mut lines = lines.remove(&kind)?;
        lines.sort_by_key(|(place, line)| (*place, line.name.to_lowercase()));
        Some(Fates { kind, name, providers: lines.into_iter().map(|(_, line)| line).collect() })
    };
    groups.into_iter().filter_map(group).collect()
}

/// How a provider came and went. Editions stand in their order, oldest first.
fn fate(followed: &Followed<'_>, key: &str, listed: &[bool]) -> Fate {
    let came = listed.first() == Some(&false);
    let went = listed.last() == Some(&false);
    if came && followed.before.contains_key(key) || went && followed.after.contains_key(key) {
        return Fate::Succeeded;
    }
    match (came, went, listed.contains(&false)) {
        (_, _, false) => Fate::Always,
        (true, false, _) => Fate::New,
        (false, true, _) => Fate::Gone,
        _ => Fate::Between,
    }
}

/// The runs of a line, with what came before and after it.
fn runs(followed: &Followed<'_>, key: &str, listed: &[bool]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for run in listed.chunk_by(|one, other| one == other) {
        let phrase = |words: &str, of: &BTreeMap<&str, BTreeSet<&str>>| {
            let names: Vec<&str> = of.get(key)?.iter().copied().collect();
            Some(format!("{words} {}", prose(&names)))
        };
        let text = match (run[0], runs.is_empty()) {
            (true, _) => None,
            (false, true) => phrase(WORDS.timeline_after, &followed.before),
            (false, false) => phrase(WORDS.timeline_became, &followed.after),
        };
        let plain = if run[0] { WORDS.listed } else { WORDS.not_listed };
        runs.push(Run {
            editions: run.len(),
            listed: run[0],
            text: text.unwrap_or_else(|| plain.to_owned()),
        });
    }
    runs
}
