//! Text as a reader of the page sees it, with the links in it.

use std::ops::Range;

/// The text of a cell, a line or a heading. White space of every kind is one space, a line break
/// in a cell is `\n`, and characters that take no room are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    /// The text.
    pub text: String,
    /// The links in it, in order.
    pub links: Vec<Link>,
    /// Where it stands, as a byte range of the page.
    pub span: Range<usize>,
    /// Whether all of it is bold.
    pub bold: bool,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its text; empty if there is none.
    pub text: String,
    /// Where it leads; empty if nowhere.
    pub target: String,
    /// Where its text stands in the text around it.
    pub at: Range<usize>,
}

impl RichText {
    /// Text without markup.
    pub fn plain(text: &str, span: Range<usize>) -> Self {
        let text = text.trim_ascii();
        if is_tidy(text) {
            let mut rich = Self { text: text.to_owned(), links: Vec::new(), span, bold: false };
            link_addresses(&mut rich);
            return rich;
        }
        let mut builder = RichBuilder::default();
        builder.push(text);
        builder.finish(span)
    }

    /// Text without markup whose line breaks stay.
    pub fn of_lines(text: &str, span: Range<usize>) -> Self {
        if !text.contains('\n') {
            return Self::plain(text, span);
        }
        let mut builder = RichBuilder::default();
        for line in text.lines() {
            builder.push(line);
            builder.break_line();
        }
        builder.finish(span)
    }

    /// A piece of the text, without white space around it.
    pub fn piece(&self, range: Range<usize>) -> Self {
        let whole = &self.text[range.clone()];
        let start = range.start + (whole.len() - whole.trim_start().len());
        let end = start + whole.trim().len();
        let inside = |link: &&Link| start <= link.at.start && link.at.start < end.max(start + 1);
        let links = self.links.iter().filter(inside).map(|link| Link {
            at: link.at.start - start..link.at.end.min(end).max(link.at.start) - start,
            ..link.clone()
        });
        Self {
            text: self.text[start..end].to_owned(),
            links: links.collect(),
            span: self.span.clone(),
            bold: self.bold,
        }
    }

    /// Takes a piece out of the text, with the links in it.
    pub fn remove(&mut self, range: Range<usize>) {
        self.links.retain(|link| link.at.start < range.start || link.at.end > range.end);
        let moved = |at: usize| at - range.len().min(at.saturating_sub(range.start));
        for link in &mut self.links {
            link.at = moved(link.at.start)..moved(link.at.end);
        }
        self.text.replace_range(range, "");
    }

    /// Whether there is neither text nor a link.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.links.is_empty()
    }

    /// Another text behind this one, on a new line.
    pub fn append(&mut self, other: &Self) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push('\n');
        }
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.links.extend(
            other.links.iter().map(|link| Link {
                at: link.at.start + shift..link.at.end + shift,
                ..link.clone()
            }),
        );
    }

    /// Takes another text; behind this one, if there is something here already.
    pub fn append_first(&mut self, other: Self) {
        if self.is_empty() {
            *self = other;
        } else {
            self.append(&other);
        }
    }

    /// Puts the text of a link that the syntax did not recognise in the place of its marks:
    /// `[text](https://a b)`, `[text] (https://a)`, `[text](https://a` without an end.
    pub fn with_broken_links_mended(mut self) -> Self {
        let (mut text, mut links) = (String::new(), Vec::new());
        let mut whole = self.links.drain(..).peekable();
        let mut from = 0;
        let mut next = BrokenLink::find(&self.text, from);
        while let Some(found) = next {
            keep(&mut text, &mut links, &self.text, from..found.all.start, &mut whole);
            // A link inside the marks is the address that the syntax saw on its own.
            while whole.next_if(|link| link.at.start < found.all.end).is_some() {}
            let shown = self.text[found.text].trim();
            let at = text.len()..text.len() + shown.len();
            text.push_str(shown);
            links.push(Link { text: shown.to_owned(), target: found.target, at });
            from = found.all.end;
            next = BrokenLink::find(&self.text, from);
        }
        keep(&mut text, &mut links, &self.text, from..self.text.len(), &mut whole);
        Self { text, links, span: self.span, bold: self.bold }
    }
}

