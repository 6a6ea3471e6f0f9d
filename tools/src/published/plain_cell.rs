//! The text of a cell of a format without markup, in which markup may have been left.

use std::ops::Range;

use super::markdown::inline::{self, Definitions};
use super::rich::RichText;

/// Marks that show that a text was written for a page.
const MARKUP: &[&str] = &["](", "<a ", "<br", "</", "~~"];

/// Reads a cell.
pub fn read(text: &str, span: Range<usize>) -> RichText {
    if text.contains(['<', ']', '~']) && MARKUP.iter().any(|mark| text.contains(mark)) {
        inline::read(&text.replace('\n', "<br>"), span, &Definitions::new())
    } else {
        RichText::of_lines(text, span)
    }
}
