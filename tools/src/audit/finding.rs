//! A finding and the check that makes it.

use service_providers_codegen::register::{Engagement, Practice};
use service_providers_codegen::row::{DisclosureRow, PracticeRecipientRow};

use super::index::Index;

/// A kind of finding.
pub struct Check {
    /// The code, as in `--deny CODE` and `data/accepted-findings.csv`.
    pub code: &'static str,
    /// What is found, in a few words.
    pub title: &'static str,
    /// What the check looks for, and why a person should look at it.
    pub explanation: &'static str,
    /// Finds it.
    pub(super) find: fn(&Index<'_>, &mut Vec<Finding>),
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The code of its check.
    pub code: &'static str,
    /// The edition in which it is found; the first one, if it is found in several.
    pub edition: String,
    /// What it is about: the key of a provider, an engagement or a practice, or the id of an edition.
    pub subject: String,
    /// What was found, in a sentence or two.
    pub message: String,
    /// What was inferred to find it.
    pub inferences: Vec<String>,
    /// The rows that show it.
    pub evidence: Vec<Evidence>,
}

/// A row that shows a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// The table.
    pub table: &'static str,
    /// The row's key, its parts in the order of the key columns.
    pub key: Vec<String>,
    /// The column.
    pub column: &'static str,
    /// What stands there.
    pub value: String,
    /// The document and its row, as `document:row`; empty for a row that is of no document.
    pub source: String,
}

impl Finding {
    /// A finding without inference.
    pub(super) fn new(
        check: &Check,
        edition: &str,
        subject: &str,
        message: String,
        evidence: Vec<Evidence>,
    ) -> Self {
        let (edition, subject) = (edition.to_owned(), subject.to_owned());
        Self { code: check.code, edition, subject, message, inferences: Vec::new(), evidence }
    }

    /// The same finding, with what else was inferred.
    pub(super) fn inferred(mut self, what: impl IntoIterator<Item = String>) -> Self {
        self.inferences.extend(what);
        self
    }
}

impl Evidence {
    /// A cell of an engagement.
    pub(super) fn engagement(
        engagement: &Engagement,
        column: &'static str,
        value: impl ToString,
    ) -> Self {
        let row = &engagement.row;
        Self {
            table: "engagements",
            key: vec![row.key.to_string()],
            column,
            value: value.to_string(),
            source: format!("{}:{}", row.source, row.source_row),
        }
    }

    /// A cell of a disclosure.
    pub(super) fn disclosure(
        engagement: &Engagement,
        disclosure: &DisclosureRow,
        column: &'static str,
        value: impl ToString,
    ) -> Self {
        Self {
            table: "disclosures",
            key: vec![disclosure.engagement.to_string(), disclosure.position.to_string()],
            ..Self::engagement(engagement, column, value)
        }
    }

    /// A cell of a data transparency record.
    pub(super) fn practice(
        practice: &Practice,
        column: &'static str,
        value: impl ToString,
    ) -> Self {
        let row = &practice.row;
        Self {
            table: "practices",
            key: vec![row.key.to_string()],
            column,
            value: value.to_string(),
            source: format!("{}:{}", row.source, row.source_record),
        }
    }

    /// A provider that a data transparency record names.
    pub(super) fn recipient(practice: &Practice, recipient: &PracticeRecipientRow) -> Self {
        Self {
            table: "practice-recipients",
            key: vec![recipient.practice.to_string(), recipient.position.to_string()],
            ..Self::practice(practice, "provider", &recipient.provider)
        }
    }
}
