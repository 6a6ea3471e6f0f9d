//! The types that a cell can have, each with its text form and its JSON Schema.
//!
//! A cell is never blank. Where a fact is missing, a word says how it is missing: see [`Stated`].

mod closed_set;
mod closed_sets;
mod data_or_any;
mod date;
mod digest;
mod key;
mod kind;
mod number;
mod page_column;
mod party;
mod schema;
mod stated;
mod text;

pub use closed_set::{ClosedSet, Term};
pub use closed_sets::*;
pub use data_or_any::DataOrAny;
pub(crate) use date::{Day, DayOrNone, DayOrUnknown, DocumentDate, EditionId};
pub use digest::{ColumnDigest, Sha256};
pub use key::Key;
pub use kind::Kind;
pub(crate) use number::PositiveNumber;
pub(crate) use page_column::PageColumn;
pub use party::Party;
pub(crate) use schema::cell_schema;
pub use stated::{Stated, StatedList};
pub use text::{FidesKey, Name, OwnName, Text, Value, Version, WebAddress};

/// Words with a meaning of their own in one column or another. No key may be one of them.
pub(crate) const RESERVED: [&str; 9] = [
    "all",
    "any",
    "current",
    "none",
    "not-applicable",
    "provider",
    "publisher",
    "see-provider",
    "unknown",
];
