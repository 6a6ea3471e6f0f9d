//! The rows that mention one provider, collected for a finding about it.

use service_providers_codegen::register::PublishedRecord;
use service_providers_codegen::row::PracticeRecipientRow;

use super::finding::{Check, Evidence, Finding};
use super::index::{EditionData, Index, distinct};
use crate::page::counted;

/// The rows that mention one provider.
#[derive(Default)]
pub struct Mentions<'r> {
    /// All of them.
    pub evidence: Vec<Evidence>,
    recipients: Vec<&'r PracticeRecipientRow>,
}

impl<'r> Mentions<'r> {
    /// Adds a provider's mention in a record.
    pub fn recipient(&mut self, record: &PublishedRecord<'_>, recipient: &'r PracticeRecipientRow) {
        self.evidence.push(Evidence::recipient(record, recipient));
        self.recipients.push(recipient);
    }

    /// The number of records, in words: `2 records`.
    pub fn records(&self) -> String {
        let records = self.evidence.iter().filter(|row| row.table != "engagements");
        counted(distinct(records.map(|row| row.key[0].as_str())).len(), "record")
    }

    /// The finding, with what was inferred in reading the rows.
    pub fn finding(
        self,
        check: &Check,
        index: &Index<'_>,
        edition: &EditionData<'_>,
        provider: &str,
        message: String,
    ) -> Finding {
        let in_records = self.evidence.iter().any(|row| row.table != "engagements");
        let identified = index.identified(self.recipients);
        Finding::new(check, edition.id, provider, message, self.evidence)
            .inferred(in_records.then_some(edition.dated).flatten())
            .inferred(identified)
    }
}
