//! Two editions, provider by provider.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Register;
use service_providers_codegen::register::Engagement;

use super::changes::changes;
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

    fn practices(&self) -> BTreeSet<String> {
        let practices = self.side.register.practices_in(self.side.edition);
        practices.into_iter().map(|practice| practice.row.key.to_string()).collect()
    }

    fn facts(&self) -> SideFacts {
        let edition = self.side.register.edition(self.side.edition);
        let edition = edition.unwrap_or_else(|| self.side.register.newest_edition());
        SideFacts {
            edition: edition.id.clone(),
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
        let changes = changes(&before.described([*key]), &after.described([*key]));
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
            let all = || event.from.union(&event.to).map(String::as_str);
            let changes = changes(&before.described(all()), &after.described(all()));
            Event {
                kind: event.kind,
                certainty: event.certainty,
                from: event.from.clone(),
                to: event.to.clone(),
                links: event.links,
                changes,
            }
        })
        .collect();
    diff
}

fn practices(before: &Listed<'_>, after: &Listed<'_>) -> PracticeChange {
    let (old, new) = (before.practices(), after.practices());
    PracticeChange {
        before: old.len(),
        after: new.len(),
        ended: old.difference(&new).cloned().collect(),
        begun: new.difference(&old).cloned().collect(),
    }
}
