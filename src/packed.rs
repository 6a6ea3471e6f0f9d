//! Tables of facts as they are generated: literals, of which nothing is read before it is asked
//! for. If the compiler read the same facts into constants, it would take many times as long.
//!
//! `codegen/src/emit/packed.rs` writes what `read` of each record reads, cell by cell.

use crate::set::TermSet;

/// A table: rows of the same width, and the lists and texts that they point at.
pub struct Table {
    /// How many rows there are.
    pub(crate) count: usize,
    /// How many bytes a row takes.
    pub(crate) width: usize,
    /// The rows, one after the other. Behind them the lists: places of terms, two bytes each.
    pub(crate) rows: &'static [u8],
    /// The texts, one after the other.
    pub(crate) texts: &'static str,
}

impl Table {
    /// How many rows there are.
    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    /// The cells of a row, from this byte of it on.
    #[inline]
    pub(crate) const fn cells(&'static self, row: usize, byte: usize) -> Cells {
        Cells { rest: self.rows.split_at(row * self.width + byte).1, table: self }
    }

    /// A byte of a row.
    #[inline]
    pub(crate) const fn byte(&self, row: usize, byte: usize) -> u8 {
        self.rows[row * self.width + byte]
    }

    /// Two bytes of a row.
    #[inline]
    pub(crate) const fn place(&self, row: usize, byte: usize) -> usize {
        let at = row * self.width + byte;
        self.rows[at] as usize | (self.rows[at + 1] as usize) << 8
    }

    /// Four bytes of a row.
    #[inline]
    pub(crate) const fn number(&self, row: usize, byte: usize) -> usize {
        number(self.rows, row * self.width + byte)
    }

    /// Whether a list of a row has this place in it.
    #[inline]
    pub(crate) const fn lists(&self, row: usize, byte: usize, place: usize) -> bool {
        let (mut at, mut left) = (self.number(row, byte), self.place(row, byte + 4));
        while left > 0 {
            if self.rows[at] as usize | (self.rows[at + 1] as usize) << 8 == place {
                return true;
            }
            at += 2;
            left -= 1;
        }
        false
    }

    /// Whether the bit of this place is set, in bits that start at this byte of a row.
    #[inline]
    pub(crate) const fn bit(&self, row: usize, byte: usize, place: usize) -> bool {
        self.rows[row * self.width + byte + place / 8] >> (place % 8) & 1 == 1
    }

    /// Adds the places of a list, from its start on, to the bits of a set.
    #[inline]
    pub(crate) const fn add_places(&self, mut at: usize, mut left: usize, words: &mut [u64]) {
        while left > 0 {
            let place = self.rows[at] as usize | (self.rows[at + 1] as usize) << 8;
            words[place / 64] |= 1_u64 << (place % 64);
            at += 2;
            left -= 1;
        }
    }

    /// The bytes of the text with which a row starts.
    #[inline]
    pub(crate) const fn first_text(&self, row: usize) -> &'static [u8] {
        // A row holds two texts at least.
        let Some(cell) = self.rows.split_at(row * self.width).1.first_chunk() else {
            panic!("a row ends too early")
        };
        let cell = u64::from_le_bytes(*cell);
        self.bytes(cell as u32 as usize, (cell >> 32) as u16 as usize)
    }

    /// The bytes of a text that is held at these.
    #[inline]
    pub(crate) const fn bytes(&self, start: usize, length: usize) -> &'static [u8] {
        self.texts.as_bytes().split_at(start).1.split_at(length).0
    }

    /// A text that is held at these bytes.
    #[inline]
    const fn text(&self, start: usize, length: usize) -> &'static str {
        self.texts.split_at(start).1.split_at(length).0
    }
}

/// The cells of a row, read one after the other.
pub(crate) struct Cells {
    rest: &'static [u8],
    table: &'static Table,
}

impl Cells {
    /// One byte: a flag, or the index in a small set.
    #[inline]
    pub(crate) const fn byte(&mut self) -> u8 {
        let [byte, rest @ ..] = self.rest else { panic!("a row ends too early") };
        self.rest = rest;
        *byte
    }

    #[inline]
    pub(crate) const fn flag(&mut self) -> bool {
        self.byte() == 1
    }

    /// Two bytes that are a term, or a term among other answers.
    #[inline]
    pub(crate) const fn place(&mut self) -> usize {
        let [low, high, rest @ ..] = self.rest else { panic!("a row ends too early") };
        self.rest = rest;
        *low as usize | (*high as usize) << 8
    }

    #[inline]
    pub(crate) const fn number(&mut self) -> u32 {
        let [a, b, c, d, rest @ ..] = self.rest else { panic!("a row ends too early") };
        self.rest = rest;
        u32::from_le_bytes([*a, *b, *c, *d])
    }

    #[inline]
    pub(crate) const fn text(&mut self) -> &'static str {
        let (start, length) = (self.number(), self.place());
        self.table.text(start as usize, length)
    }

    /// A text; a missing one is empty.
    #[inline]
    pub(crate) const fn optional_text(&mut self) -> Option<&'static str> {
        let text = self.text();
        if text.is_empty() { None } else { Some(text) }
    }

    #[inline]
    pub(crate) const fn term<T: Copy>(&mut self, all: &'static [T]) -> T {
        all[self.place()]
    }

    /// A term of a set of a few, in one byte.
    #[inline]
    pub(crate) const fn small_term<T: Copy>(&mut self, all: &'static [T]) -> T {
        all[self.byte() as usize]
    }

    /// A term, counted from one, or nothing.
    #[inline]
    pub(crate) const fn optional_term<T: Copy>(&mut self, all: &'static [T]) -> Option<T> {
        match self.place() {
            0 => None,
            place => Some(all[place - 1]),
        }
    }

    /// A set as bits, a bit for each of so many terms.
    #[inline]
    pub(crate) const fn bits<T, const WORDS: usize>(&mut self, terms: usize) -> TermSet<T, WORDS> {
        let mut set = TermSet::EMPTY;
        let mut at = 0;
        while at < terms.div_ceil(8) {
            set.words[at / 8] |= (self.byte() as u64) << (at % 8 * 8);
            at += 1;
        }
        set
    }

    /// A set, as the places of its terms.
    #[inline]
    pub(crate) const fn set<T, const WORDS: usize>(&mut self) -> TermSet<T, WORDS> {
        let (start, length) = (self.number(), self.place());
        let mut set = TermSet::EMPTY;
        self.table.add_places(start as usize, length, &mut set.words);
        set
    }
}

/// Numbers of four bytes each.
pub(crate) struct Numbers(pub(crate) &'static [u8]);

impl Numbers {
    /// How many numbers there are.
    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.0.len() / 4
    }

    #[inline]
    pub(crate) const fn at(&self, at: usize) -> usize {
        number(self.0, at * 4)
    }
}

/// Four bytes as a number, the lowest first. A slice of them as an array would be another call, of
/// which the compiler allows a dependent's constants only so many.
#[inline]
const fn number(bytes: &[u8], at: usize) -> usize {
    bytes[at] as usize
        | (bytes[at + 1] as usize) << 8
        | (bytes[at + 2] as usize) << 16
        | (bytes[at + 3] as usize) << 24
}
