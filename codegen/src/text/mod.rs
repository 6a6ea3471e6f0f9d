//! How text is written: which characters can be seen, and the forms of CSV and JSON that this
//! project writes.

mod csv;
mod json;
mod visible;

pub use csv::csv_text;
pub(crate) use json::{json_text, pointer_segments, pointer_to};
pub use visible::{character_number, is_hidden};
pub(crate) use visible::{shortened, visible};

/// The words that stand for a missing fact. No key may be one of them.
pub(crate) const WORDS: [&str; 3] = ["none", "not-applicable", "unknown"];
