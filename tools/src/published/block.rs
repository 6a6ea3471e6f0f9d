//! What a page is made of, whatever its format: headings, lines, tables and lists in order.

use std::ops::Range;
use std::rc::Rc;

use super::page::Unread;
use super::rich::RichText;

/// A part of a page.
#[derive(Debug)]
pub enum Block {
    /// A heading; 1 is the highest.
    Heading(u8, RichText),
    /// A line of a paragraph.
    Line {
        /// What it says.
        text: RichText,
        /// Whether the paragraph goes on after it.
        continues: bool,
    },
    /// A table.
    Grid(Grid),
    /// A list.
    List(List),
    /// A list of terms, each with what is said of it.
    Definitions(Vec<Definition>),
    /// Boxes of the same shape, each with its heading and what is said below it.
    Cards(Vec<Definition>),
    /// What its reader could not make a block of, and whether rows may be lost by that.
    Unread(Unread, bool),
}

/// A table, before anything is known of what its columns mean.
#[derive(Debug, Default)]
pub struct Grid {
    /// Its caption, where the syntax has one.
    pub caption: Option<RichText>,
    /// Its rows.
    pub rows: Vec<GridRow>,
    /// Where it stands.
    pub span: Range<usize>,
    /// Whether only a layout makes it a table, so that it may be none.
    pub is_laid_out: bool,
}

impl Grid {
    /// How many cells its longest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }
}

/// The most columns of a table.
pub const MAX_COLUMNS: usize = 256;
/// How many places of a table may have no cell.
const MAX_MISSING: usize = 1 << 20;

/// Whether a table is too large for its cells: with a handful of cells in each of many rows, a page can
/// ask for far more places than it has bytes.
pub fn is_oversized(rows: usize, columns: usize, cells: usize) -> bool {
    columns > MAX_COLUMNS || rows.saturating_mul(columns) > cells + MAX_MISSING
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct GridRow {
    /// Its cells. A cell that spans several columns stands in each of them.
    pub cells: Vec<GridCell>,
    /// Whether the syntax says that it is a header.
    pub is_header: bool,
    /// Where it stands.
    pub span: Range<usize>,
    /// What keeps it from being read, if something does.
    pub damage: Option<String>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct GridCell {
    /// What it says.
    pub text: Rc<RichText>,
    /// A number that it shares with the other places into which it reaches, and with no other cell.
    pub id: usize,
}

/// A list.
#[derive(Debug, Default)]
pub struct List {
    /// Its items.
    pub items: Vec<ListItem>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// An item of a list.
#[derive(Debug, Default)]
pub struct ListItem {
    /// What it says, without the items below it.
    pub text: RichText,
    /// The items below it, at any depth, in order.
    pub below: Vec<RichText>,
    /// Whether the page hides it.
    pub is_hidden: bool,
}

/// A term of a list of definitions.
#[derive(Debug, Default)]
pub struct Definition {
    /// The term.
    pub term: RichText,
    /// What is said of it.
    pub details: Vec<RichText>,
}

impl GridRow {
    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }

    /// The cells that say something, each once.
    pub fn filled(&self) -> Vec<&GridCell> {
        let mut filled: Vec<&GridCell> = Vec::new();
        for cell in self.cells.iter().filter(|cell| !cell.text.is_empty()) {
            if filled.last().is_none_or(|last| last.id != cell.id) {
                filled.push(cell);
            }
        }
        filled
    }
}
