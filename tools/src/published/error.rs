//! Why a page could not be read at all.

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
