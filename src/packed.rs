//! Tables of facts in the form in which they are generated: numbers in a string of bytes and texts
//! in a list, read into records by the compiler. Written out as Rust values, the same facts take
//! the compiler some ten times as long.
//!
//! `codegen/src/emit/packed.rs` writes what `read` of each record reads, cell by cell.

use crate::set::TermSet;

/// The cells of a table, read one after the other.
pub(crate) struct Cells {
    numbers: &'static [u8],
    texts: &'static [&'static str],
    number: usize,
    text: usize,
}

impl Cells {
    #[inline]
    pub(crate) const fn new(numbers: &'static [u8], texts: &'static [&'static str]) -> Self {
        Self { numbers, texts, number: 0, text: 0 }
    }

    /// A number: seven bits a byte, lowest first; the eighth bit says that more follow.
    #[inline]
    pub(crate) const fn number(&mut self) -> usize {
        let mut byte = self.numbers[self.number];
        self.number += 1;
        let mut value = (byte & 0x7f) as usize;
        let mut shift = 7;
        while byte >= 0x80 {
            byte = self.numbers[self.number];
            self.number += 1;
            value |= ((byte & 0x7f) as usize) << shift;
            shift += 7;
        }
        value
    }

    #[inline]
    pub(crate) const fn flag(&mut self) -> bool {
        self.number() == 1
    }

    #[inline]
    pub(crate) const fn text(&mut self) -> &'static str {
        let text = self.texts[self.text];
        self.text += 1;
        text
    }

    #[inline]
    pub(crate) const fn optional_text(&mut self) -> Option<&'static str> {
        if self.flag() { Some(self.text()) } else { None }
    }

    #[inline]
    pub(crate) const fn term<T: Copy>(&mut self, all: &'static [T]) -> T {
        all[self.number()]
    }

    /// A term, counted from one, or nothing.
    #[inline]
    pub(crate) const fn optional_term<T: Copy>(&mut self, all: &'static [T]) -> Option<T> {
        match self.number() {
            0 => None,
            term => Some(all[term - 1]),
        }
    }

    /// A set: how many terms, then each.
    #[inline]
    pub(crate) const fn set<T, const WORDS: usize>(&mut self) -> TermSet<T, WORDS> {
        let mut set = TermSet::EMPTY;
        let mut left = self.number();
        while left > 0 {
            set.insert(self.number());
            left -= 1;
        }
        set
    }

    /// Whether every cell was read.
    #[inline]
    pub(crate) const fn is_at_end(&self) -> bool {
        self.number == self.numbers.len() && self.text == self.texts.len()
    }
}

/// An array of rows, each read with `$read`; its second argument is the row's number.
macro_rules! table {
    ($count:literal, $numbers:expr, $texts:expr, $read:path) => {{
        let numbers: &[u8] = $numbers;
        let mut rows = [$read(&mut crate::packed::Cells::new(numbers, &$texts), 0); $count];
        let mut cells = crate::packed::Cells::new(numbers, &$texts);
        let mut at = 0;
        while at < $count {
            rows[at] = $read(&mut cells, at);
            at += 1;
        }
        assert!(cells.is_at_end());
        rows
    }};
}

pub(crate) use table;
