//! Where a row says that the company is and that the data is kept, read only where it says so in
//! known words.

mod countries;
mod of_register;
mod texts;

use std::collections::BTreeSet;
use std::fmt;

pub use countries::Countries;
pub use of_register::{countries, worldwide};
pub use texts::LocationTexts;

/// A place, or the word that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// These countries, by key.
    Countries(BTreeSet<String>),
    /// Anywhere in the world.
    Global,
    /// Nothing is kept.
    Nowhere,
    /// The reader is sent to the provider.
    SeeProvider,
    /// The question does not arise.
    NotApplicable,
    /// Nothing is said.
    Unstated,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Countries(keys) => {
                f.write_str(&keys.iter().map(String::as_str).collect::<Vec<_>>().join(";"))
            }
            Self::Global => f.write_str("global"),
            Self::Nowhere => f.write_str("none"),
            Self::SeeProvider => f.write_str("see-provider"),
            Self::NotApplicable => f.write_str("not-applicable"),
            Self::Unstated => f.write_str("unknown"),
        }
    }
}

/// What was made of a text about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It says this.
    Known(Location),
    /// It says something else, which a person must read.
    Open(String),
}

/// What a row says of places; `None` where its page has no column for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowLocations {
    /// Where the company is.
    pub company: Option<Reading>,
    /// Where the data is kept.
    pub storage: Option<Reading>,
    /// Where one of the two is: the page does not say which.
    pub either: Option<Reading>,
}
