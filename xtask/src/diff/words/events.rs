//! What became of providers, how sure that is, and what shows it.

use service_providers_codegen::{Certainty, TermSet};

use super::EventWords;
use super::say::{Say, lower};
use crate::diff::model::{Event, EventKind};

impl Say<'_> {
    pub(super) fn event(&self, event: &Event) -> EventWords {
        let (from, to) = (self.names("providers", &event.from), self.names("providers", &event.to));
        let title = match event.kind {
            EventKind::Replaced => format!("{to} in the place of {from}"),
            _ => format!("{from} became {to}"),
        };
        let kind = match event.kind {
            EventKind::Renamed => "Renamed",
            EventKind::Split => "Split",
            EventKind::Merged => "Merged",
            EventKind::Replaced => "Replaced",
            EventKind::Mixed => "Several changes at once",
        };
        let sure = match event.certainty {
            Certainty::Stated => "a document says so".to_owned(),
            inferred => format!("an inference ({inferred})"),
        };
        EventWords {
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
                        link.source
                    )
                })
                .collect(),
            lines: self.changes(&event.changes),
        }
    }
}
