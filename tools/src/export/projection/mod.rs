//! An edition as most formats ask for it: its rows, its records, since when it says something, and which terms
//! have something in common.

mod keys_or_word;
mod published_rows;
mod records;
mod runs;
mod terms;

pub use keys_or_word::KeysOrWord;
pub use published_rows::{PublishedRow, published_rows};
pub use records::{Record, records};
pub use runs::Runs;
pub use terms::{Terms, Tree, recipient};

use service_providers_codegen::Register;
use service_providers_codegen::row::{Edition, ListingRow};

/// The anchor of a row on a page: its document and its row, and its part if the row has several. An id has no
/// two hyphens in a row, so no other row has the same.
pub fn anchor(listing: &ListingRow) -> String {
    let ListingRow { document, row, part, .. } = listing;
    match part {
        1 => format!("{document}-{row}"),
        part => format!("{document}-{row}--{part}"),
    }
}

/// Where a row is published: its document and its number there.
pub fn source(listing: &ListingRow) -> String {
    format!("{}:{}", listing.document, listing.row)
}

/// Whether an edition is announced and not in force yet.
pub fn is_announced(register: &Register, edition: &Edition) -> bool {
    register.announced_editions().iter().any(|other| other.id == edition.id)
}
