//! What stands above a part of the page: its title, and the headings in force.

use crate::published::block::Block;
use crate::published::columns;
use crate::published::rich::RichText;

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
pub(super) fn is_date_line(text: &str) -> bool {
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
    pub(super) headings: Vec<(u8, String)>,
    /// A line right above that may be a heading without its marks.
    pub(super) title: Option<String>,
    /// Whether the last line goes on.
    continues: bool,
}

/// The level of a heading that has no marks, and that of one above such a heading.
const UNMARKED: u8 = 9;
const ABOVE_UNMARKED: u8 = 8;
/// The longest line that may be a heading, in words.
const LONGEST_TITLE: usize = 20;

impl Context {
    /// That of the beginning of a page.
    pub(super) fn of_page(blocks: &[Block]) -> Self {
        Self { page_title: page_title(blocks), ..Self::default() }
    }

    pub(super) fn heading(&mut self, level: u8, text: &RichText) {
        self.headings.retain(|(other, _)| *other < level);
        if level > 1 || self.page_title.as_ref() != Some(&text.text) {
            self.headings.push((level, text.text.clone()));
        }
        self.title = None;
        self.continues = false;
    }

    pub(super) fn line(&mut self, text: &RichText, continues: bool) {
        let words = text.text.split_whitespace().count();
        let is_title = (1..=LONGEST_TITLE).contains(&words)
            && !text.text.ends_with(['.', '!', '?', ';', ','])
            && self.page_title.as_ref() != Some(&text.text)
            && !is_date_line(&text.text)
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
    pub(super) fn with_title(&self) -> Self {
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
    pub(super) fn names_providers(&self) -> bool {
        let nearest = self.headings.last();
        nearest.is_some_and(|(_, text)| columns::is_list_title(text))
    }

    /// Whether a heading speaks of providers.
    pub(super) fn speaks_of_providers(&self) -> bool {
        let headings = self.headings.iter().map(|(_, text)| text);
        headings.chain(&self.page_title).any(|text| columns::speaks_of_providers(text))
    }

    /// Whether a heading stands above.
    pub(super) fn has_heading(&self) -> bool {
        self.page_title.is_some() || !self.headings.is_empty()
    }
}
