//! Links that the syntax of a page does not recognise, since an editor broke them.

use std::ops::Range;

use super::{Link, RichText};

impl RichText {
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
        // What is struck through is marked as far as the shorter text goes.
        let struck = self.struck.iter().map(|at| at.start.min(text.len())..at.end.min(text.len()));
        let struck = struck.filter(|at| !at.is_empty()).collect();
        Self { text, links, span: self.span, bold: self.bold, struck }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> RichText {
        RichText::plain(text, 0..text.len())
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
}
