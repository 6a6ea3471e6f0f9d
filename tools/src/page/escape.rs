//! Escapes texts and addresses, so that nothing in them acts as Markdown, whether they stand in a
//! heading, a list, a table cell or the text of a link.

use std::borrow::Cow;
use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A text without markup. The reader sees exactly this text, except that U+0000, which Markdown
/// cannot hold, becomes U+FFFD.
///
/// How a character is escaped depends on what it could do:
/// - Marks that mean something anywhere get a backslash.
/// - Some marks mean something only at the start of a block (`-`, `+`, `:`, and `.` or `)` after a
///   number) or in an address (`.` after `www`, `:` with text right after it). They get a backslash
///   only there, so that sentences stay readable.
/// - Line breaks, tabs and outer spaces become character references, because Markdown would drop
///   them or act upon them.
pub fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    // Where the text begins that is not copied yet.
    let mut rest = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii_alphanumeric()) {
        let after = at + c.len_utf8();
        let is_outer = c.is_whitespace() && (at < start || at >= end);
        if c.is_control() || is_outer {
            escaped.push_str(&text[rest..at]);
            match c {
                '\0' => escaped.push('\u{fffd}'),
                c => refer(&mut escaped, c),
            }
            rest = after;
        } else if acts_anywhere(c) || acts_here(c, &text[..at], &text[after..]) {
            escaped.push_str(&text[rest..at]);
            escaped.push('\\');
            rest = at;
        }
    }
    escaped.push_str(&text[rest..]);
    escaped
}

/// Whether a mark can mean something anywhere: emphasis, code, links, tables, HTML, references,
/// headings, footnotes, formulas and mentions.
fn acts_anywhere(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>')
        || matches!(c, '&' | '|' | '~' | '#' | '$' | '^' | '!' | '@' | '=')
}

/// Whether a mark means something between the text before it and the text after it.
fn acts_here(c: char, before: &str, after: &str) -> bool {
    if !matches!(c, '-' | '+' | ':' | '.' | ')') {
        return false;
    }
    let before = before.trim_start();
    match c {
        '-' | '+' => before.is_empty(),
        ':' => before.is_empty() || after.starts_with(|c: char| !c.is_whitespace()),
        '.' | ')' => {
            before.bytes().all(|b| b.is_ascii_digit())
                || before.get(before.len().saturating_sub(3)..).is_some_and(is_www)
        }
        _ => false,
    }
}

fn is_www(text: &str) -> bool {
    text.eq_ignore_ascii_case("www")
}

fn refer(escaped: &mut String, c: char) {
    let _ = write!(escaped, "&#{};", u32::from(c));
}

/// The characters of an address that neither end a link nor mean anything in Markdown.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'#')
    .remove(b'@')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b'%');

/// An address as the target of a link, encoded so that it cannot end the link. `None` if the address
/// is neither `http` nor `https`, because only those are linked.
pub fn address(url: &str) -> Option<String> {
    Some(target(url)?.replace('&', "&amp;"))
}

/// An address in which every mark that could act in a page is encoded. `None` if it is neither `http`
/// nor `https`.
pub(super) fn target(url: &str) -> Option<String> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web.then(|| encoded(url).into_owned())
}

/// An address without the characters that a browser takes and RFC 3986 does not allow, such as `|`.
pub fn encoded(url: &str) -> Cow<'_, str> {
    utf8_percent_encode(url, ADDRESS).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_stay_readable() {
        for plain in [
            "E-mail (at home), or \"mail\".",
            "Coconut.co",
            "a + b - c",
            "50 %; it's so",
            "Note: so",
        ] {
            assert_eq!(text(plain), plain);
        }
    }

    #[test]
    fn marks_get_a_backslash() {
        assert_eq!(text("Dun & Bradstreet"), "Dun \\& Bradstreet");
        assert_eq!(text("a|b"), "a\\|b");
        assert_eq!(text("1. one"), "1\\. one");
        assert_eq!(text("- one"), "\\- one");
        assert_eq!(text("http://a"), "http\\://a");
        assert_eq!(text("www.example.com"), "www\\.example.com");
        assert_eq!(text(" a\nb "), "&#32;a&#10;b&#32;");
    }

    #[test]
    fn addresses_cannot_break_out() {
        assert_eq!(
            address("https://a.example/b_(c)?d=1&e=%20").as_deref(),
            Some("https://a.example/b_%28c%29?d=1&amp;e=%20")
        );
        assert_eq!(
            address("https://a.example/|<x> y").as_deref(),
            Some("https://a.example/%7C%3Cx%3E%20y")
        );
        assert_eq!(address("javascript:alert(1)"), None);
    }
}
