//! From the blocks of a page to its rows.

mod between;
mod context;
mod header;
mod label;
mod labelled;
mod list;
mod name_cell;
mod name_parts;
mod questions;
mod side_by_side;
mod table;

use std::collections::BTreeSet;

use between::TextsBetween;
use context::Context;
use header::{ColumnMap, HeaderSearch};
pub use list::is_name;

use super::block::{Block, Grid};
use super::columns::{Meaning, NamedColumns};
use super::page::{PageRow, Unread};

/// A block that is not read in the form of the page's rows, as an index, and what stands above it.
type UnreadBlock = (usize, Context);

/// What was found on a page.
#[derive(Default)]
pub struct PageRows {
    /// The rows.
    pub rows: Vec<PageRow>,
    /// What should be rows and is not.
    pub unreadable: Vec<Unread>,
    /// What is no row.
    pub not_read: Vec<Unread>,
    /// Whether the rows are records about kinds of data.
    pub has_records: bool,
    /// The headers of all tables.
    pub headers: BTreeSet<String>,
    /// How many columns the widest table has.
    pub widest: usize,
    tables: usize,
    last_map: Option<ColumnMap>,
}

impl PageRows {
    /// The rows among these blocks.
    pub fn read(blocks: Vec<Block>, named: &NamedColumns) -> Self {
        let mut rows = Self::default();
        let blocks = rows.leave_unread(blocks);
        let has_tables = blocks.iter().any(|block| match block {
            Block::Grid(grid) => matches!(header::find(grid, named), HeaderSearch::List(..)),
            _ => false,
        });
        let left = (!has_tables)
            .then(|| {
                labelled::read(&blocks, &mut rows).or_else(|| questions::read(&blocks, &mut rows))
            })
            .flatten();
        if let Some(left) = left {
            rows.read_unread_blocks(blocks, left, named);
            return rows;
        }
        let mut context = Context::of_page(&blocks);
        let mut between = TextsBetween::default();
        for block in blocks {
            match block {
                Block::Heading(level, text) => {
                    between.heading(&text);
                    context.heading(level, &text);
                }
                Block::Line { text, continues } => {
                    between.line(&text);
                    context.line(&text, continues);
                }
                block => {
                    rows.report_lines_between(&mut between, true);
                    rows.read_block(block, &context.with_title(), has_tables, named);
                    context.title = None;
                }
            }
        }
        rows.report_lines_between(&mut between, false);
        rows
    }

    /// Keeps for the report what is no block, or a table that is too large, and returns the rest.
    fn leave_unread(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let mut left = Vec::new();
        for block in blocks {
            match block {
                Block::Unread(unread, is_loss) => self.report_unread(unread, is_loss),
                Block::Grid(grid) => match table::too_large(&grid) {
                    Some(unread) => {
                        self.note_first_row(&grid);
                        self.report_unread(unread, true);
                    }
                    None => left.push(Block::Grid(grid)),
                },
                block => left.push(block),
            }
        }
        left
    }

    /// Reports the lines after rows that were read.
    fn report_lines_between(&mut self, between: &mut TextsBetween, is_above: bool) {
        let lines = std::mem::take(between).unread_lines(is_above);
        self.not_read.extend(lines.filter(|_| !self.rows.is_empty()));
    }

    fn read_block(
        &mut self,
        block: Block,
        context: &Context,
        has_tables: bool,
        named: &NamedColumns,
    ) {
        match block {
            Block::Grid(grid) => table::read(grid, context, named, self),
            Block::List(found) => list::read(&found, context, has_tables, self),
            Block::Definitions(terms) => list::read_definitions(&terms, context, has_tables, self),
            Block::Cards(cards) => list::read_cards(&cards, context, has_tables, self),
            Block::Heading(..) | Block::Line { .. } | Block::Unread(..) => {}
        }
    }

    /// Reads the tables and lists beside rows that were found in another form, which is what the
    /// page lists its providers in.
    fn read_unread_blocks(
        &mut self,
        blocks: Vec<Block>,
        left: Vec<UnreadBlock>,
        named: &NamedColumns,
    ) {
        let mut left = left.into_iter().peekable();
        for (index, block) in blocks.into_iter().enumerate() {
            if let Some((_, context)) = left.next_if(|(at, _)| *at == index) {
                self.read_block(block, &context, true, named);
            }
        }
    }

    /// What the columns of the rows mean.
    pub fn meanings(&self) -> BTreeSet<Meaning> {
        self.rows.iter().flat_map(|row| row.cells.iter().map(|(meaning, _)| meaning)).collect()
    }

    /// Notes the columns of a table, for the message about one that is not there.
    fn note_columns<'h>(&mut self, headers: impl ExactSizeIterator<Item = &'h str>) {
        self.widest = self.widest.max(headers.len());
        self.headers.extend(headers.filter(|header| !header.is_empty()).map(str::to_owned));
    }

    /// Notes the columns of a table of which no row is read; its first row may be the header.
    fn note_first_row(&mut self, grid: &Grid) {
        let first = grid.rows.first().map_or(&[][..], |row| &row.cells);
        self.note_columns(first.iter().map(|cell| cell.text.text.as_str()));
        self.widest = self.widest.max(grid.width());
    }

    fn next_table(&mut self) -> usize {
        self.tables += 1;
        self.tables
    }

    /// Adds a row. A row without a name cannot be compared. A row whose name is struck through may no
    /// longer be listed.
    fn push(&mut self, mut row: PageRow) {
        if row.name.is_none() && !self.has_records {
            let reason = "the row has no name".to_owned();
            self.unreadable.push(Unread { span: row.span, reason, rows: 1 });
            return;
        }
        let name = row.cells.get(Meaning::Name).filter(|name| !name.struck.is_empty());
        if let Some(name) = name {
            let reason = match name.struck[..] {
                [ref all] if *all == (0..name.text.len()) => "the name is struck through",
                _ => "a part of the name is struck through",
            };
            let reason = format!("{reason}: does the page still list it?");
            self.unreadable.push(Unread { span: name.span.clone(), reason, rows: 1 });
            return;
        }
        row.number = self.rows.len() + 1;
        self.rows.push(row);
    }

    fn last_mut(&mut self) -> Option<&mut PageRow> {
        self.rows.last_mut()
    }

    /// Keeps what was not read for the report.
    fn report_unread(&mut self, unread: Unread, is_loss: bool) {
        if is_loss {
            self.unreadable.push(unread);
        } else if unread.rows > 0 {
            self.not_read.push(unread);
        }
    }
}
