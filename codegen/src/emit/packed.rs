//! Tables of facts as numbers in a string of bytes and texts in a list. The library's
//! `src/packed.rs` reads them; each record's `read` reads the cells in the order in which they are
//! put here.

use std::fmt::Display;
use std::str::FromStr;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::index;
use super::sets::{Set, Sets};
use crate::cell_types::{Key, Stated, StatedList, Until};

/// Cells, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    numbers: Vec<u8>,
    texts: Vec<String>,
}

impl Cells {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A number: seven bits a byte, lowest first; the eighth bit says that more follow.
    pub(super) fn number(mut self, value: impl TryInto<u64, Error: std::fmt::Debug>) -> Self {
        let mut value: u64 = value.try_into().expect("a number is not negative");
        while value >= 0x80 {
            self.numbers.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.numbers.push(value as u8);
        self
    }

    pub(super) fn flag(self, value: bool) -> Self {
        self.number(u64::from(value))
    }

    pub(super) fn text(mut self, text: &str) -> Self {
        self.texts.push(text.to_owned());
        self
    }

    pub(super) fn optional_text<T: FromStr + Display>(self, text: &Stated<T>) -> Self {
        match text.known() {
            Some(text) => self.flag(true).text(&text.to_string()),
            None => self.flag(false),
        }
    }

    pub(super) fn stated_text<T: FromStr + Display>(self, text: &Stated<T>) -> Self {
        match text {
            Stated::Known(text) => self.number(0_u64).text(&text.to_string()),
            Stated::None => self.number(1_u64),
            Stated::NotApplicable => self.number(2_u64),
            Stated::Unknown => self.number(3_u64),
        }
    }

    pub(super) fn term(self, set: &Set, key: &str) -> Self {
        self.number(set.position(key))
    }

    /// A term, counted from one, or zero.
    pub(super) fn optional_term(self, set: &Set, key: &Stated<Key>) -> Self {
        match key.known() {
            Some(key) => self.number(set.position(key) + 1),
            None => self.number(0_u64),
        }
    }

    /// The end of a listing.
    pub(super) fn until(self, sets: &Sets, until: &Until) -> Self {
        match until {
            Until::Current => self.number(0_u64),
            Until::Edition(id) => self.number(sets.get("Edition").position(id) + 1),
        }
    }

    /// A set: how many terms, then each.
    pub(super) fn set(self, set: &Set, keys: &[Key]) -> Self {
        let cells = self.number(keys.len());
        keys.iter().fold(cells, |cells, key| cells.term(set, key))
    }

    pub(super) fn stated_set(self, set: &Set, list: &StatedList) -> Self {
        match list {
            StatedList::Known(keys) => self.number(0_u64).set(set, keys),
            StatedList::None => self.number(1_u64),
            StatedList::NotApplicable => self.number(2_u64),
            StatedList::Unknown => self.number(3_u64),
        }
    }

    /// A stretch of rows of another table, or of a walk.
    pub(super) fn stretch(self, (start, end): (usize, usize)) -> Self {
        self.number(start).number(end)
    }

    pub(super) fn then(mut self, other: Self) -> Self {
        self.numbers.extend(other.numbers);
        self.texts.extend(other.texts);
        self
    }

    /// The cells as two values: the numbers and the texts.
    pub(super) fn values(&self) -> (TokenStream, TokenStream) {
        let (numbers, texts) = (Literal::byte_string(&self.numbers), &self.texts);
        (quote!(#numbers), quote!([#(#texts),*]))
    }
}

/// An array of rows, each read by `read`.
pub(super) fn table(rows: impl IntoIterator<Item = Cells>, read: &TokenStream) -> Table {
    let mut count = 0;
    let cells = rows.into_iter().fold(Cells::new(), |cells, row| {
        count += 1;
        cells.then(row)
    });
    let length = index(count);
    let value = if count == 0 {
        quote!([])
    } else {
        let (numbers, texts) = cells.values();
        quote!(crate::packed::table!(#length, #numbers, #texts, #read))
    };
    Table { count, value }
}

/// A table as a value.
pub(super) struct Table {
    /// How many rows it has.
    pub(super) count: usize,
    /// The array.
    pub(super) value: TokenStream,
}

impl Table {
    /// The table as a static item.
    pub(super) fn item(&self, name: &str, row: &TokenStream) -> TokenStream {
        let (name, count, value) = (super::sets::ident(name), index(self.count), &self.value);
        quote!(pub(crate) static #name: [#row; #count] = #value;)
    }
}
