//! The diff as a page for people.

use super::model::Diff;
use super::words::words;
use crate::page::{Names, markdown};

/// The page.
pub fn page(diff: &Diff, names: &Names) -> String {
    markdown(include_str!("templates/diff.md.jinja"), words(diff, names))
}
