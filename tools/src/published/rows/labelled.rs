//! Providers one below the other, each with labelled lines: a heading `Vendor`, then `Purpose: …`.

use super::label::{self, Labelled};
use super::list::is_name;
use super::{Context, PageRows, UnreadBlock, name_cell};
use crate::published::block::{Block, Definition, List, ListItem};
use crate::published::columns::{Header, Meaning};
use crate::published::page::PageRow;
use crate::published::rich::RichText;

/// Reads a page of labelled providers, if it is one; returns what it left.
pub fn read(blocks: &[Block], rows: &mut PageRows) -> Option<Vec<UnreadBlock>> {
    let context = Context::of_page(blocks);
    let mut reader = Reader { context, ..Reader::default() };
    let mut left = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(level, text) => reader.heading(*level, text),
            Block::Line { text, .. } => reader.line(text),
            // A list of names with labels below each is read as a list.
            Block::List(list) if list.items.iter().any(has_labels_below) => return None,
            Block::List(list) if is_labelled(list) => {
                list.items.iter().for_each(|item| reader.line(&item.text));
            }
            Block::Definitions(terms) => terms.iter().for_each(|term| reader.term(term)),
            Block::Cards(cards) => cards.iter().for_each(|card| reader.card(card)),
            Block::List(_) | Block::Grid(_) => {
                reader.end();
                left.push((index, reader.context.clone()));
            }
            Block::Unread(..) => {}
        }
    }
    reader.end();
    let well = reader.found.iter().filter(|row| count_facts(row) >= 2).count();
    let others = blocks.iter().any(|block| matches!(block, Block::List(_)));
    // One among lists is an address or the like.
    let few = reader.found.len() < 2 && others;
    if well == 0 || few || well * 2 < reader.found.len() {
        return None;
    }
    rows.next_table();
    reader.found.into_iter().for_each(|row| rows.push(row));
    Some(left)
}

fn has_labels_below(item: &ListItem) -> bool {
    item.below.iter().any(|text| label::split(text).is_some())
}

/// Whether the items of a list say one thing each of what stands above the list.
fn is_labelled(list: &List) -> bool {
    let labelled = list.items.iter().filter(|item| label::split(&item.text).is_some()).count();
    labelled * 2 > list.items.len()
}

/// The level of a term of a list of definitions, below every heading.
const DEFINED: u8 = 9;
/// The longest name, in words.
const LONGEST_NAME: usize = 12;

/// How much a row says besides the name.
fn count_facts(row: &PageRow) -> usize {
    row.cells
        .iter()
        .filter(|(meaning, _)| !matches!(meaning, Meaning::Name | Meaning::Section))
        .count()
}

/// Whether a text is a link and nothing else.
pub fn is_link(text: &RichText) -> bool {
    matches!(&text.links[..], [link] if link.text == text.text)
}

#[derive(Default)]
struct Reader {
    context: Context,
    /// What may be the name of what follows.
    title: Option<RichText>,
    /// What is said below a heading that may be the name, before the first label.
    unlabelled: Vec<RichText>,
    open: Option<PageRow>,
    /// Where the next line without a label goes on.
    last: Option<Meaning>,
    found: Vec<PageRow>,
}

impl Reader {
    fn heading(&mut self, level: u8, text: &RichText) {
        self.end();
        self.context.heading(level, text);
        self.title = Some(text.clone());
    }

    fn term(&mut self, term: &Definition) {
        match label::of_definition(term) {
            Some(labelled) => self.labelled(labelled),
            None => self.card(term),
        }
    }

    fn card(&mut self, card: &Definition) {
        self.heading(DEFINED, &card.term);
        for text in &card.details {
            match label::split(text) {
                Some(labelled) => self.labelled(labelled),
                None if self.goes_on(text) => {}
                None => self.unlabelled.push(text.clone()),
            }
        }
        if let Some(title) = self.title.take().filter(|_| !self.unlabelled.is_empty()) {
            self.start(&title);
        }
        self.end();
    }

    fn line(&mut self, text: &RichText) {
        match label::split(text) {
            Some(labelled) => self.labelled(labelled),
            None => self.unlabelled(text),
        }
    }

    fn labelled(&mut self, labelled: Labelled) {
        let meaning = match labelled.header {
            Header::Known(meaning) => Some(meaning),
            Header::Provider | Header::Service if self.open.is_none() && self.title.is_none() => {
                Some(Meaning::Name)
            }
            Header::Provider => Some(Meaning::Name),
            _ => None,
        };
        if meaning == Some(Meaning::Name) {
            self.end();
            self.title = None;
            self.start(&labelled.value);
            return;
        }
        if self.open.is_none() {
            let Some(title) = self.title.take() else { return };
            self.start(&title);
        }
        let Some(row) = &mut self.open else { return };
        match meaning {
            Some(meaning) => {
                row.cells.get_or_add(meaning).append_first(labelled.value);
                self.last = Some(meaning);
            }
            None => row.others.push((labelled.label, labelled.value)),
        }
    }

    fn start(&mut self, name: &RichText) {
        if name.text.split_whitespace().count() > LONGEST_NAME || name.is_empty() {
            return;
        }
        let mut headings = self.context.path();
        if headings.last() == Some(&name.text) {
            headings.pop();
        }
        self.open = Some(PageRow {
            name: Some(name_cell::read(name)),
            cells: [(Meaning::Name, name.clone())].into(),
            section: headings.last().map(|heading| heading.as_str().into()),
            headings: headings.into(),
            table: 1,
            ..PageRow::at(name.span.clone())
        });
    }

    fn unlabelled(&mut self, text: &RichText) {
        if self.goes_on(text) {
            return;
        }
        if self.open.is_some() && is_link(text) {
            return self.unlabelled.push(text.clone());
        }
        // A sentence below a heading is about what the heading names.
        if self.open.is_none() && self.title.is_some() && !is_name(&text.text) {
            return self.unlabelled.push(text.clone());
        }
        self.end();
        self.title = Some(text.clone());
    }

    /// Takes a text whose label stands on the line above.
    fn goes_on(&mut self, text: &RichText) -> bool {
        let (Some(row), Some(last)) = (&mut self.open, self.last.take()) else { return false };
        let cell = row.cells.get_or_add(last);
        let is_blank = cell.text.is_empty();
        if is_blank {
            *cell = text.clone();
        }
        is_blank
    }

    fn end(&mut self) {
        self.last = None;
        self.title = None;
        let described = std::mem::take(&mut self.unlabelled);
        let Some(mut row) = self.open.take() else { return };
        let has_purpose = row.cells.get(Meaning::Purpose).is_some();
        for text in described {
            match has_purpose {
                _ if is_link(&text) => row.cells.get_or_add(Meaning::Link).append_first(text),
                true => row.others.push((String::new(), text)),
                false => row.cells.get_or_add(Meaning::Purpose).append_first(text),
            }
        }
        if count_facts(&row) > 0 {
            self.found.push(row);
        }
    }
}
