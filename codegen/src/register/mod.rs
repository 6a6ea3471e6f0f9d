//! The register: validated, linked, ready to be asked and exported.
//!
//! There is one way to get a [`Register`]: [`compile`](crate::compile()), and no problem found.

mod edition;
mod excerpt;
mod hierarchy;
mod revise;
mod source_files;
mod vocabulary;

pub use crate::tables::{Record, Term, VocabularyRow, VocabularyTerm};
pub use hierarchy::{Hierarchy, ancestors};
pub use revise::{NotRevised, Revision};
pub use vocabulary::{Vocabulary, VocabularyVisitor};

use crate::tables::row::{
    AcceptedFindingRow, DisclosureRow, Edition, EngagementFeatureRow, EngagementRow,
    PracticeRecipientRow, PracticeRow, PracticeSubjectRow, ProviderRow, RegisterFile,
    SuccessionRow,
};

/// A validated register.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// `register.json`.
    pub file: RegisterFile,
    /// The terms that rows are made of.
    pub vocabulary: Vocabulary,
    /// Every provider that is or was listed, by key.
    pub providers: Vec<ProviderRow>,
    /// Which provider followed which, by key.
    pub successions: Vec<SuccessionRow>,
    /// Every published row, with what belongs to it, by key.
    pub engagements: Vec<Engagement>,
    /// Every data transparency record, with what belongs to it, by key.
    pub practices: Vec<Practice>,
    /// The findings of the audit that were accepted, by code, subject and edition.
    pub accepted_findings: Vec<AcceptedFindingRow>,
}

/// A published row with its features and disclosures.
#[derive(Clone, Debug, PartialEq)]
pub struct Engagement {
    /// The row.
    pub row: EngagementRow,
    /// The features it is integral to, by key.
    pub features: Vec<EngagementFeatureRow>,
    /// What is disclosed, and what is said not to be, in order.
    pub disclosures: Vec<DisclosureRow>,
}

/// A data transparency record with its subjects and recipients.
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
    /// The disclosures that were not withdrawn, in order.
    pub fn standing_disclosures(&self) -> impl Iterator<Item = &DisclosureRow> {
        self.disclosures.iter().filter(|row| row.withdrawn.known().is_none())
    }
}

impl Register {
    /// The editions, oldest first.
    pub fn editions(&self) -> &[Edition] {
        &self.file.editions
    }

    /// The edition of this id.
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions().iter().find(|edition| edition.id == id)
    }

    /// The newest edition.
    pub fn newest_edition(&self) -> &Edition {
        // The schema asks for at least one.
        &self.file.editions[self.file.editions.len() - 1]
    }

    /// How many rows the tables have together.
    pub fn row_count(&self) -> usize {
        let engagements = (self.engagements.iter())
            .map(|engagement| 1 + engagement.features.len() + engagement.disclosures.len());
        let practices = (self.practices.iter())
            .map(|practice| 1 + practice.subjects.len() + practice.recipients.len());
        let others = [self.providers.len(), self.successions.len(), self.accepted_findings.len()];
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
}
