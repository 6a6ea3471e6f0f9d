//! The types a cell can have, each with its text form and its JSON Schema.
//!
//! A cell is never blank. Where a fact is missing, a word stands for the way in which it is
//! missing: see [`Stated`].

mod key;
mod kind;
mod number;
mod stated;
mod storage;
mod term_sets;
mod text;
mod until;

pub(crate) use key::EditionId;
pub use key::Key;
pub use kind::Kind;
pub(crate) use number::PositiveNumber;
pub use stated::{Stated, StatedList};
pub use storage::Storage;
pub(crate) use term_sets::TERM_SETS;
pub use term_sets::{
    Asserted, Certainty, Extent, Form, Likelihood, Party, RecipientRole, Relation, Setting,
    Sharing, SpecialCare, SuccessionKind, Term, TermSet, Transfer, YesNo, YesOrUnknown,
};
pub use text::{Name, Text, WebAddress};
pub use until::Until;

/// Words with a meaning of their own in one column or another. No key may be one of them.
pub(crate) const RESERVED: [&str; 12] = [
    "all",
    "current",
    "district",
    "global",
    "none",
    "not-applicable",
    "provider",
    "publisher",
    "see-provider",
    "third-party",
    "unknown",
    "user",
];
