//! A list in JSON, or the word that stands instead of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::{Key, StatedList, Storage};

/// A list, or the word that says how it is missing. Never an empty list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub enum ListOrWord<T> {
    /// At least one item, each once, in alphabetical order.
    Items(#[schemars(length(min = 1))] Vec<T>),
    /// No list.
    Word(Word),
}

/// What a list is missing for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Word {
    /// The source says: anywhere in the world.
    Global,
    /// There is none, or the source says that there is none.
    None,
    /// The source says that the question does not arise.
    NotApplicable,
    /// The source sends the reader to the provider.
    SeeProvider,
    /// The source does not say.
    Unknown,
}

impl From<&StatedList> for ListOrWord<Key> {
    fn from(list: &StatedList) -> Self {
        match list {
            StatedList::Known(keys) => Self::Items(keys.clone()),
            StatedList::None => Self::Word(Word::None),
            StatedList::NotApplicable => Self::Word(Word::NotApplicable),
            StatedList::Unknown => Self::Word(Word::Unknown),
        }
    }
}

impl From<&Storage> for ListOrWord<Key> {
    fn from(storage: &Storage) -> Self {
        match storage {
            Storage::Countries(keys) => Self::Items(keys.clone()),
            Storage::Global => Self::Word(Word::Global),
            Storage::None => Self::Word(Word::None),
            Storage::NotApplicable => Self::Word(Word::NotApplicable),
            Storage::SeeProvider => Self::Word(Word::SeeProvider),
            Storage::Unknown => Self::Word(Word::Unknown),
        }
    }
}
