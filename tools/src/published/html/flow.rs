//! The blocks of a tree, in the order in which a reader sees them.

use super::dom::{Content, Dom, NodeId};
use super::layout::Layout;
use super::table;
use super::words::{self, Words, hides, is_block, is_hidden};
use crate::published::block::{Block, Definition, List, ListItem};
use crate::published::columns;
use crate::published::page::Unread;
use crate::published::rich::RichText;

/// The blocks at and below a node of a piece of HTML that starts at this byte of the page.
pub fn blocks(dom: &Dom<'_>, node: NodeId, start: usize) -> Vec<Block> {
    Flow { dom, start, blocks: Vec::new(), line: Words::default(), has_layout: true }.of(node)
}

/// The same, but boxes are never a table or cards.
pub fn plain_blocks(dom: &Dom<'_>, node: NodeId, start: usize) -> Vec<Block> {
    Flow { dom, start, blocks: Vec::new(), line: Words::default(), has_layout: false }.of(node)
}

struct Flow<'d> {
    dom: &'d Dom<'d>,
    start: usize,
    blocks: Vec<Block>,
    /// The line that is being read.
    line: Words,
    /// Whether boxes may be a table or cards.
    has_layout: bool,
}

impl Flow<'_> {
    fn of(mut self, node: NodeId) -> Vec<Block> {
        self.node(node);
        self.end_line(false);
        self.blocks
    }

    fn node(&mut self, node: NodeId) {
        let tag = self.dom.tag(node);
        if is_hidden(tag) {
            return self.leave_hidden(node);
        }
        match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = tag.as_bytes()[1] - b'0';
                self.heading(level, node);
            }
            // Named parts of a page come below its headings.
            "summary" | "legend" | "figcaption" => self.heading(7, node),
            "table" => self.table(node),
            "ul" | "ol" | "menu" => {
                let list = list(self.dom, node, self.start);
                self.block(Block::List(list));
            }
            "dl" => {
                let definitions = definitions(self.dom, node, self.start);
                self.block(Block::Definitions(definitions));
            }
            "br" => self.end_line(true),
            _ if is_block(tag) => {
                self.end_line(false);
                self.children(node);
                self.end_line(false);
            }
            _ if self.holds_blocks(node) => self.children(node),
            _ => self.line.add(self.dom, node, &[]),
        }
    }

    /// Says of a table in an element that is not read that it is there.
    fn leave_hidden(&mut self, node: NodeId) {
        let tag = self.dom.tag(node);
        // Programs and styles hold tables only in texts of their own.
        if !matches!(tag, "head" | "script" | "style") && holds_table(self.dom, node) {
            let at = self.start + self.dom.at(node);
            let reason = format!("a table in the element `{tag}`, which is not read");
            self.block(Block::Unread(Unread { span: at..at, reason, rows: 1 }, false));
        }
    }

    /// Reads the children of a node, those together that a layout makes a table or cards.
    fn children(&mut self, node: NodeId) {
        let mut layout = Layout::of(self.dom, self.dom.children(node), self.start);
        let mut at = 0;
        while let Some(child) = self.dom.children(node).get(at) {
            match self.has_layout.then(|| layout.read(at)).flatten() {
                Some((block, end)) => {
                    self.block(block);
                    at = end;
                }
                None => {
                    self.node(*child);
                    at += 1;
                }
            }
        }
    }

    /// Whether something below an element that is no block needs to be looked at by itself.
    fn holds_blocks(&self, node: NodeId) -> bool {
        if let Content::Text(_) = self.dom.content(node) {
            return false;
        }
        // A link or marked text is taken as a whole, even around a block.
        let is_phrase = matches!(
            self.dom.tag(node),
            "a" | "b"
                | "code"
                | "del"
                | "em"
                | "i"
                | "img"
                | "s"
                | "strike"
                | "strong"
                | "sub"
                | "sup"
                | "u"
        );
        !is_phrase
    }

    fn heading(&mut self, level: u8, node: NodeId) {
        let text = words::read(self.dom, node, self.start);
        if !text.is_empty() {
            self.block(Block::Heading(level, text));
        }
    }

    fn table(&mut self, node: NodeId) {
        self.end_line(false);
        match table::read(self.dom, node, self.start) {
            table::TableKind::Data(grid) => self.blocks.push(Block::Grid(grid)),
            table::TableKind::Layout(cells) => {
                for cell in cells {
                    self.children(cell);
                    self.end_line(false);
                }
            }
        }
    }

    fn block(&mut self, block: Block) {
        self.end_line(false);
        self.blocks.push(block);
    }

    fn end_line(&mut self, continues: bool) {
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            let text = line.finish(self.start);
            self.blocks.push(Block::Line { text, continues });
        } else if !continues && let Some(Block::Line { continues, .. }) = self.blocks.last_mut() {
            *continues = false;
        }
    }
}

