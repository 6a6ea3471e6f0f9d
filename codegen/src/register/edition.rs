//! Which rows an edition publishes, and which editions publish a row.

use std::collections::{BTreeMap, BTreeSet};

use super::{Engagement, Practice, Register};
use crate::tables::row::{Edition, ListingRow, ProviderRow};

/// A published row, and what it says.
#[derive(Clone, Copy, Debug)]
pub struct PublishedRow<'r> {
    /// Where it is published, and under which name.
    pub listing: &'r ListingRow,
    /// What it says.
    pub engagement: &'r Engagement,
}

/// A published record, and what it says.
#[derive(Clone, Copy, Debug)]
pub struct PublishedRecord<'r> {
    /// Where it is published.
    pub listing: &'r ListingRow,
    /// What it says.
    pub practice: &'r Practice,
}

impl Register {
    /// The newest edition that is in force.
    pub fn current_edition(&self) -> &Edition {
        &self.editions()[self.current_position()]
    }

    /// The editions that are announced and not yet in force, in order.
    pub fn announced_editions(&self) -> &[Edition] {
        &self.editions()[self.current_position() + 1..]
    }

    /// The position of the current edition. The rules ask for one of that id; a register that was
    /// put together in another way ends with its current edition.
    pub(crate) fn current_position(&self) -> usize {
        let editions = self.editions();
        let current = editions.iter().position(|edition| edition.id == self.file.current);
        current.unwrap_or(editions.len() - 1)
    }

    /// The rows of a document, by row and part.
    pub fn listings_in(&self, document: &str) -> &[ListingRow] {
        let start = self.listings.partition_point(|row| row.document.as_str() < document);
        let end = self.listings.partition_point(|row| row.document.as_str() <= document);
        &self.listings[start..end]
    }

    /// The rows that an edition publishes, in published order: by its documents, and in a document
    /// by row and part. The position of a row in the edition is its rank here.
    pub fn published_rows(&self, edition: &str) -> Vec<PublishedRow<'_>> {
        let listings = self.listings_in_edition(edition);
        let rows = listings.filter_map(|listing| {
            let engagement = self.engagement(listing.engagement.known()?)?;
            Some(PublishedRow { listing, engagement })
        });
        rows.collect()
    }

    /// The records that an edition publishes, in published order.
    pub fn published_records(&self, edition: &str) -> Vec<PublishedRecord<'_>> {
        let listings = self.listings_in_edition(edition);
        let records = listings.filter_map(|listing| {
            let practice = self.practice(listing.practice.known()?)?;
            Some(PublishedRecord { listing, practice })
        });
        records.collect()
    }

    fn listings_in_edition(&self, edition: &str) -> impl Iterator<Item = &ListingRow> {
        let documents = self.edition(edition).into_iter().flat_map(|edition| &edition.documents);
        documents.flat_map(|document| self.listings_in(document))
    }

    /// The published rows that an edition lists, in published order, by the provider's key.
    pub fn published_rows_by_provider(
        &self,
        edition: &str,
    ) -> BTreeMap<&str, Vec<PublishedRow<'_>>> {
        let mut providers: BTreeMap<&str, Vec<PublishedRow<'_>>> = BTreeMap::new();
        for row in self.published_rows(edition) {
            providers.entry(&row.engagement.row.provider).or_default().push(row);
        }
        providers
    }

    /// The providers that an edition lists, by key.
    pub fn providers_in(&self, edition: &str) -> Vec<&ProviderRow> {
        let rows = self.published_rows(edition);
        let listed: BTreeSet<&str> =
            rows.iter().map(|row| row.engagement.row.provider.as_str()).collect();
        self.providers.iter().filter(|provider| listed.contains(provider.key.as_str())).collect()
    }

    /// The published rows that say what an engagement says, by document, row and part.
    pub fn listings_of(&self, engagement: &str) -> impl Iterator<Item = &ListingRow> {
        let cited =
            |row: &&ListingRow| row.engagement.known().is_some_and(|key| **key == *engagement);
        self.listings.iter().filter(cited)
    }

    /// The published rows that say what each engagement says: [`Register::listings_of`] for all
    /// engagements at once.
    pub fn listings_by_engagement(&self) -> BTreeMap<&str, Vec<&ListingRow>> {
        let mut listings: BTreeMap<&str, Vec<&ListingRow>> = BTreeMap::new();
        for listing in &self.listings {
            if let Some(engagement) = listing.engagement.known() {
                listings.entry(engagement).or_default().push(listing);
            }
        }
        listings
    }

    /// Every edition that publishes an engagement, in order.
    pub fn editions_of(&self, engagement: &str) -> Vec<&Edition> {
        let documents: BTreeSet<&str> =
            self.listings_of(engagement).map(|row| row.document.as_str()).collect();
        self.editions_with(&documents)
    }

    /// Every edition that lists a provider, in order.
    pub fn editions_listing(&self, provider: &str) -> Vec<&Edition> {
        let own: BTreeSet<&str> = (self.engagements.iter())
            .filter(|engagement| engagement.row.provider.as_str() == provider)
            .map(|engagement| engagement.row.key.as_str())
            .collect();
        let cited =
            |row: &&ListingRow| row.engagement.known().is_some_and(|key| own.contains(&**key));
        let documents: BTreeSet<&str> =
            self.listings.iter().filter(cited).map(|row| row.document.as_str()).collect();
        self.editions_with(&documents)
    }

    /// Every edition that lists each provider, in order: [`Register::editions_listing`] for all
    /// providers at once.
    pub fn editions_by_provider(&self) -> BTreeMap<&str, Vec<&Edition>> {
        let mut editions: BTreeMap<&str, Vec<&Edition>> = BTreeMap::new();
        for edition in self.editions() {
            for provider in self.providers_in(&edition.id) {
                editions.entry(&provider.key).or_default().push(edition);
            }
        }
        editions
    }

    /// The editions that one of these documents belongs to, in order.
    fn editions_with(&self, documents: &BTreeSet<&str>) -> Vec<&Edition> {
        let has_one = |edition: &&Edition| {
            edition.documents.iter().any(|document| documents.contains(document.as_str()))
        };
        self.editions().iter().filter(has_one).collect()
    }
}
