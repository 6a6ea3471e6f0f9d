//! Keys. A thing in the register is known by its key alone.

use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::{Kind, RESERVED, cell_schema};
use crate::limits::MAX_KEY;
use crate::names::to_key;

/// How a key is written.
const FORM: &str = "lower-case letters and digits, words joined by single hyphens";

/// A key: lower-case ASCII words and digits joined by single hyphens. Most keys are short enough to
/// need no allocation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(CompactString);

impl Key {
    /// The key of this text, which must be one.
    pub(crate) fn new(text: &str) -> Self {
        Self(CompactString::new(text))
    }

    /// The key that a person or a page chose.
    ///
    /// # Errors
    /// In words, where the text cannot be a key.
    pub fn chosen(text: &str) -> Result<Self, String> {
        if text.is_empty() || to_key(text) != text {
            return Err(format!("write {FORM}"));
        }
        if text.len() > MAX_KEY as usize {
            return Err(format!("write at most {MAX_KEY} characters"));
        }
        if RESERVED.contains(&text) {
            return Err("the word has a meaning of its own; choose another".to_owned());
        }
        Ok(Self::new(text))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Key {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(text))
    }
}

cell_schema!(Key, |_| {
    "type": "string",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": MAX_KEY,
    "x-kind": Kind::Key,
    "x-form": FORM
});
