//! The tables of an HTML page: what spans several columns or rows stands in each of them, and a
//! table that only lays out other tables is none.

use std::rc::Rc;

use super::dom::{Dom, NodeId};
use super::layout::HIDDEN;
use super::words;
use crate::published::block::{Grid, GridCell, GridRow, MAX_COLUMNS};
use crate::published::columns;

/// What an element `table` is.
pub enum TableKind {
    /// A table.
    Data(Grid),
    /// A layout: cells to be read like any other part of the page.
    Layout(Vec<NodeId>),
}

/// The most rows into which a cell reaches.
const MAX_SPAN: usize = 1000;
/// The longest text that is repeated where its cell reaches, in bytes.
const MAX_REPEATED: usize = 4096;
/// How many places one table may fill through cells that reach into them.
const MAX_REACHED: usize = 1 << 20;

/// Reads a table of a piece of HTML that starts at this byte of the page.
pub fn read(dom: &Dom<'_>, table: NodeId, start: usize) -> TableKind {
    let rows = rows(dom, table);
    let cells = || rows.iter().flat_map(|row| cells(dom, *row));
    let is_nested =
        cells().any(|cell| dom.children(cell).iter().any(|c| dom.find(*c, "table").is_some()));
    if is_nested && !has_header(dom, &rows, start) {
        return TableKind::Layout(cells().collect());
    }
    let mut spans = Spans::default();
    let caption = dom.children(table).iter().find(|child| dom.tag(**child) == "caption");
    let at = start + dom.at(table);
    TableKind::Data(Grid {
        caption: caption.map(|node| words::read(dom, *node, start)),
        rows: rows.iter().map(|row| spans.row(dom, *row, start)).collect(),
        span: at..at,
        is_laid_out: false,
    })
}

/// The rows of a table, without those of tables inside it.
fn rows(dom: &Dom<'_>, table: NodeId) -> Vec<NodeId> {
    let mut rows = Vec::new();
    for child in dom.children(table).iter().copied() {
        match dom.tag(child) {
            "tr" => rows.push(child),
            "thead" | "tbody" | "tfoot" => {
                rows.extend(dom.children(child).iter().filter(|row| dom.tag(**row) == "tr"));
            }
            _ => {}
        }
    }
    rows
}

fn cells(dom: &Dom<'_>, row: NodeId) -> impl Iterator<Item = NodeId> {
    dom.children(row).iter().copied().filter(|cell| matches!(dom.tag(*cell), "td" | "th"))
}

/// Whether one of the first rows says what the columns mean.
fn has_header(dom: &Dom<'_>, rows: &[NodeId], start: usize) -> bool {
    rows.iter().take(columns::HEADER_ROWS).any(|row| {
        let texts: Vec<String> = cells(dom, *row)
            .map(|cell| words::read_without(dom, cell, start, &["table"]).text)
            .collect();
        let filled = texts.iter().map(String::as_str).filter(|text| !text.is_empty());
        columns::is_header(filled, texts.len())
    })
}

/// The cells of earlier rows that reach into the next one.
#[derive(Default)]
struct Spans {
    /// By column: the cell, and into how many more rows it reaches.
    open: Vec<Option<(GridCell, usize)>>,
    reached: usize,
}

impl Spans {
    fn row(&mut self, dom: &Dom<'_>, row: NodeId, start: usize) -> GridRow {
        let mut made: Vec<GridCell> = Vec::new();
        let mut own = cells(dom, row).peekable();
        let is_header = own.peek().is_some() && cells(dom, row).all(|cell| dom.tag(cell) == "th");
        loop {
            let column = made.len();
            if column >= MAX_COLUMNS && own.peek().is_none() {
                break;
            }
            if let Some((cell, more)) = self.open.get_mut(column).and_then(Option::take) {
                if more > 1 {
                    self.open[column] = Some((cell.clone(), more - 1));
                }
                made.push(cell);
                continue;
            }
            let Some(node) = own.next() else {
                if self.open.len() <= column {
                    break;
                }
                made.push(GridCell::default());
                continue;
            };
            self.cell(dom, node, start, &mut made);
        }
        while made.last().is_some_and(|cell| cell.id == 0) {
            made.pop();
        }
        let at = start + dom.at(row);
        let damage = words::hides(dom, row).then(|| HIDDEN.to_owned());
        GridRow { cells: made, is_header, span: at..at, damage }
    }

    /// Adds a cell, in as many columns as it spans, and keeps it for the rows that it reaches.
    fn cell(&mut self, dom: &Dom<'_>, node: NodeId, start: usize, made: &mut Vec<GridCell>) {
        let text = Rc::new(words::read(dom, node, start));
        let span = |name| {
            let number = dom.attribute(node, name).and_then(|text| text.trim().parse().ok());
            number.unwrap_or(1).clamp(1, MAX_SPAN)
        };
        let room = MAX_COLUMNS.saturating_sub(made.len()).max(1);
        let (mut width, mut height) = (span("colspan").min(room), span("rowspan"));
        if text.text.len() > MAX_REPEATED || self.reached > MAX_REACHED {
            (width, height) = (1, 1);
        }
        self.reached += width * height - 1;
        let cell = GridCell { text, id: node };
        for _ in 0..width {
            let column = made.len();
            if height > 1 {
                self.open.resize_with(self.open.len().max(column + 1), || None);
                self.open[column] = Some((cell.clone(), height - 1));
            }
            made.push(cell.clone());
        }
    }
}
