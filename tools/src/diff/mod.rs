//! What changed between two editions, as facts.
//!
//! [`compare`] finds the facts, [`model`] gives them a form, and every renderer is a module of its
//! own. A changed fact, a fact that only one edition states, and changed words are three different
//! things. They are never mixed.

mod atom;
mod changes;
mod compare;
mod coverage;
mod events;
pub mod json;
mod layout;
mod loaded_edition;
pub mod markdown;
pub mod model;
pub mod notice;
pub(crate) mod pairs;
mod profile;
mod records;
pub mod rows;
mod timeline;
pub mod version_step;
pub(crate) mod words;

pub use atom::{OfRelease, entries, feed as atom};
pub use compare::{EditionRef, compare};
pub use loaded_edition::LoadedEdition;
pub use timeline::Timeline;