/// Copies a piece of text with the links that start in it.
fn keep(
    text: &mut String,
    links: &mut Vec<Link>,
    source: &str,
    piece: Range<usize>,
    whole: &mut std::iter::Peekable<std::vec::Drain<'_, Link>>,
) {
    let shift = |at: usize, to: usize| to + at - piece.start;
    let end = if piece.end == source.len() { usize::MAX } else { piece.end };
    while let Some(link) = whole.next_if(|link| link.at.start < end) {
        let ends = link.at.end.min(piece.end);
        let at = shift(link.at.start, text.len())..shift(ends, text.len());
        links.push(Link { at, ..link });
    }
    text.push_str(&source[piece]);
}

/// A link that the syntax did not recognise.
struct BrokenLink {
    all: Range<usize>,
    text: Range<usize>,
    target: String,
}

/// The longest text and the longest target of a broken link, in bytes.
const LONGEST: usize = 2000;

impl BrokenLink {
    /// The first one that starts at or after this byte.
    fn find(text: &str, from: usize) -> Option<Self> {
        let mut search = from;
        while let Some(close) = text[search..].find(']').map(|at| search + at) {
            search = close + 1;
            let gap = usize::from(text[search..].starts_with(" ("));
            if !text[search + gap..].starts_with('(') {
                continue;
            }
            let nearest = text.ceil_char_boundary(close.saturating_sub(LONGEST)).max(from);
            let Some(open) = text[nearest..close].rfind('[').map(|at| nearest + at) else {
                continue;
            };
            let start = search + gap + 1;
            let farthest = text.floor_char_boundary((start + LONGEST).min(text.len()));
            let end = text[start..farthest].find([')', '\n']).map_or(farthest, |at| start + at);
            let target = text[start..end].trim();
            if target.contains("://") || target.starts_with("www.") {
                let past = end + usize::from(text[end..].starts_with(')'));
                let target = target.to_owned();
                return Some(Self { all: open..past, text: open + 1..close, target });
            }
        }
        None
    }
}

/// Builds a [`RichText`] piece by piece.
#[derive(Default)]
pub struct RichBuilder {
    text: String,
    links: Vec<Link>,
    space: bool,
    line_break: bool,
    open: Option<(String, Option<usize>)>,
    bold: usize,
    plain: bool,
    /// What an image shows, which counts where there is no text.
    image: String,
}

