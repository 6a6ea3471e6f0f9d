//! What documents and editions publish, in published order.

use core::iter::FusedIterator;

use crate::generated::{ENGAGEMENTS, LISTINGS_BY_DOCUMENT};
use crate::record::engagement::{cell, is_listed};
use crate::record::{Engagement, Listing, Rows};
use crate::set::ProviderSet;
use crate::term::{Document, Edition};

/// The published rows of a document or an edition, in published order.
#[derive(Clone, Debug)]
pub struct Listings {
    documents: Rows<Document>,
    next_document: usize,
    next: u32,
    end: u32,
}

impl Document {
    /// Its published rows, by row and part; none if it is only cited as evidence.
    #[inline]
    #[must_use]
    pub const fn listings(self) -> Listings {
        let rows = self.record().rows;
        Listings { documents: Rows::new(0, 0), next_document: 0, next: rows.start, end: rows.end }
    }
}

impl Edition {
    /// What it says about providers, in published order. What several of its rows say stands where
    /// the first of them does.
    #[inline]
    #[must_use]
    pub const fn engagements(self) -> EditionEngagements {
        EditionEngagements { edition: self, listings: self.listings() }
    }

    /// The providers that it lists.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        let mut set = ProviderSet::EMPTY;
        let mut row = 0;
        while row < ENGAGEMENTS.len() {
            if is_listed(row, self) {
                set.insert(ENGAGEMENTS.place(row, cell::PROVIDER));
            }
            row += 1;
        }
        set
    }

    /// The rows that it publishes, in published order: by its documents, and in each by row and
    /// part.
    #[inline]
    #[must_use]
    pub const fn listings(self) -> Listings {
        Listings { documents: self.documents(), next_document: 0, next: 0, end: 0 }
    }
}

impl Iterator for Listings {
    type Item = Listing;

    #[inline]
    fn next(&mut self) -> Option<Listing> {
        while self.next == self.end {
            let rows = self.documents.get(self.next_document)?.record().rows;
            self.next_document += 1;
            (self.next, self.end) = (rows.start, rows.end);
        }
        self.next += 1;
        Some(Listing::row(LISTINGS_BY_DOCUMENT.at(self.next as usize - 1)))
    }
}

impl FusedIterator for Listings {}

/// What an edition says about providers, in published order.
#[derive(Clone, Debug)]
pub struct EditionEngagements {
    edition: Edition,
    listings: Listings,
}

impl Iterator for EditionEngagements {
    type Item = Engagement;

    #[inline]
    fn next(&mut self) -> Option<Engagement> {
        let edition = self.edition;
        self.listings.find_map(|listing| {
            let engagement = listing.engagement()?;
            (engagement.listing_in(edition) == Some(listing)).then_some(engagement)
        })
    }
}

impl FusedIterator for EditionEngagements {}
