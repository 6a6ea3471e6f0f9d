//! A finding and the check that makes it.

use service_providers_codegen::StorageStatus;
use service_providers_codegen::register::{PublishedRecord, PublishedRow};
use service_providers_codegen::row::{DisclosureRow, ListingRow, PracticeRecipientRow, StorageRow};

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
    /// What it is about: the key of a provider, an engagement or a practice, or the id of an edition or
    /// of a document.
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
    pub(super) fn inferred(mut self, what: impl IntoIterator<Item: Into<String>>) -> Self {
        self.inferences.extend(what.into_iter().map(Into::into));
        self
    }
}

impl Evidence {
    /// A cell of the engagement that a published row cites.
    pub(super) fn engagement(
        published: &PublishedRow<'_>,
        column: &'static str,
        value: impl ToString,
    ) -> Self {
        Self {
            table: "engagements",
            key: vec![published.engagement.row.key.to_string()],
            column,
            value: value.to_string(),
            source: source(published.listing),
        }
    }

    /// Where the data of a published row is kept: the cell of every place, or the word in its stead.
    pub(super) fn storage(published: &PublishedRow<'_>) -> Vec<Self> {
        let status = published.engagement.row.storage;
        if status != StorageStatus::Listed {
            return vec![Self::engagement(published, "storage", status)];
        }
        let place = |row: &StorageRow| Self {
            table: "storage",
            key: vec![row.engagement.to_string(), row.place.to_string(), row.context.to_string()],
            ..Self::engagement(published, "place", &row.place)
        };
        published.engagement.standing_storage().map(place).collect()
    }

    /// A cell of the listing of a published row or record.
    pub(super) fn listing(
        listing: &ListingRow,
        column: &'static str,
        value: impl ToString,
    ) -> Self {
        let ListingRow { document, row, part, .. } = listing;
        Self {
            table: "listings",
            key: vec![document.to_string(), row.to_string(), part.to_string()],
            column,
            value: value.to_string(),
            source: source(listing),
        }
    }

    /// A cell of a disclosure.
    pub(super) fn disclosure(
        published: &PublishedRow<'_>,
        disclosure: &DisclosureRow,
        column: &'static str,
        value: impl ToString,
    ) -> Self {
        Self {
            table: "disclosures",
            key: vec![disclosure.engagement.to_string(), disclosure.position.to_string()],
            ..Self::engagement(published, column, value)
        }
    }

    /// A cell of a data transparency record.
    pub(super) fn practice(
        record: &PublishedRecord<'_>,
        column: &'static str,
        value: impl ToString,
    ) -> Self {
        Self {
            table: "practices",
            key: vec![record.practice.row.key.to_string()],
            column,
            value: value.to_string(),
            source: source(record.listing),
        }
    }

    /// A provider that a data transparency record names.
    pub(super) fn recipient(
        record: &PublishedRecord<'_>,
        recipient: &PracticeRecipientRow,
    ) -> Self {
        Self {
            table: "practice-recipients",
            key: vec![recipient.practice.to_string(), recipient.position.to_string()],
            ..Self::practice(record, "provider", &recipient.provider)
        }
    }
}

/// The document and the row in it.
fn source(listing: &ListingRow) -> String {
    format!("{}:{}", listing.document, listing.row)
}
