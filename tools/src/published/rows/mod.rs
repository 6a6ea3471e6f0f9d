//! From the blocks of a page to its rows.

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
use std::ops::Range;

use header::{ColumnMap, Found};
pub use list::is_name;

use super::block::Block;
use super::columns::{self, Meaning, NamedColumns};
use super::page::{PageRow, Unread};
use super::rich::RichText;

/// A block that is not read in the form of the page's rows, as an index, and what stands above it.
type Left = (usize, Context);

/// What was found on a page.
#[derive(Default)]
pub struct Rows {
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

impl Rows {
    /// The rows among these blocks.
    pub fn read(blocks: Vec<Block>, named: &NamedColumns) -> Self {
        let mut rows = Self::default();
        let blocks = rows.leave_unread(blocks);
        let has_tables = blocks.iter().any(|block| match block {
            Block::Grid(grid) => matches!(header::find(grid, named), Found::List(..)),
            _ => false,
        });
        let left = (!has_tables)
            .then(|| {
                labelled::read(&blocks, &mut rows).or_else(|| questions::read(&blocks, &mut rows))
            })
            .flatten();
        if let Some(left) = left {
            rows.read_left(blocks, left, named);
            return rows;
        }
        let mut context = Context { page_title: page_title(&blocks), ..Context::default() };
        let mut between = Between::default();
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
                    rows.leave_between(&mut between, true);
                    rows.read_block(block, &context.with_title(), has_tables, named);
                    context.title = None;
                }
            }
        }
        rows.leave_between(&mut between, false);
        rows
    }

    /// Keeps for the report what is no block, or a table that is too large, and returns the rest.
    fn leave_unread(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let mut left = Vec::new();
        for block in blocks {
            match block {
                Block::Unread(unread, is_loss) => self.leave(unread, is_loss),
                Block::Grid(grid) => match table::too_large(&grid) {
                    Some(unread) => self.leave(unread, true),
                    None => left.push(Block::Grid(grid)),
                },
                block => left.push(block),
            }
        }
        left
    }

    /// Says how many lines stand behind rows that were read. What stands right above the next table
    /// or list is its heading.
    fn leave_between(&mut self, between: &mut Between, is_above: bool) {
        let Between { mut texts } = std::mem::take(between);
        if is_above {
            let is_title = |(is_heading, _): &(bool, Range<usize>)| *is_heading;
            texts.pop_if(|text| !is_title(text));
            while texts.pop_if(|text| is_title(text)).is_some() {}
        }
        let lines = texts.iter().filter(|(is_heading, _)| !is_heading).count();
        let Some((_, span)) = texts.into_iter().find(|(is_heading, _)| !is_heading) else { return };
        if !self.rows.is_empty() {
            let reason = match lines {
                1 => "a line behind the rows".to_owned(),
                lines => format!("{lines} lines behind the rows"),
            };
            self.not_read.push(Unread { span, reason, rows: 1 });
        }
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
    fn read_left(&mut self, blocks: Vec<Block>, left: Vec<Left>, named: &NamedColumns) {
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
    fn leave(&mut self, unread: Unread, is_loss: bool) {
        if is_loss {
            self.unreadable.push(unread);
        } else if unread.rows > 0 {
            self.not_read.push(unread);
        }
    }
}

/// The headings and lines since the last table or list, and where each stands.
#[derive(Default)]
struct Between {
    texts: Vec<(bool, Range<usize>)>,
}

impl Between {
    fn heading(&mut self, text: &RichText) {
        self.texts.push((true, text.span.clone()));
    }

    fn line(&mut self, text: &RichText) {
        if !is_date(&text.text) {
            self.texts.push((false, text.span.clone()));
        }
    }
}

/// The title of the page: its one heading of the highest level, where it comes first, or its first
/// line.
fn page_title(blocks: &[Block]) -> Option<String> {
    let mut highest = blocks.iter().filter_map(|block| match block {
        Block::Heading(1, text) => Some(&text.text),
        _ => None,
    });
    let is_first = blocks.iter().find(|block| matches!(block, Block::Heading(..)));
    let is_first = matches!(is_first, Some(Block::Heading(1, _)));
    let Some(title) = highest.next() else { return first_line(blocks) };
    // A title may come twice.
    (is_first && highest.all(|other| other == title)).then(|| title.clone())
}

/// The first line of a page that starts without a heading.
fn first_line(blocks: &[Block]) -> Option<String> {
    match blocks.first()? {
        Block::Line { text, .. } => Some(text.text.clone()),
        _ => None,
    }
}

/// Whether a line is a sentence that ends where the list begins: `We work with these companies:`.
fn leads_in(text: &str) -> bool {
    const FIRST: &[&str] = &["below", "following", "here", "the", "these", "this", "we"];
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    text.ends_with(':') && FIRST.contains(&first.as_str()) && words.count() >= 2
}

/// Whether a line says of when the page is.
fn is_date(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = ["updated", "edited", "effective", "revised", "version", "as of", "date"];
    text.contains(|c: char| c.is_ascii_digit()) && words.iter().any(|word| lower.contains(word))
}

/// What stands above a part of the page.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The title of the page, which is above everything and so divides nothing.
    page_title: Option<String>,
    /// The headings in force, from the highest to the nearest.
    headings: Vec<(u8, String)>,
    /// A line right above that may be a heading without its marks.
    title: Option<String>,
    /// Whether the last line goes on.
    continues: bool,
}

