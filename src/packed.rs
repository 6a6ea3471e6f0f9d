//! Tables of facts in the form in which they are generated: numbers in a string of bytes and texts
//! in a list, read into records by the compiler. Written out as Rust values, the same facts take
//! the compiler some ten times as long.
//!
//! `codegen/src/emit/packed.rs` writes what `read` of each record reads, cell by cell.

use crate::set::TermSet;

/// The cells of a table, read one after the other.
///
/// The compiler steps through this code for every cell, so each takes as few steps as it can.
pub(crate) struct Cells {
    numbers: &'static [u8],
    texts: &'static [&'static str],
}

impl Cells {
    pub(crate) const fn new(numbers: &'static [u8], texts: &'static [&'static str]) -> Self {
        Self { numbers, texts }
    }

    /// A number: seven bits a byte, lowest first; the eighth bit says that more follow.
    pub(crate) const fn number(&mut self) -> usize {
        match self.numbers {
            [byte @ 0..0x80, rest @ ..] => {
                self.numbers = rest;
                *byte as usize
            }
            [low, byte @ 0..0x80, rest @ ..] => {
                self.numbers = rest;
                (*low & 0x7f) as usize | (*byte as usize) << 7
            }
            [low, rest @ ..] => {
                self.numbers = rest;
                (*low & 0x7f) as usize | self.number() << 7
            }
            [] => panic!("the numbers of a table end too early"),
        }
    }

    pub(crate) const fn flag(&mut self) -> bool {
        self.number() == 1
    }

    pub(crate) const fn text(&mut self) -> &'static str {
        match self.texts {
            [text, rest @ ..] => {
                self.texts = rest;
                text
            }
            [] => panic!("the texts of a table end too early"),
        }
    }

    pub(crate) const fn optional_text(&mut self) -> Option<&'static str> {
        match self.number() {
            0 => None,
            _ => Some(self.text()),
        }
    }

    pub(crate) const fn term<T: Copy>(&mut self, all: &'static [T]) -> T {
        all[self.number()]
    }

    /// A term, counted from one, or nothing.
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
        self.numbers.is_empty() && self.texts.is_empty()
    }
}

/// An array of rows, put together in pieces: the compiler moves everything behind a text that is
/// written into an array, so that one row after the other would take quadratic time.
macro_rules! array {
    ($count:expr, $first:expr, |$at:ident| $row:expr) => {{
        const PIECE: usize = 64;
        let first = $first;
        let mut rows = [first; $count];
        let mut done = 0;
        while done < $count {
            let size = if $count - done < PIECE { $count - done } else { PIECE };
            let mut piece = [first; PIECE];
            let mut at = 0;
            while at < size {
                let $at = done + at;
                piece[at] = $row;
                at += 1;
            }
            let (_, rest) = rows.split_at_mut(done);
            let (target, _) = rest.split_at_mut(size);
            let (piece, _) = piece.split_at(size);
            target.copy_from_slice(piece);
            done += size;
        }
        rows
    }};
}

pub(crate) use array;

/// An array of rows, each read with `$read`; its second argument is the row's number.
macro_rules! table {
    ($count:literal, $numbers:expr, $texts:expr, $read:path) => {{
        let (numbers, texts): (&[u8], &[&str]) = ($numbers, &$texts);
        let mut cells = crate::packed::Cells::new(numbers, texts);
        let rows = crate::packed::array!(
            $count,
            $read(&mut crate::packed::Cells::new(numbers, texts), 0),
            |row| $read(&mut cells, row)
        );
        assert!(cells.is_at_end());
        rows
    }};
}

pub(crate) use table;
