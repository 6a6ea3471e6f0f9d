//! The facts of a change in plain words, for every form of the diff that people read.

mod compared;
mod events;
mod facts;
mod flows;
mod phrases;
mod summary;

use serde::Serialize;
use service_providers_codegen::Stated;
use std::collections::BTreeSet;

use self::phrases::Phrases;
use super::model::{ComparedEdition, DateBasis, Diff, ProviderChange, RecordedProvider, Wording};
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
    /// How many providers of the older edition the events name.
    pub succeeded_before: usize,
    /// How many providers of the newer edition the events name.
    pub succeeded_after: usize,
    /// Providers of both editions of which only one of them says more, and no protection.
    pub kept: Vec<ProviderWords>,
    /// What the register holds of nobody in one of the editions.
    pub not_compared: Vec<String>,
    /// How the dates of the documents are known.
    pub dates: Vec<String>,
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

/// A provider and what is said of it.
#[derive(Serialize)]
pub struct ProviderWords {
    /// The provider's key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What is said.
    pub parts: Vec<Passage>,
    /// If all that is said of a provider in front of it is said of this one, too.
    pub same_as: Option<SameAs>,
}

/// A provider of which nothing else is said.
#[derive(Serialize)]
pub struct SameAs {
    /// Its name.
    pub name: String,
    /// What is said besides of the other provider.
    pub lines: Vec<String>,
}

/// Sentences that one source says.
#[derive(Serialize)]
pub struct Passage {
    /// Who says them, with a colon; empty if nothing has to be told apart.
    pub title: String,
    /// The sentences.
    pub lines: Vec<String>,
}

impl Passage {
    fn of(title: &str, lines: Vec<String>) -> Self {
        let colon = if title.is_empty() { "" } else { ":" };
        Self { title: format!("{title}{colon}"), lines }
    }

    /// A sentence that says itself whose it is.
    fn sentence(sentence: String) -> Self {
        Self { title: sentence, lines: Vec::new() }
    }

    /// The same with words in front of its title.
    fn with_prefix(self, opening: &str) -> Self {
        Self { title: format!("{opening}{}", self.title), ..self }
    }

    /// The title and the sentences, one after the other.
    pub fn all(parts: &[Self]) -> Vec<String> {
        let lines = parts.iter().flat_map(|part| std::iter::once(&part.title).chain(&part.lines));
        lines.filter(|line| !line.is_empty()).cloned().collect()
    }
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
    /// A sentence about followers that were listed before as well.
    pub before_too: Option<String>,
    /// What is said of the providers before and after.
    pub parts: Vec<Passage>,
}

/// Puts a change into words.
pub fn words(diff: &Diff, names: &Names) -> DiffWords {
    let publisher = names.name("publisher", &diff.publisher);
    let phrases = Phrases { names, publisher, diff };
    let in_both = |real: bool| -> Vec<ProviderWords> {
        let changes = diff.changed.iter().filter(|change| change.is_change() == real);
        changes.map(|change| phrases.in_both(change)).collect()
    };
    let renamed: Vec<String> = (diff.changed.iter().filter(|change| is_renamed(change)))
        .map(|change| phrases.provider(&change.provider))
        .collect();
    DiffWords {
        publisher: publisher.to_owned(),
        from: edition_words(&diff.from),
        to: edition_words(&diff.to),
        contact: known(&diff.contact),
        objection: known(&diff.objection),
        summary: summary::summary(diff, &renamed),
        added: phrases.added(),
        returned: diff.returned.iter().map(|listing| phrases.returned(listing)).collect(),
        retired: diff.retired.iter().map(|listing| phrases.listing(listing)).collect(),
        succeeded: diff.succeeded.iter().map(|event| phrases.event(event)).collect(),
        succeeded_before: diff.succeeded.iter().map(|event| event.before.len()).sum(),
        succeeded_after: diff.succeeded.iter().map(|event| event.after.len()).sum(),
        changed: in_both(true),
        kept: in_both(false),
        not_compared: facts::not_compared(diff),
        dates: dates(diff, names),
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
             A missing document does not mean that the practices ended.",
            diff.from.edition
        )],
        (0, after) => vec![format!(
            "Data transparency records held for the time of {}: none; for that of {to}: {after}. \
             A missing document does not mean that the practices began then.",
            diff.from.edition
        )],
        _ if change.ended.is_empty() && change.begun.is_empty() => vec![],
        _ => {
            let list = |keys: &BTreeSet<String>| {
                if keys.is_empty() { "none".to_owned() } else { prose(&Vec::from_iter(keys)) }
            };
            vec![
                format!("No longer on the page: {}.", list(&change.ended)),
                format!("New on the page: {}.", list(&change.begun)),
            ]
        }
    };
    let is_named = |edition: &[RecordedProvider]| !edition.is_empty();
    if is_named(&change.recorded_before) || is_named(&change.recorded_after) {
        lines.push("Whose data it is, what for, in which role the provider has it (it stores, backs up, gets or tracks), transfers and legal bases stand in each record, and are not told here.".to_owned());
    }
    lines
}

/// How the dates of the documents are known, edition by edition.
fn dates(diff: &Diff, names: &Names) -> Vec<String> {
    let line = |edition: &ComparedEdition| {
        let of = |date: &DateBasis| {
            format!(" {}: {}", names.name("documents", &date.document), date.basis)
        };
        let each: String = edition.dates.iter().map(of).collect();
        let among = edition
            .undated_basis
            .known()
            .map(|basis| format!(" Why a document without this date is among them: {}", &**basis));
        let edition = &edition.edition;
        format!("How the documents of {edition} are dated.{each}{}", among.unwrap_or_default())
    };
    let mut lines = vec![line(&diff.from), line(&diff.to)];
    lines.dedup();
    lines
}

/// Whether the newer edition prints a provider under another name.
fn is_renamed(change: &ProviderChange) -> bool {
    let mut reworded = change.rows.iter().flat_map(|row| &row.changes.reworded);
    reworded.any(|of| of.field == Wording::PublishedName)
}
