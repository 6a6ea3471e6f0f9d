//! The diff as a page for people.

use std::sync::Arc;

use super::model::Diff;
use super::words::words;
use crate::page::{Names, markdown};

/// The page.
pub fn page(diff: &Diff, names: &Arc<Names>) -> String {
    markdown(include_str!("templates/diff.md.jinja"), names, words(diff, names))
}
