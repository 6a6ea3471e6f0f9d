//! Published rows in JSON, with their features and disclosures.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::register::PublishedRow;
use service_providers_codegen::row::{
    ContractFactRow, DisclosureRow, Edition, EngagementFeatureRow, StorageRow,
};
use service_providers_codegen::{
    Asserted, ContractFactKind, DataOrAny, DataStatus, Extent, Form, Key, Likelihood, Name, Party,
    Register, Stated, Text, Value, WebAddress, YesNo, YesOrUnknown,
};

use super::ListOrWord;
use crate::export::projection::Runs;

/// One published row about one provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Engagement {
    /// The engagement's key. Two rows that say the same have the same.
    pub key: Key,
    /// The provider.
    pub provider: Key,
    /// The provider's name exactly as printed.
    pub published_name: Stated<Name>,
    /// The section of the page. `none` if the row stands in no section.
    pub section: Stated<Key>,
    /// The row's number in the edition, from 1.
    pub position: u32,
    /// The kind of service. `none` if the row stands under no kind.
    pub service_category: Stated<Key>,
    /// What the provider is used for.
    pub purposes: ListOrWord<Key>,
    /// What the provider is used for, in words.
    pub summary: Text,
    /// Whether the source says which data passes: `listed`, `unknown` or `none`.
    pub data: DataStatus,
    /// The country of the company, or `unknown`.
    pub entity_country: Stated<Key>,
    /// Where the data is kept: places, or `none` (nothing is kept), `see-provider`,
    /// `not-applicable` or `unknown`.
    pub storage: ListOrWord<Storage>,
    /// The provider on whose servers this one runs, or `unknown`.
    pub hosted_by: Stated<Key>,
    /// The countries that the use is limited to, or `unknown`.
    pub territory: ListOrWord<Key>,
    /// `yes` if users may do without it, otherwise `unknown`.
    pub optional: YesOrUnknown,
    /// The groups for whom it is not used, or `none`.
    pub excluded_subjects: ListOrWord<Key>,
    /// The safeguards and contracts the source names, or `unknown`.
    pub safeguards: ListOrWord<Key>,
    /// The privacy policy the source links to, or `unknown`.
    pub policy_url: Stated<WebAddress>,
    /// The first edition of the unbroken run of editions that say this.
    pub since: String,
    /// The first edition behind that run, which no longer says this, or `current`.
    #[schemars(extend("x-references" = "editions", "x-words" = ["current"]))]
    pub until: String,
    /// The document.
    pub document: Key,
    /// The row in the document, counted from 1.
    pub row: u32,
    /// Which part of the row, where one name cell names several services. Otherwise 1.
    pub part: u32,
    /// Facts of the row that no other member holds, or `none`.
    pub note: Stated<Text>,
    /// Why the row was a mistake. `none` if it was not.
    pub withdrawn: Stated<Text>,
    /// The features it is integral to, by key. Empty if the source names none.
    pub features: Vec<Feature>,
    /// What is disclosed, and what is said not to be, in the order of the source.
    pub disclosures: Vec<Disclosure>,
    /// What is said of the relation itself, in the order of the source.
    pub contract_facts: Vec<ContractFact>,
}

/// A fact about the relation with a provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContractFact {
    /// The number that tells the facts of one row apart.
    pub position: u32,
    /// What it is about. It says how the value is written.
    pub kind: ContractFactKind,
    /// The fact. `none` if the source says that there is none.
    pub value: Stated<Value>,
    /// When or for what it holds, if only then. Otherwise `none`.
    pub condition: Stated<Text>,
    /// The country that it is about. Otherwise `none`.
    pub place: Stated<Key>,
    /// Why the fact was a mistake. `none` if it was not.
    pub withdrawn: Stated<Text>,
}

/// A place where the data is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// The country or the region, by its key among the countries or the regions.
    pub place: Key,
    /// For which product, plan or region of the customer, or `none` if the source does not tell them
    /// apart.
    pub context: Stated<Text>,
    /// When data is kept there, if not always. Otherwise `none`.
    pub condition: Stated<Text>,
    /// Why the place was a mistake. `none` if it was not.
    pub withdrawn: Stated<Text>,
}

/// A feature that needs the provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// The feature.
    pub feature: Key,
    /// Where the feature is used, `none`, or `unknown`.
    pub settings: ListOrWord<Key>,
    /// How much of the feature needs the provider.
    pub extent: Extent,
}

