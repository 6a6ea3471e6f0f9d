//! The text of one cell, line or item of a Markdown page.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::published::html::attribute;
use crate::published::rich::{RichBuilder, RichText};

/// The targets of links that are defined elsewhere on the page: `[name]: https://…`.
pub type Definitions = HashMap<String, String>;

/// Reads the Markdown of one cell.
pub fn read(markdown: &str, span: Range<usize>, definitions: &Definitions) -> RichText {
    let markdown = without_quotes(markdown.trim());
    if !markdown.contains(ACTS) {
        return RichText::plain(&markdown, span);
    }
    // A cell holds no blocks: what looks like the start of one stays text after a full stop.
    let guarded = format!(".{}", markdown.replace(['\n', '\r'], " "));
    let mut broken = |link: BrokenLink<'_>| {
        let target = definitions.get(&link.reference.to_lowercase())?;
        Some((CowStr::from(target.clone()), CowStr::from("")))
    };
    let parser = Parser::new_with_broken_link_callback(&guarded, OPTIONS, Some(&mut broken));
    let mut inline = Inline::new(1);
    parser.for_each(|event| inline.event(&event));
    inline.finish(span)
}

/// Marks that can mean something in Markdown.
const ACTS: &[char] = &['[', '<', '*', '_', '&', '`', '\\', '!', '~'];
/// What is read besides the syntax that all Markdown has.
pub const OPTIONS: Options = Options::ENABLE_STRIKETHROUGH;

/// Text without the quotation marks that CSV puts around a cell.
fn without_quotes(text: &str) -> Cow<'_, str> {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner.map(|inner| inner.replace("\"\"", "\u{1}")) {
        Some(inner) if !inner.contains('"') && !inner.trim().is_empty() => {
            inner.replace('\u{1}', "\"").into()
        }
        _ => text.into(),
    }
}

/// Builds text out of the events of the parser.
pub struct Inline {
    builder: RichBuilder,
    /// How many characters of the next text do not belong to the page.
    skip: usize,
    /// How deep in elements whose text is a footnote mark.
    superscript_depth: usize,
    /// What the image shows that is being read.
    image: Option<String>,
}

impl Inline {
    /// Leaves out the first characters.
    pub fn new(skip: usize) -> Self {
        Self { builder: RichBuilder::default(), skip, superscript_depth: 0, image: None }
    }

    /// Takes one event. Those of blocks mean nothing here.
    pub fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) if self.image.is_some() => {
                self.image.get_or_insert_default().push_str(text);
            }
            Event::Text(text) | Event::Code(text) => self.text(text),
            Event::Start(Tag::Image { .. }) => self.image = Some(String::new()),
            Event::End(TagEnd::Image) => {
                self.builder.image(&self.image.take().unwrap_or_default());
            }
            Event::SoftBreak => self.builder.push(" "),
            Event::HardBreak => self.builder.break_line(),
            Event::InlineHtml(tag) | Event::Html(tag) => self.tag(tag),
            Event::Start(Tag::Link { dest_url, .. }) => self.builder.start_link(dest_url),
            Event::End(TagEnd::Link) => self.builder.end_link(),
            Event::Start(Tag::Strong) => self.builder.start_bold(),
            Event::End(TagEnd::Strong) => self.builder.end_bold(),
            Event::Start(Tag::Strikethrough) => self.builder.start_struck(),
            Event::End(TagEnd::Strikethrough) => self.builder.end_struck(),
            _ => {}
        }
    }

    /// Whether no event said anything yet.
    pub fn is_empty(&self) -> bool {
        self.builder.is_empty()
    }

    /// The text, which stands in this byte range.
    pub fn finish(self, span: Range<usize>) -> RichText {
        self.builder.finish(span).with_broken_links_mended()
    }

    fn text(&mut self, text: &str) {
        let cut = text.char_indices().nth(self.skip).map_or(text.len(), |(at, _)| at);
        self.skip -= text[..cut].chars().count();
        let text = &text[cut..];
        // A number above the line is a footnote mark and no part of the word before it.
        let is_mark = self.superscript_depth > 0
            && !text.is_empty()
            && text.chars().all(|c| c.is_ascii_digit());
        self.builder.push(if is_mark { "*" } else { text });
    }

    fn tag(&mut self, tag: &str) {
        let name: String = tag
            .trim_start_matches('<')
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
            .collect();
        match name.to_ascii_lowercase().trim_end_matches('/') {
            "br" | "/p" | "/li" | "/div" => self.builder.break_line(),
            "a" => {
                if let Some(target) = attribute(tag, "href") {
                    self.builder.start_link(&target);
                }
            }
            "/a" => self.builder.end_link(),
            "b" | "strong" => self.builder.start_bold(),
            "/b" | "/strong" => self.builder.end_bold(),
            "del" | "s" | "strike" => self.builder.start_struck(),
            "/del" | "/s" | "/strike" => self.builder.end_struck(),
            "sup" => self.superscript_depth += 1,
            "/sup" => self.superscript_depth = self.superscript_depth.saturating_sub(1),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_cell(markdown: &str) -> RichText {
        read(markdown, 0..markdown.len(), &Definitions::new())
    }

    fn shown(markdown: &str) -> String {
        read_cell(markdown).text
    }

    #[test]
    fn marks_are_read_and_text_stays() {
        assert_eq!(shown("**[A](https://a.example)**  *b*"), "A b");
        assert_eq!(shown("1. one"), "1. one");
        assert_eq!(shown("- # x"), "- # x");
        assert_eq!(shown("a<br />b<br/><br>c"), "a\nb\nc");
        assert_eq!(shown("A &amp; B &nbsp; C"), "A & B C");
        assert_eq!(shown("A\\*"), "A*");
        assert_eq!(shown("A<sup>1</sup>"), "A*");
        assert_eq!(shown("\"He said \"\"so\"\".\""), "He said \"so\".");
        assert_eq!(shown("\"A\" and \"B\""), "\"A\" and \"B\"");
        assert!(read_cell("**A *b***").bold);
        assert!(!read_cell("**A** b").bold);
    }

    #[test]
    fn links_of_every_form_are_found() {
        let mut definitions = Definitions::new();
        definitions.insert("ref".to_owned(), "https://d.example".to_owned());
        for (markdown, text, target) in [
            ("[A](https://a.example)", "A", "https://a.example"),
            ("<https://a.example>", "https://a.example", "https://a.example"),
            ("<a href=\"https://a.example\">A</a>", "A", "https://a.example"),
            ("[A]()", "A", ""),
            ("[](https://a.example)", "", "https://a.example"),
            ("[A](https://a.example/x y)", "A", "https://a.example/x y"),
            ("[A][ref]", "A", "https://d.example"),
            ("![A](logo.png)", "A", "-"),
            ("[![A](logo.png)](https://a.example)", "A", "https://a.example"),
        ] {
            let read = read(markdown, 0..0, &definitions);
            assert_eq!(read.text, text, "{markdown}");
            let found = read.links.first().map_or("-", |link| link.target.as_str());
            assert_eq!(found, target, "{markdown}");
        }
    }
}
