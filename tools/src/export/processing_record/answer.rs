//! Answers: the cells of the record.

use std::fmt;

use service_providers_codegen::{Key, StatedList};

use crate::export::readers::word_for_missing;
use crate::missing::NONE;
use crate::page::Names;

/// The register has no such fact.
pub(super) const NOT_HELD: &str = "not held";

/// What the record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Keys, or their names.
    Terms(Vec<String>),
    /// Independent texts.
    Texts(Vec<String>),
    /// How the fact is missing.
    Word(&'static str),
}

impl Answer {
    /// Terms, each once and in order; the word if there are none.
    pub(super) fn terms(terms: impl IntoIterator<Item = String>, or: &'static str) -> Self {
        let mut terms: Vec<String> = terms.into_iter().collect();
        terms.sort_unstable();
        terms.dedup();
        if terms.is_empty() { Self::Word(or) } else { Self::Terms(terms) }
    }

    /// Texts in the order of the source; the word if there are none.
    pub(super) fn texts(texts: impl IntoIterator<Item = String>, or: &'static str) -> Self {
        let texts: Vec<String> = texts.into_iter().collect();
        if texts.is_empty() { Self::Word(or) } else { Self::Texts(texts) }
    }

    /// The answer as lines of a page for people.
    pub(super) fn lines(&self) -> Vec<String> {
        match self {
            Self::Terms(terms) => vec![terms.join(", ")],
            Self::Texts(texts) => texts.clone(),
            Self::Word(word) => vec![on_a_page(word).to_owned()],
        }
    }
}

/// A word as a page for people has it.
fn on_a_page(word: &str) -> &str {
    match word {
        NOT_HELD => "Not held",
        "yes" => "Yes",
        "no" => "No",
        missing => word_for_missing(missing),
    }
}

/// As in a cell of a table: terms joined by `;`, texts by ` | `.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Terms(terms) => f.write_str(&terms.join(";")),
            Self::Texts(texts) => f.write_str(&texts.join(" | ")),
            Self::Word(word) => f.write_str(word),
        }
    }
}

/// How keys are said: as they are in tables, by name on pages.
#[derive(Clone, Copy)]
pub(super) struct KeyNames<'n>(pub(super) Option<&'n Names>);

impl KeyNames<'_> {
    /// A key of a table, or a word in its place.
    pub(super) fn key(self, table: &str, key: &str) -> String {
        self.0.map_or(key, |names| names.name(table, key)).to_owned()
    }

    /// A word for a missing fact.
    pub(super) fn word(self, word: &str) -> String {
        self.0.map_or(word, |_| on_a_page(word)).to_owned()
    }

    /// The keys of a list, or its word.
    pub(super) fn list(self, table: &str, list: &StatedList) -> Answer {
        match list.word() {
            Some(word) => Answer::Word(word),
            None => self.keys(table, list.items().iter().map(Key::as_str), NONE),
        }
    }

    /// An answer as part of a text.
    pub(super) fn inline(self, answer: &Answer) -> String {
        self.0.map_or_else(|| answer.to_string(), |_| answer.lines().join(", "))
    }

    /// Keys; the word if there are none.
    pub(super) fn keys<'k>(
        self,
        table: &str,
        keys: impl IntoIterator<Item = &'k str>,
        or: &'static str,
    ) -> Answer {
        Answer::terms(keys.into_iter().map(|key| self.key(table, key)), or)
    }
}
