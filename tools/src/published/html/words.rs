//! The text of an element.

use std::ops::Range;

use super::dom::{Content, Dom, NodeId};
use crate::published::rich::{RichBuilder, RichText};

/// The text of a node and of all below it.
pub fn read(dom: &Dom<'_>, node: NodeId, start: usize) -> RichText {
    read_without(dom, node, start, &[])
}

/// The text of a node and of all below it, without what lies in elements of these names.
pub fn read_without(dom: &Dom<'_>, node: NodeId, start: usize, without: &[&str]) -> RichText {
    let mut words = Words::default();
    if is_struck(dom, node) {
        words.builder.start_struck();
    }
    for child in dom.children(node) {
        words.add(dom, *child, without);
    }
    let at = dom.at(node);
    let first = words.first.unwrap_or(at..at);
    words.builder.finish(start + first.start..start + first.end)
}

/// Collects the text of nodes.
#[derive(Default)]
pub struct Words {
    builder: RichBuilder,
    /// Where the first text stands.
    first: Option<Range<usize>>,
}

impl Words {
    /// Whether nothing was collected.
    pub fn is_empty(&self) -> bool {
        self.builder.is_empty()
    }

    /// What was collected, from a piece of HTML that starts at this byte of the page.
    pub fn finish(self, start: usize) -> RichText {
        let first = self.first.unwrap_or_default();
        self.builder.finish(start + first.start..start + first.end)
    }

    /// Adds a node and all below it, except elements of these names.
    pub fn add(&mut self, dom: &Dom<'_>, node: NodeId, without: &[&str]) {
        if let Content::Text(text) = dom.content(node) {
            self.text(text, dom.trimmed_span(node));
            return;
        }
        let tag = dom.tag(node);
        if without.contains(&tag) || is_hidden(tag) || hides(dom, node) {
            return;
        }
        match tag {
            "br" => self.builder.break_line(),
            "img" => {
                self.first.get_or_insert(dom.trimmed_span(node));
                self.builder.image(dom.attribute(node, "alt").unwrap_or_default());
            }
            "a" => self.builder.start_link(dom.attribute(node, "href").unwrap_or_default()),
            "b" | "strong" | "th" => self.builder.start_bold(),
            _ if is_block(tag) => self.builder.break_line(),
            _ => {}
        }
        let is_struck = is_struck(dom, node);
        if is_struck {
            self.builder.start_struck();
        }
        if tag == "sup" && is_number(dom, node) {
            self.builder.push("*");
        } else {
            for child in dom.children(node) {
                self.add(dom, *child, without);
            }
        }
        if is_struck {
            self.builder.end_struck();
        }
        match tag {
            "a" => self.builder.end_link(),
            "b" | "strong" | "th" => self.builder.end_bold(),
            "td" => self.builder.push(" "),
            _ if is_block(tag) => self.builder.break_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Range<usize>) {
        if self.first.is_none() && !text.trim().is_empty() {
            self.first = Some(span);
        }
        self.builder.push(text);
    }
}

/// Whether the text of an element is struck through.
fn is_struck(dom: &Dom<'_>, node: NodeId) -> bool {
    let has_line = |style: &str| style.to_ascii_lowercase().contains("line-through");
    matches!(dom.tag(node), "del" | "s" | "strike")
        || dom.attribute(node, "style").is_some_and(has_line)
}

/// Whether an element above the line holds a number alone, which is a footnote mark.
fn is_number(dom: &Dom<'_>, node: NodeId) -> bool {
    let [child] = dom.children(node) else { return false };
    let Content::Text(text) = dom.content(*child) else { return false };
    !text.trim().is_empty() && text.trim().chars().all(|c| c.is_ascii_digit())
}

/// Elements of which a reader sees nothing, or which only lead about the site.
pub fn is_hidden(tag: &str) -> bool {
    matches!(tag, "head" | "nav" | "noscript" | "script" | "style" | "svg" | "template")
}

/// Whether the page hides an element, at least until somebody clicks.
pub fn hides(dom: &Dom<'_>, node: NodeId) -> bool {
    let none = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.to_ascii_lowercase().contains("display:none")
    };
    dom.attribute(node, "hidden").is_some() || dom.attribute(node, "style").is_some_and(none)
}

/// Elements that start on a line of their own.
pub fn is_block(tag: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&tag)
}
