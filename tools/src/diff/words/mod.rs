//! The facts of a change in plain words, for every form of the diff that people read.

mod disclosures;
mod events;
mod facts;
mod flows;
mod one_sided;
mod pages;
mod phrases;
mod shares;
mod summary;
mod values;

use serde::Serialize;
use service_providers_codegen::Stated;
use std::collections::BTreeSet;

use self::pages::names_printed;
use self::phrases::Phrases;
use super::model::{ComparedEdition, Diff, Rewording, Wording};
use crate::page::{Names, prose};

/// A change in words.
#[derive(Serialize)]
pub struct DiffWords {
    /// The name of the publisher.
    pub publisher: String,
    /// Where questions go, if a document says.
    pub contact: Option<String>,
    /// How customers object, if a document says.
    pub objection: Option<String>,
    /// The older edition.
    pub from: EditionWords,
    /// The newer edition.
    pub to: EditionWords,
    /// What happened to how many providers.
    pub summary: Vec<String>,
    /// Providers that are new.
    pub added: Vec<ProviderWords>,
    /// Providers that are listed again, and since when they were not.
    pub returned: Vec<ProviderWords>,
    /// Providers that are gone.
    pub retired: Vec<ProviderWords>,
    /// Providers that became others.
    pub succeeded: Vec<EventWords>,
    /// Providers about which a fact changed.
    pub changed: Vec<ProviderWords>,
    /// How many providers of both editions are described differently although no fact changed.
    pub said_differently: usize,
    /// Providers of both editions that the newer one prints under another name.
    pub renamed: Vec<String>,
    /// How many providers of the older edition the events name.
    pub succeeded_before: usize,
    /// How many providers of the newer edition the events name.
    pub succeeded_after: usize,
    /// Providers of both editions about which no fact changed.
    pub kept: Vec<String>,
    /// What cannot be compared.
    pub not_compared: Vec<String>,
    /// Facts that only one of the editions states.
    pub silent: Vec<OneSidedFact>,
    /// Providers whose words changed, and which words.
    pub reworded: Vec<ProviderWords>,
    /// Providers about which both editions say the same.
    pub unchanged: Vec<String>,
    /// The data transparency records of the two editions.
    pub practices: Vec<String>,
    /// What changed of the page itself.
    pub layout: Vec<String>,
}

/// An edition in words.
#[derive(Serialize)]
pub struct EditionWords {
    /// Its id.
    pub edition: String,
    /// The release that it is taken from, if two releases are compared.
    pub release: Option<String>,
    /// When it was published.
    pub published: String,
    /// Whether it is announced and not in force yet.
    pub announced: bool,
    /// When it takes effect, if a document says.
    pub effective: Option<String>,
    /// Until when customers may object, if a document says.
    pub objection_until: Option<String>,
    /// How many providers it lists.
    pub providers: usize,
    /// How many rows it publishes.
    pub rows: usize,
}

/// A provider and sentences about it.
#[derive(Serialize)]
pub struct ProviderWords {
    /// The provider's key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The sentences.
    pub lines: Vec<String>,
}

/// An event in words.
#[derive(Serialize)]
pub struct EventWords {
    /// The keys of the providers before, joined.
    pub key: String,
    /// The keys of all providers before and after, in order.
    pub providers: Vec<String>,
    /// What happened, as a heading.
    pub title: String,
    /// What kind of event it is, and how certain.
    pub certainty: String,
    /// What the event is known from.
    pub evidence: Vec<String>,
    /// What changed with it.
    pub lines: Vec<String>,
    /// A sentence about followers that were listed before as well.
    pub before_too: Option<String>,
    /// What is said of the followers.
    pub now: Vec<ProviderWords>,
}

/// A fact that only one of the editions states.
#[derive(Serialize)]
pub struct OneSidedFact {
    /// Which fact, and which edition states it.
    pub title: String,
    /// What is said, and about which providers.
    pub items: Vec<String>,
}

