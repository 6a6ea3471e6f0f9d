//! Who gets which data.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{Likelihood, Party, Register, Stated};

use super::card::{Card, Said};
use super::flows::group;
use super::words::{WORDS, limits};
use crate::export::projection::{PublishedRow, published_rows, records};
use crate::page::prose;

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
    anchor: String,
    /// The provider's key.
    key: String,
    name: String,
    /// Of whom, and with which limits.
    of: String,
    company: Said,
    kept: Said,
}

/// The keys of the kinds of data that providers get in an edition.
pub(super) fn keys(register: &Register, edition: &str) -> BTreeSet<String> {
    let rows = published_rows(register, edition);
    let received = rows.iter().flat_map(|row| &row.disclosed);
    let received = received.filter(|row| row.recipient == Party::Provider);
    received.filter_map(|row| Some(row.data_category.kind()?.to_string())).collect()
}

/// The kinds of data that providers get, by name.
pub(super) fn kinds(
    register: &Register,
    edition: &str,
    rows: &[PublishedRow<'_>],
    cards: &[Card],
) -> Vec<KindOfData> {
    let records = records(register, edition);
    let mut received: BTreeMap<&str, Vec<(usize, Vec<&DisclosureRow>)>> = BTreeMap::new();
    for (at, published) in rows.iter().enumerate() {
        for row in published.disclosed.iter().filter(|row| row.recipient == Party::Provider) {
            let Some(kind) = row.data_category.kind() else { continue };
            let who = received.entry(kind).or_default();
            match who.last_mut() {
                Some((last, rows)) if *last == at => rows.push(row),
                _ => who.push((at, vec![row])),
            }
        }
    }
    let categories = &register.vocabulary.data_categories;
    let name = |key: &str| Vocabulary::name(categories, key).to_owned();
    let parent = |key: &str| {
        let row = categories.iter().find(|row| row.key.as_str() == key)?;
        let wider = row.parent.known().filter(|wider| received.contains_key(wider.as_str()))?;
        Some((wider.to_string(), name(wider)))
    };
    let kind = |(key, who): (&&str, &Vec<(usize, Vec<&DisclosureRow>)>)| KindOfData {
        key: (*key).to_owned(),
        name: name(key),
        wider: parent(key),
        who: (who.iter())
            .map(|(at, rows)| Who {
                anchor: cards[*at].anchor.clone(),
                key: cards[*at].key.clone(),
                name: cards[*at].name.clone(),
                of: of_whom(register, rows),
                company: cards[*at].company.clone(),
                kept: cards[*at].kept.clone(),
            })
            .collect(),
        records: (records.iter())
            .filter(|record| record.row.data_category.as_str() == *key)
            .map(|record| record.position)
            .collect(),
    };
    let mut kinds: Vec<KindOfData> = received.iter().map(kind).collect();
    kinds.sort_by_key(|kind| kind.name.to_lowercase());
    kinds
}

/// Of whom a provider gets a kind of data, in brackets. What limits it everywhere stands there too;
/// the use and the case stand in the card.
fn of_whom(register: &Register, rows: &[&DisclosureRow]) -> String {
    let mut groups: Vec<String> = Vec::new();
    for row in rows {
        let name = match &row.data_subject {
            Stated::Known(key) => group(register, key),
            Stated::None => WORDS.not_of_a_person.to_owned(),
            Stated::Unknown | Stated::NotApplicable => WORDS.whose_unknown.to_owned(),
        };
        if !groups.contains(&name) {
            groups.push(name);
        }
    }
    let groups = prose(&groups.iter().map(String::as_str).collect::<Vec<_>>());
    let is_limited =
        |row: &&DisclosureRow| row.context.known().is_some() || row.condition.known().is_some();
    let form = rows[0].form;
    let form = if rows.iter().all(|row| row.form == form) {
        limits(form, Likelihood::Stated)
    } else {
        Vec::new()
    };
    let unsure = rows.iter().all(|row| row.likelihood != Likelihood::Stated);
    let limited = rows.iter().all(is_limited);
    let said: Vec<&str> = [groups.as_str()]
        .into_iter()
        .chain(form)
        .chain(unsure.then_some(WORDS.possibly))
        .chain(limited.then_some(WORDS.in_some_cases))
        .collect();
    said.join("; ")
}
