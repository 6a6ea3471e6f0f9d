//! The facts of a change, as the JSON form publishes them. They consist of keys; the names of the
//! keys are in `tables/`.

mod change;
mod event;
mod layout;
mod profile;

pub use change::{
    Aspect, Changes, DisclosureChange, Fact, FactChange, Nature, ProviderChange, PublishedIn,
    Rewording, RowChange, Wording,
};
pub use event::{Event, EventKind, Link};
pub use layout::{CaptionChange, Layout};
pub use profile::{
    Disclosure, FeatureUse, Flow, Limits, ListedProvider, ListedRow, Profile, ReturnedProvider,
};

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;
use service_providers_codegen::{Certainty, Key, Stated, Text};

/// What changed between two editions of the list.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Diff {
    /// The version of this format.
    pub diff_version: u32,
    /// The key of the publisher.
    pub publisher: Key,
    /// Where questions go. `unknown` if no document says.
    pub contact: Stated<Text>,
    /// How customers object to a change. `unknown` if no document says.
    pub objection: Stated<Text>,
    /// The older edition.
    pub from: ComparedEdition,
    /// The newer edition.
    pub to: ComparedEdition,
    /// Providers that the newer edition lists, that no edition before it lists, and that follow no
    /// provider of the older one.
    pub added: Vec<ListedProvider>,
    /// Providers that the newer edition lists, the older one does not, and an earlier one did.
    pub returned: Vec<ReturnedProvider>,
    /// Providers that only the older edition lists, and that no provider of the newer one follows.
    pub retired: Vec<ListedProvider>,
    /// Providers that were renamed, split, merged or replaced. They count neither as added nor as
    /// retired.
    pub succeeded: Vec<Event>,
    /// Providers that both editions list, with what is said differently.
    pub changed: Vec<ProviderChange>,
    /// Providers that both editions list with the same words in every row.
    pub unchanged: BTreeSet<String>,
    /// The facts that cannot be compared, because one edition states them of no provider.
    pub not_compared: NotCompared,
    /// The data transparency records of the editions.
    pub practices: PracticeChange,
    /// How the page itself changed, which is no fact about a provider.
    pub layout: Layout,
}

/// One of the two editions.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ComparedEdition {
    /// The edition's id.
    pub edition: String,
    /// The version of the release that it is taken from, if two releases are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    /// When it was published.
    pub published: String,
    /// Whether it was announced and not in force yet when it was compared.
    pub announced: bool,
    /// When it takes effect. `unknown` if no document says.
    pub effective: Stated<String>,
    /// Until when customers may object. `unknown` if no document says.
    pub objection_until: Stated<String>,
    /// On what basis an undated document is taken to be of its time. `none` if every document bears
    /// its date.
    pub undated_basis: Stated<Text>,
    /// How many providers it lists.
    pub providers: usize,
    /// How many rows it publishes.
    pub rows: usize,
}

/// Facts that a whole edition, as it is held, is silent about. The page may have had them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct NotCompared {
    /// Facts that only the newer edition states. What it states of a provider is newly stated.
    pub not_in_older: BTreeSet<Fact>,
    /// Facts that only the older edition states. They stand in no list of changes.
    pub not_in_newer: BTreeSet<Fact>,
}

/// What data transparency records say of a provider that gets data. Whose data it is stands in each record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RecordedProvider {
    /// The provider's key.
    pub provider: String,
    /// Its names as the records print them.
    pub published_names: BTreeSet<String>,
    /// The kinds of data of the records that name it, each with how sure it is that one of them means
    /// this kind and this provider.
    pub data: BTreeMap<String, Certainty>,
    /// The countries that they name with it. Empty if they name none.
    pub countries: BTreeSet<String>,
}

/// The data transparency records of two times.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PracticeChange {
    /// How many records the register holds for the time of the older edition.
    pub before: usize,
    /// How many for the time of the newer one. 0: no such document is held, which does not mean
    /// that the practices ended.
    pub after: usize,
    /// Records of the older time that the newer time's do not have. Empty if no records are held
    /// for one of the times.
    pub ended: BTreeSet<String>,
    /// Records of the newer time that the older time's do not have. Empty if no records are held
    /// for one of the times.
    pub begun: BTreeSet<String>,
    /// What the records of the older time say of each provider that gets data.
    pub recorded_before: Vec<RecordedProvider>,
    /// What the records of the newer time say of each provider that gets data.
    pub recorded_after: Vec<RecordedProvider>,
}

impl Diff {
    /// Whether the two editions say the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.returned.is_empty()
            && self.retired.is_empty()
            && self.succeeded.is_empty()
            && self.changed.is_empty()
            && self.practices.before == self.practices.after
            && self.practices.ended.is_empty()
            && self.practices.begun.is_empty()
    }
}
