//! What the pages for readers show of an edition, whatever they are written in: first what is
//! announced, then a summary, then a card for each published row, then who gets which data.

mod announcement;
mod card;
mod choices;
mod facts;
mod filters;
mod flows;
mod kinds;
mod names;
mod passing;
mod records;
mod site;
mod source;
mod timeline;
mod whose;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::{Vocabulary, VocabularyTerm};
use service_providers_codegen::row::{self, DisclosureRow};
use service_providers_codegen::{Certainty, Key, Party, Register};

use self::announcement::Announcement;
use self::card::{Card, RecordOf};
use self::choices::{Choices, choices};
use self::filters::Spoken;
use self::kinds::{KindOfData, kinds};
pub(super) use self::records::RecordsPage;
pub(super) use self::site::Site;
use self::source::{Source, sources};
use self::words::{WORDS, Words};
use super::projection::{PublishedRow, Runs, Terms, is_announced, published_rows, records};
use crate::page::lower;

/// What the page of an edition shows.
#[derive(Serialize)]
pub(super) struct Page {
    publisher: String,
    edition: String,
    published: String,
    announcement: Announcement,
    choices: Vec<Choices>,
    parts: Vec<Part>,
    rows: usize,
    kinds: Vec<KindOfData>,
    sources: Vec<Source>,
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
    fn beside(register: &Register, edition: &row::Edition) -> Self {
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
fn records_elsewhere(register: &Register, edition: &row::Edition) -> Vec<String> {
    let has_records = |edition: &row::Edition| !register.published_records(&edition.id).is_empty();
    let others = register.editions().iter().rev().filter(|_| !has_records(edition));
    others.filter(|other| has_records(other)).map(|other| other.id.clone()).collect()
}

/// Where links of a card lead to: what stands before and behind the key of a kind of data.
#[derive(Serialize)]
struct Links {
    kind: &'static str,
    end: &'static str,
}

/// A heading and the cards below it.
#[derive(Serialize)]
struct Part {
    anchor: String,
    name: String,
    description: Option<String>,
    cards: Vec<Card>,
}

/// An edition, and what all its cards ask for.
pub(super) struct Edition<'r> {
    register: &'r Register,
    edition: &'r row::Edition,
    announced: bool,
    terms: Terms<'r>,
    runs: Runs<'r>,
    spoken: Spoken<'r>,
    /// What rows of others say of a provider, by its key.
    elsewhere: BTreeMap<&'r str, Vec<&'r DisclosureRow>>,
    /// The providers with several rows.
    repeated: BTreeSet<&'r str>,
    /// The records of the edition that name each provider, with what it does there.
    records: BTreeMap<&'r str, Vec<RecordOf>>,
    /// The editions that list each provider.
    listed: BTreeMap<&'r str, Vec<&'r row::Edition>>,
    /// The countries in which rows say that the company of a provider is.
    countries: BTreeMap<&'r str, BTreeSet<&'r str>>,
    /// The names of each provider in documents of any edition, and how surely each is its name.
    names: BTreeMap<&'r str, BTreeMap<&'r str, Certainty>>,
}

impl<'r> Edition<'r> {
    fn new(register: &'r Register, edition: &'r row::Edition, rows: &[PublishedRow<'r>]) -> Self {
        let mut elsewhere: BTreeMap<&str, Vec<&DisclosureRow>> = BTreeMap::new();
        for row in rows.iter().flat_map(|row| row.disclosed.iter().chain(&row.not_disclosed)) {
            if let Party::OtherProvider(key) = &row.recipient {
                elsewhere.entry(key).or_default().push(row);
            }
        }
        Self {
            register,
            edition,
            announced: is_announced(register, edition),
            terms: Terms::of(&register.vocabulary),
            runs: Runs::of_engagements(register, &edition.id),
            spoken: Spoken::of(register, &edition.published, rows),
            elsewhere,
            repeated: repeated(rows.iter().map(|row| row.row.provider.as_str())),
            records: records_by_provider(register, &edition.id),
            listed: register.editions_by_provider(),
            countries: countries_by_provider(rows),
            names: names_by_provider(register),
        }
    }

    /// What rows of others say of a provider.
    fn elsewhere(&self, provider: &str) -> &[&'r DisclosureRow] {
        self.elsewhere.get(provider).map_or(&[], Vec::as_slice)
    }

    /// The countries that other rows name where the row of a provider does not say where the company is.
    fn countries_elsewhere(&self, row: &row::EngagementRow) -> impl Iterator<Item = &'r str> {
        let unknown = row.entity_country.known().is_none();
        let countries = self.countries.get(row.provider.as_str()).filter(|_| unknown);
        countries.into_iter().flatten().copied()
    }

