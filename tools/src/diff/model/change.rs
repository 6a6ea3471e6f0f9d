//! What two editions say differently about a provider.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use service_providers_codegen::Asserted;

use super::{Disclosure, FeatureUse, Flow, Limits, ListedRow, Profile};

/// A provider that both editions list, with what is said differently.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ProviderChange {
    /// The provider's key.
    pub provider: String,
    /// Rows of the two editions that were compared with each other and differ.
    pub rows: Vec<RowChange>,
    /// What further rows of the newer edition say.
    pub rows_added: Vec<Profile>,
    /// What rows of the older edition say that have no counterpart in the newer one.
    pub rows_gone: Vec<Profile>,
}

/// A row of each edition, with what is said differently.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RowChange {
    /// The row of the older edition, and all that it says.
    pub before: ListedRow,
    /// The row of the newer edition, and all that it says.
    pub after: ListedRow,
    /// What is said differently.
    pub changes: Changes,
}

/// Where a row is published, and what it cites.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PublishedIn {
    /// The document.
    pub document: String,
    /// The row in the document, counted from 1.
    pub row: u32,
    /// Which part of the row.
    pub part: u32,
    /// The engagement.
    pub engagement: String,
}

/// What is said differently. If one edition is silent about a fact, the fact did not change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Changes {
    /// Facts other than disclosures.
    pub facts: Vec<FactChange>,
    /// What is disclosed now, or is said not to be, and was not mentioned before.
    pub disclosures_gained: Vec<Disclosure>,
    /// What was disclosed before, or was said not to be, and is no longer mentioned.
    pub disclosures_lost: Vec<Disclosure>,
    /// What is still disclosed, with something said differently about it.
    pub disclosures_changed: Vec<DisclosureChange>,
    /// Words that changed without a fact.
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
    /// The feature, if the fact is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feature: Option<String>,
    /// Whether the fact changed, or only one edition speaks of it.
    pub nature: Nature,
    /// What the older edition says.
    pub before: BTreeSet<String>,
    /// What the newer edition says.
    pub after: BTreeSet<String>,
    /// If the fact is which features need the provider: where those of one edition only are used, and
    /// how much of them needs it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub uses: BTreeSet<FeatureUse>,
}

/// Which fact about a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// What it is used for.
    Purposes,
    /// Whether the data that passes is listed.
    Data,
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
    /// What is said of the relation itself.
    ContractFacts,
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
    /// What limits it in the newer edition.
    pub limits: BTreeSet<Limits>,
    /// What about it.
    pub aspect: Aspect,
    /// Whether the fact changed, or only one edition speaks of it.
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
    /// When, if only then.
    Condition,
    /// Whose data.
    DataSubject,
}

/// Words that changed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Rewording {
    /// Which words: `published-name`, `summary` or `note`.
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
}

impl ProviderChange {
    /// Whether nothing is said differently.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.rows_added.is_empty() && self.rows_gone.is_empty()
    }

    /// Whether a fact changed, or a row was added or is gone: more than words and silence.
    pub fn is_change(&self) -> bool {
        !self.rows_added.is_empty()
            || !self.rows_gone.is_empty()
            || self.rows.iter().any(|row| row.changes.is_change())
    }
}

impl Changes {
    /// Whether nothing is said differently.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a fact changed, or a disclosure was gained or lost: more than words and silence about
    /// what protects nobody.
    pub fn is_change(&self) -> bool {
        !self.disclosures_gained.is_empty()
            || !self.disclosures_lost.is_empty()
            || self.facts.iter().any(FactChange::is_change)
            || self.disclosures_changed.iter().any(DisclosureChange::is_change)
    }
}

impl FactChange {
    /// Whether the fact changed. A protection that only one edition names may be gone or new, so the
    /// silence of the other counts as a change.
    pub fn is_change(&self) -> bool {
        let protects = matches!(
            self.fact,
            Fact::Safeguards | Fact::ExcludedSubjects | Fact::Territory | Fact::Optional
        );
        self.nature == Nature::Changed || protects
    }
}

impl DisclosureChange {
    /// Whether the fact changed. A form that is no longer named may have protected people, and a
    /// denial that is now said of one use protects less, so both count as changes.
    pub fn is_change(&self) -> bool {
        match self.nature {
            Nature::Changed => true,
            Nature::NoLongerStated => self.aspect == Aspect::Form,
            Nature::NewlyStated => {
                self.aspect == Aspect::Context && self.flow.asserted == Asserted::No
            }
        }
    }
}
