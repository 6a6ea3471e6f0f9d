//! `damaged-text`: a text that a program damaged: an error of a spreadsheet, or letters read in the
//! wrong encoding.

use encoding_rs::WINDOWS_1252;

use super::CellAt;
use crate::cell_types::Kind;
use crate::problem::{Code, Problem};

pub(super) static CODE: Code = Code {
    name: "damaged-text",
    refuses: "A text that a program damaged: an error of a spreadsheet such as `#REF!`, or UTF-8 that was read as Windows-1252.",
    why: "It would be published like that, and the text that was there before would be lost.",
    mend: "Write the text again, or take it from an older version. Open files as UTF-8.",
    example: ("The team\u{e2}\u{20ac}\u{2122}s messenger.", "The team\u{2019}s messenger."),
    ..Code::RULE
};

/// What spreadsheets show where a formula failed.
const ERRORS: [&str; 12] = [
    "#BLOCKED!",
    "#CALC!",
    "#CONNECT!",
    "#DIV/0!",
    "#FIELD!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#SPILL!",
    "#VALUE!",
];

pub(super) fn check(cell: &CellAt<'_>, problems: &mut Vec<Problem>) {
    if cell.column.references.is_some() || cell.column.holds(Kind::Term) {
        return;
    }
    for (index, item) in cell.items.iter().enumerate() {
        if let Some(error) = failed_formula(item) {
            problems.push(
                cell.problem(&CODE, index, format!("`{error}` is an error of a spreadsheet"))
                    .help("write the text that belongs here"),
            );
        } else if let Some((damaged, meant)) = wrong_encoding(item) {
            let message = format!("`{damaged}` is UTF-8 that was read as Windows-1252");
            let help = format!("write `{meant}`, and look at the rest of the file");
            problems.push(cell.problem(&CODE, index, message).help(help));
        }
    }
}

fn failed_formula(text: &str) -> Option<&str> {
    let at = text.find('#')?;
    if text[at..].bytes().all(|byte| byte == b'#') && text.len() - at >= 3 {
        return Some(&text[at..]);
    }
    ERRORS.into_iter().find(|error| text.contains(error))
}

/// Characters that are one UTF-8 character read as Windows-1252, and that character. Only Latin
/// letters with accents and punctuation are considered.
fn wrong_encoding(text: &str) -> Option<(&str, char)> {
    if text.is_ascii() {
        return None;
    }
    text.char_indices().find_map(|(at, c)| {
        let length = match c {
            '\u{c2}' | '\u{c3}' => 2,
            '\u{e2}' => 3,
            _ => return None,
        };
        let bytes: Vec<u8> = text[at..].chars().take(length).map_while(windows_1252).collect();
        let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
        let end = text[at..].char_indices().nth(length).map_or(text.len(), |(end, _)| at + end);
        // A word in capitals that ends with such a letter may stand in front of a closing mark.
        let closing = matches!(meant, '\u{ab}' | '\u{bb}' | '\u{eb}' | '\u{fb}')
            && !text[end..].starts_with(char::is_alphanumeric);
        let punctuation = length == 2 || matches!(meant, '\u{2000}'..='\u{214f}');
        (bytes.len() == length && punctuation && !closing).then_some((&text[at..end], meant))
    })
}

/// The byte that Windows-1252 has for a character.
fn windows_1252(c: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    if unmappable { None } else { bytes.first().copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_from_text() {
        let read_wrong = |text: &str| -> String {
            let of = |byte: u8| {
                (0..=0x2fff).filter_map(char::from_u32).find(|c| windows_1252(*c) == Some(byte))
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
            assert_eq!(wrong_encoding(&damaged).map(|(_, meant)| meant), Some(c), "{damaged}");
            assert_eq!(wrong_encoding(&text), None, "{text}");
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
            assert_eq!(wrong_encoding(text), None, "{text}");
        }
    }

    #[test]
    fn errors_of_spreadsheets_are_known() {
        assert_eq!(failed_formula("#REF!"), Some("#REF!"));
        assert_eq!(failed_formula("Sends #N/A to us"), Some("#N/A"));
        assert_eq!(failed_formula("########"), Some("########"));
        assert_eq!(failed_formula("C# and the #1 of lists"), None);
        assert_eq!(failed_formula("C#"), None);
    }
}
