//! Text as a reader of the page sees it, with the links in it.

mod builder;
mod mend;

use std::ops::Range;

pub use builder::RichBuilder;
use builder::{is_tidy, link_addresses};

/// The text of a cell, a line or a heading. White space of every kind is one space, a line break
/// in a cell is `\n`, and characters that take no room are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    /// The text.
    pub text: String,
    /// The links in it, in order.
    pub links: Vec<Link>,
    /// Where it stands, as a byte range of the page.
    pub span: Range<usize>,
    /// Whether all of it is bold.
    pub bold: bool,
    /// The parts of the text that are struck through, in order.
    pub struck: Vec<Range<usize>>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its text; empty if there is none.
    pub text: String,
    /// Where it leads; empty if nowhere.
    pub target: String,
    /// Where its text stands in the text around it.
    pub at: Range<usize>,
}

impl RichText {
    /// Text without markup.
    pub fn plain(text: &str, span: Range<usize>) -> Self {
        let text = text.trim_ascii();
        if is_tidy(text) {
            let mut rich = Self { text: text.to_owned(), span, ..Self::default() };
            link_addresses(&mut rich);
            return rich;
        }
        let mut builder = RichBuilder::default();
        builder.push(text);
        builder.finish(span)
    }

    /// Text without markup whose line breaks stay.
    pub fn of_lines(text: &str, span: Range<usize>) -> Self {
        if !text.contains('\n') {
            return Self::plain(text, span);
        }
        let mut builder = RichBuilder::default();
        for line in text.lines() {
            builder.push(line);
            builder.break_line();
        }
        builder.finish(span)
    }

    /// A piece of the text, without white space around it.
    pub fn piece(&self, range: Range<usize>) -> Self {
        let whole = &self.text[range.clone()];
        let start = range.start + (whole.len() - whole.trim_start().len());
        let end = start + whole.trim().len();
        let inside = |link: &&Link| start <= link.at.start && link.at.start < end.max(start + 1);
        let links = self.links.iter().filter(inside).map(|link| Link {
            at: link.at.start - start..link.at.end.min(end).max(link.at.start) - start,
            ..link.clone()
        });
        let struck = self.struck.iter().map(|at| at.start.max(start)..at.end.min(end));
        let struck = struck.filter(|at| !at.is_empty());
        Self {
            struck: struck.map(|at| at.start - start..at.end - start).collect(),
            text: self.text[start..end].to_owned(),
            links: links.collect(),
            span: self.span.clone(),
            bold: self.bold,
        }
    }

    /// Takes a piece out of the text, with the links in it.
    pub fn remove(&mut self, range: Range<usize>) {
        self.links.retain(|link| link.at.start < range.start || link.at.end > range.end);
        let moved = |at: usize| at - range.len().min(at.saturating_sub(range.start));
        for link in &mut self.links {
            link.at = moved(link.at.start)..moved(link.at.end);
        }
        for at in &mut self.struck {
            *at = moved(at.start)..moved(at.end);
        }
        self.struck.retain(|at| !at.is_empty());
        self.text.replace_range(range, "");
    }

    /// Whether there is neither text nor a link.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.links.is_empty()
    }

    /// Another text after this one, on a new line.
    pub fn append(&mut self, other: &Self) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push('\n');
        }
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.struck.extend(other.struck.iter().map(|at| at.start + shift..at.end + shift));
        self.links.extend(
            other.links.iter().map(|link| Link {
                at: link.at.start + shift..link.at.end + shift,
                ..link.clone()
            }),
        );
    }

    /// Takes another text; after this one, if there is something here already.
    pub fn append_first(&mut self, other: Self) {
        if self.is_empty() {
            *self = other;
        } else {
            self.append(&other);
        }
    }
}
