//! Who gets which data.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Likelihood, Register, Stated};

use super::card::{Card, StatedText};
use super::edition_facts::EditionFacts;
use super::flows::group;
use super::words::{WORDS, limits};
use crate::export::projection::{PublishedRow, recipient, records};
use crate::page::{prose, push_new};

/// A kind of data, and who gets it.
#[derive(Serialize, Clone)]
pub(super) struct KindOfData {
    pub(super) key: String,
    pub(super) name: String,
    /// The wider kind, where the page has it as well.
    wider: Option<(String, String)>,
    pub(super) who: Vec<Who>,
    /// The numbers of the data transparency records about it.
    records: Vec<usize>,
}

/// A provider that gets it.
#[derive(Serialize, Clone)]
pub(super) struct Who {
    /// Its card on the page of the edition; `None` if the edition does not list it.
    anchor: Option<String>,
    /// The provider's key.
    key: String,
    name: String,
    /// Whether any edition lists it.
    known: bool,
    /// Of whom, and with which limits.
    of: String,
    company: StatedText,
    kept: StatedText,
}

/// Who gets data: the card of a row, or a provider that the edition does not list.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Recipient<'r> {
    Card(usize),
    Unlisted(&'r str),
}

/// By kind of data, what each provider gets, in its own row or in the row of another one. What stands in
/// the row of another one belongs to the first card of the provider.
fn received<'r>(
    rows: &[PublishedRow<'r>],
) -> BTreeMap<&'r str, BTreeMap<Recipient<'r>, Vec<&'r DisclosureRow>>> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, published) in rows.iter().enumerate() {
        first.entry(&published.row.provider).or_insert(at);
    }
    let mut received: BTreeMap<_, BTreeMap<_, Vec<_>>> = BTreeMap::new();
    for (at, published) in rows.iter().enumerate() {
        for &row in &published.disclosed {
            let Some(provider) = recipient(published.row, row) else { continue };
            let Some(kind) = row.data_category.kind() else { continue };
            let who = match first.get(provider) {
                _ if *published.row.provider == *provider => Recipient::Card(at),
                Some(first) => Recipient::Card(*first),
                None => Recipient::Unlisted(provider),
            };
            received.entry(kind.as_str()).or_default().entry(who).or_default().push(row);
        }
    }
    received
}

/// The keys of the kinds of data that providers get in an edition.
pub(super) fn keys<'r>(rows: &[PublishedRow<'r>]) -> BTreeSet<&'r str> {
    received(rows).into_keys().collect()
}

/// The kinds of data that providers get, by name.
pub(super) fn kinds(
    edition: &EditionFacts<'_>,
    rows: &[PublishedRow<'_>],
    cards: &[Card],
) -> Vec<KindOfData> {
    let register = edition.register;
    let records = records(register, &edition.edition.id);
    let received = received(rows);
    let categories = &register.vocabulary.data_categories;
    let name = |key: &str| Vocabulary::name(categories, key).to_owned();
    let parent = |key: &str| {
        let row = categories.iter().find(|row| row.key.as_str() == key)?;
        let wider = row.parent.known().filter(|wider| received.contains_key(wider.as_str()))?;
        Some((wider.to_string(), name(wider)))
    };
    let mut kinds: Vec<KindOfData> = (received.iter())
        .map(|(key, who)| KindOfData {
            key: (*key).to_owned(),
            name: name(key),
            wider: parent(key),
            who: who.iter().map(|(who, rows)| Who::of(edition, cards, who, rows)).collect(),
            records: (records.iter())
                .filter(|record| record.row.data_category.as_str() == *key)
                .map(|record| record.position)
                .collect(),
        })
        .collect();
    kinds.sort_by_key(|kind| kind.name.to_lowercase());
    kinds
}

impl Who {
    fn of(
        edition: &EditionFacts<'_>,
        cards: &[Card],
        who: &Recipient<'_>,
        rows: &[&DisclosureRow],
    ) -> Self {
        let of = of_whom(edition.register, rows);
        match who {
            Recipient::Card(at) => {
                let card = &cards[*at];
                Self {
                    anchor: Some(card.anchor.clone()),
                    key: card.key.clone(),
                    name: card.name.clone(),
                    known: true,
                    of,
                    company: card.company.clone(),
                    kept: card.kept.clone(),
                }
            }
            Recipient::Unlisted(key) => Self {
                anchor: None,
                key: (*key).to_owned(),
                name: Vocabulary::name(&edition.register.providers, key).to_owned(),
                known: edition.all.listed.contains_key(key),
                of,
                company: StatedText::missing(),
                kept: StatedText::missing(),
            },
        }
    }
}

/// Whose data of this kind a provider gets, with limits that all its rows share. The card has the use and the
/// condition.
fn of_whom(register: &Register, rows: &[&DisclosureRow]) -> String {
    let mut groups: Vec<String> = Vec::new();
    for row in rows {
        let name = match &row.data_subject {
            Stated::Known(key) => group(register, key),
            Stated::None => WORDS.not_of_a_person.to_owned(),
            Stated::Unknown | Stated::NotApplicable => WORDS.whose_unknown.to_owned(),
        };
        push_new(&mut groups, name);
    }
    let groups = prose(&groups);
    let form = rows[0].form;
    let form = if rows.iter().all(|row| row.form == form) {
        limits(form, Likelihood::Stated)
    } else {
        Vec::new()
    };
    let unsure = rows.iter().all(|row| row.likelihood != Likelihood::Stated);
    let limited = rows.iter().all(|row| row.is_limited());
    let parts: Vec<&str> = [groups.as_str()]
        .into_iter()
        .chain(form)
        .chain(unsure.then_some(WORDS.possibly))
        .chain(limited.then_some(WORDS.in_some_cases))
        .collect();
    parts.join("; ")
}
