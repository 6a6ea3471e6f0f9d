//! The parts of the page of an edition: its sections with their cards.

use std::collections::BTreeMap;

use serde::Serialize;
use service_providers_codegen::{Key, Register};

use super::card::Card;
use super::words::WORDS;
use crate::export::projection::PublishedRow;

/// A heading and the cards below it.
#[derive(Serialize)]
pub(super) struct Part {
    anchor: String,
    name: String,
    description: Option<String>,
    cards: Vec<Card>,
}

/// The sections in the order of the vocabulary, then the rows that stand in none. In a section, the
/// kinds of service stand together; rows without a kind come first.
pub(super) fn parts(register: &Register, rows: &[PublishedRow<'_>], cards: Vec<Card>) -> Vec<Part> {
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
