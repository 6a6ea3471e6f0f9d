//! Compares two editions, provider by provider.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Register;
use service_providers_codegen::register::Engagement;

use super::changes;
use super::coverage::add_coverage;
use super::events::{SuccessionEvent, events};
use super::model::{
    Changes, ComparedEdition, Diff, Event, ListedProvider, PracticeChange, ProviderChange,
};
use super::profile::{MissingColumns, ProviderRows};

/// An edition of a register.
#[derive(Clone, Copy)]
pub struct EditionRef<'r> {
    /// The register.
    pub register: &'r Register,
    /// The edition's id; the register has it.
    pub id: &'r str,
}

/// Compares two editions, the older one first. The newer register says who followed whom.
pub fn compare(from: EditionRef<'_>, to: EditionRef<'_>) -> Diff {
    let (before, after) = (EditionRows::of(from), EditionRows::of(to));
    let (old, new) = (before.providers(), after.providers());
    let events = events(&to.register.successions, &old, &new);
    let in_event: BTreeSet<&str> = events
        .iter()
        .flat_map(|event| event.from.iter().chain(&event.to))
        .map(String::as_str)
        .collect();
    let only_in = |rows: &EditionRows<'_>, own: &BTreeSet<&str>, other: &BTreeSet<&str>| {
        let only = own.difference(other).filter(|key| !in_event.contains(*key));
        only.map(|key| rows.listed(key)).collect()
    };
    let mut diff = Diff {
        diff_version: 1,
        publisher: to.register.file.publisher.key.clone(),
        from: before.summary(),
        to: after.summary(),
        added: only_in(&after, &new, &old),
        retired: only_in(&before, &old, &new),
        succeeded: Vec::new(),
        changed: Vec::new(),
        unchanged: BTreeSet::new(),
        practices: practices(&before, &after),
    };
    for key in old.intersection(&new).filter(|key| !in_event.contains(*key)) {
        let changes = changes_of(&before, &after, &[key]);
        if changes == Changes::default() {
            diff.unchanged.insert((*key).to_owned());
        } else {
            diff.changed.push(ProviderChange { provider: (*key).to_owned(), changes });
        }
    }
    diff.succeeded = events.into_iter().map(|event| with_changes(event, &before, &after)).collect();
    diff
}

/// An edition with its rows by provider.
struct EditionRows<'r> {
    edition: EditionRef<'r>,
    missing: MissingColumns,
    by_provider: BTreeMap<&'r str, Vec<&'r Engagement>>,
}

impl<'r> EditionRows<'r> {
    fn of(edition: EditionRef<'r>) -> Self {
        Self {
            edition,
            missing: MissingColumns::of(edition.register, edition.id),
            by_provider: edition.register.engagements_by_provider(edition.id),
        }
    }

    fn providers(&self) -> BTreeSet<&'r str> {
        self.by_provider.keys().copied().collect()
    }

    /// The rows about providers, taken together.
    fn about<'k>(&self, providers: impl IntoIterator<Item = &'k str>) -> ProviderRows {
        let rows = providers.into_iter().filter_map(|key| self.by_provider.get(key)).flatten();
        ProviderRows::of(&rows.copied().collect::<Vec<_>>(), &self.missing)
    }

    fn listed(&self, provider: &str) -> ListedProvider {
        ListedProvider { provider: provider.to_owned(), facts: self.about([provider]).profile }
    }

    /// The providers that the edition lists, of those given.
    fn listed_among(&self, providers: &[&str]) -> Vec<ListedProvider> {
        let listed = providers.iter().filter(|key| self.by_provider.contains_key(**key));
        listed.map(|key| self.listed(key)).collect()
    }

    fn practices(&self) -> BTreeSet<String> {
        let practices = self.edition.register.practices_in(self.edition.id);
        practices.into_iter().map(|practice| practice.row.key.to_string()).collect()
    }

    fn summary(&self) -> ComparedEdition {
        let register = self.edition.register;
        let edition =
            register.edition(self.edition.id).unwrap_or_else(|| register.newest_edition());
        ComparedEdition {
            edition: edition.id.clone(),
            release: None,
            published: edition.published.clone(),
            effective: edition.effective.clone(),
            objection_until: edition.objection_until.clone(),
            providers: self.by_provider.len(),
            rows: self.by_provider.values().map(Vec::len).sum(),
        }
    }
}

/// An event, with what changed about its providers.
fn with_changes(
    event: SuccessionEvent,
    before: &EditionRows<'_>,
    after: &EditionRows<'_>,
) -> Event {
    // Both editions may list a provider that the event names only before or only after. What the
    // other edition says about it is compared all the same.
    let all: Vec<&str> = event.from.union(&event.to).map(String::as_str).collect();
    Event {
        kind: event.kind,
        certainty: event.certainty,
        before: before.listed_among(&all),
        after: after.listed_among(&all),
        changes: changes_of(before, after, &all),
        from: event.from,
        to: event.to,
        links: event.links,
    }
}

/// What the editions say differently about providers, taken together.
fn changes_of(before: &EditionRows<'_>, after: &EditionRows<'_>, providers: &[&str]) -> Changes {
    let old = before.about(providers.iter().copied());
    let new = after.about(providers.iter().copied());
    let mut changes = changes::changes(&old, &new, after.edition.register);
    let (old, new) = (&old.profile.disclosures, &new.profile.disclosures);
    add_coverage(&mut changes.disclosures_gained, old, after.edition.register);
    add_coverage(&mut changes.disclosures_lost, new, before.edition.register);
    changes
}

fn practices(before: &EditionRows<'_>, after: &EditionRows<'_>) -> PracticeChange {
    let (old, new) = (before.practices(), after.practices());
    let only = |own: &BTreeSet<String>, other: &BTreeSet<String>| {
        // If no document is held for a time, that says nothing about the practices of that time.
        if other.is_empty() { BTreeSet::new() } else { own.difference(other).cloned().collect() }
    };
    PracticeChange {
        before: old.len(),
        after: new.len(),
        ended: only(&old, &new),
        begun: only(&new, &old),
    }
}
