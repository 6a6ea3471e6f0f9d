//! Text put together without allocation, in constants too: messages of the compiler and of errors.

/// Up to `N` bytes of text; what does not fit is cut off after a whole character.
#[derive(Clone, Copy)]
pub(crate) struct Text<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Text<N> {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; N], len: 0 }
    }

    #[inline]
    pub(crate) const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        let mut fits = text.len();
        if fits > N - self.len {
            fits = N - self.len;
            // Back to the start of a character.
            while fits > 0 && text[fits] & 0xc0 == 0x80 {
                fits -= 1;
            }
        }
        let mut at = 0;
        while at < fits {
            self.bytes[self.len + at] = text[at];
            at += 1;
        }
        self.len += fits;
    }

    #[inline]
    pub(crate) const fn push_number(&mut self, number: u32) {
        if number >= 10 {
            self.push_number(number / 10);
        }
        let digit = [b'0' + (number % 10) as u8];
        if let Ok(digit) = core::str::from_utf8(&digit) {
            self.push(digit);
        }
    }

    #[inline]
    pub(crate) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.len);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn text_is_cut_behind_a_whole_character() {
        let mut text = Text::<5>::new();
        text.push("ab");
        text.push_number(70);
        text.push("é");
        assert_eq!(text.as_str(), "ab70");
        text.push("c");
        assert_eq!(text.as_str(), "ab70c");
    }
}
