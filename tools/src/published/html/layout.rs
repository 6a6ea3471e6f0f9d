//! Tables and cards that a page makes of plain boxes: siblings of the same shape.

use std::rc::Rc;

use super::dom::{Content, Dom, NodeId};
use super::flow;
use super::words;
use crate::published::block::{Block, Definition, Grid, GridCell, GridRow};
use crate::published::columns;
use crate::published::rich::RichText;
use crate::published::rows::is_name;

/// What is said of a row that a reader does not see, at least until somebody clicks.
pub const HIDDEN: &str = "the row is hidden: does the page still list it?";
/// The most columns of a table.
const MAX_COLUMNS: usize = 16;
/// In so many elements of a box its shape is looked for. What is larger is a part of the page.
const LARGEST_BOX: usize = 200;

/// The children of an element, among which tables and cards are looked for.
pub struct Layout<'d> {
    dom: &'d Dom<'d>,
    siblings: &'d [NodeId],
    start: usize,
    /// Up to which of the siblings each form was looked for in vain.
    tried: [usize; 3],
}

/// A form in which boxes may lie: it looks at the siblings from one on, and says up to which of them
/// they may have that form, and what they make if they do.
type Form<'d> = fn(&Layout<'d>, usize) -> (usize, Option<Block>);

impl<'d> Layout<'d> {
    /// Nothing was looked for yet.
    pub fn of(dom: &'d Dom<'d>, siblings: &'d [NodeId], start: usize) -> Self {
        Self { dom, siblings, start, tried: [0; 3] }
    }

