//! What became of providers, in words.

use std::collections::BTreeSet;

use service_providers_codegen::{Certainty, ClosedSet};

use super::phrases::Phrases;
use super::{EventWords, Part};
use crate::diff::model::{Event, EventKind, Link, ListedProvider, Profile};
use crate::page::lower;

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

    /// What the lists say of the providers. One before and one after are told under one another; where
    /// several take part, each is told in full.
    fn event_parts(&self, event: &Event) -> Vec<Part> {
        let rows = |listed: &[ListedProvider]| -> Vec<Profile> {
            let rows = listed.iter().flat_map(|listed| &listed.rows);
            rows.map(|row| row.facts.clone()).collect()
        };
        let mut parts = match (rows(&event.before).as_slice(), rows(&event.after).as_slice()) {
            ([older], [newer]) => self.compared(older, newer, &event.changes),
            _ => {
                let of = |which: &str, listed: &ListedProvider| {
                    let title = format!(
                        "The {which} {} says of {}",
                        self.list(),
                        self.name_printed(listed)
                    );
                    self.rows(&title, listed)
                };
                let before = event.before.iter().flat_map(|listed| of("older", listed));
                before.chain(event.after.iter().flat_map(|listed| of("newer", listed))).collect()
            }
        };
        for provider in event.from.union(&event.to) {
            parts.extend(self.recorded(provider));
        }
        parts
    }

    /// The document that shows a link.
    fn source(&self, link: &Link) -> String {
        let title = self.names.name("documents", &link.document);
        let date = link.document_date.known().filter(|date| !title.contains(date.as_str()));
        let date = date.map(|date| format!(" of {date}")).unwrap_or_default();
        let held = if link.text_held { "" } else { ", whose text the register does not hold" };
        format!("{title}{date}{held}")
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
        let is_stated = |link: &Link| link.certainty == Certainty::Stated;
        let sure = match event.certainty {
            Certainty::Stated => "A document says so.".to_owned(),
            inferred => {
                let (said, what) = match event.links.iter().any(is_stated) {
                    true => ("A document says a part of it.", "the rest"),
                    false => ("No document says so.", "it"),
                };
                let is_weakest = event
                    .links
                    .iter()
                    .any(|link| link.certainty != inferred && link.certainty != Certainty::Stated);
                let at = if is_weakest { " where it is weakest" } else { "" };
                format!("{said} The register infers {what}; the evidence is {inferred}{at}.")
            }
        };
        EventWords {
            providers: event.from.union(&event.to).cloned().collect(),
            key: event.from.iter().map(String::as_str).collect::<Vec<_>>().join("+"),
            title,
            certainty: format!("{kind}. {sure}"),
            evidence: event
                .links
                .iter()
                .map(|link| {
                    format!(
                        "{} to {} ({}; {}): {} Source: {}.",
                        self.provider(&link.from),
                        self.provider(&link.to),
                        link.kind,
                        lower(link.certainty.term().meaning.trim_end_matches('.')),
                        link.evidence,
                        self.source(link)
                    )
                })
                .collect(),
            parts: self.event_parts(event),
            before_too: self.listed_before(event),
        }
    }
}
