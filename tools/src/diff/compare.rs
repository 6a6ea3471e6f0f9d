//! Compares two editions, row by row.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::Register;
use service_providers_codegen::register::PublishedRow;

use super::changes;
use super::coverage::add_coverage;
use super::events::{Between, SuccessionEvent, events};
use super::json::VERSION;
use super::layout::layout;
use super::model::{
    Changes, ComparedEdition, DateBasis, Diff, Event, Fact, Layout, ListedProvider, ListedRow,
    NotCompared, PracticeChange, ProviderChange, PublishedIn, ReturnedProvider, RowChange,
};
use super::pairs::Pairs;
use super::profile::{MissingColumns, ProviderRows};
use super::records::recorded;
use super::timeline::Timeline;
use crate::export::projection::is_announced;

/// An edition of a register.
#[derive(Clone, Copy)]
pub struct EditionRef<'r> {
    /// The register.
    pub register: &'r Register,
    /// The edition's id; the register has it.
    pub id: &'r str,
}

/// Compares two editions, the older one first. The newer register says who followed whom. `history`
/// knows all editions; it says which of them stands before which, and what earlier ones listed.
pub fn compare(from: EditionRef<'_>, to: EditionRef<'_>, history: &Register) -> Diff {
    let (before, after) = (EditionRows::of(from), EditionRows::of(to));
    let timeline = Timeline::new(history, from.id, to.id);
    let (old, new) = (before.providers(), after.providers());
    let between = Between { before: &old, after: &new, timeline: &timeline };
    let events = events(&to.register.successions, &between);
    let in_event: BTreeSet<&str> = events
        .iter()
        .flat_map(|event| event.from.iter().chain(&event.to))
        .map(String::as_str)
        .collect();
    let only_in = |own: &BTreeSet<&str>, other: &BTreeSet<&str>| -> Vec<String> {
        let only = own.difference(other).filter(|key| !in_event.contains(*key));
        only.map(|key| (*key).to_owned()).collect()
    };
    let (mut added, mut returned) = (Vec::new(), Vec::new());
    for provider in only_in(&new, &old) {
        let listed = after.listed(&provider);
        match timeline.listed_before(&provider) {
            Some(edition) => {
                returned.push(ReturnedProvider { last_listed: edition.to_owned(), listed });
            }
            None => added.push(listed),
        }
    }
    let in_both = old.intersection(&new).copied().filter(|key| !in_event.contains(key));
    let (changed, unchanged) = compared(in_both, &before, &after);
    let publisher = &to.register.file.publisher;
    Diff {
        diff_version: VERSION,
        publisher: publisher.key.clone(),
        contact: publisher.contact.clone(),
        objection: publisher.objection.clone(),
        from: before.summary(),
        to: after.summary(),
        added,
        returned,
        retired: only_in(&old, &new).iter().map(|provider| before.listed(provider)).collect(),
        succeeded: events.into_iter().map(|event| with_changes(event, &before, &after)).collect(),
        changed,
        unchanged,
        not_compared: not_compared(&before, &after),
        practices: practices(&before, &after),
        layout: page_layout(&before, &after),
    }
}

/// An edition with its rows.
struct EditionRows<'r> {
    edition: EditionRef<'r>,
    missing: MissingColumns,
    rows: Vec<PublishedRow<'r>>,
    by_provider: BTreeMap<&'r str, Vec<PublishedRow<'r>>>,
}

impl<'r> EditionRows<'r> {
    fn of(edition: EditionRef<'r>) -> Self {
        let rows = edition.register.published_rows(edition.id);
        Self {
            edition,
            missing: MissingColumns::of(&rows),
            rows,
            by_provider: edition.register.published_rows_by_provider(edition.id),
        }
    }