    /// Reads the table or the cards that start with this sibling; the index of the sibling after.
    pub fn read(&mut self, at: usize) -> Option<(Block, usize)> {
        let forms: [Form<'d>; 3] = [Self::rows, Self::cells, Self::cards];
        if !is_box(self.dom, self.siblings[at]) {
            return None;
        }
        for (form, read) in forms.into_iter().enumerate() {
            if self.tried[form] > at {
                continue;
            }
            match read(self, at) {
                (end, Some(block)) => return Some((block, end)),
                (end, None) => self.tried[form] = end,
            }
        }
        None
    }

    /// The boxes from here on with nothing but space between them, as long as they fit, and the index
    /// of the sibling after the last of them.
    fn run(&self, at: usize, mut fits: impl FnMut(NodeId) -> bool) -> (Vec<NodeId>, usize) {
        let (mut found, mut end) = (Vec::new(), at + 1);
        for (index, node) in self.siblings.iter().copied().enumerate().skip(at) {
            if is_space(self.dom, node) {
                continue;
            }
            if !is_box(self.dom, node) || !fits(node) {
                break;
            }
            found.push(node);
            end = index + 1;
        }
        (found, end)
    }

    /// Boxes that have the same number of cells each.
    fn rows(&self, at: usize) -> (usize, Option<Block>) {
        let dom = self.dom;
        let mut kinds: Vec<NodeId> = Vec::new();
        let mut rows: Vec<Vec<NodeId>> = Vec::new();
        let (boxes, end) = self.run(at, |node| {
            // The header may be of another kind than the rows.
            let is_new = kinds.iter().all(|kind| !same_kind(dom, *kind, node));
            if is_new && (rows.len() > 1 || kinds.len() > 1) {
                return false;
            }
            kinds.extend(Some(node).filter(|_| is_new));
            let cells = elements(dom, node).filter(|cells| {
                (2..=MAX_COLUMNS).contains(&cells.len())
                    && rows.first().is_none_or(|row| row.len() == cells.len())
                    && cells.iter().all(|cell| is_cell(dom, *cell))
            });
            let fits = cells.is_some();
            rows.extend(cells);
            fits
        });
        let rows = boxes.iter().zip(&rows).map(|(node, cells)| self.row(*node, cells));
        (end, grid(rows.collect(), kinds.len() > 1))
    }

    /// Boxes that are cells themselves, below a header whose words tell how many make a row.
    fn cells(&self, at: usize) -> (usize, Option<Block>) {
        let text = |node: &NodeId| words::read(self.dom, *node, self.start).text;
        let known = |node: &&NodeId| columns::header(&text(node)).is_some();
        let first = self.siblings[at];
        if !is_cell(self.dom, first) || !known(&&first) {
            return (at + 1, None);
        }
        let (boxes, end) = self.run(at, |node| is_cell(self.dom, node));
        let width = boxes.iter().take(MAX_COLUMNS).take_while(known).count();
        if width < 2 || boxes.len() < 2 * width || !boxes.len().is_multiple_of(width) {
            return (end, None);
        }
        let rows = boxes.chunks(width).map(|cells| self.row(cells[0], cells)).collect();
        (end, grid(rows, true))
    }

    fn row(&self, node: NodeId, cells: &[NodeId]) -> GridRow {
        let cell = |node: &NodeId| GridCell {
            text: Rc::new(words::read(self.dom, *node, self.start)),
            id: *node,
        };
        let at = self.start + self.dom.at(node);
        GridRow {
            cells: cells.iter().map(cell).collect(),
            is_header: false,
            span: at..at,
            damage: words::hides(self.dom, node).then(|| HIDDEN.to_owned()),
        }
    }

    /// Boxes of the same kind that start with a heading each and have no other.
    fn cards(&self, at: usize) -> (usize, Option<Block>) {
        let first = self.siblings[at];
        let mut cards = Vec::new();
        let (_, end) = self.run(at, |node| {
            let card = Some(node).filter(|node| same_kind(self.dom, first, *node));
            let card = card.and_then(|node| self.card(node));
            let is_card = card.is_some();
            cards.extend(card);
            is_card
        });
        (end, (cards.len() > 1).then_some(Block::Cards(cards)))
    }

    fn card(&self, node: NodeId) -> Option<Definition> {
        if !starts_with_heading(self.dom, node) || !is_small(self.dom, node, &[]) {
            return None;
        }
        let mut blocks = flow::plain_blocks(self.dom, node, self.start).into_iter();
        let Some(Block::Heading(_, term)) = blocks.next() else { return None };
        let mut details: Vec<RichText> = Vec::new();
        for block in blocks {
            match block {
                Block::Line { text, .. } => details.push(text),
                Block::List(list) => details.extend(
                    list.items.into_iter().flat_map(|it| std::iter::once(it.text).chain(it.below)),
                ),
                _ => return None,
            }
        }
        (!details.is_empty()).then_some(Definition { term, details })
    }
}

fn is_box(dom: &Dom<'_>, node: NodeId) -> bool {
    matches!(dom.tag(node), "article" | "div" | "section")
}

fn is_space(dom: &Dom<'_>, node: NodeId) -> bool {
    match dom.content(node) {
        Content::Text(text) => text.trim().is_empty(),
        Content::Other => true,
        Content::Element(..) => false,
    }
}

/// Whether two elements share a class, or have none.
fn same_kind(dom: &Dom<'_>, a: NodeId, b: NodeId) -> bool {
    let classes = |node| dom.attribute(node, "class").unwrap_or_default().split_ascii_whitespace();
    match classes(a).next() {
        None => classes(b).next().is_none(),
        Some(_) => classes(a).any(|class| classes(b).any(|other| other == class)),
    }
}

/// The elements of which a box consists; `None` if it has other text.
fn elements(dom: &Dom<'_>, node: NodeId) -> Option<Vec<NodeId>> {
    let children = dom.children(node).iter().copied().filter(|child| !is_space(dom, *child));
    let children: Vec<NodeId> = children.collect();
    let is_element = |child: &NodeId| matches!(dom.content(*child), Content::Element(..));
    children.iter().all(is_element).then_some(children)
}

/// Whether an element can be a cell: it holds none of the parts of a page that hold others.
fn is_cell(dom: &Dom<'_>, node: NodeId) -> bool {
    const PARTS: &[&str] = &[
        "article", "dl", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "nav",
        "section", "table",
    ];
    is_small(dom, node, PARTS)
}

/// Whether there are few elements in a box, and none of these.
fn is_small(dom: &Dom<'_>, node: NodeId, without: &[&str]) -> bool {
    let (mut open, mut count) = (vec![node], 0);
    while let Some(node) = open.pop() {
        count += 1 + dom.children(node).len();
        if without.contains(&dom.tag(node)) || count > LARGEST_BOX {
            return false;
        }
        open.extend(dom.children(node));
    }
    true
}

/// A table of these rows, of which the first is the header, or may be one.
fn grid(mut rows: Vec<GridRow>, must_have_header: bool) -> Option<Block> {
    let first = rows.first_mut()?;
    let texts = first.cells.iter().map(|cell| cell.text.text.as_str());
    first.is_header = columns::is_header(texts.filter(|text| !text.is_empty()), first.cells.len());
    let has_header = first.is_header;
    let starts_with_name = |row: &GridRow| is_name(&row.cells[0].text.text);
    let is_list = has_header || !must_have_header && rows.iter().all(starts_with_name);
    let span = rows.first().map(|row| row.span.clone()).unwrap_or_default();
    let grid = Grid { rows, span, is_laid_out: true, ..Grid::default() };
    (is_list && grid.rows.len() > 1).then_some(Block::Grid(grid))
}

fn starts_with_heading(dom: &Dom<'_>, node: NodeId) -> bool {
    let mut node = node;
    for _ in 0..LARGEST_BOX {
        let first = dom.children(node).iter().copied().find(|child| !is_space(dom, *child));
        match first {
            Some(child) if matches!(dom.tag(child), "h2" | "h3" | "h4" | "h5" | "h6") => {
                return true;
            }
            Some(child) if is_box(dom, child) || dom.tag(child) == "header" => node = child,
            _ => return false,
        }
    }
    false
}
