//! What became of providers.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use service_providers_codegen::{Certainty, Stated, SuccessionKind};

use super::{Changes, ListedProvider};

/// One event that turned providers into others.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// How sure that is: the least sure of the links.
    pub certainty: Certainty,
    /// The providers that were followed.
    pub from: BTreeSet<String>,
    /// The providers that followed.
    pub to: BTreeSet<String>,
    /// Which followed which, and what shows it.
    pub links: Vec<Link>,
    /// What the older edition says about those of them that it lists.
    pub before: Vec<ListedProvider>,
    /// What the newer edition says about those of them that it lists.
    pub after: Vec<ListedProvider>,
    /// What is said differently about those before and those after, taken together.
    pub changes: Changes,
}

/// What happened to providers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// The same thing under another name.
    Renamed,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// Another stands in its place.
    Replaced,
    /// Another company has bought it.
    Acquired,
    /// Several of these at once.
    Mixed,
}

/// One provider followed another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Link {
    /// The provider that was followed.
    pub from: String,
    /// The provider that followed.
    pub to: String,
    /// How.
    pub kind: SuccessionKind,
    /// How sure that is.
    pub certainty: Certainty,
    /// What shows it.
    pub evidence: String,
    /// The first edition in which it shows.
    pub edition: String,
    /// The document that shows it.
    pub document: String,
    /// The date of that document. `unknown` if it bears none.
    pub document_date: Stated<String>,
    /// Whether the register holds the text of that document.
    pub text_held: bool,
}
