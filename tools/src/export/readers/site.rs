//! What the site over all editions shows: an index, the changes from one edition to the next, a page
//! for each provider and one for each kind of data.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::{Register, row};

use super::card::{Card, cards};
use super::edition_facts::EditionFacts;
use super::kinds::{KindOfData, Who, kinds};
use super::page::Links as KindLinks;
use super::timeline::{Fates, timeline};
use super::words::{WORDS, Words};
use crate::atom::{Feed, Links, tag};
use crate::diff::model::Diff;
use crate::diff::words::{DiffWords, words};
use crate::diff::{EditionRef, compare, entries};
use crate::export::projection::{is_announced, published_rows};
use crate::export::register_facts::RegisterFacts;
use crate::page::Names;

/// All editions, newest first, each with its cards.
pub(in crate::export) struct Site<'r> {
    facts: &'r RegisterFacts<'r>,
    editions: Vec<EditionCards<'r>>,
    names: Names,
    /// What changed to each edition from the one before it, also in words.
    diffs: Vec<(Diff, DiffWords)>,
}

/// An edition and what its page shows.
struct EditionCards<'r> {
    edition: &'r row::Edition,
    cards: Vec<Card>,
    kinds: BTreeMap<String, KindOfData>,
}

/// What every page of the site has.
#[derive(Serialize)]
struct Common {
    publisher: String,
    words: &'static Words,
    links: KindLinks,
}

/// The first page.
#[derive(Serialize)]
pub(in crate::export) struct IndexPage {
    #[serde(flatten)]
    common: Common,
    lists: Vec<EditionLine>,
    timeline: Vec<Fates>,
    /// The key and the name of each kind of data that somebody gets in some edition.
    kinds: Vec<(String, String)>,
}

/// An edition.
#[derive(Serialize)]
struct EditionLine {
    edition: String,
    state: &'static str,
    rows: usize,
    /// The edition before it.
    before: Option<String>,
    /// Whether data transparency records are held for it.
    records: bool,
}

/// What changed from one edition to the next.
#[derive(Serialize)]
pub(in crate::export) struct ChangesPage<'s> {
    #[serde(flatten)]
    common: Common,
    /// The newer edition.
    pub(in crate::export) edition: &'s str,
    diff: &'s DiffWords,
}

/// What all editions say of a provider.
#[derive(Serialize)]
pub(in crate::export) struct ProviderPage<'s> {
    #[serde(flatten)]
    common: Common,
    pub(in crate::export) key: String,
    name: String,
    /// The cards in each edition.
    lists: Vec<(&'s str, Vec<&'s Card>)>,
}

/// Who gets a kind of data.
#[derive(Serialize)]
pub(in crate::export) struct KindPage<'s> {
    #[serde(flatten)]
    common: Common,
    pub(in crate::export) key: String,
    name: String,
    description: String,
    wider: Option<(&'s str, &'s str)>,
    narrower: Vec<(&'s str, &'s str)>,
    /// Who gets it in each edition.
    lists: Vec<(&'s str, &'s [Who])>,
}