/// Puts a change into words.
pub fn words(diff: &Diff, names: &Names) -> DiffWords {
    let publisher = names.name("publisher", &diff.publisher);
    let phrases = Phrases { names, publisher };
    let mut changed = Vec::new();
    let (mut renamed, mut reworded) = (Vec::new(), Vec::new());
    for change in &diff.changed {
        let lines = phrases.provider_changes(change);
        if !lines.is_empty() {
            changed.push(phrases.entry(&change.provider, lines));
        }
        let all = change.rows.iter().flat_map(|row| &row.changes.reworded);
        let (names, others): (Vec<_>, Vec<_>) =
            all.partition(|reworded| reworded.field == Wording::PublishedName);
        renamed.extend(
            names
                .into_iter()
                .map(|of| format!("{}: {}", phrases.provider(&change.provider), names_printed(of))),
        );
        if !others.is_empty() {
            let fields = others.into_iter().map(reworded_field).collect();
            reworded.push(phrases.entry(&change.provider, fields));
        }
    }
    let has_changed = |key: &str| changed.iter().any(|of| of.key == key);
    let both = diff.changed.iter().map(|of| &of.provider).chain(&diff.unchanged);
    let mut kept: Vec<String> =
        both.filter(|key| !has_changed(key)).map(|key| phrases.provider(key)).collect();
    kept.sort();
    DiffWords {
        publisher: publisher.to_owned(),
        from: edition_words(&diff.from),
        to: edition_words(&diff.to),
        contact: known(&diff.contact),
        objection: known(&diff.objection),
        summary: summary::summary(diff, changed.len(), kept.len()),
        added: diff.added.iter().map(|listing| phrases.listing(listing)).collect(),
        returned: diff.returned.iter().map(|listing| phrases.returned(listing)).collect(),
        retired: diff.retired.iter().map(|listing| phrases.listing(listing)).collect(),
        succeeded: diff.succeeded.iter().map(|event| phrases.event(event)).collect(),
        succeeded_before: diff.succeeded.iter().map(|event| event.before.len()).sum(),
        succeeded_after: diff.succeeded.iter().map(|event| event.after.len()).sum(),
        said_differently: diff.changed.len() - changed.len(),
        renamed,
        changed,
        kept,
        not_compared: one_sided::not_compared(diff),
        silent: phrases.one_sided_facts(diff),
        reworded,
        unchanged: diff.unchanged.iter().map(|key| phrases.provider(key)).collect(),
        practices: practices(diff),
        layout: phrases.layout(&diff.layout),
    }
}

fn edition_words(edition: &ComparedEdition) -> EditionWords {
    EditionWords {
        edition: edition.edition.clone(),
        release: edition.release.clone(),
        published: edition.published.clone(),
        announced: edition.announced,
        effective: known(&edition.effective),
        objection_until: known(&edition.objection_until),
        providers: edition.providers,
        rows: edition.rows,
    }
}

fn known<T: std::str::FromStr + std::fmt::Display>(fact: &Stated<T>) -> Option<String> {
    fact.known().map(ToString::to_string)
}

fn practices(diff: &Diff) -> Vec<String> {
    let (change, to) = (&diff.practices, &diff.to.edition);
    let mut lines = match (change.before, change.after) {
        (0, 0) => vec![],
        (before, 0) => vec![format!(
            "Data transparency records held for the time of {}: {before}; for that of {to}: none. \
             That none is held does not mean that the practices ended.",
            diff.from.edition
        )],
        (0, after) => vec![format!(
            "Data transparency records held for the time of {}: none; for that of {to}: {after}. \
             That none were held does not mean that the practices began then.",
            diff.from.edition
        )],
        _ if change.ended.is_empty() && change.begun.is_empty() => vec![],
        _ => {
            let list = |keys: &BTreeSet<String>| {
                if keys.is_empty() {
                    "none".to_owned()
                } else {
                    prose(&keys.iter().map(String::as_str).collect::<Vec<_>>())
                }
            };
            vec![
                format!("No longer on the page: {}.", list(&change.ended)),
                format!("New on the page: {}.", list(&change.begun)),
            ]
        }
    };
    let held = [(change.before, &diff.from), (change.after, &diff.to)];
    for (_, edition) in held.into_iter().filter(|(records, _)| *records > 0) {
        if let Some(basis) = edition.undated_basis.known() {
            let edition = &edition.edition;
            lines.push(format!(
                "Not every document held for the time of {edition} bears that date. What is known \
                 of it: {}",
                &**basis
            ));
        }
    }
    lines
}

/// Which words changed. The words for what a provider does are short, so they are shown.
fn reworded_field(reworded: &Rewording) -> String {
    let list = |texts: &BTreeSet<String>| {
        texts.iter().map(|text| format!("\u{201c}{text}\u{201d}")).collect::<Vec<_>>().join(" ")
    };
    match reworded.field {
        Wording::PublishedName => "printed name".to_owned(),
        Wording::Summary => {
            format!(
                "what it does, {} before, {} now",
                list(&reworded.before),
                list(&reworded.after)
            )
        }
        Wording::Note => "remarks of the register".to_owned(),
    }
}
