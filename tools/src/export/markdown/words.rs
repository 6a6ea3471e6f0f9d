//! Keys and terms in words, for the pages of an edition.

use service_providers_codegen::register::{Vocabulary, VocabularyTerm};
use service_providers_codegen::row::{
    ContractFactRow, DisclosureRow, EngagementFeatureRow, StorageRow,
};
use service_providers_codegen::{
    ContractFactKind, Extent, Key, Party, Register, Stated, StatedList,
};

use crate::export::projection::KeysOrWord;
use crate::missing::{EDITION_PAGES as WORDS, NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN};
use crate::page::{contract_fact_words, limits, lower, prose, upper};

/// A word for a missing fact, as readers get it.
pub(super) fn word(word: &str) -> &str {
    match word {
        UNKNOWN => WORDS.unknown,
        NONE => WORDS.none,
        NOT_APPLICABLE => WORDS.not_applicable,
        other => other,
    }
}

/// Where data is kept if the source names no place.
pub(super) fn storage_word(storage: &'static str) -> &'static str {
    match storage {
        NONE => WORDS.nowhere,
        SEE_PROVIDER => WORDS.see_provider,
        other => word(other),
    }
}

/// A place where data is kept, with its context and its condition in brackets.
pub(super) fn place(register: &Register, row: &StorageRow) -> String {
    let said = Some(row.said_of_place()).filter(|said| !said.is_empty());
    qualified(register.vocabulary.place_name(&row.place), said.as_slice())
}

/// The names of keys, or the word in their place.
pub(super) fn names<T: VocabularyTerm>(terms: &[T], cell: &KeysOrWord<'_>) -> String {
    match cell {
        KeysOrWord::Keys(keys) => {
            keys.iter().map(|key| Vocabulary::name(terms, key)).collect::<Vec<_>>().join(", ")
        }
        KeysOrWord::Word(missing) => word(missing).to_owned(),
    }
}

/// The name of a key, or the word in its place.
pub(super) fn name<T: VocabularyTerm>(terms: &[T], key: &Stated<Key>) -> String {
    match key {
        Stated::Known(key) => Vocabulary::name(terms, key).to_owned(),
        missing => word(&missing.to_string()).to_owned(),
    }
}

/// A party in the middle of a sentence.
pub(super) fn party(register: &Register, party: &Party) -> String {
    match party {
        Party::Publisher => register.file.publisher.name.to_string(),
        Party::Provider => "the provider".to_owned(),
        Party::OtherProvider(key) => Vocabulary::name(&register.providers, key).to_owned(),
        Party::Other(key) => lower(Vocabulary::name(&register.vocabulary.parties, key)),
    }
}

/// A kind of data, with its form and likelihood in brackets if there is something to say of them.
pub(super) fn data(register: &Register, row: &DisclosureRow) -> String {
    let data = match row.data_category.kind() {
        Some(kind) => Vocabulary::name(&register.vocabulary.data_categories, kind).to_owned(),
        None => upper(WORDS.any_data),
    };
    qualified(&data, &limits::qualifiers(row.form, row.likelihood, row.example))
}

/// A feature with where it is used and how much of it needs the provider.
pub(super) fn feature(register: &Register, row: &EngagementFeatureRow) -> String {
    let name = |key: &Key| lower(Vocabulary::name(&register.vocabulary.settings, key));
    let mut qualifiers = match &row.settings {
        StatedList::Unknown => vec!["where is not stated".to_owned()],
        settings => {
            let names: Vec<String> = settings.items().iter().map(name).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if names.is_empty() { Vec::new() } else { vec![prose(&names)] }
        }
    };
    match row.extent {
        Extent::Specific => {}
        Extent::All => qualifiers.push("all of its kind".to_owned()),
        Extent::Example => qualifiers.push("named as an example".to_owned()),
    }
    qualified(Vocabulary::name(&register.vocabulary.features, &row.feature), &qualifiers)
}

/// A fact about the relation with a provider, as a sentence.
pub(super) fn contract_fact(register: &Register, row: &ContractFactRow) -> String {
    let value = match (row.kind, &row.value) {
        (ContractFactKind::LegalBasis, Stated::Known(key)) => {
            Vocabulary::name(&register.vocabulary.legal_bases, key).to_owned()
        }
        (_, Stated::Known(value)) => inner(value),
        (_, missing) => lower(word(&missing.to_string())),
    };
    let mut qualifiers = Vec::new();
    qualifiers
        .extend(row.place.known().map(|place| register.vocabulary.place_name(place).to_owned()));
    qualifiers.extend(row.condition.known().map(|condition| inner(condition)));
    format!("{}: {}.", upper(contract_fact_words(row.kind)), qualified(&value, &qualifiers))
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
