//! Findings: what is true of the data and should be looked at by a person. Documents contradict
//! each other, leave gaps, or do not answer what a reader would ask. The register is not wrong
//! because of that; it holds what the documents say. A finding does not say whether that is lawful.

mod checks;
mod digests;
mod finding;
pub mod human;
mod index;
pub mod json;
pub mod markdown;
mod mentions;
mod open_questions;
mod run;

pub use checks::CHECKS;
pub use finding::{Check, Evidence, Finding};
pub use run::{ACCEPTED_FOR_NOTHING, Audit, audit};
