//! A page as it was read.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use service_providers_codegen::Place;

use super::cells::Cells;
use super::columns::Meaning;
use super::rich::{Link, RichText};
use super::text::PageText;
use crate::failure::Failure;

/// A page as it was read: every published row once, and what was not read.
#[derive(Debug)]
pub struct Page {
    /// Its text.
    pub text: PageText,
    /// Its rows, in order.
    pub rows: Vec<PageRow>,
    /// What should be a row and cannot be read as one.
    pub unreadable: Vec<Unread>,
    /// Tables, lists and lines that are no rows.
    pub not_read: Vec<Unread>,
    /// What its columns mean.
    pub meanings: BTreeSet<Meaning>,
    /// Whether its rows are about kinds of data and not about providers.
    pub has_records: bool,
}

impl Page {
    /// What is said of a page on which no row was found, where a command needs one.
    pub fn without_rows(&self) -> Failure {
        Failure::new(format!(
            "{}: no row was found; name its columns with `--columns`, or save it in another form",
            self.text.name()
        ))
    }
}

/// One published row.
#[derive(Debug)]
pub struct PageRow {
    /// Its number, counted from 1 over the whole page.
    pub number: usize,
    /// Whom it names; `None` for a record about a kind of data.
    pub name: Option<Name>,
    /// What it says, by meaning.
    pub cells: Cells,
    /// What its other columns say, with their headers.
    pub others: Vec<(String, RichText)>,
    /// The headings above it, from the highest to the nearest.
    pub headings: Rc<[String]>,
    /// What divides the rows of the list: a column, a heading inside the table, the nearest heading
    /// above it, or the caption of the table.
    pub section: Option<Rc<str>>,
    /// The caption of its table.
    pub caption: Option<Rc<str>>,
    /// The number of its table or list, counted from 1 over those that were read.
    pub table: usize,
    /// Whether it has more cells than the table has columns.
    pub has_surplus: bool,
    /// Where it stands.
    pub span: Range<usize>,
}

/// What a name cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The name as printed, without footnote.
    pub printed: String,
    /// The whole text of the cell.
    pub cell: String,
    /// Its lines, where there are several.
    pub lines: Vec<String>,
    /// The footnote in the same cell.
    pub footnote: Option<String>,
    /// The links in the cell.
    pub links: Vec<Link>,
    /// The services it names, where they are several.
    pub parts: Vec<NamePart>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// One of several services in a name cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePart {
    /// Its name as printed.
    pub printed: String,
    /// The maker whose name stands before all parts; empty if there is none.
    pub maker: String,
    /// Its link.
    pub link: Option<Link>,
}

/// Something that was not read as a row.
#[derive(Debug)]
pub struct Unread {
    /// Where it stands.
    pub span: Range<usize>,
    /// Why it was not read.
    pub reason: String,
    /// How many rows it has.
    pub rows: usize,
}

impl Page {
    /// The place of a byte range of the page.
    pub fn place(&self, span: &Range<usize>) -> Place {
        self.text.place(span.clone())
    }
}

impl PageRow {
    /// A row that stands here and says nothing yet.
    pub fn at(span: Range<usize>) -> Self {
        Self {
            number: 0,
            name: None,
            cells: Cells::default(),
            others: Vec::new(),
            headings: Rc::default(),
            section: None,
            caption: None,
            table: 0,
            has_surplus: false,
            span,
        }
    }

    /// The text of a cell; empty if there is none.
    pub fn text(&self, meaning: Meaning) -> &str {
        self.cells.get(meaning).map_or("", |cell| &cell.text)
    }

    /// Where the name stands; the row where it has none.
    pub fn name_span(&self) -> &Range<usize> {
        self.name.as_ref().map_or(&self.span, |name| &name.span)
    }

    /// All that the row says, cell by cell.
    pub fn all_cells(&self) -> impl Iterator<Item = &RichText> {
        self.cells.iter().map(|(_, cell)| cell).chain(self.others.iter().map(|(_, cell)| cell))
    }
}
