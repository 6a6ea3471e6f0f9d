//! The page of an edition.

use serde::Serialize;
use service_providers_codegen::{Register, row};

use super::announcement::Announcement;
use super::card::cards;
use super::choices::{Choices, choices};
use super::edition_facts::EditionFacts;
use super::kinds::{KindOfData, kinds};
use super::parts::{Part, parts};
use super::source::{DocumentSource, sources};
use super::words::{WORDS, Words};
use crate::export::projection::PublishedRow;
use crate::export::register_facts::RegisterFacts;

/// What the page of an edition shows.
#[derive(Serialize)]
pub(in crate::export) struct Page {
    publisher: String,
    edition: String,
    published: String,
    announcement: Announcement,
    choices: Vec<Choices>,
    parts: Vec<Part>,
    rows: usize,
    kinds: Vec<KindOfData>,
    sources: Vec<DocumentSource>,
    licence: String,
    /// Whether records of practices are held for the edition.
    records: bool,
    lists: Lists,
    words: &'static Words,
    links: Links,
}

/// The other lists, and what changed since the one before.
#[derive(Serialize)]
struct Lists {
    /// Whether there is a page of what changed.
    changed: bool,
    /// The other editions, newest first.
    others: Vec<String>,
    /// Those with data transparency records, if this edition has none.
    records: Vec<String>,
}

impl Lists {
    fn other_than(register: &Register, edition: &row::Edition) -> Self {
        let editions = register.editions();
        let others = editions.iter().rev().filter(|other| other.id != edition.id);
        Self {
            changed: editions.first().is_some_and(|first| first.id != edition.id),
            others: others.map(|other| other.id.clone()).collect(),
            records: records_elsewhere(register, edition),
        }
    }
}

/// The other editions with data transparency records, newest first, if an edition has none.
pub(super) fn records_elsewhere(register: &Register, edition: &row::Edition) -> Vec<String> {
    let has_records = |edition: &row::Edition| !register.published_records(&edition.id).is_empty();
    let others = register.editions().iter().rev().filter(|_| !has_records(edition));
    others.filter(|other| has_records(other)).map(|other| other.id.clone()).collect()
}

/// Where links of a card lead to: what stands before and behind the key of a kind of data.
#[derive(Serialize)]
pub(super) struct Links {
    pub(super) kind: &'static str,
    pub(super) end: &'static str,
}

impl Page {
    pub(in crate::export) fn new<'r>(
        facts: &'r RegisterFacts<'r>,
        edition: &'r row::Edition,
        rows: &[PublishedRow<'r>],
    ) -> Self {
        let register = facts.register;
        let known = EditionFacts::new(facts, edition, rows);
        let cards = cards(&known, rows);
        Self {
            publisher: register.file.publisher.name.to_string(),
            edition: edition.id.clone(),
            published: edition.published.clone(),
            announcement: Announcement::of(register, edition),
            choices: choices(&known, rows, &cards),
            rows: rows.len(),
            kinds: kinds(&known, rows, &cards),
            parts: parts(register, rows, cards),
            sources: sources(register, edition),
            licence: register.file.data_licence_note.to_string(),
            records: !register.published_records(&edition.id).is_empty(),
            lists: Lists::other_than(register, edition),
            words: &WORDS,
            links: Links { kind: "#_data-", end: "" },
        }
    }
}
