//! Every code there is. `cargo xtask check --explain CODE` prints one, `docs/rules.md` lists them.
//! No check uses this module.

use crate::problem::Code;
use crate::rules::{cell, register};
use crate::{cells, schema};

/// Every code, in the order of the layers that refuse.
pub static CODES: &[&[&Code]] = &[cells::CODES, schema::CODES, cell::CODES, register::CODES];

impl Code {
    /// All codes in the order of the stages.
    pub fn all() -> impl Iterator<Item = &'static Code> {
        CODES.iter().flat_map(|stage| stage.iter().copied())
    }

    /// The code of this name.
    pub fn find(name: &str) -> Option<&'static Code> {
        Self::all().find(|code| code.name == name)
    }
}
