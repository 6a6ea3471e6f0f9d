//! The list of all codes, for `cargo xtask check --explain CODE` and for `docs/rules.md`. No check
//! uses it.

use crate::problem::Code;
use crate::rules::{cell, register};
use crate::{cells, schema};

/// The codes of each layer that refuses something, from the bottom up.
pub static CODES: &[&[&Code]] = &[cells::CODES, schema::CODES, cell::CODES, register::CODES];

impl Code {
    /// All codes in the order of the stages.
    pub fn all() -> impl Iterator<Item = &'static Code> {
        CODES.iter().flat_map(|stage| stage.iter().copied())
    }

    /// The code with this name.
    pub fn find(name: &str) -> Option<&'static Code> {
        Self::all().find(|code| code.name == name)
    }
}
