//! The tree of an HTML page, in which every node knows where it stands. `html5ever` builds it as
//! browsers do; this module keeps what it builds.

use std::ops::Range;

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

use super::sink::{MAX_DEPTH, Sink};

/// A parsed page.
#[derive(Debug)]
pub struct Dom<'h> {
    source: &'h str,
    nodes: Vec<Node>,
}

/// A node, by its number.
pub type NodeId = usize;

/// The node above all others.
pub const ROOT: NodeId = 0;

/// A node and what is known of it.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    pub(super) children: Vec<NodeId>,
    pub(super) depth: usize,
    /// The tag or the text, as bytes of the page; of a long text, its first piece.
    pub(super) span: Range<usize>,
    pub(super) content: Content,
}

/// What a node is.
#[derive(Debug)]
pub enum Content {
    /// The page, or what is neither element nor text, such as a comment.
    Other,
    /// An element.
    Element(QualName, Vec<Attribute>),
    /// Text.
    Text(String),
}

/// Elements lie deeper inside each other than is read.
#[derive(Debug)]
pub struct TooDeep {
    /// Where the reading stopped, as a byte of the page.
    pub at: usize,
}

impl<'h> Dom<'h> {
    /// Parses a page or a piece of one.
    ///
    /// # Errors
    /// If elements lie too deep inside each other.
    pub fn parse(html: &'h str) -> Result<Self, TooDeep> {
        let mut parser = parse_document(Sink::default(), ParseOpts::default());
        // The parser tells nobody where it is. So it gets every tag and every text on its own, and
        // what it builds from a piece stands where the piece stands.
        let mut at = 0;
        for piece in (Pieces { rest: html }) {
            let span = at..at + piece.len();
            parser.tokenizer.sink.sink.piece_starts(span, piece.starts_with('<'));
            parser.process(StrTendril::from(piece));
            if parser.tokenizer.sink.sink.is_too_deep() {
                return Err(TooDeep { at });
            }
            at += piece.len();
        }
        let dom = Self { source: html, nodes: parser.finish() };
        match dom.first_too_deep() {
            Some(node) => Err(TooDeep { at: dom.at(node) }),
            None => Ok(dom),
        }
    }

    /// A node that lies too deep after the parser moved nodes about.
    fn first_too_deep(&self) -> Option<NodeId> {
        let mut open = vec![(ROOT, 0)];
        while let Some((node, depth)) = open.pop() {
            if depth > 2 * MAX_DEPTH {
                return Some(node);
            }
            open.extend(self.children(node).iter().map(|child| (*child, depth + 1)));
        }
        None
    }

    /// The children of a node, in order.
    pub fn children(&self, node: NodeId) -> &[NodeId] {
        &self.nodes[node].children
    }

    /// What a node is.
    pub fn content(&self, node: NodeId) -> &Content {
        &self.nodes[node].content
    }

    /// Where a node starts, as a byte of the page.
    pub fn at(&self, node: NodeId) -> usize {
        self.nodes[node].span.start
    }

    /// Where the text of a node stands, without white space around it.
    pub fn trimmed_span(&self, node: NodeId) -> Range<usize> {
        let span = self.nodes[node].span.clone();
        let text = &self.source[span.clone()];
        let start = span.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    }

    /// The name of an element; empty for what is none. An element without a meaning of its own that
    /// has the role of a part of a table goes by the name of that part.
    pub fn tag(&self, node: NodeId) -> &str {
        let name: &str = match &self.nodes[node].content {
            Content::Element(name, _) => &name.local,
            _ => "",
        };
        if !matches!(name, "div" | "span" | "section") {
            return name;
        }
        match self.attribute(node, "role") {
            Some("table" | "grid" | "treegrid") => "table",
            Some("rowgroup") => "tbody",
            Some("row") => "tr",
            Some("columnheader") => "th",
            Some("cell" | "gridcell" | "rowheader") => "td",
            _ => name,
        }
    }

    /// The attribute of an element.
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        let Content::Element(_, attributes) = &self.nodes[node].content else { return None };
        let attribute = attributes.iter().find(|attribute| &*attribute.name.local == name)?;
        Some(&attribute.value)
    }

    /// The first node at or below this one that is an element of this name.
    pub fn find(&self, node: NodeId, tag: &str) -> Option<NodeId> {
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if self.tag(node) == tag {
                return Some(node);
            }
            open.extend(self.children(node).iter().rev());
        }
        None
    }
}

/// Cuts a page before every `<` and after every `>`.
struct Pieces<'h> {
    rest: &'h str,
}

impl<'h> Iterator for Pieces<'h> {
    type Item = &'h str;

    fn next(&mut self) -> Option<&'h str> {
        let first = self.rest.chars().next()?;
        let cut = self.rest[first.len_utf8()..].find(['<', '>']).map(|at| first.len_utf8() + at);
        let cut = cut.map_or(self.rest.len(), |at| {
            let after = self.rest[at..].starts_with('>');
            at + usize::from(after)
        });
        let (piece, rest) = self.rest.split_at(cut);
        self.rest = rest;
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_knows_where_it_stands() {
        let html = "<p>a<table><tr><td title='x>y'>b<td>c &amp; d</table>";
        let dom = Dom::parse(html).unwrap();
        let row = dom.find(ROOT, "tr").unwrap();
        let cells = dom.children(row);
        assert_eq!(cells.len(), 2);
        assert!(html[dom.at(cells[0])..].starts_with("<td title"));
        let text = dom.children(cells[1])[0];
        assert!(html[dom.at(text)..].starts_with("c &amp; d"));
        assert!(matches!(dom.content(text), Content::Text(text) if text == "c & d"));
        assert_eq!(dom.attribute(cells[0], "title"), Some("x>y"));
    }

    #[test]
    fn what_lies_too_deep_is_refused() {
        let deep = "<div>".repeat(10_000);
        assert!(Dom::parse(&deep).unwrap_err().at < 10_000);
        // Every paragraph opens all the bold text anew.
        let many: String = (0..10_000).map(|id| format!("<p><b id={id}>")).collect();
        assert!(Dom::parse(&many).is_err());
    }
}
