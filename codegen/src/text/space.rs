//! Space around a text.

/// Whether a character is space that programs put around texts: the ordinary space, or one at which
/// no line breaks.
fn is_outer(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// A text without the space around it. A no-break space stays where it may be the second half of a
/// letter that was read in the wrong encoding, as in `voil\u{c3}\u{a0}`.
pub(crate) fn trim(text: &str) -> &str {
    let trimmed = text.trim_matches(is_outer);
    match trimmed.ends_with(['\u{c2}', '\u{c3}']) {
        true => text.trim_matches(' '),
        false => trimmed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_half_of_a_letter_is_lost() {
        assert_eq!(trim(" us\u{a0} "), "us");
        assert_eq!(trim("\u{202f}a\u{a0}b"), "a\u{a0}b");
        assert_eq!(trim(" voil\u{c3}\u{a0}"), "voil\u{c3}\u{a0}");
        assert_eq!(trim("\ta"), "\ta");
    }
}
