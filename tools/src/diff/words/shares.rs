//! What each provider of an event has to do with what changed.

use std::collections::BTreeSet;

use super::phrases::Phrases;
use super::values::values;
use crate::diff::model::{
    Changes, DisclosureChange, Event, FactChange, FeatureUse, Flow, ListedProvider,
};

impl Phrases<'_> {
    /// The providers of an event by their names, each with its share of what changed: what the newer
    /// edition says of it, and what the older one said.
    pub(super) fn shares(&self, event: &Event) -> Vec<(String, Changes)> {
        let old = |key: &str| event.before.iter().find(|listed| listed.provider == key);
        let after = event.after.iter().map(|new| (old(&new.provider), Some(new)));
        let is_gone =
            |old: &&ListedProvider| !event.after.iter().any(|new| new.provider == old.provider);
        let gone = event.before.iter().filter(is_gone).map(|old| (Some(old), None));
        let name = |listed: Option<&ListedProvider>| {
            listed.map(|listed| self.name_printed(listed)).unwrap_or_default()
        };
        after.chain(gone).map(|(old, new)| (name(new.or(old)), share(event, old, new))).collect()
    }
}

fn share(event: &Event, old: Option<&ListedProvider>, new: Option<&ListedProvider>) -> Changes {
    let changes = &event.changes;
    let facts = changes.facts.iter().filter_map(|change| fact_share(change, old, new));
    let gained = changes.disclosures_gained.iter().filter(|of| names(new, &of.flow));
    let lost = changes.disclosures_lost.iter().filter(|of| names(old, &of.flow));
    let changed = changes.disclosures_changed.iter().filter(|change| {
        // What nobody says any more in this way belongs to those who said it.
        match event.after.iter().any(|listed| names_some(Some(listed), change)) {
            true => names_some(new, change),
            false => names_some(old, change),
        }
    });
    Changes {
        facts: facts.collect(),
        disclosures_gained: gained.cloned().collect(),
        disclosures_lost: lost.cloned().collect(),
        disclosures_changed: changed.cloned().collect(),
        reworded: Vec::new(),
    }
}

/// What of a changed fact is about one provider.
fn fact_share(
    change: &FactChange,
    old: Option<&ListedProvider>,
    new: Option<&ListedProvider>,
) -> Option<FactChange> {
    let own = |listed: Option<&ListedProvider>| -> BTreeSet<String> {
        let rows = listed.iter().flat_map(|listed| &listed.rows);
        rows.flat_map(|row| values(&row.facts, change)).collect()
    };
    let kept = &change.before & &change.after;
    let gained = &(&change.after - &change.before) & &own(new);
    let lost = &(&change.before - &change.after) & &own(old);
    let own_uses = |listed: Option<&ListedProvider>| -> BTreeSet<FeatureUse> {
        let rows = listed.iter().flat_map(|listed| &listed.rows);
        rows.flat_map(|row| row.facts.features.iter().cloned()).collect()
    };
    (!gained.is_empty() || !lost.is_empty()).then(|| FactChange {
        before: &kept | &lost,
        after: &kept | &gained,
        uses: &change.uses & &(&own_uses(old) | &own_uses(new)),
        ..change.clone()
    })
}

fn flows(listed: Option<&ListedProvider>) -> impl Iterator<Item = &Flow> {
    let rows = listed.into_iter().flat_map(|listed| &listed.rows);
    rows.flat_map(|row| &row.facts.disclosures).map(|disclosure| &disclosure.flow)
}

fn names(listed: Option<&ListedProvider>, flow: &Flow) -> bool {
    flows(listed).any(|own| own == flow)
}

/// Whether a provider is said to have such data on the same way, whosever it is.
fn names_some(listed: Option<&ListedProvider>, change: &DisclosureChange) -> bool {
    let subject = &change.flow.data_subject;
    flows(listed).any(|own| Flow { data_subject: subject.clone(), ..own.clone() } == change.flow)
}
