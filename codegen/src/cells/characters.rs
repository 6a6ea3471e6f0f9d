//! Characters that no cell may hold.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_security::MixedScript as _;
use unicode_security::confusable_detection::skeleton;

use super::codes::{CURLY_QUOTES, FORBIDDEN_CHARACTER, FORMULA, MARKUP, MIXED_SCRIPT, NOT_NFC};
use crate::problem::{Code, SYNC};
use crate::text::{is_curly, is_hidden, misread, trim};

/// What is wrong with the characters of a text.
pub(crate) struct Finding {
    pub(crate) code: &'static Code,
    /// The byte at which it begins.
    pub(crate) at: usize,
    /// Its length in bytes.
    pub(crate) len: usize,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// Checks the characters of one value. `plain` text may hold no markup. Only the first finding is
/// returned: one value, one error.
pub(crate) fn check(value: &str, plain: bool) -> Option<Finding> {
    if !value.is_ascii() || value.bytes().any(|b| b < 0x20 || b == 0x7f) {
        let finding = misread_letter(value)
            .or_else(|| forbidden(value))
            .or_else(|| not_nfc(value))
            .or_else(|| mixed_script(value));
        if finding.is_some() {
            return finding;
        }
    }
    curly_quotes(value)
        .or_else(|| formula(value))
        .or_else(|| if plain { markup(value) } else { None })
}

/// What follows a semicolon and would run as a formula in a spreadsheet that cuts cells there.
pub(crate) fn check_items(list: &str) -> Option<Finding> {
    list.match_indices(';').find_map(|(at, _)| {
        let item = &list[at + 1..];
        let lead = item.find(trim(item)).unwrap_or_default();
        formula(&item[lead..]).map(|finding| Finding { at: at + 1 + lead, ..finding })
    })
}

/// A letter that was read in the wrong encoding and has become characters that cannot be seen.
/// Deleting them would lose the letter.
fn misread_letter(value: &str) -> Option<Finding> {
    let found = misread(value)?;
    let hidden = found.found.chars().any(is_hidden);
    hidden.then(|| Finding {
        code: &FORBIDDEN_CHARACTER,
        at: found.at,
        len: found.found.len(),
        message: found.message(),
        help: found.help(),
    })
}

fn forbidden(value: &str) -> Option<Finding> {
    let (at, c) = value.char_indices().find(|(_, c)| is_hidden(*c))?;
    let (what, help) = match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => ("a no-break space", "type an ordinary space"),
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {
            ("a zero-width character", "delete it")
        }
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            ("a character that turns the reading direction", "delete it")
        }
        '\u{fffd}' => ("a replacement character: text was lost before", "type the text again"),
        c if c.is_control() => ("a control character", "delete it"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => {
            ("a private character, which means something else on every machine", "delete it")
        }
        '\u{e0000}'..='\u{e007f}' => ("a tag character, which cannot be seen", "delete it"),
        _ => ("a character that cannot be seen or is not assigned", "delete it"),
    };
    Some(Finding {
        code: &FORBIDDEN_CHARACTER,
        at,
        len: c.len_utf8(),
        message: format!("U+{:04X} is {what}", u32::from(c)),
        help: help.to_owned(),
    })
}

/// A word that mixes scripts and has a letter that only looks like a Latin one.
fn mixed_script(value: &str) -> Option<Finding> {
    let start = |word: &str| word.as_ptr() as usize - value.as_ptr() as usize;
    let (word, at, c) = value.split(|c: char| !c.is_alphanumeric()).find_map(|word| {
        if word.is_ascii() || word.is_single_script() {
            return None;
        }
        let (at, c) = word.char_indices().find(|(_, c)| {
            !c.is_ascii() && skeleton(c.encode_utf8(&mut [0; 4])).all(|like| like.is_ascii())
        })?;
        Some((word, start(word) + at, c))
    })?;
    Some(Finding {
        code: &MIXED_SCRIPT,
        at,
        len: c.len_utf8(),
        message: format!("U+{:04X} in `{word}` looks like a Latin letter and is not", u32::from(c)),
        help: "type the word again on one keyboard layout".to_owned(),
    })
}

fn not_nfc(value: &str) -> Option<Finding> {
    if is_nfc_quick(value.chars()) == IsNormalized::Yes || value.nfc().eq(value.chars()) {
        return None;
    }
    Some(Finding {
        code: &NOT_NFC,
        at: 0,
        len: value.len(),
        message: "a letter and its accent are two characters".to_owned(),
        help: SYNC.to_owned(),
    })
}

fn curly_quotes(value: &str) -> Option<Finding> {
    let first = value.chars().next()?;
    is_curly(first).then(|| Finding {
        code: &CURLY_QUOTES,
        at: 0,
        len: first.len_utf8(),
        message: "the cell starts with a curly quotation mark".to_owned(),
        help: "take the curly marks out; a cell with a comma needs straight ones around it (\")"
            .to_owned(),
    })
}

fn formula(value: &str) -> Option<Finding> {
    let first = value.chars().next()?;
    // Wide forms run as well.
    let runs =
        matches!(first, '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}');
    runs.then(|| Finding {
        code: &FORMULA,
        at: 0,
        len: first.len_utf8(),
        message: format!("a cell that starts with `{first}` runs as a formula in a spreadsheet"),
        help: "begin with a word".to_owned(),
    })
}

fn markup(value: &str) -> Option<Finding> {
    let marks = |b: u8| matches!(b, b'<' | b'>' | b'`' | b'|' | b'[' | b']' | b'*' | b'\\');
    let at = value.bytes().position(marks)?;
    let c = char::from(value.as_bytes()[at]);
    Some(Finding {
        code: &MARKUP,
        at,
        len: c.len_utf8(),
        message: format!("`{c}` would be markup on a page"),
        help: "say it in plain words".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixed_words_are_refused_and_mixed_names_are_not() {
        let at = |text: &str| mixed_script(text).map(|finding| finding.at);
        assert_eq!(at("The Sl\u{430}ck"), Some(6));
        assert_eq!(at("\u{3b1}pple"), Some(0));
        assert_eq!(at("LINE \u{30e9}\u{30a4}\u{30f3}"), None);
        assert_eq!(at("\u{42f}\u{43d}\u{434}\u{435}\u{43a}\u{441} Cloud"), None);
        assert_eq!(at("\u{394}t"), None);
        assert_eq!(at("Caf\u{e9}"), None);
    }

    #[test]
    fn an_accent_may_stand_apart_where_no_letter_has_it() {
        assert!(not_nfc("Sen\u{303}or").is_some());
        assert!(not_nfc("Se\u{f1}or").is_none());
        assert!(not_nfc("q\u{307}").is_none());
    }
}
