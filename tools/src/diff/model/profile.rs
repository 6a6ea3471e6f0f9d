//! What an edition says about a provider.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use service_providers_codegen::row::DisclosureRow;
use service_providers_codegen::{
    Asserted, Extent, Form, Key, Likelihood, Party, Stated, Text, YesNo,
};

use super::PublishedIn;

/// A provider and what an edition says about it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ListedProvider {
    /// The provider's key.
    pub provider: String,
    /// The rows that say something about it, in published order. Two rows that disagree both stand
    /// here.
    pub rows: Vec<ListedRow>,
}

/// A published row and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ListedRow {
    /// Where it is published.
    #[serde(flatten)]
    pub published: PublishedIn,
    /// What it says.
    pub facts: Profile,
}

/// A provider that is listed again, and what an edition says about it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ReturnedProvider {
    /// The last edition before that listed it.
    pub last_listed: String,
    /// The provider and what the newer edition says about it.
    #[serde(flatten)]
    pub listed: ListedProvider,
}

/// What one edition says about one provider, in one row or in all its rows taken together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Profile {
    /// The keys of the rows.
    pub engagements: BTreeSet<String>,
    /// The names as printed.
    pub published_names: BTreeSet<String>,
    /// The sections. Empty if the edition has none.
    pub sections: BTreeSet<String>,
    /// The kinds of service. Empty if the rows stand under none.
    pub service_categories: BTreeSet<String>,
    /// What it is used for. Empty if the edition does not say.
    pub purposes: BTreeSet<String>,
    /// Whether the edition says which data passes: `listed`, `none` (no personal data passes). Empty
    /// if it names no data.
    pub data: BTreeSet<String>,
    /// The countries of the company. Empty if the edition does not say.
    pub entity_countries: BTreeSet<String>,
    /// Where data is kept: the keys of places, with context and condition in brackets where the
    /// edition names them, as in `eu (EU customers)`; or `none`, `see-provider`, `not-applicable`.
    /// Empty if the edition does not say.
    pub storage: BTreeSet<String>,
    /// On whose servers it runs. Empty if the edition does not say.
    pub hosted_by: BTreeSet<String>,
    /// The countries that its use is limited to. Empty if the edition names no limit.
    pub territory: BTreeSet<String>,
    /// `yes` if the edition says that users may do without it.
    pub optional: BTreeSet<String>,
    /// The groups for whom it is said not to be used.
    pub excluded_subjects: BTreeSet<String>,
    /// The safeguards named. Empty if the edition names none.
    pub safeguards: BTreeSet<String>,
    /// The privacy policies linked. Empty if the edition links none.
    pub policy_urls: BTreeSet<String>,
    /// The features that need it. Empty if the edition does not say.
    pub features: BTreeSet<FeatureUse>,
    /// What is said of the relation itself: `kind: value`, and place and condition in brackets.
    pub contract_facts: BTreeSet<String>,
    /// What is disclosed, and what is said not to be.
    pub disclosures: Vec<Disclosure>,
    /// What it is used for, in words of the register.
    pub summaries: BTreeSet<String>,
    /// The register's notes on the rows: what it inferred, and what else the rows say.
    pub notes: BTreeSet<String>,
}

/// A feature that needs a provider.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct FeatureUse {
    /// The feature's key.
    pub feature: String,
    /// Where it is used. Empty if the edition does not say.
    pub settings: BTreeSet<String>,
    /// How much of it needs the provider.
    pub extent: Extent,
}

/// A kind of data about a group of people that passes between two parties.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Flow {
    /// `no` if the edition says that it does not pass.
    pub asserted: Asserted,
    /// Who gives it; `provider` is the provider itself.
    pub sender: Party,
    /// Who gets it.
    pub recipient: Party,
    /// The kind of data, or `any` in a denial that holds for all data in one use or one case.
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
    /// What limits it, once for each way in which the edition says it. A limit holds for its own way
    /// only: what is also said without a condition has none.
    pub limits: BTreeSet<Limits>,
    /// For what was gained or lost: the wider kinds of data by which the other edition may cover it
    /// on the same way.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub covered_by: BTreeSet<String>,
    /// For what was gained or lost: whose data of the same kind the other edition names on the same
    /// way, where one of the two does not say whose data it is.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub same_of: BTreeSet<String>,
}

/// What limits a flow, as one row says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Limits {
    /// In what form.
    pub form: Form,
    /// How surely.
    pub likelihood: Likelihood,
    /// `yes` if the row names it as an example only.
    pub example: YesNo,
    /// In which of the provider's uses. `none` if the row does not tell them apart.
    pub context: Stated<Key>,
    /// When, if only then, in words. Otherwise `none`.
    pub condition: Stated<Text>,
}

impl Limits {
    /// What limits the flow of a row.
    pub fn of(row: &DisclosureRow) -> Self {
        Self {
            form: row.form,
            likelihood: row.likelihood,
            example: row.example,
            context: row.context.clone(),
            condition: row.condition.clone(),
        }
    }
}
