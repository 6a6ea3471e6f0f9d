//! What the CSV tables and the Markdown pages show of an edition. Every fact is selected and
//! computed here once, so that both formats say the same.

mod keys_or_word;
mod published_rows;
mod records;

pub use keys_or_word::KeysOrWord;
pub use published_rows::{PublishedRow, published_rows};
pub use records::{Record, records};
