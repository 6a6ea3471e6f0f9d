//! What readers of an edition can choose from: its filters and their choices.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::Key;
use service_providers_codegen::register::Vocabulary;

use super::card::Card;
use super::edition_facts::EditionFacts;
use super::filters::{OF, kind_or_any, not_given};
use super::passing::Near;
use super::words::WORDS;
use crate::export::projection::PublishedRow;
use crate::missing::ANY;
use crate::page::{lower, upper};

/// A filter and its choices.
#[derive(Serialize)]
pub(super) struct Choices {
    name: &'static str,
    label: &'static str,
    groups: Vec<Group>,
}

/// Choices under a heading, or without one.
#[derive(Serialize)]
struct Group {
    label: Option<String>,
    options: Vec<Choice>,
}

/// A choice.
#[derive(Serialize)]
struct Choice {
    key: String,
    name: String,
    /// The terms that answer it, where two choices are asked of the same data.
    near: Option<Near>,
}

/// The filters of an edition. Each choice has at least one row. A filter with a single choice is left out,
/// because it tells nothing apart.
pub(super) fn choices(
    edition: &EditionFacts<'_>,
    rows: &[PublishedRow<'_>],
    cards: &[Card],
) -> Vec<Choices> {
    let vocabulary = &edition.register.vocabulary;
    let spoken = &edition.spoken;
    let countries = spoken.companies.iter();
    let countries =
        countries.map(|key| (*key, Vocabulary::name(&vocabulary.countries, key).to_owned()));
    let places = spoken.places.keys().map(|key| (*key, vocabulary.place_name(key).to_owned()));
    let sections: BTreeSet<&str> =
        rows.iter().filter_map(|row| Some(row.listing.section.known()?.as_str())).collect();
    let sections = vocabulary.sections.iter().filter(|row| sections.contains(row.key.as_str()));
    let settings: BTreeSet<&Key> = rows
        .iter()
        .flat_map(|row| row.features.iter().flat_map(|feature| feature.settings.items()))
        .collect();
    let settings = vocabulary.settings.iter().filter(|row| settings.contains(&row.key));
    let withheld: BTreeSet<&str> = rows.iter().flat_map(not_given).map(kind_or_any).collect();
    let withheld = withheld.into_iter().map(|key| (key, kind_name(edition, key)));
    let status = [("announced", WORDS.status_new), ("in-force", WORDS.status_stays)];
    let status = status.into_iter().filter(|_| edition.announced);
    let all = [
        ("whose", WORDS.filter_whose, vec![group(None, groups(edition))]),
        ("data", WORDS.filter_data, data_groups(edition)),
        ("company", WORDS.filter_company, vec![group(None, countries)]),
        ("place", WORDS.filter_place, vec![group(None, places)]),
        ("denied", WORDS.filter_denied, denied_groups(edition)),
        ("withheld", WORDS.filter_withheld, vec![group(None, withheld)]),
        (
            "section",
            WORDS.filter_section,
            vec![group(None, sections.map(|row| (&*row.key, row.name.to_string())))],
        ),
        (
            "setting",
            WORDS.filter_setting,
            vec![group(None, settings.map(|row| (&*row.key, row.name.to_string())))],
        ),
        (
            "status",
            WORDS.filter_status,
            vec![group(None, status.map(|(key, name)| (key, name.to_owned())))],
        ),
    ];
    let answered = |(name, label, mut groups): (&'static str, _, Vec<Group>)| {
        for group in &mut groups {
            let answers = |key: &str| cards.iter().any(|card| card.filter.of_name(name).has(key));
            group.options.retain(|choice| answers(&choice.key));
        }
        for choice in groups.iter_mut().flat_map(|group| &mut group.options) {
            choice.near = Near::of(edition, name, &choice.key);
        }
        groups.retain(|group| !group.options.is_empty());
        let count: usize = groups.iter().map(|group| group.options.len()).sum();
        (count > 1).then_some(Choices { name, label, groups })
    };
    all.into_iter().filter_map(answered).collect()
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
    edition.spoken.groups.iter().map(move |key| (*key, name(key)))
}

/// The kinds of data that somebody gets, each below the wider kind that heads it.
fn data_groups(edition: &EditionFacts<'_>) -> Vec<Group> {
    let name =
        |key: &str| Vocabulary::name(&edition.register.vocabulary.data_categories, key).to_owned();
    let mut headed: BTreeMap<Option<String>, Vec<&str>> = BTreeMap::new();
    for key in &edition.spoken.kinds {
        headed.entry(edition.all.terms.head(key).map(name)).or_default().push(key);
    }
    let mut groups: Vec<Group> = (headed.into_iter())
        .map(|(label, keys)| group(label, keys.into_iter().map(|key| (key, name(key)))))
        .collect();
    groups.sort_by_key(|group| group.label.as_ref().map(|label| label.to_lowercase()));
    groups
}

/// The groups of people and the kinds of data of which something is said not to pass.
fn denied_groups(edition: &EditionFacts<'_>) -> Vec<Group> {
    let of: Vec<(String, String)> = (edition.spoken.denied_groups.iter())
        .map(|key| {
            let group = super::flows::group(edition.register, key);
            (format!("{OF}{key}"), format!("{} {group}", WORDS.denied_of))
        })
        .collect();
    let kinds = edition.spoken.denied.iter().map(|key| (*key, kind_name(edition, key)));
    vec![
        group(
            Some(WORDS.filter_whose.to_owned()),
            of.iter().map(|(key, name)| (key.as_str(), name.clone())),
        ),
        group(Some(WORDS.filter_data.to_owned()), kinds),
    ]
}

/// Choices by name.
fn group<'a>(label: Option<String>, options: impl Iterator<Item = (&'a str, String)>) -> Group {
    let sorted: BTreeMap<(String, String), String> =
        options.map(|(key, name)| ((lower(&name).to_lowercase(), key.to_owned()), name)).collect();
    let choice = |((_, key), name)| Choice { key, name, near: None };
    Group { label, options: sorted.into_iter().map(choice).collect() }
}
