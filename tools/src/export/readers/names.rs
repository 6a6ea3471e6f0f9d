//! Keys and terms in words, for the pages of an edition.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use service_providers_codegen::register::{Vocabulary, VocabularyTerm};
use service_providers_codegen::{Key, Stated};

use super::words::WORDS;
use crate::export::projection::KeysOrWord;
use crate::missing::{NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN};

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
    known_or_word(key, |key| Vocabulary::name(terms, key).to_owned())
}

/// A fact in words, or the word in its place.
pub(super) fn known_or_word<T: FromStr + fmt::Display>(
    fact: &Stated<T>,
    say: impl FnOnce(&T) -> String,
) -> String {
    match fact {
        Stated::Known(known) => say(known),
        missing => word_for_missing(&missing.to_string()).to_owned(),
    }
}

/// The words for missing places.
pub(super) fn word_for_kept(word: &str) -> &str {
    if word == NONE { WORDS.nowhere } else { word_for_missing(word) }
}

/// The words for a missing fact.
pub(in crate::export) fn word_for_missing(word: &str) -> &str {
    match word {
        UNKNOWN => WORDS.unknown,
        NONE => WORDS.none,
        NOT_APPLICABLE => WORDS.not_applicable,
        SEE_PROVIDER => WORDS.see_provider,
        other => other,
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
