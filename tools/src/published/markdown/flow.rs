//! The blocks between the tables of a Markdown page.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::inline::Inline;
use crate::published::block::{Block, List, ListItem};
use crate::published::error::ReadError;
use crate::published::html;
use crate::published::rich::RichText;
use crate::published::text::PageText;

/// The blocks, each with the byte of the page at which it starts. `text` is as long as the page.
pub fn blocks(
    page: &PageText,
    text: &str,
    parser: Parser<'_>,
) -> Result<Vec<(usize, Block)>, ReadError> {
    let mut flow = Flow::new(text);
    for (event, range) in parser.into_offset_iter() {
        if let Event::End(TagEnd::HtmlBlock) = event {
            flow.in_html = false;
            let blocks = html::blocks(page, &text[range.clone()], range.start)?;
            flow.blocks.extend(blocks.into_iter().map(|block| (range.start, block)));
        } else {
            flow.event(&event, range);
        }
    }
    flow.end_line(false);
    Ok(flow.blocks)
}

struct Flow<'t> {
    text: &'t str,
    blocks: Vec<(usize, Block)>,
    /// The line, heading or item that is being read.
    line: Inline,
    /// Where it stands.
    span: Option<Range<usize>>,
    /// The list that is being read, and how deep in lists the reader is.
    list: List,
    depth: usize,
    /// Whether an item of it has started and said nothing yet.
    starts_item: bool,
    in_html: bool,
    in_code: bool,
}

impl<'t> Flow<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            blocks: Vec::new(),
            line: Inline::new(0),
            span: None,
            list: List::default(),
            depth: 0,
            starts_item: false,
            in_html: false,
            in_code: false,
        }
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::List(_)) => {
                self.end_line(false);
                if self.depth == 0 {
                    self.list = List { items: Vec::new(), span: range };
                }
                self.depth += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.end_line(false);
                self.depth -= 1;
                if self.depth == 0 {
                    let list = std::mem::take(&mut self.list);
                    self.blocks.push((list.span.start, Block::List(list)));
                }
            }
            Event::Start(Tag::Item) => {
                self.end_line(false);
                self.starts_item = true;
            }
            Event::Start(Tag::HtmlBlock) => self.in_html = true,
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.end_line(false);
            }
            Event::Start(Tag::Heading { .. }) => self.end_line(false),
            Event::End(TagEnd::Heading(level)) => self.end_heading(*level),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => self.end_line(false),
            Event::SoftBreak | Event::HardBreak if self.depth == 0 => self.end_line(true),
            Event::Text(text) if self.in_code => self.code(text, range.start),
            Event::Html(_) if self.in_html => {}
            event => {
                let end = range.end;
                self.span.get_or_insert(range).end = end;
                self.line.event(event);
            }
        }
    }

    fn code(&mut self, text: &str, start: usize) {
        let mut at = start;
        for line in text.split_inclusive('\n') {
            self.span = Some(at..at + line.trim_end().len());
            self.line.event(&Event::Text(line.trim_end().into()));
            self.end_line(true);
            at += line.len();
        }
    }

    fn take_line(&mut self) -> Option<RichText> {
        let line = std::mem::replace(&mut self.line, Inline::new(0));
        let span = self.span.take()?;
        (!line.is_empty()).then(|| line.finish(span))
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        if let Some(text) = self.take_line() {
            self.blocks.push((text.span.start, Block::Heading(level as u8, text)));
        }
    }

    fn end_line(&mut self, continues: bool) {
        let Some(text) = self.take_line() else { return };
        if self.depth == 0 {
            return self.paragraph_line(text, continues);
        }
        let starts = std::mem::take(&mut self.starts_item);
        match self.list.items.last_mut() {
            Some(item) if self.depth > 1 => match item.below.last_mut() {
                Some(last) if !starts => last.append(&text),
                _ => item.below.push(text),
            },
            Some(item) if !starts => item.text.append(&text),
            _ => self.list.items.push(ListItem { text, ..ListItem::default() }),
        }
    }

    /// A line; a heading where marks stand at its start without a space after them.
    fn paragraph_line(&mut self, text: RichText, continues: bool) {
        let start = text.span.start;
        let source = &self.text[text.span.clone()];
        let marks = source.len() - source.trim_start_matches('#').len();
        let is_heading = (1..=6).contains(&marks)
            && source[marks..].starts_with(|c: char| c.is_alphabetic() || c == '*' || c == '[');
        if is_heading {
            let inner = text.text.trim_start_matches('#').trim_end_matches('#').trim().to_owned();
            // Places of links and struck words are those in the text with its marks.
            let (links, struck) = (Vec::new(), Vec::new());
            let title = RichText { text: inner, links, struck, ..text };
            self.blocks.push((start, Block::Heading(marks as u8, title)));
        } else {
            self.blocks.push((start, Block::Line { text, continues }));
        }
    }
}
