//! Everything that a published row says of its provider.

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::{EngagementFeatureRow, EngagementRow};
use service_providers_codegen::{DataStatus, Extent, Register, StatedList};

use super::facts::{main_facts, more_facts};
use super::filters::Filter;
use super::flows::{Flows, flows};
use super::passing::passing;
use super::whose::{Received, Whose};
use super::words::WORDS;
use super::{Edition, names_of};
use crate::export::projection::{KeysOrWord, PublishedRow};
use crate::missing::{NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN};
use crate::page::{lower, prose};

/// A published row.
#[derive(Serialize)]
pub(crate) struct Card {
    /// The provider's key; with a number behind it where the provider stands in another row before.
    pub(crate) anchor: String,
    pub(crate) key: String,
    /// The name as printed.
    pub(crate) name: String,
    /// The name in the register, where it is another one.
    pub(crate) known_as: Option<String>,
    pub(crate) policy: Option<String>,
    pub(crate) category: Option<String>,
    /// The part of the list, where the provider stands in several rows.
    pub(crate) section: Option<String>,
    pub(crate) summary: String,
    pub(crate) whose: Whose,
    pub(crate) company: Said,
    pub(crate) kept: Said,
    pub(crate) flows: Vec<Flows>,
    /// What is said of the data where none is named.
    pub(crate) no_data: Option<&'static str>,
    /// The facts that everybody sees.
    pub(crate) main: Vec<Fact>,
    /// All others.
    pub(crate) facts: Vec<Fact>,
    /// The data transparency records that name the provider.
    pub(crate) records: Vec<RecordOf>,
    pub(crate) filter: Filter,
    /// What it gets and does not get of whom.
    pub(crate) passing: String,
}

/// Data transparency records that say the same of a provider.
#[derive(Serialize, Clone)]
pub(crate) struct RecordOf {
    pub(crate) numbers: Vec<usize>,
    /// The kind of data.
    pub(crate) name: String,
    /// What the provider does with it.
    pub(crate) roles: Vec<String>,
}

/// A fact, or words that say that it is not stated.
#[derive(Serialize, Clone)]
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) stated: bool,
}

/// A heading and the lines below it.
#[derive(Serialize)]
pub(crate) struct Fact {
    pub(crate) heading: String,
    pub(crate) lines: Vec<String>,
    pub(crate) stated: bool,
}

impl Card {
    pub(crate) fn new(edition: &Edition<'_>, published: &PublishedRow<'_>, anchor: String) -> Self {
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
            whose: Whose::of(register, &edition.terms, &received),
            company: company(edition, row),
            kept: kept(register, published),
            flows,
            no_data,
            main: main_facts(edition, published),
            facts: more_facts(edition, published),
            records: edition.records.get(&*row.provider).cloned().unwrap_or_default(),
            filter: Filter::of(edition, published, &received),
            passing: passing(&received),
        }
    }
}

impl Said {
    pub(crate) fn not_stated() -> Self {
        Self { text: WORDS.unknown.to_owned(), stated: false }
    }

    fn stated(text: impl Into<String>) -> Self {
        Self { text: text.into(), stated: true }
    }
}

fn section(edition: &Edition<'_>, published: &PublishedRow<'_>) -> Option<String> {
    let key = published.listing.section.known()?;
    let sections = &edition.register.vocabulary.sections;
    edition.is_repeated(&published.row.provider).then(|| Vocabulary::name(sections, key).to_owned())
}

/// Where the company is. Where the row does not say, what other rows of the provider say stands behind.
fn company(edition: &Edition<'_>, row: &EngagementRow) -> Said {
    let countries = &edition.register.vocabulary.countries;
    if let Some(key) = row.entity_country.known() {
        return Said::stated(Vocabulary::name(countries, key));
    }
    let elsewhere = edition.countries_elsewhere(row);
    let elsewhere: Vec<&str> = elsewhere.map(|key| Vocabulary::name(countries, key)).collect();
    let mut said = Said::not_stated();
    if !elsewhere.is_empty() {
        said.text += &format!(" ({} {})", WORDS.elsewhere, prose(&elsewhere));
    }
    said
}

/// Where data is kept, each place with its context and its condition.
fn kept(register: &Register, published: &PublishedRow<'_>) -> Said {
    match published.storage() {
        KeysOrWord::Keys(_) => {
            let places = published.places.iter().map(|row| {
                let name = register.vocabulary.place_name(&row.place);
                match row.context_and_condition() {
                    said if said.is_empty() => name.to_owned(),
                    said => format!("{name} ({said})"),
                }
            });
            Said::stated(places.collect::<Vec<_>>().join(", "))
        }
        KeysOrWord::Word(UNKNOWN) => Said::not_stated(),
        KeysOrWord::Word(word) => Said::stated(word_for_kept(word)),
    }
}

/// The words for missing places.
pub(crate) fn word_for_kept(word: &str) -> &str {
    if word == NONE { WORDS.nowhere } else { word_for_missing(word) }
}

/// The words for a missing fact.
pub(crate) fn word_for_missing(word: &str) -> &str {
    match word {
        UNKNOWN => WORDS.unknown,
        NONE => WORDS.none,
        NOT_APPLICABLE => WORDS.not_applicable,
        SEE_PROVIDER => WORDS.see_provider,
        other => other,
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
            prose(&names.iter().map(String::as_str).collect::<Vec<_>>())
        }
    };
    let extent = match row.extent {
        Extent::Specific => None,
        Extent::All => Some(WORDS.feature_all),
        Extent::Example => Some(WORDS.feature_example),
    };
    let said: Vec<&str> = [settings.as_str()].into_iter().chain(extent).collect();
    let name = Vocabulary::name(&register.vocabulary.features, &row.feature);
    format!("{name} ({})", said.join("; "))
}
