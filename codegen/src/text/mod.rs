//! Text: which characters can be seen, and how this project writes CSV and JSON.

mod csv;
mod date;
mod draft_mark;
mod json;
mod looks;
mod misread;
mod space;
mod visible;

pub use csv::csv_text;
pub(crate) use date::is_in_calendar;
pub use date::{compare_dates, is_date, is_day};
pub use draft_mark::DraftMark;
pub(crate) use json::{json_text, pointer_segments, pointer_to};
pub(crate) use looks::looks;
pub(crate) use misread::{MISREAD, misread};
pub(crate) use space::trim;
pub use visible::{character_number, is_hidden, shortened};
pub(crate) use visible::{is_curly, visible};

/// The words for a missing fact. No key may be one of them.
pub(crate) const WORDS: [&str; 3] = ["none", "not-applicable", "unknown"];
