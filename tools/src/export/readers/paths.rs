//! Where data goes: from kinds of data to a provider, and to the places where it is kept.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::{DataStatus, Key, Party};

use super::Edition;
use super::card::Card;
use super::words::WORDS;
use crate::export::projection::{KeysOrWord, PublishedRow};

/// Where the data of a published row goes, with what is only possible.
#[derive(Serialize)]
pub(in crate::export) struct Path {
    /// The kinds of data that it gets, each by the name of the wider kind that heads it.
    pub(in crate::export) kinds: Vec<String>,
    /// The keys of the kinds that the row names.
    pub(in crate::export) named: BTreeSet<String>,
    anchor: String,
    /// The provider's key.
    pub(in crate::export) key: String,
    /// The provider's name, as printed.
    pub(in crate::export) name: String,
    /// The kind of service or, without one, the part of the list.
    pub(in crate::export) service: String,
    /// Where the data is kept.
    pub(in crate::export) places: Vec<String>,
}

/// A kind of data with those who get it, and where they keep data.
#[derive(Serialize)]
pub(super) struct KindRow {
    kind: String,
    /// How many providers get it.
    providers: usize,
    services: Vec<ServiceCell>,
    /// Each place with the number of providers that keep data there.
    places: Vec<(String, usize)>,
}

/// A kind of service, and the anchor and the name of each of its providers.
#[derive(Serialize)]
struct ServiceCell {
    service: String,
    who: Vec<(String, String)>,
}

/// The paths of an edition, in published order.
pub(super) fn paths(edition: &Edition<'_>, rows: &[PublishedRow<'_>], cards: &[Card]) -> Vec<Path> {
    let path = |(published, card): (&PublishedRow<'_>, &Card)| {
        let received = published.disclosed.iter().filter(|row| row.recipient == Party::Provider);
        let keys = received.filter_map(|row| Some(row.data_category.kind()?.as_str()));
        let named: BTreeSet<&str> = keys.collect();
        Path {
            kinds: kinds(edition, published, &named),
            named: named.iter().map(ToString::to_string).collect(),
            anchor: card.anchor.clone(),
            key: card.key.clone(),
            name: card.name.clone(),
            service: service(edition, published),
            places: places(edition, published),
        }
    };
    rows.iter().zip(cards).map(path).collect()
}

fn kinds(
    edition: &Edition<'_>,
    published: &PublishedRow<'_>,
    named: &BTreeSet<&str>,
) -> Vec<String> {
    let categories = &edition.register.vocabulary.data_categories;
    let heads = named.iter().map(|key| edition.terms.head(key).unwrap_or(key));
    let names: BTreeSet<&str> = heads.map(|key| Vocabulary::name(categories, key)).collect();
    match (names.is_empty(), published.row.data) {
        (false, _) => names.into_iter().map(str::to_owned).collect(),
        (true, DataStatus::Unknown) => vec![WORDS.unknown.to_owned()],
        (true, _) => vec![WORDS.flow_nothing.to_owned()],
    }
}

fn service(edition: &Edition<'_>, published: &PublishedRow<'_>) -> String {
    let terms = &edition.register.vocabulary;
    let category = published.row.service_category.known();
    let section = published.listing.section.known();
    let name = match (category, section) {
        (Some(key), _) => Vocabulary::name(&terms.service_categories, key),
        (None, Some(key)) => Vocabulary::name(&terms.sections, key),
        (None, None) => WORDS.providers,
    };
    name.to_owned()
}

fn places(edition: &Edition<'_>, published: &PublishedRow<'_>) -> Vec<String> {
    let name = |key: &Key| edition.register.vocabulary.place_name(key).to_owned();
    match published.storage() {
        KeysOrWord::Keys(_) => {
            let names: BTreeSet<String> =
                published.places.iter().map(|row| name(&row.place)).collect();
            names.into_iter().collect()
        }
        KeysOrWord::Word(word) => vec![super::card::word_for_kept(word).to_owned()],
    }
}

/// The same as a table: a row for each kind of data, those that most providers get first.
pub(super) fn table(paths: &[Path]) -> Vec<KindRow> {
    let mut kinds: BTreeMap<&str, Vec<&Path>> = BTreeMap::new();
    for path in paths {
        for kind in &path.kinds {
            kinds.entry(kind).or_default().push(path);
        }
    }
    let mut rows: Vec<KindRow> = kinds.into_iter().map(|(kind, paths)| row(kind, &paths)).collect();
    rows.sort_by_key(|row| usize::MAX - row.providers);
    rows
}

fn row(kind: &str, paths: &[&Path]) -> KindRow {
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut services: Vec<ServiceCell> = Vec::new();
    let mut named = BTreeSet::new();
    for path in paths {
        for place in &path.places {
            places.entry(place).or_default().insert(&path.key);
        }
        // A provider with several rows of one kind of service stands there once.
        if named.insert((&path.service, &path.key)) {
            let who = (path.anchor.clone(), path.name.clone());
            match services.iter_mut().find(|cell| cell.service == path.service) {
                Some(cell) => cell.who.push(who),
                None => {
                    services.push(ServiceCell { service: path.service.clone(), who: vec![who] })
                }
            }
        }
    }
    let mut places: Vec<(String, usize)> =
        places.into_iter().map(|(place, keys)| (place.to_owned(), keys.len())).collect();
    places.sort_by_key(|(_, count)| usize::MAX - count);
    let providers: BTreeSet<&str> = paths.iter().map(|path| path.key.as_str()).collect();
    KindRow { kind: kind.to_owned(), providers: providers.len(), services, places }
}
