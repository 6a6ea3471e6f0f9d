//! A draft of the notice that customers get before the change: plain text, ready to be mailed.

use super::model::Diff;
use super::words::words;
use crate::page::{Names, plain};

/// The draft.
pub fn page(diff: &Diff, names: &Names) -> String {
    plain(include_str!("templates/notice.txt.jinja"), words(diff, names))
}
