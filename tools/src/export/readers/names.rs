//! Keys and terms in words, for the pages of an edition.

use std::collections::BTreeSet;

use service_providers_codegen::register::{Vocabulary, VocabularyTerm};
use service_providers_codegen::{Key, Stated};

use super::card::word_for_missing;
use crate::export::projection::KeysOrWord;

/// The names of keys, or the word in their place.
pub(super) fn names<T: VocabularyTerm>(terms: &[T], cell: &KeysOrWord<'_>) -> String {
    match cell {
        KeysOrWord::Keys(keys) => {
            keys.iter().map(|key| Vocabulary::name(terms, key)).collect::<Vec<_>>().join(", ")
        }
        KeysOrWord::Word(missing) => word_for_missing(missing).to_owned(),
    }
}

/// The name of a key, or the word in its place.
pub(super) fn name<T: VocabularyTerm>(terms: &[T], key: &Stated<Key>) -> String {
    match key {
        Stated::Known(key) => Vocabulary::name(terms, key).to_owned(),
        missing => word_for_missing(&missing.to_string()).to_owned(),
    }
}

/// A name, with what there is to say of it in brackets.
pub(super) fn qualified(name: &str, qualifiers: &[String]) -> String {
    if qualifiers.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({})", qualifiers.join("; "))
    }
}

/// A sentence without its full stop, as a part of another sentence.
pub(super) fn inner(sentence: &str) -> String {
    sentence.strip_suffix('.').unwrap_or(sentence).to_owned()
}

/// The keys that stand there several times.
pub(super) fn repeated<'r>(keys: impl Iterator<Item = &'r str>) -> BTreeSet<&'r str> {
    let mut once = BTreeSet::new();
    keys.filter(|key| !once.insert(*key)).collect()
}

/// The names of keys, in their order.
pub(super) fn names_of<T: VocabularyTerm>(terms: &[T], keys: &[Key]) -> Vec<String> {
    keys.iter().map(|key| Vocabulary::name(terms, key).to_owned()).collect()
}