impl RichBuilder {
    /// Adds text.
    pub fn push(&mut self, text: &str) {
        let trimmed = text.trim_ascii();
        if is_tidy(trimmed) && !trimmed.is_empty() {
            // Most text is copied as it is.
            self.space |= text.starts_with(|c: char| c.is_ascii_whitespace());
            self.push_char_after_gap(&trimmed[..1]);
            self.text.push_str(&trimmed[1..]);
            self.space = text.ends_with(|c: char| c.is_ascii_whitespace());
            return;
        }
        for c in text.chars() {
            if is_invisible(c) {
                continue;
            }
            if c.is_whitespace() || c.is_control() {
                self.space = true;
                continue;
            }
            self.push_char_after_gap(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Adds a character that is no white space, behind the white space that is due.
    fn push_char_after_gap(&mut self, c: &str) {
        if !self.text.is_empty() {
            if self.line_break {
                self.text.push('\n');
            } else if self.space {
                self.text.push(' ');
            }
        }
        (self.space, self.line_break) = (false, false);
        if let Some((_, start @ None)) = &mut self.open {
            *start = Some(self.text.len());
        }
        self.plain |= self.bold == 0;
        self.text.push_str(c);
    }

    /// Adds a line break.
    pub fn break_line(&mut self) {
        self.line_break = true;
    }

    /// Starts a link.
    pub fn start_link(&mut self, target: &str) {
        self.end_link();
        self.open = Some((target.trim().to_owned(), None));
    }

    /// Ends the link that was started last, if there is one.
    pub fn end_link(&mut self) {
        if let Some((target, start)) = self.open.take() {
            let at = start.unwrap_or(self.text.len())..self.text.len();
            let text = if at.is_empty() { &self.image } else { &self.text[at.clone()] };
            self.links.push(Link { text: text.to_owned(), target, at });
        }
    }

    /// Adds an image that shows this.
    pub fn image(&mut self, shows: &str) {
        if self.image.is_empty() {
            self.image = shows.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }

    /// Starts bold text.
    pub fn start_bold(&mut self) {
        self.bold += 1;
    }

    /// Ends bold text.
    pub fn end_bold(&mut self) {
        self.bold = self.bold.saturating_sub(1);
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
            && self.links.is_empty()
            && self.open.is_none()
            && self.image.is_empty()
    }

    /// The text, which stands in this byte range of the page. Web addresses in it become links.
    pub fn finish(mut self, span: Range<usize>) -> RichText {
        self.end_link();
        if self.text.is_empty() {
            self.text = self.image;
            for link in self.links.iter_mut().filter(|link| link.text == self.text) {
                link.at = 0..self.text.len();
            }
        }
        let bold = !self.plain && !self.text.is_empty();
        let mut text = RichText { text: self.text, links: self.links, span, bold };
        link_addresses(&mut text);
        text
    }
}

/// Whether a text has nothing but visible ASCII characters and single spaces between them.
fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|byte| (b' '..=b'~').contains(byte))
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

/// Makes links of the web addresses that stand in the text as they are.
fn link_addresses(rich: &mut RichText) {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = rich.text[from..].find("http").map(|at| from + at) {
        let rest = &rich.text[start..];
        // A text that is nothing but an address is all of it.
        let is_alone = start == 0 && !rest.contains([' ', '\n']);
        let length = rest.find([' ', '\n', '<', '>', '"', '|']).filter(|_| !is_alone);
        let length = length.unwrap_or(rest.len());
        let address = rest[..length].trim_end_matches(['.', ',', ';', ')', ']', '*']);
        let address = if is_alone { rest } else { address };
        from = start + length.max("http".len());
        let is_address = address.starts_with("http://") || address.starts_with("https://");
        let before = &rich.text[..start];
        // The target of a link that the syntax did not recognise is mended elsewhere.
        let is_target = before.ends_with("](") || before.ends_with("] (");
        let next = rich.links.partition_point(|link| link.at.end <= start);
        let is_linked = rich.links.get(next).is_some_and(|link| link.at.start < from);
        if is_address && !is_target && !is_linked {
            let at = start..start + address.len();
            found.push(Link { text: address.to_owned(), target: address.to_owned(), at });
        }
    }
    if !found.is_empty() {
        rich.links.append(&mut found);
        rich.links.sort_by_key(|link| link.at.start);
    }
}

/// Characters that take no room and mean nothing in a name: soft hyphens, joiners and marks of
/// direction or of the encoding.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> RichText {
        RichText::plain(text, 0..text.len())
    }

    #[test]
    fn white_space_is_one_space() {
        assert_eq!(plain(" a\u{a0}\t b\u{200b}c \n").text, "a bc");
    }

    #[test]
    fn a_link_holds_its_text_without_the_spaces_around_it() {
        let mut builder = RichBuilder::default();
        builder.push("Maker (");
        builder.start_link(" https://a.example ");
        builder.push(" Product ");
        builder.end_link();
        builder.push(" more)");
        let text = builder.finish(0..0);
        assert_eq!(text.text, "Maker ( Product more)");
        assert_eq!(text.links[0].text, "Product");
        assert_eq!(&text.text[text.links[0].at.clone()], "Product");
        assert_eq!(text.links[0].target, "https://a.example");
    }

    #[test]
    fn links_that_the_syntax_refuses_are_mended() {
        for (text, shown, target) in [
            ("[A B](https://a.example/x y) c", "A B c", "https://a.example/x y"),
            ("x [A] (https://a.example)", "x A", "https://a.example"),
            ("[A](https://a.example", "A", "https://a.example"),
            ("[A]( www.a.example )", "A", "www.a.example"),
        ] {
            let mended = plain(text).with_broken_links_mended();
            assert_eq!(mended.text, shown, "{text}");
            let links: Vec<&str> = mended.links.iter().map(|link| link.target.as_str()).collect();
            assert_eq!(links, [target], "{text}");
        }
        let left = plain("see [1](note) and [a]").with_broken_links_mended();
        assert_eq!((left.text.as_str(), left.links.len()), ("see [1](note) and [a]", 0));
    }

    #[test]
    fn addresses_in_the_text_are_links() {
        let text = plain("At https://a.example/b, or (http://c.example).");
        let targets: Vec<&str> = text.links.iter().map(|link| link.target.as_str()).collect();
        assert_eq!(targets, ["https://a.example/b", "http://c.example"]);
        assert_eq!(plain("httpx http").links, []);
    }
}
