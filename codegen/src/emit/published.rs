//! What is published, in the order of the library's tables, and in which rows and editions.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use proc_macro2::TokenStream;
use quote::quote;

use super::facts::{item, order};
use super::packed::Cells;
use super::sets::{Set, Sets};
use crate::register::{Engagement, Practice, Register};
use crate::tables::row::{Edition, ListingRow};

/// The engagements, practices and published rows, without what was withdrawn. A place is that in
/// the library's table.
pub(super) struct Published<'r> {
    /// The engagements, by provider and key.
    pub(super) engagements: Vec<&'r Engagement>,
    /// The practices, by key.
    pub(super) practices: Vec<&'r Practice>,
    /// The published rows: those of each engagement, then those of each practice, oldest edition
    /// first.
    listings: Vec<&'r ListingRow>,
    /// For every engagement, which published rows say what it says.
    engagement_listings: Vec<Range<usize>>,
    /// For every practice, which published rows say what it says.
    practice_listings: Vec<Range<usize>>,
    /// The places of the editions that each document belongs to.
    editions: HashMap<&'r str, Vec<usize>>,
}

impl<'r> Published<'r> {
    pub(super) fn new(register: &'r Register) -> Self {
        let mut engagements: Vec<&Engagement> =
            register.engagements.iter().filter(|e| !e.row.is_withdrawn()).collect();
        engagements.sort_by_key(|engagement| (&engagement.row.provider, &engagement.row.key));
        let practices: Vec<&Practice> =
            register.practices.iter().filter(|p| !p.row.is_withdrawn()).collect();
        let mut editions: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, edition) in register.editions().iter().enumerate() {
            for document in &edition.documents {
                editions.entry(document).or_default().push(at);
            }
        }
        let mut cited: HashMap<(bool, &str), Vec<&ListingRow>> = HashMap::new();
        for row in listings_by_edition(register) {
            if let Some(key) = row.engagement.known() {
                cited.entry((false, key)).or_default().push(row);
            } else if let Some(key) = row.practice.known() {
                cited.entry((true, key)).or_default().push(row);
            }
        }
        let mut listings = Vec::new();
        let mut add = |practice: bool, key: &'r str| {
            let start = listings.len();
            listings.extend(cited.remove(&(practice, key)).unwrap_or_default());
            start..listings.len()
        };
        let engagement_listings = engagements.iter().map(|e| add(false, &e.row.key)).collect();
        let practice_listings = practices.iter().map(|p| add(true, &p.row.key)).collect();
        Self { engagements, practices, listings, engagement_listings, practice_listings, editions }
    }

    /// For every provider, which engagements are its own.
    pub(super) fn engagements_by_provider(&self, register: &Register) -> Vec<Range<usize>> {
        let own = register.providers.iter().map(|provider| {
            let start = self.engagements.partition_point(|e| e.row.provider < provider.key);
            start..self.engagements.partition_point(|e| e.row.provider <= provider.key)
        });
        own.collect()
    }

    /// Which published rows say what an engagement says.
    pub(super) fn of_engagement(&self, place: usize) -> Range<usize> {
        self.engagement_listings[place].clone()
    }

    /// Which published rows say what a practice says.
    pub(super) fn of_practice(&self, place: usize) -> Range<usize> {
        self.practice_listings[place].clone()
    }

    /// The places of the editions that a document belongs to, in order.
    pub(super) fn editions_with(&self, document: &str) -> &[usize] {
        self.editions.get(document).map_or(&[], Vec::as_slice)
    }

    /// The places of the editions that publish one of these rows, in order.
    pub(super) fn editions_of(&self, listings: Range<usize>) -> Vec<usize> {
        let listings = self.listings[listings].iter();
        let editions: BTreeSet<usize> =
            listings.flat_map(|row| self.editions_with(&row.document)).copied().collect();
        editions.into_iter().collect()
    }

    /// The places of the editions that publish one of these engagements, in order.
    pub(super) fn editions_listing(&self, engagements: Range<usize>) -> Vec<usize> {
        let (Some(first), Some(last)) = (engagements.clone().next(), engagements.last()) else {
            return Vec::new();
        };
        self.editions_of(self.of_engagement(first).start..self.of_engagement(last).end)
    }

    /// The first row with which an edition publishes an engagement; `None` if it does not.
    pub(super) fn listing_in(
        &self,
        engagement: usize,
        edition: &Edition,
    ) -> Option<&'r ListingRow> {
        let own = &self.listings[self.of_engagement(engagement)];
        let mut rows = edition
            .documents
            .iter()
            .flat_map(|document| own.iter().copied().filter(move |row| row.document == *document));
        rows.next()
    }

    /// For every document, where its rows are in the order of documents, rows and parts.
    pub(super) fn of_documents(&self, documents: &Set) -> Vec<Range<usize>> {
        let order = self.by_document(documents);
        let document = |at: &usize| documents.position(&self.listings[*at].document);
        let own = (0..documents.keys.len()).map(|place| {
            let start = order.partition_point(|at| document(at) < place);
            start..order.partition_point(|at| document(at) <= place)
        });
        own.collect()
    }

    /// The published rows by document, row and part.
    fn by_document(&self, documents: &Set) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.listings.len()).collect();
        order.sort_by_key(|at| {
            let row = self.listings[*at];
            (documents.position(&row.document), row.row, row.part)
        });
        order
    }

    /// The table of the published rows, and its order by document.
    pub(super) fn tables(&self, sets: &Sets) -> TokenStream {
        let documents = sets.get("Document");
        let cited = (self.engagement_listings.iter().enumerate())
            .map(|cited| (false, cited))
            .chain(self.practice_listings.iter().enumerate().map(|cited| (true, cited)));
        let records = cited.flat_map(|(practice, (place, own))| {
            self.listings[own.clone()].iter().map(move |row| {
                // Queries read the document and the section without reading the rest.
                Cells::new()
                    .term(documents, &row.document)
                    .optional_term(sets.get("Section"), &row.section)
                    .flag(practice)
                    .number(place)
                    .number(row.row)
                    .number(row.part)
                    .optional_text(&row.published_name)
                    .optional_text(&row.policy_url)
                    .optional_text(&row.note)
            })
        });
        let parts =
            [item("LISTINGS", records), order("LISTINGS_BY_DOCUMENT", self.by_document(documents))];
        quote!(#(#parts)*)
    }
}

/// The rows of every document that belongs to an edition: each document once, where its first
/// edition publishes it.
fn listings_by_edition(register: &Register) -> impl Iterator<Item = &ListingRow> {
    let mut seen = BTreeSet::new();
    let documents = register.editions().iter().flat_map(|edition| &edition.documents);
    let documents = documents.filter(move |document| seen.insert(document.as_str()));
    documents.flat_map(|document| register.listings_in(document))
}
