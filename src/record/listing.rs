//! Published rows: where a document says something.

use super::rows::{Rows, row};
use super::{Engagement, Practice};
use crate::generated::{DOCUMENT_TERMS, LISTINGS};
use crate::packed::Cells;
use crate::set::EditionSet;
use crate::term::{Document, Edition, Section};

/// One published row of one document. Several rows may say the same: each edition lists a provider
/// in a row of its own, and some do so twice.
#[non_exhaustive]
pub struct Listing {
    /// The document.
    pub document: Document,
    /// The row in the document, counted from 1 over the whole document.
    pub row: u32,
    /// Which part of the row: more than 1 only where one name cell names several services.
    pub part: u32,
    /// The section; `None` if the row is in none.
    pub section: Option<Section>,
    /// The provider's name exactly as printed; `None` for a record of a practice.
    pub published_name: Option<&'static str>,
    /// The privacy policy that the row links to.
    pub policy_url: Option<&'static str>,
    /// Facts of this row alone that nothing else holds.
    pub note: Option<&'static str>,
    practice: bool,
    cited: u32,
    place: u32,
}

crate::debug::record!(Listing {
    document,
    row,
    part,
    section,
    published_name,
    policy_url,
    note,
    practice,
    cited,
    place
});

/// Byte offsets of the cells that queries read directly.
pub(crate) mod cell {
    pub(crate) const DOCUMENT: usize = 0;
    pub(crate) const SECTION: usize = 2;
}

impl Listing {
    /// Every published row of every edition: those about providers, then the data transparency
    /// records.
    pub const ALL: Rows<Listing> = Rows::new(0, LISTINGS.len() as u32);

    #[inline]
    pub(crate) const fn row(place: usize) -> Self {
        let mut cells = LISTINGS.cells(place, 0);
        Self {
            document: cells.term(Document::ALL),
            section: cells.optional_term(Section::ALL),
            practice: cells.flag(),
            cited: cells.number(),
            row: cells.number(),
            part: cells.number(),
            published_name: cells.optional_text(),
            policy_url: cells.optional_text(),
            note: cells.optional_text(),
            place: place as u32,
        }
    }

    /// What the row says about a provider; `None` if it is a record of a practice.
    #[inline]
    #[must_use]
    pub const fn engagement(&self) -> Option<Engagement> {
        if self.practice { None } else { Some(Engagement::row(self.cited as usize)) }
    }

    /// What the record says about a kind of data; `None` if the row is about a provider.
    #[inline]
    #[must_use]
    pub const fn practice(&self) -> Option<Practice> {
        if self.practice { Some(Practice::row(self.cited as usize)) } else { None }
    }

    /// The editions that publish the row: those that its document belongs to.
    #[inline]
    #[must_use]
    pub const fn editions(&self) -> EditionSet {
        self.document.editions()
    }
}

row!(Listing);

impl PartialEq for Listing {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for Listing {}

/// The first of these rows in an edition, in published order.
#[inline]
pub(crate) const fn first_in(listings: Rows<Listing>, edition: Edition) -> Option<Listing> {
    let (documents, mut place) = (edition.documents(), 0);
    while let Some(document) = documents.get(place) {
        let mut at = listings.start as usize;
        while at < listings.end as usize {
            if LISTINGS.place(at, cell::DOCUMENT) == document as usize {
                return Some(Listing::row(at));
            }
            at += 1;
        }
        place += 1;
    }
    None
}

/// The first of these rows in the newest edition that publishes one of them.
#[inline]
pub(crate) const fn newest(listings: Rows<Listing>) -> Listing {
    let mut at = Edition::ALL.len();
    while at > 0 {
        at -= 1;
        if let Some(listing) = first_in(listings, Edition::ALL[at]) {
            return listing;
        }
    }
    panic!("an edition publishes every engagement and practice")
}

/// The editions that a document belongs to.
#[inline]
pub(crate) const fn editions_with(document: usize) -> EditionSet {
    editions(&mut DOCUMENT_TERMS.table.cells(document, super::publication::DOCUMENT_EDITIONS))
}

/// A set of editions, which tables hold as bits.
#[inline]
pub(crate) const fn editions(cells: &mut Cells) -> EditionSet {
    cells.bits(Edition::ALL.len())
}

crate::copied::copied!(Listing);
