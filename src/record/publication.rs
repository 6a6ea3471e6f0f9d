//! The records of documents and editions.

use super::Listing;
use super::listing::editions;
use super::rows::{Rows, row};
use crate::generated::EDITION_DOCUMENTS;
use crate::packed::Cells;
use crate::set::EditionSet;
use crate::term::{Document, Edition};

/// A document that facts come from. Its name is its title.
#[non_exhaustive]
pub struct DocumentRecord {
    /// The term.
    pub term: Document,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// The editions that it belongs to; none if it is only cited as evidence.
    pub editions: EditionSet,
    /// The key of the list or page that it is a revision of. All revisions of one list have the
    /// same.
    pub list: &'static str,
    /// Its date, as `YYYY-MM-DD`, or `YYYY-MM` if it names no day; `None` if it bears none.
    pub date: Option<&'static str>,
    /// How the date is known.
    pub date_basis: &'static str,
    /// The web address from which it was taken; `None` if nobody wrote it down.
    pub address: Option<&'static str>,
    /// The SHA-256 of its bytes, as 64 hexadecimal digits; `None` if they are not held.
    pub sha256: Option<&'static str>,
    /// Whether every row that it publishes is in the register. `false`: it is only cited as
    /// evidence.
    pub listed: bool,
    /// How many rows it publishes.
    pub published_rows: u32,
    /// Its rows, in the order of documents, rows and parts.
    pub(crate) rows: Rows<Listing>,
}

crate::debug::record!(DocumentRecord {
    term,
    key,
    name,
    editions,
    list,
    date,
    date_basis,
    address,
    sha256,
    listed,
    published_rows,
    rows
});

/// The byte offset of the editions in a row of the documents, after key and name.
pub(super) const DOCUMENT_EDITIONS: usize = 12;

impl DocumentRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: Document) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            editions: editions(&mut cells),
            list: cells.text(),
            date: cells.optional_text(),
            date_basis: cells.text(),
            address: cells.optional_text(),
            sha256: cells.optional_text(),
            listed: cells.flag(),
            published_rows: cells.number(),
            rows: Rows::read(&mut cells),
        }
    }
}

impl Document {
    /// The editions that it belongs to; none if it is only cited as evidence.
    #[inline]
    #[must_use]
    pub const fn editions(self) -> EditionSet {
        super::listing::editions_with(self as usize)
    }
}

/// An edition of the register. Its key and name are its date, with `-2`, `-3` and so on for a
/// further one of that day.
#[non_exhaustive]
pub struct EditionRecord {
    /// The term.
    pub term: Edition,
    /// The key.
    pub key: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// When it was published, as `YYYY-MM-DD`.
    pub published: &'static str,
    /// When it takes effect; `None` if no document says.
    pub effective: Option<&'static str>,
    /// Until when customers may object; `None` if no document says.
    pub objection_until: Option<&'static str>,
    /// On what basis a document that does not bear the edition's date is among its documents;
    /// `None` where every document bears it.
    pub undated_basis: Option<&'static str>,
    /// The documents that it is made of, each a revision of another list, in published order.
    pub documents: Rows<Document>,
}

crate::debug::record!(EditionRecord {
    term,
    key,
    name,
    published,
    effective,
    objection_until,
    undated_basis,
    documents
});

impl EditionRecord {
    #[inline]
    pub(crate) const fn read(mut cells: Cells, term: Edition) -> Self {
        Self {
            term,
            key: cells.text(),
            name: cells.text(),
            published: cells.text(),
            effective: cells.optional_text(),
            objection_until: cells.optional_text(),
            undated_basis: cells.optional_text(),
            documents: Rows::read(&mut cells),
        }
    }
}

impl Edition {
    /// The documents that it is made of, in published order.
    #[inline]
    #[must_use]
    pub const fn documents(self) -> Rows<Document> {
        self.record().documents
    }

    /// Whether it is the newest edition that is in force.
    #[inline]
    #[must_use]
    pub const fn is_current(self) -> bool {
        self as usize == Self::CURRENT as usize
    }

    /// Whether it is announced and not yet in force.
    #[inline]
    #[must_use]
    pub const fn is_announced(self) -> bool {
        self as usize > Self::CURRENT as usize
    }
}

impl EditionSet {
    /// The editions that are announced and not yet in force.
    pub const ANNOUNCED: Self = {
        let mut set = Self::EMPTY;
        let mut at = Edition::CURRENT as usize + 1;
        while at < Edition::ALL.len() {
            set.insert(at);
            at += 1;
        }
        set
    };
}

row!(Document, |row| Document::ALL[EDITION_DOCUMENTS.place(row, 0)]);

crate::copied::copied!(DocumentRecord, EditionRecord);
