//! Characters that no cell may hold.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::codes::{CURLY_QUOTES, FORBIDDEN_CHARACTER, FORMULA, MARKUP, NOT_NFC};
use crate::codes::Code;

/// What is wrong with a piece of text: the code, the byte offset and length, the message and the
/// help.
pub(crate) struct Finding {
    pub(crate) code: &'static Code,
    pub(crate) at: usize,
    pub(crate) len: usize,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// Checks the characters of one value. `plain` text may hold no markup. The first finding counts:
/// one value, one error.
pub(crate) fn check(value: &str, plain: bool) -> Option<Finding> {
    if !value.is_ascii() || value.bytes().any(|b| b < 0x20 || b == 0x7f) {
        if let Some(finding) = forbidden(value).or_else(|| not_nfc(value)) {
            return Some(finding);
        }
    }
    curly_quotes(value)
        .or_else(|| formula(value))
        .or_else(|| if plain { markup(value) } else { None })
}

fn forbidden(value: &str) -> Option<Finding> {
    let (at, c) = value.char_indices().find(|(_, c)| is_forbidden(*c))?;
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

fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
            | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{1680}' | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{ffff}'
            | '\u{e000}'..='\u{f8ff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{10ffff}')
}

fn not_nfc(value: &str) -> Option<Finding> {
    if is_nfc_quick(value.chars()) == IsNormalized::Yes || value.nfc().eq(value.chars()) {
        return None;
    }
    Some(Finding {
        code: &NOT_NFC,
        at: 0,
        len: value.len(),
        message: "an accent stands apart from its letter".to_owned(),
        help: "run `cargo xtask sync`".to_owned(),
    })
}

fn curly_quotes(value: &str) -> Option<Finding> {
    let first = value.chars().next()?;
    matches!(first, '\u{201c}' | '\u{201d}' | '\u{201e}').then(|| Finding {
        code: &CURLY_QUOTES,
        at: 0,
        len: first.len_utf8(),
        message: "the cell starts with a curly quotation mark".to_owned(),
        help: "take the curly marks out; a cell with a comma stands between straight ones (\")"
            .to_owned(),
    })
}

fn formula(value: &str) -> Option<Finding> {
    let first = value.chars().next()?;
    matches!(first, '=' | '+' | '-' | '@').then(|| Finding {
        code: &FORMULA,
        at: 0,
        len: 1,
        message: format!("a cell that starts with `{first}` runs as a formula in a spreadsheet"),
        help: "begin with a word".to_owned(),
    })
}

fn markup(value: &str) -> Option<Finding> {
    let (at, c) = value
        .char_indices()
        .find(|(_, c)| matches!(c, '<' | '>' | '`' | '|' | '[' | ']' | '*' | '\\'))?;
    Some(Finding {
        code: &MARKUP,
        at,
        len: c.len_utf8(),
        message: format!("`{c}` would be markup on a page"),
        help: "say it in plain words".to_owned(),
    })
}
