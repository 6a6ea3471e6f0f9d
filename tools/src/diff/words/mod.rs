//! The facts of a change in plain words, for every form that people read.

mod events;
mod facts;
mod flows;
mod say;
mod silences;

use serde::Serialize;
use service_providers_codegen::Stated;
use std::collections::BTreeSet;

use self::say::Say;
use super::model::{Diff, Rewording, Side, Wording};
use crate::page::{Names, prose};

/// A change in words.
#[derive(Serialize)]
pub struct Words {
    /// The name of the publisher.
    pub publisher: String,
    /// The older edition.
    pub from: SideWords,
    /// The newer edition.
    pub to: SideWords,
    /// Providers that are new.
    pub added: Vec<Entry>,
    /// Providers that are gone.
    pub retired: Vec<Entry>,
    /// Providers that became others.
    pub succeeded: Vec<EventWords>,
    /// Providers about which a fact changed.
    pub changed: Vec<Entry>,
    /// How many providers of both editions are left, of which no fact changed.
    pub said_differently: usize,
    /// Of providers that both editions list: printed under another name.
    pub renamed: Vec<String>,
    /// How many providers of either edition the events join.
    pub succeeded_before: usize,
    /// How many of the newer edition.
    pub succeeded_after: usize,
    /// What only one of the editions says, by fact.
    pub silent: Vec<Silence>,
    /// Providers of which words changed, and which words.
    pub reworded: Vec<Entry>,
    /// Providers about which the same is said.
    pub unchanged: Vec<String>,
    /// The data transparency records of the two times.
    pub practices: Vec<String>,
}

/// An edition in words.
#[derive(Serialize)]
pub struct SideWords {
    /// Its id.
    pub edition: String,
    /// The release that it is taken from, where two releases are compared.
    pub release: Option<String>,
    /// When it was published.
    pub published: String,
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
pub struct Entry {
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
    /// What happened, as a heading.
    pub title: String,
    /// What kind of event it is, and how sure.
    pub certainty: String,
    /// What shows it.
    pub evidence: Vec<String>,
    /// What changed with it.
    pub lines: Vec<String>,
    /// That some of those who followed were listed before.
    pub before_too: Option<String>,
    /// What is said of those who followed and were not listed before.
    pub now: Vec<Entry>,
}

/// A fact that only one of the editions speaks of.
#[derive(Serialize)]
pub struct Silence {
    /// Which fact, and which edition is silent.
    pub title: String,
    /// What a reader has to know of the texts held, if anything.
    pub remark: Option<String>,
    /// Whether a notice says it of each provider: where data is, and what protects it.
    pub weighty: bool,
    /// How many providers it concerns.
    pub count: usize,
    /// What is said, and of which providers.
    pub items: Vec<String>,
}

/// Puts a change into words.
pub fn words(diff: &Diff, names: &Names) -> Words {
    let say = Say { names };
    let mut changed = Vec::new();
    let (mut renamed, mut reworded) = (Vec::new(), Vec::new());
    for change in &diff.changed {
        let lines = say.changes(&change.changes);
        if !lines.is_empty() {
            changed.push(say.entry(&change.provider, lines));
        }
        let (names, others): (Vec<_>, Vec<_>) = (change.changes.reworded.iter())
            .partition(|reworded| reworded.field == Wording::PublishedName);
        renamed.extend(names.into_iter().map(|of| say.names_printed(&change.provider, of)));
        if !others.is_empty() {
            let fields = others.into_iter().map(reworded_field).collect();
            reworded.push(say.entry(&change.provider, fields));
        }
    }
    let side = |side: &Side| SideWords {
        edition: side.edition.clone(),
        release: side.release.clone(),
        published: side.published.clone(),
        effective: known(&side.effective),
        objection_until: known(&side.objection_until),
        providers: side.providers,
        rows: side.rows,
    };
    Words {
        publisher: names.name("publisher", &diff.publisher).to_owned(),
        from: side(&diff.from),
        to: side(&diff.to),
        added: diff.added.iter().map(|listing| say.listing(listing)).collect(),
        retired: diff.retired.iter().map(|listing| say.listing(listing)).collect(),
        succeeded: diff.succeeded.iter().map(|event| say.event(event)).collect(),
        succeeded_before: diff.succeeded.iter().map(|event| event.before.len()).sum(),
        succeeded_after: diff.succeeded.iter().map(|event| event.after.len()).sum(),
        said_differently: diff.changed.len() - changed.len(),
        renamed,
        changed,
        silent: say.silences(diff),
        reworded,
        unchanged: diff.unchanged.iter().map(|key| say.provider(key)).collect(),
        practices: practices(diff),
    }
}

impl Say<'_> {
    /// A provider that is printed under another name.
    fn names_printed(&self, provider: &str, names: &Rewording) -> String {
        let list =
            |names: &BTreeSet<String>| prose(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let (before, after) = (list(&names.before), list(&names.after));
        format!("{}: printed as {before} before, as {after} now.", self.provider(provider))
    }
}

fn known(date: &Stated<String>) -> Option<String> {
    date.known().cloned()
}

fn practices(diff: &Diff) -> Vec<String> {
    let (change, to) = (&diff.practices, &diff.to.edition);
    match (change.before, change.after) {
        (0, 0) => vec![],
        (before, 0) => vec![format!(
            "Data transparency records held for the time of {}: {before}; for that of {to}: none. \
             That none is held does not mean that the practices ended.",
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
                format!("Data transparency records that ended: {}.", list(&change.ended)),
                format!("Data transparency records that began: {}.", list(&change.begun)),
            ]
        }
    }
}

/// Which words changed; what a provider does is short enough to be said.
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
        Wording::Condition => "conditions of disclosures".to_owned(),
    }
}
