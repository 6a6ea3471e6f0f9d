//! Data transparency records in JSON, with their subjects and recipients.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::register::PublishedRecord;
use service_providers_codegen::row::{Edition, PracticeRecipientRow, PracticeSubjectRow};
use service_providers_codegen::{
    Certainty, Key, Name, RecipientRole, Register, Sharing, Stated, Text, Transfer,
};

use super::ListOrWord;
use crate::export::projection::Runs;

/// What the publisher says it does with one kind of data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The record's key.
    pub key: Key,
    /// The record's number in the edition, from 1.
    pub position: u32,
    /// The kind of data.
    pub data_category: Key,
    /// How sure that kind is.
    pub certainty: Certainty,
    /// What the kind was read from.
    pub inferred_from: Text,
    /// How the data is collected, or `unknown`.
    pub collection: ListOrWord<Key>,
    /// The provider the data is acquired from, or `none`.
    pub acquired_from: Stated<Key>,
    /// What it is collected for.
    pub purposes: ListOrWord<Key>,
    /// What it is collected for, in words.
    pub summary: Text,
    /// How it is used, in words.
    #[serde(rename = "use")]
    pub use_: Text,
    /// What the source answers when asked with whom the data is shared.
    pub sharing: Sharing,
    /// Whether the data leaves the European Economic Area.
    pub transfer: Transfer,
    /// Where it goes, or `not-applicable` or `unknown`.
    pub destination: ListOrWord<Key>,
    /// Why the question of transfer does not arise. `unknown` if the source gives no reason, `none`
    /// where none is needed.
    pub transfer_reason: Stated<Text>,
    /// The legal bases the source names, or `not-applicable` or `unknown`.
    pub legal_bases: ListOrWord<Key>,
    /// The first edition of the unbroken run of editions that say this.
    pub since: String,
    /// The first edition behind that run, which no longer says this, or `current`.
    #[schemars(extend("x-references" = "editions", "x-words" = ["current"]))]
    pub until: String,
    /// The document.
    pub document: Key,
    /// The record in the document, counted from 1.
    pub row: u32,
    /// Facts of the record that no other member holds, or `none`.
    pub note: Stated<Text>,
    /// Why the record was a mistake. `none` if it was not.
    pub withdrawn: Stated<Text>,
    /// The groups of people it concerns, in the order of the source.
    pub subjects: Vec<Subject>,
    /// The providers that store, back up, follow or receive the data, in the order of the source.
    pub recipients: Vec<Recipient>,
}

/// A group of people and how it relates to the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The number that tells the groups of one record apart.
    pub position: u32,
    /// The group. `none` if no user gives this data.
    pub data_subject: Stated<Key>,
    /// How the group relates to the data. `none` if it is collected from no user.
    pub relation: Stated<Key>,
    /// When, if only then. Otherwise `none`.
    pub condition: Stated<Text>,
}

/// A provider that stores, backs up, follows or receives the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The number that tells the recipients of one record apart.
    pub position: u32,
    /// The provider.
    pub provider: Key,
    /// Its name exactly as printed.
    pub published_name: Name,
    /// How surely the printed name is that provider.
    pub identity: Certainty,
    /// What it does with the data.
    pub role: RecipientRole,
    /// Where, or `unknown`.
    pub country: ListOrWord<Key>,
    /// The part of the provider's service that is named, or `unknown`.
    pub service: Stated<Name>,
    /// Why it gets the data, or `none`.
    pub reason: Stated<Text>,
}

impl Practice {
    /// The records that an edition publishes, in published order.
    pub(super) fn all(register: &Register, edition: &Edition) -> Vec<Self> {
        let runs = Runs::of_practices(register);
        let records = register.published_records(&edition.id);
        let new = |(position, record)| Self::new(record, position, &edition.id, &runs);
        (1..).zip(records).map(new).collect()
    }

    fn new(published: PublishedRecord<'_>, position: u32, edition: &str, runs: &Runs<'_>) -> Self {
        let PublishedRecord { listing, practice } = published;
        let row = practice.row.clone();
        let since = runs.since(edition, &row.key).to_owned();
        let until = runs.until(edition, &row.key).to_owned();
        Self {
            key: row.key,
            position,
            data_category: row.data_category,
            certainty: row.certainty,
            inferred_from: row.inferred_from,
            collection: ListOrWord::from(&row.collection),
            acquired_from: row.acquired_from,
            purposes: ListOrWord::from(&row.purposes),
            summary: row.summary,
            use_: row.use_,
            sharing: row.sharing,
            transfer: row.transfer,
            destination: ListOrWord::from(&row.destination),
            transfer_reason: row.transfer_reason,
            legal_bases: ListOrWord::from(&row.legal_bases),
            since,
            until,
            document: listing.document.clone(),
            row: listing.row,
            note: row.note,
            withdrawn: row.withdrawn,
            subjects: practice.subjects.iter().map(Subject::new).collect(),
            recipients: practice.recipients.iter().map(Recipient::new).collect(),
        }
    }
}

impl Subject {
    fn new(row: &PracticeSubjectRow) -> Self {
        Self {
            position: row.position,
            data_subject: row.data_subject.clone(),
            relation: row.relation.clone(),
            condition: row.condition.clone(),
        }
    }
}

impl Recipient {
    fn new(row: &PracticeRecipientRow) -> Self {
        let row = row.clone();
        Self {
            position: row.position,
            provider: row.provider,
            published_name: row.published_name,
            identity: row.identity,
            role: row.role,
            country: ListOrWord::from(&row.country),
            service: row.service,
            reason: row.reason,
        }
    }
}
