//! What became of providers, in words.

use std::collections::BTreeSet;

use service_providers_codegen::Certainty;

use super::phrases::Phrases;
use super::{EventWords, Passage};
use crate::diff::model::{Event, EventKind, Link, ListedProvider, Profile};
use crate::page::upper;

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
    fn event_parts(&self, event: &Event) -> Vec<Passage> {
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
        // What is inferred is not told as a fact.
        let likely = match event.certainty {
            Certainty::Stated => "",
            Certainty::Strong | Certainty::Moderate => "probably ",
            Certainty::Weak => "perhaps ",
        };
        let title = match event.kind {
            EventKind::Replaced => format!("{to}, {likely}in the place of {from}"),
            _ => format!("{from} {likely}became {to}"),
        };
        let kind = match event.kind {
            EventKind::Renamed => "renamed",
            EventKind::Split => "split",
            EventKind::Merged => "merged",
            EventKind::Replaced => "replaced",
            EventKind::Acquired => "acquired",
            EventKind::Mixed => "several changes at once",
        };
        let sure = certainty_words(event);
        EventWords {
            providers: event.from.union(&event.to).cloned().collect(),
            key: event.from.iter().map(String::as_str).collect::<Vec<_>>().join("+"),
            title,
            certainty: upper(&format!("{likely}{kind}. {sure}")),
            evidence: event
                .links
                .iter()
                .map(|link| {
                    format!(
                        "{} to {} ({}{}): {} Source: {}.",
                        self.provider(&link.from),
                        self.provider(&link.to),
                        link.kind,
                        evidence(link.certainty),
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

/// How sure the links of an event are together.
fn certainty_words(event: &Event) -> String {
    let inferred = match event.certainty {
        Certainty::Stated => return "A document says so.".to_owned(),
        inferred => inferred,
    };
    let certainties = || event.links.iter().map(|link| link.certainty);
    let (opening, what) = match certainties().any(|it| it == Certainty::Stated) {
        true => ("A document says a part of it.", "the rest"),
        false => ("No document says so.", "it"),
    };
    let is_weakest = certainties().any(|it| it != inferred && it != Certainty::Stated);
    let at = if is_weakest { " where it is weakest" } else { "" };
    format!("{opening} The register infers {what}; the evidence is {inferred}{at}.")
}

/// How sure a link is, after its kind.
fn evidence(certainty: Certainty) -> String {
    match certainty {
        Certainty::Stated => "; a document says so".to_owned(),
        inferred => format!("; inferred, {inferred} evidence"),
    }
}
