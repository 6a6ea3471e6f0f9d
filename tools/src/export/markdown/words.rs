//! Keys and terms in words, for the pages of an edition.

use service_providers_codegen::register::{Vocabulary, VocabularyTerm};
use service_providers_codegen::row::{DisclosureRow, EngagementFeatureRow, StorageRow};
use service_providers_codegen::{Extent, Key, Party, Register, Setting, Stated};

use crate::export::projection::KeysOrWord;
use crate::missing::{EDITION_PAGES as WORDS, NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN};
use crate::page::limits;

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
        Party::User => "the user".to_owned(),
        Party::District => "the school district".to_owned(),
        Party::ThirdParty => "a third party".to_owned(),
        Party::OtherProvider(key) => Vocabulary::name(&register.providers, key).to_owned(),
    }
}

/// A kind of data, with its form and likelihood in brackets if there is something to say of them.
pub(super) fn data(register: &Register, row: &DisclosureRow) -> String {
    qualified(
        Vocabulary::name(&register.vocabulary.data_categories, &row.data_category),
        &limits::qualifiers(row.form, row.likelihood, row.example),
    )
}

/// A feature with where it is used and how much of it needs the provider.
pub(super) fn feature(register: &Register, row: &EngagementFeatureRow) -> String {
    let setting = match row.setting {
        Setting::Both => "in school and out of school",
        Setting::InSchool => "in school",
        Setting::OutOfSchool => "out of school",
        Setting::Unstated => "where is not stated",
    };
    let mut qualifiers = vec![setting.to_owned()];
    match row.extent {
        Extent::Specific => {}
        Extent::All => qualifiers.push("all of its kind".to_owned()),
        Extent::Example => qualifiers.push("named as an example".to_owned()),
    }
    qualified(Vocabulary::name(&register.vocabulary.features, &row.feature), &qualifiers)
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