/// Whether a table lies below a node, or in its text: a parser that runs scripts takes what stands in
/// `noscript` for text.
fn holds_table(dom: &Dom<'_>, node: NodeId) -> bool {
    let is_markup = |child: &NodeId| match dom.content(*child) {
        Content::Text(text) => text.to_ascii_lowercase().contains("<table"),
        _ => false,
    };
    dom.find(node, "table").is_some() || dom.children(node).iter().any(is_markup)
}

/// Elements that make a list below an item.
const LISTS: &[&str] = &["ul", "ol", "menu"];

fn list(dom: &Dom<'_>, node: NodeId, start: usize) -> List {
    let mut items = Vec::new();
    let apart = has_pieces(dom, node, start);
    for child in dom.children(node).iter().copied() {
        let mut below = Vec::new();
        items_below(dom, child, start, &mut below);
        let text = match apart && dom.tag(child) == "li" {
            true => pieces(dom, child, start),
            false => words::read_without(dom, child, start, LISTS),
        };
        if !text.is_empty() || !below.is_empty() {
            items.push(ListItem { text, below, is_hidden: hides(dom, child) });
        }
    }
    let at = start + dom.at(node);
    List { items, span: at..at }
}

/// Whether every item of a list consists of several elements of a line that only a style sheet keeps
/// apart, each of which starts like a text of its own.
fn has_pieces(dom: &Dom<'_>, node: NodeId, start: usize) -> bool {
    let mut items = dom.children(node).iter().filter(|child| dom.tag(**child) == "li").peekable();
    let starts = |piece: &NodeId| {
        let text = words::read(dom, *piece, start).text;
        text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    let is_plain = |piece: &NodeId| matches!(dom.tag(*piece), "a" | "b" | "span" | "strong");
    items.peek().is_some()
        && items.all(|item| {
            let pieces = dom.children(*item);
            pieces.len() > 1 && pieces.iter().all(|piece| is_plain(piece) && starts(piece))
        })
}

/// An item whose pieces stand on lines of their own.
fn pieces(dom: &Dom<'_>, item: NodeId, start: usize) -> RichText {
    let mut all = RichText::default();
    for piece in dom.children(item) {
        let mut words = Words::default();
        words.add(dom, *piece, &[]);
        all.append_first(words.finish(start));
    }
    all
}

fn items_below(dom: &Dom<'_>, node: NodeId, start: usize, below: &mut Vec<RichText>) {
    for child in dom.children(node).iter().copied() {
        if dom.tag(child) == "li" {
            below.push(words::read_without(dom, child, start, LISTS));
        }
        items_below(dom, child, start, below);
    }
}

fn definitions(dom: &Dom<'_>, node: NodeId, start: usize) -> Vec<Definition> {
    let mut definitions: Vec<Definition> = Vec::new();
    // From which one on the terms stand before the same details.
    let (mut first, mut in_details) = (0, true);
    let mut open: Vec<NodeId> = dom.children(node).iter().rev().copied().collect();
    while let Some(child) = open.pop() {
        match dom.tag(child) {
            "dt" => {
                let term = words::read(dom, child, start);
                // A label belongs to a term and is none beside it.
                let is_label = |text: &RichText| columns::header(&text.text).is_some();
                let above = definitions.last().is_some_and(|above| is_label(&above.term));
                if in_details || is_label(&term) || above {
                    first = definitions.len();
                }
                in_details = false;
                definitions.push(Definition { term, details: Vec::new() });
            }
            "dd" => {
                in_details = true;
                let detail = words::read(dom, child, start);
                if definitions.is_empty() {
                    definitions.push(Definition::default());
                }
                for definition in &mut definitions[first..] {
                    definition.details.push(detail.clone());
                }
            }
            // Terms may be grouped.
            "div" => open.extend(dom.children(child).iter().rev()),
            _ => {}
        }
    }
    definitions
}
