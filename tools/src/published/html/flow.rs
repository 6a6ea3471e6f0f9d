//! The blocks of a tree, in the order in which a reader sees them.

use super::dom::{Content, Dom, NodeId};
use super::table;
use super::words::{self, Words, is_block, is_hidden};
use crate::published::block::{Block, Definition, List, ListItem};
use crate::published::rich::RichText;

/// The blocks at and below a node of a piece of HTML that starts at this byte of the page.
pub fn blocks(dom: &Dom<'_>, node: NodeId, start: usize) -> Vec<Block> {
    let mut flow = Flow { dom, start, blocks: Vec::new(), line: Words::default() };
    flow.node(node);
    flow.end_line(false);
    flow.blocks
}

struct Flow<'d> {
    dom: &'d Dom<'d>,
    start: usize,
    blocks: Vec<Block>,
    /// The line that is being read.
    line: Words,
}

impl Flow<'_> {
    fn node(&mut self, node: NodeId) {
        let tag = self.dom.tag(node);
        if is_hidden(tag) {
            return;
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

    fn children(&mut self, node: NodeId) {
        for child in self.dom.children(node) {
            self.node(*child);
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
            table::Found::Data(grid) => self.blocks.push(Block::Grid(grid)),
            table::Found::Layout(cells) => {
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

/// Elements that make a list below an item.
const LISTS: &[&str] = &["ul", "ol", "menu"];

fn list(dom: &Dom<'_>, node: NodeId, start: usize) -> List {
    let mut items = Vec::new();
    for child in dom.children(node).iter().copied() {
        let mut below = Vec::new();
        items_below(dom, child, start, &mut below);
        let text = words::read_without(dom, child, start, LISTS);
        if !text.is_empty() || !below.is_empty() {
            items.push(ListItem { text, below });
        }
    }
    let at = start + dom.at(node);
    List { items, span: at..at }
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
    let mut open: Vec<NodeId> = dom.children(node).iter().rev().copied().collect();
    while let Some(child) = open.pop() {
        match dom.tag(child) {
            "dt" => {
                let term = words::read(dom, child, start);
                definitions.push(Definition { term, details: Vec::new() });
            }
            "dd" => {
                let detail = words::read(dom, child, start);
                match definitions.last_mut() {
                    Some(definition) => definition.details.push(detail),
                    None => {
                        definitions.push(Definition { details: vec![detail], ..Default::default() })
                    }
                }
            }
            // Terms may be grouped.
            "div" => open.extend(dom.children(child).iter().rev()),
            _ => {}
        }
    }
    definitions
}