/// One kind of data about one group of people that one party discloses to another, or that the
/// source says is not disclosed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// The number that tells the disclosures of one row apart.
    pub position: u32,
    /// Who gives the data: `publisher`, `provider` (the one of the row), another provider as
    /// `provider:KEY`, or a key of parties.
    pub sender: Party,
    /// Who gets it, in the same words.
    pub recipient: Party,
    /// The kind of data. `any` in a denial that holds for all data in one use or under one condition.
    pub data_category: DataOrAny,
    /// Whose data. `none` if it is about nobody, `unknown` if the source does not say.
    pub data_subject: Stated<Key>,
    /// In what form.
    pub form: Form,
    /// How surely it is part of what is disclosed.
    pub likelihood: Likelihood,
    /// `yes` if the source names it only as an example of a wider kind.
    pub example: YesNo,
    /// In which of the provider's uses, or `none` if the source does not tell them apart.
    pub context: Stated<Key>,
    /// When it is disclosed, if not always. Otherwise `none`.
    pub condition: Stated<Text>,
    /// `no` if the source says that this is not disclosed.
    pub asserted: Asserted,
    /// Why the disclosure was a mistake. `none` if it was not.
    pub withdrawn: Stated<Text>,
}

impl Engagement {
    /// The rows that an edition publishes, in published order.
    pub(super) fn all(register: &Register, edition: &Edition) -> Vec<Self> {
        let runs = Runs::of_engagements(register);
        let rows = register.published_rows(&edition.id);
        let new = |(position, row)| Self::new(row, position, &edition.id, &runs);
        (1..).zip(rows).map(new).collect()
    }

    fn new(published: PublishedRow<'_>, position: u32, edition: &str, runs: &Runs<'_>) -> Self {
        let PublishedRow { listing, engagement } = published;
        let (listing, row) = (listing.clone(), engagement.row.clone());
        let since = runs.since(edition, &row.key).to_owned();
        let until = runs.until(edition, &row.key).to_owned();
        Self {
            key: row.key,
            provider: row.provider,
            published_name: listing.published_name,
            section: listing.section,
            position,
            service_category: row.service_category,
            purposes: ListOrWord::from(&row.purposes),
            summary: row.summary,
            data: row.data,
            entity_country: row.entity_country,
            storage: ListOrWord::from(engagement),
            hosted_by: row.hosted_by,
            territory: ListOrWord::from(&row.territory),
            optional: row.optional,
            excluded_subjects: ListOrWord::from(&row.excluded_subjects),
            safeguards: ListOrWord::from(&row.safeguards),
            policy_url: listing.policy_url,
            since,
            until,
            document: listing.document,
            row: listing.row,
            part: listing.part,
            note: row.note,
            withdrawn: row.withdrawn,
            features: engagement.features.iter().map(Feature::new).collect(),
            disclosures: engagement.disclosures.iter().map(Disclosure::new).collect(),
            contract_facts: engagement.contract_facts.iter().map(ContractFact::new).collect(),
        }
    }
}

impl Storage {
    pub(super) fn new(row: &StorageRow) -> Self {
        let row = row.clone();
        Self {
            place: row.place,
            context: row.context,
            condition: row.condition,
            withdrawn: row.withdrawn,
        }
    }
}

impl Feature {
    fn new(row: &EngagementFeatureRow) -> Self {
        let settings = ListOrWord::from(&row.settings);
        Self { feature: row.feature.clone(), settings, extent: row.extent }
    }
}

impl ContractFact {
    fn new(row: &ContractFactRow) -> Self {
        let row = row.clone();
        Self {
            position: row.position,
            kind: row.kind,
            value: row.value,
            condition: row.condition,
            place: row.place,
            withdrawn: row.withdrawn,
        }
    }
}

impl Disclosure {
    fn new(row: &DisclosureRow) -> Self {
        let row = row.clone();
        Self {
            position: row.position,
            sender: row.sender,
            recipient: row.recipient,
            data_category: row.data_category,
            data_subject: row.data_subject,
            form: row.form,
            likelihood: row.likelihood,
            example: row.example,
            context: row.context,
            condition: row.condition,
            asserted: row.asserted,
            withdrawn: row.withdrawn,
        }
    }
}
