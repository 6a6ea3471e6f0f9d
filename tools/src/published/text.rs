//! The text of a page, and where in it something stands.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use service_providers_codegen::Place;

use super::error::ReadError;

/// The largest page that is read, in bytes.
pub const MAX_PAGE_BYTES: usize = 16 << 20;

/// After so many bytes the characters before them are counted once and for all, so that a place on
/// a line of several megabytes is found quickly.
const STEP: usize = 1024;

/// A page as text.
#[derive(Debug)]
pub struct PageText {
    name: String,
    text: String,
    /// Where each line starts.
    lines: Vec<usize>,
    /// How many characters stand before every [`STEP`]th byte.
    counts: Vec<usize>,
    encoding: &'static Encoding,
}

impl PageText {
    /// Decodes the bytes of a page: what a byte order mark says, UTF-8, UTF-16, or else Windows-1252,
    /// in which every byte means something.
    ///
    /// # Errors
    /// If the page is larger than [`MAX_PAGE_BYTES`].
    pub fn decode(name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_PAGE_BYTES {
            return Err(ReadError::TooLarge { name: name.to_owned() });
        }
        let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((unmarked(bytes), 0));
        let body = &bytes[mark..];
        let (encoding, text) =
            match encoding.decode_without_bom_handling_and_without_replacement(body) {
                Some(text) => (encoding, text),
                None => (WINDOWS_1252, WINDOWS_1252.decode_without_bom_handling(body).0),
            };
        Ok(Self::new(name, text.into_owned(), encoding))
    }

    fn new(name: &str, text: String, encoding: &'static Encoding) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut counts = vec![0];
        for step in text.as_bytes().chunks(STEP) {
            counts.push(counts[counts.len() - 1] + characters(step));
        }
        Self { name: name.to_owned(), text, lines, counts, encoding }
    }

    /// The name of the page, as the person who runs the command knows it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The name of the encoding, where it is not UTF-8.
    pub fn other_encoding(&self) -> Option<&'static str> {
        (self.encoding != UTF_8).then(|| self.encoding.name())
    }

    /// The place of a byte range.
    pub fn place(&self, range: Range<usize>) -> Place {
        let start = range.start.min(self.text.len());
        let line = self.lines.partition_point(|first| *first <= start);
        let column = self.characters_before(start) - self.characters_before(self.lines[line - 1]);
        let span = (start..range.end.clamp(start, self.text.len())).into();
        Place { file: self.name.clone(), line, column: column + 1, span }
    }

    /// The line in which a byte stands, without its end, and where it starts.
    pub fn line_around(&self, at: usize) -> (usize, &str) {
        let line = self.lines.partition_point(|first| *first <= at.min(self.text.len()));
        let start = self.lines[line - 1];
        let end = self.lines.get(line).map_or(self.text.len(), |next| next - 1);
        (start, self.text[start..end].trim_end_matches('\r'))
    }

    fn characters_before(&self, at: usize) -> usize {
        let step = at / STEP;
        self.counts[step] + characters(&self.text.as_bytes()[step * STEP..at])
    }
}

/// What text without a byte order mark may be. No page begins with a zero byte, but a half of each
/// ASCII character of UTF-16 is one.
fn unmarked(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [1..=u8::MAX, 0, ..] => UTF_16LE,
        [0, 1..=u8::MAX, ..] => UTF_16BE,
        _ => UTF_8,
    }
}

/// How many characters start in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let long = "é".repeat(3 * STEP);
        let text = PageText::decode("p", format!("a\n{long}x").as_bytes()).unwrap();
        let at = 2 + 2 * 3 * STEP;
        let place = text.place(at..at + 1);
        assert_eq!((place.line, place.column), (2, 3 * STEP + 1));
        assert_eq!(text.line_around(at), (2, &*format!("{long}x")));
        assert_eq!(text.place(0..0).column, 1);
    }

    #[test]
    fn every_byte_is_read_as_something() {
        let text = PageText::decode("p", b"caf\xe9 \x80").unwrap();
        assert_eq!(text.as_str(), "café €");
        assert_eq!(text.other_encoding(), Some("windows-1252"));
        let text = PageText::decode("p", b"\xff\xfea\x00b\x00").unwrap();
        assert_eq!((text.as_str(), text.other_encoding()), ("ab", Some("UTF-16LE")));
        for (bytes, encoding) in [(b"a\x00b\x00", "UTF-16LE"), (b"\x00a\x00b", "UTF-16BE")] {
            let text = PageText::decode("p", bytes).unwrap();
            assert_eq!((text.as_str(), text.other_encoding()), ("ab", Some(encoding)));
        }
        let text = PageText::decode("p", b"\xef\xbb\xbfa").unwrap();
        assert_eq!((text.as_str(), text.other_encoding()), ("a", None));
    }

    #[test]
    fn a_page_that_is_too_large_is_refused() {
        let bytes = vec![b'a'; MAX_PAGE_BYTES + 1];
        let error = PageText::decode("big.md", &bytes).unwrap_err();
        assert_eq!(error.to_string(), "big.md: the page is larger than 16 MiB");
    }
}
