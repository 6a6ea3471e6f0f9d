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
use super::model::{Diff, Side, Wording};
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
    /// What only one of the editions says, by fact.
    pub silent: Vec<Silence>,
    /// Providers of which only words changed, and which words.
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
}

/// A fact that only one of the editions speaks of.
#[derive(Serialize)]
pub struct Silence {
    /// Which fact, and which edition is silent.
    pub title: String,
    /// How many providers it concerns.
    pub count: usize,
    /// What is said, and of which providers.
    pub items: Vec<String>,
}

/// Puts a change into words.
pub fn words(diff: &Diff, names: &Names) -> Words {
    let say = Say { names };
    let mut changed = Vec::new();
    let mut reworded = Vec::new();
    for change in &diff.changed {
        let lines = say.changes(&change.changes);
        if !lines.is_empty() {
            changed.push(say.entry(&change.provider, lines));
        }
        if !change.changes.reworded.is_empty() {
            let fields: Vec<String> =
                change.changes.reworded.iter().map(|r| wording(r.field).to_owned()).collect();
            reworded.push(say.entry(&change.provider, fields));
        }
    }
    let side = |side: &Side| SideWords {
        edition: side.edition.clone(),
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
        said_differently: diff.changed.len() - changed.len(),
        changed,
        silent: say.silences(diff),
        reworded,
        unchanged: diff.unchanged.iter().map(|key| say.provider(key)).collect(),
        practices: practices(diff),
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

fn wording(field: Wording) -> &'static str {
    match field {
        Wording::PublishedName => "printed name",
        Wording::Summary => "summary",
        Wording::Note => "note",
        Wording::Condition => "conditions of disclosures",
    }
}
