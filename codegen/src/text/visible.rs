//! Text that shows every character it has.

/// The longest text shown, in characters. It may repeat what a damaged file holds.
const LONGEST: usize = 600;

/// Text that hides nothing and cannot control a terminal: characters that cannot be seen are written
/// as their numbers, `⟨U+200B⟩`.
pub(crate) fn visible(text: String) -> String {
    let text = shortened(text, LONGEST);
    if !text.chars().any(is_hidden) {
        return text;
    }
    text.chars().fold(String::new(), |mut shown, c| {
        match is_hidden(c) {
            true => shown.push_str(&character_number(c)),
            false => shown.push(c),
        }
        shown
    })
}

/// How a character that cannot be seen is shown to people: `⟨U+200B⟩`.
pub fn character_number(c: char) -> String {
    format!("\u{27e8}U+{:04X}\u{27e9}", u32::from(c))
}

/// Text cut off after this many characters, with `…` in place of the rest.
pub fn shortened(text: String, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}\u{2026}", &text[..end]),
        None => text,
    }
}

/// Whether a character is a curly quotation mark, which word processors write instead of `"`.
pub(crate) fn is_curly(c: char) -> bool {
    matches!(c, '\u{201c}' | '\u{201d}' | '\u{201e}')
}

/// Whether a character cannot be seen, or changes how others are read. The ordinary space is the
/// only character without a form of its own that counts as seen.
pub fn is_hidden(c: char) -> bool {
    use unicode_properties::{GeneralCategory as Category, UnicodeGeneralCategory as _};
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    let unseen = matches!(
        c.general_category(),
        Category::Control
            | Category::Format
            | Category::LineSeparator
            | Category::ParagraphSeparator
            | Category::PrivateUse
            | Category::SpaceSeparator
            | Category::Surrogate
            | Category::Unassigned
    );
    // Letters, marks and signs that are blank, and the replacement character.
    unseen
        || matches!(c,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{fffd}'
            | '\u{1d159}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_refused() {
        for c in [
            '\0',
            '\t',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9b}',
            '\u{a0}',
            '\u{ad}',
            '\u{378}',
            '\u{61c}',
            '\u{200b}',
            '\u{200d}',
            '\u{202e}',
            '\u{2028}',
            '\u{2060}',
            '\u{2066}',
            '\u{2800}',
            '\u{3000}',
            '\u{3164}',
            '\u{e000}',
            '\u{fdd0}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{fffd}',
            '\u{1fffe}',
            '\u{e0001}',
            '\u{e0041}',
            '\u{e0100}',
            '\u{10ffff}',
        ] {
            assert!(is_hidden(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn letters_of_names_are_allowed() {
        let names = "Dun & Bradstreet \u{2013} Coconut.co (Pixel), L'Or\u{e9}al, \u{30e9}\u{30a4}\u{30f3}                      \u{41e}\u{41e}\u{41e}, \u{5d0}\u{5d1}, \u{623}, \u{1f600} \u{2122} #1 50% $ ~ ^ {x}";
        assert!(!names.chars().any(is_hidden));
    }
}
