//! What changed between two editions, as facts.
//!
//! [`compare`] finds the facts, [`model`] is their form, and each renderer is a module of its own.
//! A change of a fact, a fact of which only one edition speaks, and a change of words are three
//! different things and never mixed.

mod atom;
mod changes;
mod compare;
mod coverage;
mod events;
pub mod json;
pub mod markdown;
pub mod model;
pub mod notice;
mod older;
mod profile;
pub mod rows;
mod side;
pub mod version_step;
mod words;

pub use atom::feed as atom;
pub use compare::{Side, compare};
pub use side::Chosen;
