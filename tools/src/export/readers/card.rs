//! Everything that a published row says of its provider.

use std::collections::BTreeMap;

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::{EngagementFeatureRow, EngagementRow};
use service_providers_codegen::{DataStatus, Extent, Key, Register, StatedList};

use super::data_subjects::{DataSubjects, Received};
use super::edition_facts::EditionFacts;
use super::facts::{main_facts, more_facts};
use super::filters::Filter;
use super::flow_codes::flow_codes;
use super::flows::{Flows, flows};
use super::names::{names_of, word_for_kept};
use super::words::WORDS;
use crate::export::projection::{KeysOrWord, PublishedRow};
use crate::missing::UNKNOWN;
use crate::page::{lower, prose};

/// A published row.
#[derive(Serialize)]
pub(super) struct Card {
    /// The provider's key; with a number behind it where the provider stands in another row before.
    pub(super) anchor: String,
    pub(super) key: String,
    /// The name as printed.
    pub(super) name: String,
    /// The name in the register, where it is another one.
    known_as: Option<String>,
    policy: Option<String>,
    category: Option<String>,
    /// The part of the list, where the provider stands in several rows.
    section: Option<String>,
    summary: String,
    whose: DataSubjects,
    pub(super) company: StatedText,
    pub(super) kept: StatedText,
    flows: Vec<Flows>,
    /// What is said of the data where none is named.
    no_data: Option<&'static str>,
    /// The facts that everybody sees.
    main: Vec<Fact>,
    /// All others.
    facts: Vec<Fact>,
    /// The data transparency records that name the provider.
    records: Vec<RecordOf>,
    pub(super) filter: Filter,
    /// What it gets and does not get of whom.
    passing: String,
}

/// Data transparency records that say the same of a provider.
#[derive(Serialize, Clone)]
pub(super) struct RecordOf {
    pub(super) numbers: Vec<usize>,
    /// The kind of data.
    pub(super) name: String,
    /// What the provider does with it.
    pub(super) roles: Vec<String>,
}

/// A fact, or words that say that it is not stated.
#[derive(Serialize, Clone)]
pub(super) struct StatedText {
    pub(super) text: String,
    pub(super) stated: bool,
}

/// A heading and the lines below it.
#[derive(Serialize)]
pub(super) struct Fact {
    pub(super) heading: String,
    pub(super) lines: Vec<String>,
    pub(super) stated: bool,
}

impl Card {
    pub(super) fn new(
        edition: &EditionFacts<'_>,
        published: &PublishedRow<'_>,
        anchor: String,
    ) -> Self {
        let (register, row) = (edition.register, published.row);
        let received = Received::of(published, edition.elsewhere(&row.provider));
        let printed = published.listing.published_name.to_string();
        let known_as = Vocabulary::name(&register.providers, &row.provider);
        let categories = &register.vocabulary.service_categories;
        let flows = flows(register, published);
        let no_data = match row.data {
            DataStatus::None => Some(WORDS.no_data),
            DataStatus::Unknown => Some(WORDS.data_unknown),
            DataStatus::Listed => flows.is_empty().then_some(WORDS.no_data_named),
        };
        Self {
            anchor,
            key: row.provider.to_string(),
            known_as: (printed.to_lowercase() != known_as.to_lowercase())
                .then(|| known_as.to_owned()),
            name: printed,
            policy: published.listing.policy_url.known().map(|url| url.to_string()),
            category: (row.service_category.known())
                .map(|key| Vocabulary::name(categories, key).to_owned()),
            section: section(edition, published),
            summary: row.summary.to_string(),
            whose: DataSubjects::of(register, &edition.all.terms, &received),
            company: company(edition, row),
            kept: kept(register, published),
            flows,
            no_data,
            main: main_facts(edition, published),
            facts: more_facts(edition, published),
            records: edition.records.get(&*row.provider).cloned().unwrap_or_default(),
            filter: Filter::of(edition, published, &received),
            passing: flow_codes(&received),
        }
    }
}

/// A card for each row, in published order.
pub(super) fn cards(edition: &EditionFacts<'_>, rows: &[PublishedRow<'_>]) -> Vec<Card> {
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

impl StatedText {
    pub(super) fn missing() -> Self {
        Self { text: WORDS.unknown.to_owned(), stated: false }
    }

    fn stated(text: impl Into<String>) -> Self {
        Self { text: text.into(), stated: true }
    }
}

fn section(edition: &EditionFacts<'_>, published: &PublishedRow<'_>) -> Option<String> {
    let key = published.listing.section.known()?;
    let sections = &edition.register.vocabulary.sections;
    edition.is_repeated(&published.row.provider).then(|| Vocabulary::name(sections, key).to_owned())
}

/// Where the company is. Where the row does not say, what other rows of the provider say stands behind.
fn company(edition: &EditionFacts<'_>, row: &EngagementRow) -> StatedText {
    let countries = &edition.register.vocabulary.countries;
    if let Some(key) = row.entity_country.known() {
        return StatedText::stated(Vocabulary::name(countries, key));
    }
    let elsewhere = edition.countries_elsewhere(row);
    let elsewhere: Vec<&str> = elsewhere.map(|key| Vocabulary::name(countries, key)).collect();
    let mut country = StatedText::missing();
    if !elsewhere.is_empty() {
        country.text += &format!(" ({} {})", WORDS.elsewhere, prose(&elsewhere));
    }
    country
}

/// Where data is kept, each place with its context and its condition.
fn kept(register: &Register, published: &PublishedRow<'_>) -> StatedText {
    match published.storage() {
        KeysOrWord::Keys(_) => {
            let places = published.places.iter().map(|row| {
                let name = register.vocabulary.place_name(&row.place);
                match row.context_and_condition() {
                    limits if limits.is_empty() => name.to_owned(),
                    limits => format!("{name} ({limits})"),
                }
            });
            StatedText::stated(places.collect::<Vec<_>>().join(", "))
        }
        KeysOrWord::Word(UNKNOWN) => StatedText::missing(),
        KeysOrWord::Word(word) => StatedText::stated(word_for_kept(word)),
    }
}

/// A feature with where it is used and how much of it needs the provider.
pub(super) fn feature(register: &Register, row: &EngagementFeatureRow) -> String {
    let settings = match &row.settings {
        StatedList::Unknown => WORDS.where_unknown.to_owned(),
        settings if settings.items().is_empty() => WORDS.used_nowhere.to_owned(),
        settings => {
            let names = names_of(&register.vocabulary.settings, settings.items());
            let names: Vec<String> = names.iter().map(|name| lower(name)).collect();
            prose(&names)
        }
    };
    let extent = match row.extent {
        Extent::Specific => None,
        Extent::All => Some(WORDS.feature_all),
        Extent::Example => Some(WORDS.feature_example),
    };
    let parts: Vec<&str> = [settings.as_str()].into_iter().chain(extent).collect();
    let name = Vocabulary::name(&register.vocabulary.features, &row.feature);
    format!("{name} ({})", parts.join("; "))
}