    /// Whether a provider stands in several rows.
    fn is_repeated(&self, provider: &str) -> bool {
        self.repeated.contains(provider)
    }

    /// The editions up to this one that list a provider, without a gap.
    fn listed_since(&self, provider: &str) -> &'r str {
        let listing = self.listed.get(provider).map_or(&[][..], Vec::as_slice);
        let lists = |id: &str| listing.iter().any(|edition| edition.id == *id);
        let editions = self.register.editions();
        let at = editions.iter().position(|edition| edition.id == self.edition.id).unwrap_or(0);
        let run = editions[..=at].iter().rev().take_while(|edition| lists(&edition.id));
        run.last().map_or(&*self.edition.id, |edition| &edition.id)
    }

    /// Whether the edition in force does not list a provider.
    fn is_new(&self, provider: &str) -> bool {
        let current = &self.register.current_edition().id;
        let listing = self.listed.get(provider);
        !listing.is_some_and(|editions| editions.iter().any(|edition| edition.id == *current))
    }
}

impl Page {
    pub(super) fn new(register: &Register, edition: &row::Edition) -> Self {
        let rows = published_rows(register, &edition.id);
        let known = Edition::new(register, edition, &rows);
        let cards = cards(&known, &rows);
        Self {
            publisher: register.file.publisher.name.to_string(),
            edition: edition.id.clone(),
            published: edition.published.clone(),
            announcement: Announcement::of(register, edition),
            choices: choices(&known, &rows, &cards),
            rows: rows.len(),
            kinds: kinds(register, &edition.id, &rows, &cards),
            parts: parts(register, &rows, cards),
            sources: sources(register, edition),
            licence: register.file.data_licence_note.to_string(),
            records: !register.published_records(&edition.id).is_empty(),
            lists: Lists::beside(register, edition),
            words: &WORDS,
            links: Links { kind: "#_data-", end: "" },
        }
    }
}

/// The records of an edition by the providers that they name.
fn records_by_provider<'r>(
    register: &'r Register,
    edition: &str,
) -> BTreeMap<&'r str, Vec<RecordOf>> {
    let mut named: BTreeMap<&str, Vec<RecordOf>> = BTreeMap::new();
    for record in records(register, edition) {
        let categories = &register.vocabulary.data_categories;
        let mut roles: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for row in record.recipients {
            let role = format!("{} {}", lower(self::records::role(row.role)), WORDS.record_it);
            let of = roles.entry(&row.provider).or_default();
            if !of.contains(&role) {
                of.push(role);
            }
        }
        let name = Vocabulary::name(categories, &record.row.data_category);
        for (provider, roles) in roles {
            let of = named.entry(provider).or_default();
            match of.iter_mut().find(|other| other.name == name && other.roles == roles) {
                Some(same) => same.numbers.push(record.position),
                None => {
                    let numbers = vec![record.position];
                    of.push(RecordOf { numbers, name: name.to_owned(), roles });
                }
            }
        }
    }
    named
}

