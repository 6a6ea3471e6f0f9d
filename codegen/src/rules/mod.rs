//! What JSON Schema cannot say: references, uniqueness, order, hierarchy, time.
//!
//! One file, one rule: its code, explained to the person who edits the data, and its check. Rules
//! for one cell are below the reading of tables, rules for the whole register above it.

pub(crate) mod cell;
pub(crate) mod register;