    fn providers(&self) -> BTreeSet<&'r str> {
        self.by_provider.keys().copied().collect()
    }

    /// The rows about a provider, in published order.
    fn of_provider(&self, provider: &str) -> &[PublishedRow<'r>] {
        self.by_provider.get(provider).map(Vec::as_slice).unwrap_or_default()
    }

    /// The rows about providers, one provider after the other.
    fn of_all(&self, providers: &[&str]) -> Vec<PublishedRow<'r>> {
        providers.iter().flat_map(|key| self.of_provider(key).iter().copied()).collect()
    }

    /// What these rows say, taken together.
    fn profile_of(&self, rows: &[PublishedRow<'_>]) -> ProviderRows {
        ProviderRows::of(rows, &self.missing)
    }

    fn listed(&self, provider: &str) -> ListedProvider {
        let rows = self.of_provider(provider).iter().map(|row| self.row(row));
        ListedProvider { provider: provider.to_owned(), rows: rows.collect() }
    }

    fn row(&self, row: &PublishedRow<'_>) -> ListedRow {
        let facts = self.profile_of(std::slice::from_ref(row)).profile;
        ListedRow { published: place(row), facts }
    }

    /// The providers that the edition lists, of those given.
    fn listed_among(&self, providers: &[&str]) -> Vec<ListedProvider> {
        let listed = providers.iter().filter(|key| self.by_provider.contains_key(**key));
        listed.map(|key| self.listed(key)).collect()
    }

    fn practices(&self) -> BTreeSet<String> {
        let records = self.edition.register.published_records(self.edition.id);
        records.into_iter().map(|record| record.practice.row.key.to_string()).collect()
    }

    fn summary(&self) -> ComparedEdition {
        let register = self.edition.register;
        let edition =
            register.edition(self.edition.id).unwrap_or_else(|| register.current_edition());
        let documents = edition.documents.iter().filter_map(|id| register.document(id));
        let dates = documents.map(|document| DateBasis {
            document: document.id.to_string(),
            basis: document.date_basis.to_string(),
        });
        ComparedEdition {
            edition: edition.id.clone(),
            release: None,
            published: edition.published.clone(),
            announced: is_announced(register, edition),
            effective: edition.effective.clone(),
            objection_until: edition.objection_until.clone(),
            undated_basis: edition.undated_basis.clone(),
            dates: dates.collect(),
            providers: self.by_provider.len(),
            rows: self.rows.len(),
        }
    }
}

/// Compares the rows of providers that both editions list: those with changes, and those without.
fn compared<'k>(
    providers: impl Iterator<Item = &'k str>,
    before: &EditionRows<'_>,
    after: &EditionRows<'_>,
) -> (Vec<ProviderChange>, BTreeSet<String>) {
    let (mut changed, mut unchanged) = (Vec::new(), BTreeSet::new());
    for provider in providers {
        let (old, new) = (before.of_provider(provider), after.of_provider(provider));
        let pairs = Pairs::of(old, new);
        let rows = pairs.both.iter().map(|(one, other)| RowChange {
            before: before.row(&old[*one]),
            after: after.row(&new[*other]),
            changes: changes_of(
                (before, std::slice::from_ref(&old[*one])),
                (after, std::slice::from_ref(&new[*other])),
            ),
        });
        let profiles = |edition: &EditionRows<'_>, rows: &[PublishedRow<'_>]| {
            rows.iter().map(|row| edition.profile_of(std::slice::from_ref(row)).profile).collect()
        };
        let change = ProviderChange {
            provider: provider.to_owned(),
            rows: rows.filter(|row| !row.changes.is_empty()).collect(),
            rows_added: profiles(after, &pairs.after),
            rows_gone: profiles(before, &pairs.before),
        };
        if change.is_empty() {
            unchanged.insert(provider.to_owned());
        } else {
            changed.push(change);
        }
    }
    (changed, unchanged)
}

fn place(row: &PublishedRow<'_>) -> PublishedIn {
    PublishedIn {
        document: row.listing.document.to_string(),
        row: row.listing.row,
        part: row.listing.part,
        engagement: row.engagement.row.key.to_string(),
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
        changes: changes_of((before, &before.of_all(&all)), (after, &after.of_all(&all))),
        from: event.from,
        to: event.to,
        links: event.links,
    }
}

/// What rows of the two editions say differently.
fn changes_of(
    (before, old): (&EditionRows<'_>, &[PublishedRow<'_>]),
    (after, new): (&EditionRows<'_>, &[PublishedRow<'_>]),
) -> Changes {
    let (old, new) = (before.profile_of(old), after.profile_of(new));
    let mut changes = changes::changes(&old, &new, after.edition.register);
    let (gained, lost) = (&mut changes.disclosures_gained, &mut changes.disclosures_lost);
    let (old, new) = (&old.profile.disclosures, &new.profile.disclosures);
    add_coverage(gained, old, after.edition.register);
    add_coverage(lost, new, before.edition.register);
    let not_compared = not_compared(before, after).not_in_newer;
    changes.facts.retain(|change| !not_compared.contains(&change.fact));
    changes
}

/// The facts that only one of the editions has a column for.
fn not_compared(before: &EditionRows<'_>, after: &EditionRows<'_>) -> NotCompared {
    let (older, newer) = (&before.missing.facts, &after.missing.facts);
    let only =
        |own: &BTreeSet<Fact>, other: &BTreeSet<Fact>| own.difference(other).copied().collect();
    NotCompared { not_in_older: only(older, newer), not_in_newer: only(newer, older) }
}

/// How the page changed: the order of the rows that both editions have, and its captions.
fn page_layout(before: &EditionRows<'_>, after: &EditionRows<'_>) -> Layout {
    let pairs = Pairs::of(&before.rows, &after.rows);
    let pairs: Vec<_> = pairs.both.iter().map(|(old, new)| (before.rows[*old], *new)).collect();
    layout(before.edition.register, after.edition.register, &pairs)
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
        recorded_before: recorded(before.edition),
        recorded_after: recorded(after.edition),
    }
}
