//! Why a page could not be read at all.

use std::collections::BTreeSet;
use std::fmt;

use service_providers_codegen::Place;

use super::text::MAX_PAGE_BYTES;
use crate::failure::Failure;

/// Why a page could not be read at all. What is wrong with a single row is no error: the row is
/// reported as unreadable.
#[derive(Debug)]
pub enum ReadError {
    /// The page is larger than [`MAX_PAGE_BYTES`].
    TooLarge {
        /// The name of the page.
        name: String,
    },
    /// The page lacks a column that a person named.
    NoColumn {
        /// The name of the page.
        name: String,
        /// The column, as it was named.
        column: String,
        /// The columns that the page has.
        headers: BTreeSet<String>,
    },
    /// The page is not what its format says.
    Syntax {
        /// Where.
        place: Box<Place>,
        /// What is wrong there.
        message: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { name } => {
                write!(f, "{name}: the page is larger than {} MiB", MAX_PAGE_BYTES >> 20)
            }
            Self::NoColumn { name, column, headers } => {
                let what = format!("{name}: no table has a column `{column}`");
                let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
                match headers[..] {
                    [] => write!(f, "{what}; no table was found"),
                    _ => write!(f, "{}", Failure::unknown(&what, column, "columns", &headers)),
                }
            }
            Self::Syntax { place, message } => write!(f, "{place}: {message}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::new(error.to_string())
    }
}
