//! What a text looks like to a reader, whatever the letters are.

use std::sync::LazyLock;

use unicode_security::confusable_detection::skeleton;

/// What a text looks like: texts that look the same have the same skeleton.
pub(crate) fn looks(text: &str) -> String {
    // The skeleton of an ASCII text is made of those of its characters, which is much faster than to
    // look each character up.
    static ASCII: LazyLock<[String; 128]> = LazyLock::new(|| {
        let of = |code: usize| skeleton(char::from(code as u8).encode_utf8(&mut [0; 4])).collect();
        std::array::from_fn(of)
    });
    if !text.is_ascii() {
        return skeleton(text).collect();
    }
    text.bytes().fold(String::with_capacity(text.len()), |skeleton, byte| {
        skeleton + &ASCII[usize::from(byte)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_skeleton_of_ascii_text_is_that_of_its_characters() {
        let ascii = || (0_u8..128).map(char::from);
        for text in ascii().flat_map(|a| ascii().map(move |b| format!("{a}{b}"))) {
            assert_eq!(looks(&text), skeleton(&text).collect::<String>(), "{text:?}");
        }
        assert_eq!(looks("\u{430}m"), skeleton("\u{430}m").collect::<String>());
    }
}
