//! Two editions, provider by provider.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Register;
use service_providers_codegen::register::Engagement;

use super::changes::changes as said_differently;
use super::coverage::cover;
use super::events::events;
use super::model::{
    Changes, Diff, Event, Listing, PracticeChange, ProviderChange, Side as SideFacts,
};
use super::profile::{Described, Silence};

/// An edition of a register.
#[derive(Clone, Copy)]
pub struct Side<'r> {
    /// The register.
    pub register: &'r Register,
    /// The edition's id; the register has it.
    pub edition: &'r str,
}

/// An edition with its rows by provider.
struct Listed<'r> {
    side: Side<'r>,
    silence: Silence,
    rows: BTreeMap<&'r str, Vec<&'r Engagement>>,
}

impl<'r> Listed<'r> {
    fn of(side: Side<'r>) -> Self {
        Self {
            side,
            silence: Silence::of(side.register, side.edition),
            rows: side.register.engagements_by_provider(side.edition),
        }
    }

    fn providers(&self) -> BTreeSet<&'r str> {
        self.rows.keys().copied().collect()
    }

    /// What is said about providers, taken together.
    fn described<'k>(&self, providers: impl IntoIterator<Item = &'k str>) -> Described {
        let rows: Vec<&Engagement> =
            providers.into_iter().filter_map(|key| self.rows.get(key)).flatten().copied().collect();
        Described::of(&rows, &self.silence)
    }

    fn listing(&self, provider: &str) -> Listing {
        Listing { provider: provider.to_owned(), facts: self.described([provider]).profile }
    }

    /// Those of the providers that the edition lists.
    fn listings(&self, providers: &[&str]) -> Vec<Listing> {
        let listed = providers.iter().filter(|key| self.rows.contains_key(**key));
        listed.map(|key| self.listing(key)).collect()
    }

    fn practices(&self) -> BTreeSet<String> {
        let practices = self.side.register.practices_in(self.side.edition);
        practices.into_iter().map(|practice| practice.row.key.to_string()).collect()
    }

    fn facts(&self) -> SideFacts {
        let edition = self.side.register.edition(self.side.edition);
        let edition = edition.unwrap_or_else(|| self.side.register.newest_edition());
        SideFacts {
            edition: edition.id.clone(),
            release: None,
            published: edition.published.clone(),
            effective: edition.effective.clone(),
            objection_until: edition.objection_until.clone(),
            providers: self.rows.len(),
            rows: self.rows.values().map(Vec::len).sum(),
        }
    }
}

/// Compares two editions, the older one first. Successions are the newer register's.
pub fn compare(from: Side<'_>, to: Side<'_>) -> Diff {
    let (before, after) = (Listed::of(from), Listed::of(to));
    let (old, new) = (before.providers(), after.providers());
    let joined = events(&to.register.successions, &old, &new);
    let in_event: BTreeSet<&str> = joined
        .iter()
        .flat_map(|event| event.from.iter().chain(&event.to))
        .map(String::as_str)
        .collect();
    let mut diff = Diff {
        diff_version: 1,
        publisher: to.register.file.publisher.key.clone(),
        from: before.facts(),
        to: after.facts(),
        added: new
            .difference(&old)
            .filter(|key| !in_event.contains(*key))
            .map(|key| after.listing(key))
            .collect(),
        retired: old
            .difference(&new)
            .filter(|key| !in_event.contains(*key))
            .map(|key| before.listing(key))
            .collect(),
        succeeded: Vec::new(),
        changed: Vec::new(),
        unchanged: BTreeSet::new(),
        practices: practices(&before, &after),
    };
    for key in old.intersection(&new).filter(|key| !in_event.contains(*key)) {
        let changes = changes(&before, &after, &[key]);
        if changes == Changes::default() {
            diff.unchanged.insert((*key).to_owned());
        } else {
            diff.changed.push(ProviderChange { provider: (*key).to_owned(), changes });
        }
    }
    diff.succeeded = joined
        .into_iter()
        .map(|event| {
            // A provider that both editions list may be on one side of the event only; what it
            // said on the other side belongs to the comparison all the same.
            let all: Vec<&str> = event.from.union(&event.to).map(String::as_str).collect();
            let changes = changes(&before, &after, &all);
            Event {
                kind: event.kind,
                certainty: event.certainty,
                from: event.from.clone(),
                to: event.to.clone(),
                links: event.links,
                before: before.listings(&all),
                after: after.listings(&all),
                changes,
            }
        })
        .collect();
    diff
}

/// What is said differently about providers, taken together.
fn changes(before: &Listed<'_>, after: &Listed<'_>, providers: &[&str]) -> Changes {
    let old = before.described(providers.iter().copied());
    let new = after.described(providers.iter().copied());
    let mut changes = said_differently(&old, &new, after.side.register);
    let (old, new) = (&old.profile.disclosures, &new.profile.disclosures);
    cover(&mut changes.disclosures_gained, old, after.side.register);
    cover(&mut changes.disclosures_lost, new, before.side.register);
    changes
}

fn practices(before: &Listed<'_>, after: &Listed<'_>) -> PracticeChange {
    let (old, new) = (before.practices(), after.practices());
    let only = |own: &BTreeSet<String>, other: &BTreeSet<String>| {
        // That no document is held for a time says nothing about the practices of that time.
        if other.is_empty() { BTreeSet::new() } else { own.difference(other).cloned().collect() }
    };
    PracticeChange {
        before: old.len(),
        after: new.len(),
        ended: only(&old, &new),
        begun: only(&new, &old),
    }
}
