//! The rows that name one provider, gathered for a finding about it.

use service_providers_codegen::register::Practice;
use service_providers_codegen::row::PracticeRecipientRow;

use super::finding::{Check, Evidence, Finding};
use super::index::{Index, Time, count, distinct};

/// The rows that name one provider.
#[derive(Default)]
pub struct Naming<'r> {
    /// All of them.
    pub evidence: Vec<Evidence>,
    recipients: Vec<&'r PracticeRecipientRow>,
}

impl<'r> Naming<'r> {
    /// Adds a provider's mention in a record.
    pub fn recipient(&mut self, practice: &Practice, recipient: &'r PracticeRecipientRow) {
        self.evidence.push(Evidence::recipient(practice, recipient));
        self.recipients.push(recipient);
    }

    /// In how many records: `2 records`.
    pub fn records(&self) -> String {
        let records = self.evidence.iter().filter(|row| row.table != "engagements");
        count(distinct(records.map(|row| row.key[0].as_str())).len(), "record")
    }

    /// The finding, with what was inferred in reading the rows.
    pub fn finding(
        self,
        check: &Check,
        index: &Index<'_>,
        time: &Time<'_>,
        provider: &str,
        message: String,
    ) -> Finding {
        let in_records = self.evidence.iter().any(|row| row.table != "engagements");
        let identified = index.identified(self.recipients);
        Finding::new(check, time.id, provider, message, self.evidence)
            .inferred(in_records.then(|| time.dated.clone()).flatten())
            .inferred(identified)
    }
}
