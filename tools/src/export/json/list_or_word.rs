//! A list in JSON, or the word that stands instead of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::register::Engagement;
use service_providers_codegen::{Key, StatedList, StorageStatus};

use super::engagements::Storage;

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

/// Why there is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Word {
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

impl From<&Engagement> for ListOrWord<Storage> {
    fn from(engagement: &Engagement) -> Self {
        Self::Word(match engagement.row.storage {
            StorageStatus::Listed => {
                return Self::Items(engagement.storage.iter().map(Storage::new).collect());
            }
            StorageStatus::None => Word::None,
            StorageStatus::NotApplicable => Word::NotApplicable,
            StorageStatus::SeeProvider => Word::SeeProvider,
            StorageStatus::Unknown => Word::Unknown,
        })
    }
}
