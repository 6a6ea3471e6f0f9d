//! The facts of a change, as the JSON form publishes them. Keys, no names: `tables/` has those.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use service_providers_codegen::{
    Asserted, Certainty, Extent, Form, Key, Likelihood, Party, Setting, Stated, SuccessionKind,
};

/// What changed between two editions of the list.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Diff {
    /// The version of this format.
    pub diff_version: u32,
    /// The key of the publisher.
    pub publisher: Key,
    /// The older edition.
    pub from: Side,
    /// The newer edition.
    pub to: Side,
    /// Providers that only the newer edition lists, and that follow no provider of the older.
    pub added: Vec<Listing>,
    /// Providers that only the older edition lists, and that no provider of the newer follows.
    pub retired: Vec<Listing>,
    /// Providers that were renamed, split, merged or replaced: each an event, no removal and no
    /// addition.
    pub succeeded: Vec<Event>,
    /// Providers that both editions list, with what is said differently.
    pub changed: Vec<ProviderChange>,
    /// Providers that both editions list with the same words.
    pub unchanged: BTreeSet<String>,
    /// The data transparency records of the time of the editions.
    pub practices: PracticeChange,
}

/// One of the two editions.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Side {
    /// The edition's id.
    pub edition: String,
    /// The version of the release that it is taken from, where two releases are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    /// When it was published.
    pub published: String,
    /// When it takes effect. `unknown` if no document says.
    pub effective: Stated<String>,
    /// Until when customers may object. `unknown` if no document says.
    pub objection_until: Stated<String>,
    /// How many providers it lists.
    pub providers: usize,
    /// How many rows it publishes.
    pub rows: usize,
}

/// A provider and what an edition says about it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Listing {
    /// The provider's key.
    pub provider: String,
    /// What the edition says about it.
    pub facts: Profile,
}

/// What one edition says about one provider, its rows taken together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Profile {
    /// The keys of the rows.
    pub engagements: BTreeSet<String>,
    /// The sections. Empty if the edition has none.
    pub sections: BTreeSet<String>,
    /// The kinds of service. Empty if the rows stand under none.
    pub service_categories: BTreeSet<String>,
    /// What it is used for.
    pub purposes: BTreeSet<String>,
    /// The countries of the company. Empty if the edition does not say.
    pub entity_countries: BTreeSet<String>,
    /// Where data is kept: countries, or `global`, `none`, `see-provider`, `not-applicable`.
    /// Empty if the edition does not say.
    pub storage: BTreeSet<String>,
    /// On whose servers it runs. Empty if the edition does not say.
    pub hosted_by: BTreeSet<String>,
    /// The countries that its use is limited to. Empty if the edition names no limit.
    pub territory: BTreeSet<String>,
    /// `yes` if the edition says that users may do without it.
    pub optional: BTreeSet<String>,
    /// The groups for whom it is said not to be used, or not in a part of its use.
    pub excluded_subjects: BTreeSet<String>,
    /// The safeguards named. Empty if the edition names none.
    pub safeguards: BTreeSet<String>,
    /// The privacy policies linked. Empty if the edition links none.
    pub policy_urls: BTreeSet<String>,
    /// The features that need it. Empty if the edition does not say.
    pub features: BTreeSet<FeatureUse>,
    /// What passes, and what is said not to pass.
    pub disclosures: Vec<Disclosure>,
}

/// A feature that needs a provider.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct FeatureUse {
    /// The feature's key.
    pub feature: String,
    /// Where it is used.
    pub setting: Setting,
    /// How much of it needs the provider.
    pub extent: Extent,
}

/// A kind of data about a group of people that passes between two parties.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Flow {
    /// `no` if the edition says that it does not pass.
    pub asserted: Asserted,
    /// Who gives it; `provider` is the provider itself.
    pub from: Party,
    /// Who gets it.
    pub to: Party,
    /// The kind of data.
    pub data_category: String,
    /// Whose data. `none` if it is about nobody, `unknown` if the edition does not say.
    pub data_subject: String,
}

