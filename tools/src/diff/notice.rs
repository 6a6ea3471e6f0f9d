//! A draft of the notice that customers get before the change.

use super::model::Diff;
use super::words::words;
use crate::page::{Names, markdown};

/// The draft.
pub fn page(diff: &Diff, names: &Names) -> String {
    markdown(include_str!("templates/notice.md.jinja"), words(diff, names))
}