fn countries_by_provider<'r>(rows: &[PublishedRow<'r>]) -> BTreeMap<&'r str, BTreeSet<&'r str>> {
    let mut countries: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for published in rows {
        if let Some(country) = published.row.entity_country.known() {
            countries.entry(&published.row.provider).or_default().insert(country);
        }
    }
    countries
}

/// The names of providers in the rows and the records of all editions.
fn names_by_provider(register: &Register) -> BTreeMap<&str, BTreeMap<&str, Certainty>> {
    let mut names: BTreeMap<&str, BTreeMap<&str, Certainty>> = BTreeMap::new();
    for edition in register.editions() {
        for row in register.published_rows(&edition.id) {
            let name = row.listing.published_name.known();
            let of = names.entry(&row.engagement.row.provider).or_default();
            of.extend(name.map(|name| (&**name, Certainty::Stated)));
        }
        for record in register.published_records(&edition.id) {
            for row in &record.practice.recipients {
                let of = names.entry(&row.provider).or_default();
                let known = of.entry(&row.published_name).or_insert(row.identity);
                if row.identity == Certainty::Stated {
                    *known = Certainty::Stated;
                }
            }
        }
    }
    names
}

/// A card for each row, in published order.
fn cards(edition: &Edition<'_>, rows: &[PublishedRow<'_>]) -> Vec<Card> {
    let mut counts: BTreeMap<&Key, usize> = BTreeMap::new();
    let mut cards = Vec::new();
    for published in rows {
        let key = &published.row.provider;
        let number = counts.entry(key).or_default();
        *number += 1;
        // A key has no two hyphens in a row, so no other key is the same.
        let anchor = match number {
            1 => key.to_string(),
            number => format!("{key}--{number}"),
        };
        cards.push(Card::new(edition, published, anchor));
    }
    cards
}

/// The sections in the order of the vocabulary, then the rows that stand in none. In a section, the
/// kinds of service stand together; rows without a kind come first.
fn parts(register: &Register, rows: &[PublishedRow<'_>], cards: Vec<Card>) -> Vec<Part> {
    let mut sections: Vec<_> = register.vocabulary.sections.iter().collect();
    sections.sort_by_key(|section| section.position);
    let place_of_section = |key: Option<&Key>| {
        key.map_or(sections.len(), |key| {
            sections.iter().position(|row| row.key == *key).unwrap_or(sections.len())
        })
    };
    let categories = &register.vocabulary.service_categories;
    let place_of_category = |key: Option<&Key>| {
        key.and_then(|key| Some(categories.iter().find(|row| row.key == *key)?.position))
    };
    let mut placed: BTreeMap<usize, Vec<(Option<u32>, Card)>> = BTreeMap::new();
    for (row, card) in rows.iter().zip(cards) {
        let section = place_of_section(row.listing.section.known());
        let category = place_of_category(row.row.service_category.known());
        placed.entry(section).or_default().push((category, card));
    }
    let part = |(at, mut cards): (usize, Vec<(Option<u32>, Card)>)| {
        cards.sort_by_key(|(category, _)| *category);
        let section = sections.get(at);
        Part {
            anchor: section
                .map_or_else(|| "_section".to_owned(), |row| format!("_section-{}", row.key)),
            name: section.map_or_else(|| WORDS.providers.to_owned(), |row| row.name.to_string()),
            description: section.map(|row| row.description.to_string()),
            cards: cards.into_iter().map(|(_, card)| card).collect(),
        }
    };
    placed.into_iter().map(part).collect()
}

/// The keys that stand there several times.
fn repeated<'r>(keys: impl Iterator<Item = &'r str>) -> BTreeSet<&'r str> {
    let mut once = BTreeSet::new();
    keys.filter(|key| !once.insert(*key)).collect()
}

/// The names of keys, in their order.
fn names_of<T: VocabularyTerm>(terms: &[T], keys: &[Key]) -> Vec<String> {
    keys.iter().map(|key| Vocabulary::name(terms, key).to_owned()).collect()
}