impl<'r> Site<'r> {
    pub(in crate::export) fn of(facts: &'r RegisterFacts<'r>) -> Self {
        let register = facts.register;
        let edition = |edition: &'r row::Edition| {
            let rows = published_rows(register, &edition.id);
            let known = EditionFacts::new(facts, edition, &rows);
            let cards = cards(&known, &rows);
            let kinds = kinds(&known, &rows, &cards).into_iter();
            let kinds = kinds.map(|kind| (kind.key.clone(), kind)).collect();
            EditionCards { edition, cards, kinds }
        };
        let names = Names::of(&[register]);
        let diff = |pair: &[row::Edition]| {
            let of = |at: usize| EditionRef { register, id: &pair[at].id };
            let diff = compare(of(0), of(1), register);
            let words = words(&diff, &names);
            (diff, words)
        };
        Self {
            facts,
            editions: register.editions().iter().rev().map(edition).collect(),
            diffs: register.editions().windows(2).rev().map(diff).collect(),
            names,
        }
    }

    pub(in crate::export) fn index(&self) -> IndexPage {
        let register = self.facts.register;
        let before = |at: usize| self.editions.get(at + 1).map(|list| list.edition.id.clone());
        let lists = self.editions.iter().enumerate().map(|(at, list)| EditionLine {
            edition: list.edition.id.clone(),
            state: state(register, list.edition),
            rows: list.cards.len(),
            before: before(at),
            records: !register.published_records(&list.edition.id).is_empty(),
        });
        IndexPage {
            common: self.common("data/"),
            lists: lists.collect(),
            timeline: timeline(self.facts, self.diffs.iter().rev().map(|(diff, _)| diff)),
            kinds: self.kind_names(),
        }
    }

    pub(in crate::export) fn changes(&self) -> impl Iterator<Item = ChangesPage<'_>> {
        self.diffs.iter().map(|(diff, words)| ChangesPage {
            common: self.common("../data/"),
            edition: &diff.to.edition,
            diff: words,
        })
    }

    /// The feed of all changes, newest first. Its addresses are relative to it.
    pub(in crate::export) fn feed(&self) -> String {
        let entries = self.diffs.iter().flat_map(|(diff, words)| {
            let page = format!("changes/{}.html", diff.to.edition);
            entries(diff, words, &self.names, "all-editions/", Some(&page))
        });
        let publisher = &self.facts.register.file.publisher;
        let day = |list: Option<&EditionCards<'_>>| {
            list.map(|list| list.edition.published.clone()).unwrap_or_default()
        };
        let since = day(self.editions.last());
        let id = tag(&publisher.key, &since, "service-providers/all-editions");
        let feed = Feed {
            id,
            title: format!("{} {}: {}", WORDS.title, publisher.name, WORDS.feed),
            author: publisher.name.to_string(),
            updated: day(self.editions.first()),
            links: Some(Links { feed: "changes.atom".to_owned(), page: "index.html".to_owned() }),
            entries: entries.collect(),
        };
        feed.xml()
    }

    pub(in crate::export) fn providers(&self) -> Vec<ProviderPage<'_>> {
        let cards: Vec<(&str, BTreeMap<&str, Vec<&Card>>)> = (self.editions.iter())
            .map(|list| {
                let mut of: BTreeMap<&str, Vec<&Card>> = BTreeMap::new();
                for card in &list.cards {
                    of.entry(&card.key).or_default().push(card);
                }
                (&*list.edition.id, of)
            })
            .collect();
        let page = |key: &str, name: &str| ProviderPage {
            common: self.common("../data/"),
            key: key.to_owned(),
            name: name.to_owned(),
            lists: (cards.iter())
                .map(|(edition, of)| (*edition, of.get(key).cloned().unwrap_or_default()))
                .collect(),
        };
        let pages = self.facts.register.providers.iter().map(|row| page(&row.key, &row.name));
        pages.filter(|page| page.lists.iter().any(|(_, cards)| !cards.is_empty())).collect()
    }

    pub(in crate::export) fn kinds(&self) -> Vec<KindPage<'_>> {
        let categories = &self.facts.register.vocabulary.data_categories;
        let with_page: BTreeSet<&str> =
            self.editions.iter().flat_map(|list| list.kinds.keys()).map(String::as_str).collect();
        let has_page = |key: &str| with_page.contains(key);
        let mut pages = Vec::new();
        for row in categories.iter().filter(|row| has_page(&row.key)) {
            let wider = row.parent.known().filter(|wider| has_page(wider));
            let narrower = categories
                .iter()
                .filter(|other| other.parent.known() == Some(&row.key) && has_page(&other.key));
            pages.push(KindPage {
                common: self.common(""),
                key: row.key.to_string(),
                name: row.name.to_string(),
                description: row.description.to_string(),
                wider: wider.map(|key| (key.as_str(), Vocabulary::name(categories, key))),
                narrower: narrower.map(|row| (row.key.as_str(), &*row.name)).collect(),
                lists: (self.editions.iter())
                    .map(|list| {
                        let kind = list.kinds.get(row.key.as_str());
                        (&*list.edition.id, kind.map_or(&[][..], |kind| &kind.who))
                    })
                    .collect(),
            });
        }
        pages
    }

    /// The kinds of data that somebody gets in some edition, by name.
    fn kind_names(&self) -> Vec<(String, String)> {
        let all = self.editions.iter().flat_map(|list| list.kinds.values());
        let names: BTreeMap<String, (String, String)> = all
            .map(|kind| {
                (kind.name.to_lowercase() + &kind.key, (kind.key.clone(), kind.name.clone()))
            })
            .collect();
        names.into_values().collect()
    }

    fn common(&self, kind: &'static str) -> Common {
        Common {
            publisher: self.facts.register.file.publisher.name.to_string(),
            words: &WORDS,
            links: KindLinks { kind, end: ".html" },
        }
    }
}

fn state(register: &Register, edition: &row::Edition) -> &'static str {
    if is_announced(register, edition) {
        WORDS.state_announced
    } else if register.current_edition().id == edition.id {
        WORDS.state_in_force
    } else {
        WORDS.state_older
    }
}
