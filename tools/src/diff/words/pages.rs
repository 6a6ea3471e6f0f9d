//! The rows of providers and the order of pages, in words.

use std::collections::BTreeSet;

use super::phrases::{OLDER, Phrases, remarks, summary};
use crate::diff::model::{Layout, ProviderChange, Rewording, Wording};
use crate::page::{prose, upper};

impl Phrases<'_> {
    /// What changed about a provider in all its rows. Where several rows changed, each sentence
    /// names its row.
    pub(super) fn provider_changes(&self, change: &ProviderChange) -> Vec<String> {
        let several = change.rows.len() > 1;
        let mut lines = Vec::new();
        for row in &change.rows {
            let mut of_row = self.changes(&row.changes);
            if !of_row.is_empty() {
                let reworded = |field| {
                    let reworded = row.changes.reworded.iter();
                    reworded.filter(move |of| of.field == field)
                };
                let names =
                    reworded(Wording::PublishedName).map(names_printed).map(|of| upper(&of));
                let summaries = reworded(Wording::Summary).flat_map(|of| &of.after);
                let summaries = summaries.map(|text| summary(" now", text));
                of_row.splice(..0, names.chain(summaries));
                let notes = || reworded(Wording::Note);
                of_row.extend(remarks("", notes().flat_map(|of| &of.after)));
                // What changed may rest on what the register took the older words for.
                of_row.extend(remarks(OLDER, notes().flat_map(|of| &of.before)));
            }
            lines.extend(of_row.into_iter().map(|line| match several {
                true => format!("Row {} of {}: {line}", row.after.row, row.after.document),
                false => line,
            }));
        }
        for (opening, rows) in [
            ("In a further row:", &change.rows_added),
            ("No longer, in a row of its own:", &change.rows_gone),
        ] {
            for row in rows {
                lines.extend(self.profile(row).into_iter().map(|line| format!("{opening} {line}")));
            }
        }
        lines
    }

    /// What changed of the page itself.
    pub(super) fn layout(&self, layout: &Layout) -> Vec<String> {
        let mut lines = Vec::new();
        if !layout.moved.is_empty() {
            let moved = self.names("providers", &layout.moved);
            lines.push(format!("Rows that stand elsewhere: {moved}."));
        }
        lines.extend(
            layout
                .captions
                .iter()
                .map(|change| format!("The caption {} reads {} now.", change.before, change.after)),
        );
        lines
    }
}

/// That a provider is printed under another name.
pub(super) fn names_printed(names: &Rewording) -> String {
    let list =
        |names: &BTreeSet<String>| prose(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let (before, after) = (list(&names.before), list(&names.after));
    format!(
        "printed as {before} before, as {after} now. The register takes these names for one service."
    )
}
