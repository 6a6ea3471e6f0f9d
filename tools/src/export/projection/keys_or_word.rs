//! A list of keys, or the word that stands in its place.

use std::fmt;

use service_providers_codegen::{Key, StatedList};

/// Keys in alphabetical order, each once, or the word that says in which way they are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeysOrWord<'r> {
    /// At least one key.
    Keys(Vec<&'r str>),
    /// `unknown`, `none`, `not-applicable`, or another word of the column.
    Word(&'static str),
}

impl<'r> KeysOrWord<'r> {
    /// The keys in order, each once; the word if there are none.
    pub(super) fn collect(keys: impl IntoIterator<Item = &'r str>, or: &'static str) -> Self {
        let mut keys: Vec<&str> = keys.into_iter().collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() { Self::Word(or) } else { Self::Keys(keys) }
    }

    fn of(keys: &'r [Key], word: Option<&'static str>) -> Self {
        match word {
            Some(word) => Self::Word(word),
            None => Self::Keys(keys.iter().map(Key::as_str).collect()),
        }
    }
}

impl<'r> From<&'r StatedList> for KeysOrWord<'r> {
    fn from(list: &'r StatedList) -> Self {
        Self::of(list.items(), list.word())
    }
}

/// As in a cell: keys joined by `;`, or the word.
impl fmt::Display for KeysOrWord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keys(keys) => f.write_str(&keys.join(";")),
            Self::Word(word) => f.write_str(word),
        }
    }
}
