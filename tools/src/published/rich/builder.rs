//! Building text piece by piece.

use std::ops::Range;

use super::{Link, RichText};

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
    struck: usize,
    /// Where text is struck through; the last piece may still be open.
    struck_at: Vec<Range<usize>>,
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

    /// Adds a character that is no white space, after the white space that is due.
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
        if self.struck > 0 && self.struck_at.last().is_none_or(|at| at.end < usize::MAX) {
            self.struck_at.push(self.text.len()..usize::MAX);
        }
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

    /// Starts text that is struck through.
    pub fn start_struck(&mut self) {
        self.struck += 1;
    }

    /// Ends text that is struck through.
    pub fn end_struck(&mut self) {
        self.struck = self.struck.saturating_sub(1);
        if let Some(last) = self.struck_at.last_mut().filter(|_| self.struck == 0) {
            last.end = last.end.min(self.text.len());
        }
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
        self.struck = 0;
        self.end_struck();
        if self.text.is_empty() {
            self.text = self.image;
            for link in self.links.iter_mut().filter(|link| link.text == self.text) {
                link.at = 0..self.text.len();
            }
        }
        let bold = !self.plain && !self.text.is_empty();
        let (links, struck) = (self.links, self.struck_at);
        let mut text = RichText { text: self.text, links, span, bold, struck };
        link_addresses(&mut text);
        text
    }
}

/// Whether a text has nothing but visible ASCII characters and single spaces between them.
pub(super) fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|byte| (b' '..=b'~').contains(byte))
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

/// Makes links of the web addresses that stand in the text as they are.
pub(super) fn link_addresses(rich: &mut RichText) {
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
    fn addresses_in_the_text_are_links() {
        let text = plain("At https://a.example/b, or (http://c.example).");
        let targets: Vec<&str> = text.links.iter().map(|link| link.target.as_str()).collect();
        assert_eq!(targets, ["https://a.example/b", "http://c.example"]);
        assert_eq!(plain("httpx http").links, []);
    }
}