/// The level of a heading that has no marks, and that of one above such a heading.
const UNMARKED: u8 = 9;
const ABOVE_UNMARKED: u8 = 8;
/// The longest line that may be a heading, in words.
const LONGEST_TITLE: usize = 20;

impl Context {
    fn heading(&mut self, level: u8, text: &RichText) {
        self.headings.retain(|(other, _)| *other < level);
        if level > 1 || self.page_title.as_ref() != Some(&text.text) {
            self.headings.push((level, text.text.clone()));
        }
        self.title = None;
        self.continues = false;
    }

    fn line(&mut self, text: &RichText, continues: bool) {
        let words = text.text.split_whitespace().count();
        let is_title = (1..=LONGEST_TITLE).contains(&words)
            && !text.text.ends_with(['.', '!', '?', ';', ','])
            && self.page_title.as_ref() != Some(&text.text)
            && !is_date(&text.text)
            && !leads_in(&text.text)
            && (!self.continues || self.title.is_none());
        let title = is_title.then(|| text.text.trim_end_matches(':').trim().to_owned());
        // Two such lines in a row are a heading and one below it.
        if let (Some(_), Some(above)) = (&title, self.title.take()) {
            self.headings.retain(|(level, _)| *level < ABOVE_UNMARKED);
            self.headings.push((ABOVE_UNMARKED, above));
        }
        self.title = title;
        self.continues = continues;
    }

    /// The context of a table or list: the line above it is its heading.
    fn with_title(&self) -> Self {
        let mut context = self.clone();
        if let Some(title) = context.title.take() {
            context.headings.retain(|(level, _)| *level < UNMARKED);
            context.headings.push((UNMARKED, title));
        }
        context
    }

    /// The headings from the highest to the nearest.
    pub fn path(&self) -> Vec<String> {
        self.headings.iter().map(|(_, text)| text.clone()).collect()
    }

    /// Whether the nearest heading says that providers follow.
    fn names_providers(&self) -> bool {
        let nearest = self.headings.last();
        nearest.is_some_and(|(_, text)| columns::is_list_title(text))
    }

    /// Whether a heading speaks of providers.
    fn speaks_of_providers(&self) -> bool {
        let headings = self.headings.iter().map(|(_, text)| text);
        headings.chain(&self.page_title).any(|text| columns::speaks_of_providers(text))
    }

    /// Whether a heading stands above.
    fn has_heading(&self) -> bool {
        self.page_title.is_some() || !self.headings.is_empty()
    }
}
