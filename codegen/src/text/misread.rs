//! Text that was saved as UTF-8 and read in another encoding.

use encoding_rs::WINDOWS_1252;

use super::visible::{is_hidden, visible};

/// What is wrong with such a text, as the cause of many problems.
pub(crate) const MISREAD: &str = "UTF-8 that was read in another encoding";

/// Characters that are one character of UTF-8, read as Windows-1252 or Latin-1.
pub(crate) struct Misread<'t> {
    /// The byte at which they begin.
    pub(crate) at: usize,
    pub(crate) found: &'t str,
    /// The character that was meant.
    pub(crate) meant: char,
}

impl Misread<'_> {
    pub(crate) fn message(&self) -> String {
        format!("`{}` is {MISREAD}", visible(self.found.to_owned()))
    }

    pub(crate) fn help(&self) -> String {
        let meant = match self.meant {
            blank if is_hidden(blank) => "an ordinary space".to_owned(),
            meant => format!("`{meant}`"),
        };
        format!(
            "restore the file and open it as UTF-8; or write {meant}, and look at the rest of the file"
        )
    }
}

/// The first such characters of a text. Only Latin letters with accents and punctuation are
/// considered.
pub(crate) fn misread(text: &str) -> Option<Misread<'_>> {
    if text.is_ascii() {
        return None;
    }
    text.char_indices().find_map(|(at, c)| {
        let length = match c {
            '\u{c2}' | '\u{c3}' => 2,
            '\u{e2}' => 3,
            _ => return None,
        };
        let bytes: Vec<u8> = text[at..].chars().take(length).map_while(byte_of).collect();
        let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
        let end = text[at..].char_indices().nth(length).map_or(text.len(), |(end, _)| at + end);
        // A word in capitals that ends with such a letter may be in front of a closing mark.
        let closing = matches!(meant, '\u{ab}' | '\u{bb}' | '\u{eb}' | '\u{fb}')
            && !text[end..].starts_with(char::is_alphanumeric);
        let punctuation = length == 2 || matches!(meant, '\u{2000}'..='\u{214f}');
        let found = Misread { at, found: &text[at..end], meant };
        (bytes.len() == length && punctuation && !closing).then_some(found)
    })
}

/// The byte that Windows-1252 or Latin-1 has for a character.
fn byte_of(c: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match unmappable {
        true => u8::try_from(u32::from(c)).ok(),
        false => bytes.first().copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misread_text_is_recognised() {
        let read_wrong = |text: &str| -> String {
            let of = |byte: u8| {
                (0..=0x2fff).filter_map(char::from_u32).find(|c| byte_of(*c) == Some(byte))
            };
            text.bytes().filter_map(of).collect()
        };
        for c in [
            '\u{2019}', '\u{201c}', '\u{2013}', '\u{2014}', '\u{2026}', '\u{e9}', '\u{fc}',
            '\u{df}', '\u{c9}', '\u{2122}', '\u{20ac}',
        ] {
            let text = format!("The team{c}s messenger");
            let damaged = read_wrong(&text);
            assert_ne!(damaged, text);
            assert_eq!(misread(&damaged).map(|found| found.meant), Some(c), "{damaged}");
            assert!(misread(&text).is_none(), "{text}");
        }
        for text in [
            "S\u{c3}O PAULO",
            "\u{ab}CAF\u{c9}\u{bb}",
            "\u{ab}MA\u{c7}\u{c3}\u{bb} x",
            "\u{c2}ge",
            "\u{e2}\u{20ac}",
            "\u{20ac} 5",
            "Cr\u{e2}me \u{2122}",
        ] {
            assert!(misread(text).is_none(), "{text}");
        }
    }

    #[test]
    fn latin_1_has_control_characters() {
        let found = misread("The team\u{e2}\u{80}\u{99}s").map(|found| found.meant);
        assert_eq!(found, Some('\u{2019}'));
        assert_eq!(misread("voil\u{c3}\u{a0}").map(|found| found.meant), Some('\u{e0}'));
    }
}
