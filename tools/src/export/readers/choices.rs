//! What readers of an edition can choose from: its filters and their choices.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;

use super::card::Card;
use super::edition_facts::EditionFacts;
use super::filters::{FilterName, GROUP_PREFIX, denials_of_giving, kind_or_any};
use super::flow_codes::MatchingTerms;
use super::words::WORDS;
use crate::export::projection::PublishedRow;
use crate::missing::ANY;
use crate::page::{lower, upper};

/// A filter and its choices.
#[derive(Serialize)]
pub(super) struct Choices {
    name: FilterName,
    label: &'static str,
    groups: Vec<ChoiceGroup>,
}

/// Choices under a heading, or without one.
#[derive(Serialize)]
struct ChoiceGroup {
    label: Option<String>,
    options: Vec<Choice>,
}

/// A choice.
#[derive(Serialize)]
struct Choice {
    key: String,
    name: String,
    /// The terms that answer it, where two choices are asked of the same data.
    matching: Option<MatchingTerms>,
}

/// The filters of an edition. Choices that no row answers are left out, and so are filters with fewer than two
/// choices.
pub(super) fn choices(
    edition: &EditionFacts<'_>,
    rows: &[PublishedRow<'_>],
    cards: &[Card],
) -> Vec<Choices> {
    let answered = |name: FilterName| {
        let (label, mut groups) = offered(edition, rows, name);
        for group in &mut groups {
            let answers = |key: &str| cards.iter().any(|card| card.filter.answers(name).has(key));
            group.options.retain(|choice| answers(&choice.key));
        }
        for choice in groups.iter_mut().flat_map(|group| &mut group.options) {
            choice.matching = MatchingTerms::of(edition, name, &choice.key);
        }
        groups.retain(|group| !group.options.is_empty());
        let count: usize = groups.iter().map(|group| group.options.len()).sum();
        (count > 1).then_some(Choices { name, label, groups })
    };
    FilterName::ALL.into_iter().filter_map(answered).collect()
}

/// What a filter is called, and what it could ask for.
fn offered(
    edition: &EditionFacts<'_>,
    rows: &[PublishedRow<'_>],
    name: FilterName,
) -> (&'static str, Vec<ChoiceGroup>) {
    let (vocabulary, named) = (&edition.register.vocabulary, &edition.named);
    match name {
        FilterName::Whose => (WORDS.filter_whose, vec![group(None, groups(edition))]),
        FilterName::Data => (WORDS.filter_data, data_groups(edition)),
        FilterName::Company => {
            let name = |key| Vocabulary::name(&vocabulary.countries, key).to_owned();
            let countries = named.companies.iter().map(|key| (*key, name(key)));
            (WORDS.filter_company, vec![group(None, countries)])
        }
        FilterName::Place => {
            let places = named.places.keys();
            let places = places.map(|key| (*key, vocabulary.place_name(key).to_owned()));
            (WORDS.filter_place, vec![group(None, places)])
        }
        FilterName::Denied => (WORDS.filter_denied, denied_groups(edition)),
        FilterName::Withheld => {
            let kinds: BTreeSet<&str> =
                rows.iter().flat_map(denials_of_giving).map(kind_or_any).collect();
            let kinds = kinds.into_iter().map(|key| (key, kind_name(edition, key)));
            (WORDS.filter_withheld, vec![group(None, kinds)])
        }
        FilterName::Section => {
            let sections = vocabulary.sections.iter();
            let sections = sections.map(|row| (row.key.as_str(), row.name.to_string()));
            (WORDS.filter_section, vec![group(None, sections)])
        }
        FilterName::Setting => {
            let settings = vocabulary.settings.iter();
            let settings = settings.map(|row| (row.key.as_str(), row.name.to_string()));
            (WORDS.filter_setting, vec![group(None, settings)])
        }
        FilterName::Status => {
            let status = [("announced", WORDS.status_new), ("in-force", WORDS.status_stays)];
            let status = status.into_iter().filter(|_| edition.announced);
            let status = status.map(|(key, name)| (key, name.to_owned()));
            (WORDS.filter_status, vec![group(None, status)])
        }
    }
}

fn kind_name(edition: &EditionFacts<'_>, key: &str) -> String {
    match key {
        ANY => upper(WORDS.any_data),
        key => Vocabulary::name(&edition.register.vocabulary.data_categories, key).to_owned(),
    }
}

/// The groups of people, by name.
fn groups<'e>(edition: &'e EditionFacts<'_>) -> impl Iterator<Item = (&'e str, String)> {
    let name = |key: &str| upper(&super::flows::group(edition.register, key));
    edition.named.groups.iter().map(move |key| (*key, name(key)))
}

/// The kinds of data that somebody gets, each below the wider kind that heads it.
fn data_groups(edition: &EditionFacts<'_>) -> Vec<ChoiceGroup> {
    let name =
        |key: &str| Vocabulary::name(&edition.register.vocabulary.data_categories, key).to_owned();
    let mut headed: BTreeMap<Option<String>, Vec<&str>> = BTreeMap::new();
    for key in &edition.named.kinds {
        headed.entry(edition.all.terms.head(key).map(name)).or_default().push(key);
    }
    let mut groups: Vec<ChoiceGroup> = (headed.into_iter())
        .map(|(label, keys)| group(label, keys.into_iter().map(|key| (key, name(key)))))
        .collect();
    groups.sort_by_key(|group| group.label.as_ref().map(|label| label.to_lowercase()));
    groups
}

/// Choices for denials: groups of people, then kinds of data.
fn denied_groups(edition: &EditionFacts<'_>) -> Vec<ChoiceGroup> {
    let of: Vec<(String, String)> = (edition.named.denied_groups.iter())
        .map(|key| {
            let group = super::flows::group(edition.register, key);
            (format!("{GROUP_PREFIX}{key}"), format!("{} {group}", WORDS.denied_of))
        })
        .collect();
    let kinds = edition.named.denied.iter().map(|key| (*key, kind_name(edition, key)));
    vec![
        group(
            Some(WORDS.filter_whose.to_owned()),
            of.iter().map(|(key, name)| (key.as_str(), name.clone())),
        ),
        group(Some(WORDS.filter_data.to_owned()), kinds),
    ]
}

/// Choices by name.
fn group<'a>(
    label: Option<String>,
    options: impl Iterator<Item = (&'a str, String)>,
) -> ChoiceGroup {
    let sorted: BTreeMap<(String, String), String> =
        options.map(|(key, name)| ((lower(&name).to_lowercase(), key.to_owned()), name)).collect();
    let choice = |((_, key), name)| Choice { key, name, matching: None };
    ChoiceGroup { label, options: sorted.into_iter().map(choice).collect() }
}