/// A flow and what is said about it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Disclosure {
    /// What passes.
    #[serde(flatten)]
    pub flow: Flow,
    /// In what form.
    pub forms: BTreeSet<Form>,
    /// How surely.
    pub likelihoods: BTreeSet<Likelihood>,
    /// In which of the provider's uses, where they are told apart.
    pub contexts: BTreeSet<String>,
    /// When, if only then, in words.
    pub conditions: BTreeSet<String>,
    /// Whether the edition names it as an example only.
    pub example: bool,
    /// For what was gained or lost: the wider kinds of data by which the other edition may cover it
    /// on the same way.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub covered_by: BTreeSet<String>,
}

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
    pub before: Vec<Listing>,
    /// What the newer edition says about those of them that it lists.
    pub after: Vec<Listing>,
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
    /// The document that shows it.
    pub source: String,
}

/// A provider that both editions list, with what is said differently.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ProviderChange {
    /// The provider's key.
    pub provider: String,
    /// What is said differently.
    pub changes: Changes,
}

/// What is said differently. Where one edition is silent, that is no change of the fact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Changes {
    /// Facts other than disclosures.
    pub facts: Vec<FactChange>,
    /// What passes now, or is said not to pass now, and was not mentioned before.
    pub disclosures_gained: Vec<Disclosure>,
    /// What passed before, or was said not to pass, and is no longer mentioned.
    pub disclosures_lost: Vec<Disclosure>,
    /// What passes still, with something said differently about it.
    pub disclosures_changed: Vec<DisclosureChange>,
    /// Words that changed and no fact with them.
    pub reworded: Vec<Rewording>,
}

/// Whether a fact changed, or only one of the editions speaks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// Both editions speak of it, differently.
    Changed,
    /// The older edition was silent.
    NewlyStated,
    /// The newer edition is silent.
    NoLongerStated,
}

/// A fact that is said differently.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct FactChange {
    /// Which fact.
    pub fact: Fact,
    /// The feature that it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feature: Option<String>,
    /// Whether it changed or was or became unsaid.
    pub nature: Nature,
    /// What the older edition says.
    pub before: BTreeSet<String>,
    /// What the newer edition says.
    pub after: BTreeSet<String>,
}

/// Which fact about a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// What it is used for.
    Purposes,
    /// The country of the company.
    EntityCountry,
    /// Where data is kept.
    Storage,
    /// On whose servers it runs.
    HostedBy,
    /// The countries that its use is limited to.
    Territory,
    /// Whether users may do without it.
    Optional,
    /// The groups for whom it is not used.
    ExcludedSubjects,
    /// The safeguards named.
    Safeguards,
    /// The features that need it.
    Features,
    /// Where a feature is used.
    FeatureSetting,
    /// How much of a feature needs it.
    FeatureExtent,
    /// The privacy policy linked.
    PolicyUrl,
    /// The section of the page.
    Section,
    /// The kind of service that it stands under.
    ServiceCategory,
}

/// A disclosure about which something is said differently.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct DisclosureChange {
    /// What passes.
    #[serde(flatten)]
    pub flow: Flow,
    /// What about it.
    pub aspect: Aspect,
    /// Whether it changed or was or became unsaid.
    pub nature: Nature,
    /// What the older edition says.
    pub before: BTreeSet<String>,
    /// What the newer edition says.
    pub after: BTreeSet<String>,
}

/// What about a disclosure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// In what form.
    Form,
    /// How surely.
    Likelihood,
    /// In which of the provider's uses.
    Context,
    /// Whose data.
    DataSubject,
}

/// Words that changed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Rewording {
    /// Which words: `published-name`, `summary`, `note` or `condition`.
    pub field: Wording,
    /// The older edition's.
    pub before: BTreeSet<String>,
    /// The newer edition's.
    pub after: BTreeSet<String>,
}

/// Which words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// The name as printed.
    PublishedName,
    /// What it is used for, in words of the register.
    Summary,
    /// Other facts, in words of the register.
    Note,
    /// When data passes, in words of the register.
    Condition,
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
}

impl Changes {
    /// Whether nothing is said differently.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a fact changed, or a disclosure was gained or lost: more than words and silence.
    pub fn real(&self) -> bool {
        !self.disclosures_gained.is_empty()
            || !self.disclosures_lost.is_empty()
            || self.facts.iter().any(|change| change.nature == Nature::Changed)
            || self.disclosures_changed.iter().any(|change| change.nature == Nature::Changed)
    }
}

impl Diff {
    /// Whether the two editions say the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.retired.is_empty()
            && self.succeeded.is_empty()
            && self.changed.is_empty()
            && self.practices.before == self.practices.after
            && self.practices.ended.is_empty()
            && self.practices.begun.is_empty()
    }
}
