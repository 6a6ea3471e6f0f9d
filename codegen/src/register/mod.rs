//! The register: validated, linked, ready for questions and exports.
//!
//! Only [`compile`](crate::compile()) makes a [`Register`], and only if there is no problem.

mod add_document;
mod edition;
mod excerpt;
mod hierarchy;
mod places;
mod refused;
mod revise;
mod source_files;
mod vocabulary;

use std::collections::BTreeMap;

pub use crate::tables::{OwnRecord, Record, Variants, VocabularyRow, VocabularyTerm};
pub use add_document::AddedDocument;
pub use edition::{PublishedRecord, PublishedRow};
pub use hierarchy::{Hierarchy, ancestors};
pub use refused::Refused;
pub use revise::{Revision, Undone};
pub use vocabulary::{Vocabulary, VocabularyVisitor};

use crate::tables::row::{
    AcceptedFindingRow, ContractFactRow, DisclosureRow, Document, Edition, EngagementFeatureRow,
    EngagementRow, IdentifierRow, ListingRow, PracticeRecipientRow, PracticeRow,
    PracticeSubjectRow, ProviderRow, RegisterFile, StorageRow, SuccessionRow,
};

/// A validated register.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// `register.json`.
    pub file: RegisterFile,
    /// The vocabularies.
    pub vocabulary: Vocabulary,
    /// Every provider that is or was listed, by key.
    pub providers: Vec<ProviderRow>,
    /// The numbers and codes of providers in public registers, by scheme and value.
    pub identifiers: Vec<IdentifierRow>,
    /// Which provider followed which, by predecessor, successor and edition.
    pub successions: Vec<SuccessionRow>,
    /// Every published row and record, by document, row and part.
    pub listings: Vec<ListingRow>,
    /// What the published rows say, with what belongs to it, by key.
    pub engagements: Vec<Engagement>,
    /// What the published records say, with what belongs to it, by key.
    pub practices: Vec<Practice>,
    /// The findings of the audit that were accepted, by code, subject and edition.
    pub accepted_findings: Vec<AcceptedFindingRow>,
}

/// What one or more published rows say, with its features, places of storage and disclosures.
#[derive(Clone, Debug, PartialEq)]
pub struct Engagement {
    /// The row.
    pub row: EngagementRow,
    /// The features it is integral to, by key.
    pub features: Vec<EngagementFeatureRow>,
    /// Where the data is kept, by place and context.
    pub storage: Vec<StorageRow>,
    /// What is disclosed, and what the source says is not, in order.
    pub disclosures: Vec<DisclosureRow>,
    /// What is said of the relation itself, in order.
    pub contract_facts: Vec<ContractFactRow>,
}

/// What one or more published records say, with its subjects and recipients.
#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    /// The record.
    pub row: PracticeRow,
    /// Whom the data is about, in order.
    pub subjects: Vec<PracticeSubjectRow>,
    /// Who stores, backs up, tracks or receives it, in order.
    pub recipients: Vec<PracticeRecipientRow>,
}

impl Engagement {
    /// The places of storage that were not withdrawn, in order.
    pub fn standing_storage(&self) -> impl Iterator<Item = &StorageRow> {
        self.storage.iter().filter(|row| !row.is_withdrawn())
    }

    /// The disclosures that were not withdrawn, in order.
    pub fn standing_disclosures(&self) -> impl Iterator<Item = &DisclosureRow> {
        self.disclosures.iter().filter(|row| !row.is_withdrawn())
    }

    /// The contract facts that were not withdrawn, in order.
    pub fn standing_contract_facts(&self) -> impl Iterator<Item = &ContractFactRow> {
        self.contract_facts.iter().filter(|row| !row.is_withdrawn())
    }
}

impl Register {
    /// The identifiers of each provider that has any, by scheme and value.
    pub fn identifiers_by_provider(&self) -> BTreeMap<&str, Vec<&IdentifierRow>> {
        let mut identifiers: BTreeMap<&str, Vec<&IdentifierRow>> = BTreeMap::new();
        for row in &self.identifiers {
            identifiers.entry(&row.provider).or_default().push(row);
        }
        identifiers
    }

    /// The documents, in the order of `register.json`.
    pub fn documents(&self) -> &[Document] {
        &self.file.documents
    }

    /// The document of this id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents().iter().find(|document| document.id.as_str() == id)
    }

    /// The editions, oldest first; those that are announced come after the current one.
    pub fn editions(&self) -> &[Edition] {
        &self.file.editions
    }

    /// The edition of this id.
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions().iter().find(|edition| edition.id == id)
    }

    /// How many rows the tables have together.
    pub fn row_count(&self) -> usize {
        let engagements = (self.engagements.iter()).map(|one| {
            let parts = [
                one.features.len(),
                one.storage.len(),
                one.disclosures.len(),
                one.contract_facts.len(),
            ];
            1 + parts.iter().sum::<usize>()
        });
        let practices = (self.practices.iter())
            .map(|practice| 1 + practice.subjects.len() + practice.recipients.len());
        let others = [
            self.providers.len(),
            self.identifiers.len(),
            self.successions.len(),
            self.listings.len(),
            self.accepted_findings.len(),
        ];
        self.vocabulary.row_count() + engagements.chain(practices).chain(others).sum::<usize>()
    }

    /// The provider of this key.
    pub fn provider(&self, key: &str) -> Option<&ProviderRow> {
        let index = self.providers.binary_search_by(|row| row.key.as_str().cmp(key)).ok()?;
        Some(&self.providers[index])
    }

    /// The engagement of this key.
    pub fn engagement(&self, key: &str) -> Option<&Engagement> {
        let index = self.engagements.binary_search_by(|e| e.row.key.as_str().cmp(key)).ok()?;
        Some(&self.engagements[index])
    }

    /// The practice of this key.
    pub fn practice(&self, key: &str) -> Option<&Practice> {
        let index = self.practices.binary_search_by(|p| p.row.key.as_str().cmp(key)).ok()?;
        Some(&self.practices[index])
    }
}
