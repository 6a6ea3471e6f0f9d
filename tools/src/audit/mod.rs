//! What is true of the data and deserves a person's eye: contradictions between documents, gaps,
//! and answers that a reader would expect. The data is right as it stands; the register holds what
//! the documents say. Nothing here says whether that is lawful.

mod accepted;
mod checks;
mod finding;
pub mod human;
mod index;
pub mod json;
pub mod markdown;
mod naming;

pub use accepted::{ACCEPTED_FOR_NOTHING, Audit, audit};
pub use checks::FINDINGS;
pub use finding::{Check, Evidence, Finding};
