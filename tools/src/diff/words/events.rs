//! What became of providers, in words.

use std::collections::BTreeSet;

use service_providers_codegen::{Certainty, TermSet};

use super::EventWords;
use super::phrases::Phrases;
use crate::diff::model::{Event, EventKind, ListedProvider};
use crate::page::lower;

/// The followers that were not listed before.
fn newcomers(event: &Event) -> impl Iterator<Item = &ListedProvider> {
    let known = |key: &str| event.before.iter().any(|before| before.provider == key);
    event.after.iter().filter(move |after| !known(&after.provider))
}

impl Phrases<'_> {
    /// A sentence about followers that were listed before as well.
    fn listed_before(&self, event: &Event) -> Option<String> {
        let before: BTreeSet<String> = event.before.iter().map(|of| of.provider.clone()).collect();
        let both: BTreeSet<String> = before.intersection(&event.to).cloned().collect();
        // The heading says so about providers that were followed and are still listed.
        let both = both.difference(&event.from).cloned().collect::<BTreeSet<_>>();
        let were = if both.len() == 1 { "was" } else { "were" };
        let names = self.names("providers", &both);
        (!both.is_empty()).then(|| format!("{names} {were} listed before as well."))
    }

    pub(super) fn event(&self, event: &Event) -> EventWords {
        let from = self.printed(&event.from, &event.before);
        let to = self.printed(&event.to, &event.after);
        let title = match event.kind {
            EventKind::Replaced => format!("{to} in the place of {from}"),
            _ => format!("{from} became {to}"),
        };
        let kind = match event.kind {
            EventKind::Renamed => "Renamed",
            EventKind::Split => "Split",
            EventKind::Merged => "Merged",
            EventKind::Replaced => "Replaced",
            EventKind::Acquired => "Acquired",
            EventKind::Mixed => "Several changes at once",
        };
        let sure = match event.certainty {
            Certainty::Stated => "a document says so".to_owned(),
            inferred => format!("an inference ({inferred})"),
        };
        EventWords {
            providers: event.from.union(&event.to).cloned().collect(),
            key: event.from.iter().map(String::as_str).collect::<Vec<_>>().join("+"),
            title,
            certainty: format!("{kind}; {sure}."),
            evidence: event
                .links
                .iter()
                .map(|link| {
                    format!(
                        "{} to {} ({}, {}): {} Source: {}.",
                        self.provider(&link.from),
                        self.provider(&link.to),
                        link.kind,
                        lower(link.certainty.term().meaning.trim_end_matches('.')),
                        link.evidence,
                        link.document
                    )
                })
                .collect(),
            lines: self.changes(&event.changes),
            before_too: self.listed_before(event),
            now: newcomers(event).map(|listing| self.listing(listing)).collect(),
        }
    }
}
