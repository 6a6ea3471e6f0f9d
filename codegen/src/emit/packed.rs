//! Tables of facts as literals: rows of cells in a string of bytes, lists after them, texts in one
//! string. The library's `src/packed.rs` reads them; each record's `read` reads the cells in the
//! order in which they are put here.
//!
//! Written out as Rust values, the same facts take the compiler many times as long. A literal
//! costs it nothing, however long it is.

use std::collections::HashMap;
use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::{byte_lines, index, text_lines};
use super::sets::Set;
use crate::cell_types::{Key, Stated, StatedList};

/// The cells of a row, one after the other. Every row of a table has the same ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    cells: Vec<Cell>,
}

/// A cell. Numbers are written with the lowest byte first.
#[derive(Clone, Debug)]
enum Cell {
    /// One byte.
    Byte(u8),
    /// A term: two bytes.
    Term(u16),
    /// Four bytes.
    Number(u32),
    /// Where the text starts, four bytes, and how long it is, two. A missing one is empty.
    Text(String),
    /// Where the list starts, four bytes, and how long it is, two.
    List(Vec<u16>),
    /// A bit for each term of a closed set, the first one lowest.
    Bits(Vec<u8>),
}

impl Cells {
    pub(super) fn new() -> Self {
        Self::default()
    }

    fn with(mut self, cell: Cell) -> Self {
        self.cells.push(cell);
        self
    }

    /// One byte: a flag, or the index in a small set.
    pub(super) fn byte(self, value: u8) -> Self {
        self.with(Cell::Byte(value))
    }

    pub(super) fn flag(self, value: bool) -> Self {
        self.byte(u8::from(value))
    }

    pub(super) fn number(self, value: impl TryInto<u32, Error: std::fmt::Debug>) -> Self {
        self.with(Cell::Number(value.try_into().expect("tables are within their limits")))
    }

    /// Two bytes that are a term, or a term among other answers.
    pub(super) fn place(self, place: usize) -> Self {
        self.with(Cell::Term(u16::try_from(place).expect("a closed set is within its limit")))
    }

    pub(super) fn text(self, text: &str) -> Self {
        self.with(Cell::Text(text.to_owned()))
    }

    pub(super) fn optional_text<T: FromStr + Display>(self, text: &Stated<T>) -> Self {
        self.text(&text.known().map(ToString::to_string).unwrap_or_default())
    }

    pub(super) fn stated_text<T: FromStr + Display>(self, text: &Stated<T>) -> Self {
        let code = match text {
            Stated::Known(_) => 0,
            Stated::None => 1,
            Stated::NotApplicable => 2,
            Stated::Unknown => 3,
        };
        self.byte(code).optional_text(text)
    }

    pub(super) fn term(self, set: &Set, key: &str) -> Self {
        self.place(set.position(key))
    }

    /// A term of a set of a few, in one byte.
    pub(super) fn small_term(self, set: &Set, key: &str) -> Self {
        self.byte(u8::try_from(set.position(key)).expect("the model's own sets are small"))
    }

    /// A term, counted from one, or zero.
    pub(super) fn optional_term(self, set: &Set, key: &Stated<Key>) -> Self {
        self.place(key.known().map_or(0, |key| set.position(key) + 1))
    }

    /// A set of the terms with these keys.
    pub(super) fn set(self, set: &Set, keys: &[Key]) -> Self {
        self.places(keys.iter().map(|key| set.position(key)))
    }

    /// A set, as the places of its terms.
    pub(super) fn places(self, places: impl IntoIterator<Item = usize>) -> Self {
        let places: Result<Vec<u16>, _> = places.into_iter().map(u16::try_from).collect();
        self.with(Cell::List(places.expect("a closed set is within its limit")))
    }

    pub(super) fn stated_set(self, set: &Set, list: &StatedList) -> Self {
        let (code, keys): (u8, &[Key]) = match list {
            StatedList::Known(keys) => (0, keys),
            StatedList::None => (1, &[]),
            StatedList::NotApplicable => (2, &[]),
            StatedList::Unknown => (3, &[]),
        };
        self.byte(code).set(set, keys)
    }

    /// A set as bits, one for each of all terms.
    pub(super) fn bits(self, set: &Set, places: &[usize]) -> Self {
        let mut bytes = vec![0; set.keys.len().div_ceil(8)];
        for place in places {
            bytes[place / 8] |= 1 << (place % 8);
        }
        self.with(Cell::Bits(bytes))
    }

    /// Rows of another table that follow each other.
    pub(super) fn rows(self, rows: Range<usize>) -> Self {
        self.number(rows.start).number(rows.end)
    }

    /// The branch of a term in its hierarchy: the range of its number and those of narrower terms.
    pub(super) fn branch(self, (start, end): (usize, usize)) -> Self {
        self.place(start).place(end)
    }

    pub(super) fn then(mut self, other: Self) -> Self {
        self.cells.extend(other.cells);
        self
    }

    /// How many bytes they take.
    fn width(&self) -> usize {
        self.cells.iter().map(Cell::width).sum()
    }
}

impl Cell {
    fn width(&self) -> usize {
        match self {
            Self::Byte(_) => 1,
            Self::Term(_) => 2,
            Self::Number(_) => 4,
            Self::Text(_) | Self::List(_) => 6,
            Self::Bits(bits) => bits.len(),
        }
    }
}

/// A table, row by row. The same text or list is held once.
#[derive(Debug, Default)]
pub(super) struct Table {
    width: usize,
    rows: Vec<Vec<u8>>,
    /// Where the lists start: after the rows.
    lists_start: usize,
    lists: Vec<Vec<u16>>,
    list_places: HashMap<Vec<u16>, u32>,
    list_length: usize,
    texts: Vec<String>,
    text_places: HashMap<String, u32>,
    text_length: usize,
}

impl Table {
    /// A table of these rows.
    pub(super) fn of(rows: impl IntoIterator<Item = Cells>) -> Self {
        let rows: Vec<Cells> = rows.into_iter().collect();
        let width = rows.first().map_or(1, Cells::width);
        let lists_start = rows.len() * width;
        let mut table = Self { width, lists_start, ..Self::default() };
        for row in rows {
            let mut bytes = Vec::new();
            for cell in row.cells {
                match cell {
                    Cell::Byte(byte) => bytes.push(byte),
                    Cell::Term(place) => bytes.extend(place.to_le_bytes()),
                    Cell::Number(number) => bytes.extend(number.to_le_bytes()),
                    Cell::Text(text) => bytes.extend(table.text(&text)),
                    Cell::List(list) => bytes.extend(table.list(list)),
                    Cell::Bits(bits) => bytes.extend(bits),
                }
            }
            table.rows.push(bytes);
        }
        table
    }

    /// Holds a text: where it starts and how long it is.
    ///
    /// # Panics
    /// For a text of more than 65,535 bytes; the tables allow none.
    pub(super) fn text(&mut self, text: &str) -> [u8; 6] {
        if text.is_empty() {
            return [0; 6];
        }
        let start = match self.text_places.get(text) {
            Some(start) => *start,
            None => {
                let start = u32::try_from(self.text_length).expect("tables are within limits");
                self.text_places.insert(text.to_owned(), start);
                self.text_length += text.len();
                self.texts.push(text.to_owned());
                start
            }
        };
        range(start, text.len())
    }

    fn list(&mut self, list: Vec<u16>) -> [u8; 6] {
        if list.is_empty() {
            return [0; 6];
        }
        let length = list.len();
        let start = match self.list_places.get(&list) {
            Some(start) => *start,
            None => {
                let start = self.lists_start + self.list_length;
                let start = u32::try_from(start).expect("tables are within limits");
                self.list_places.insert(list.clone(), start);
                self.list_length += length * 2;
                self.lists.push(list);
                start
            }
        };
        range(start, length)
    }

    /// The table as a value.
    pub(super) fn value(&self) -> TokenStream {
        let (count, width) = (index(self.rows.len()), index(self.width));
        let lists: Vec<Vec<u8>> = self
            .lists
            .iter()
            .map(|list| list.iter().flat_map(|p| p.to_le_bytes()).collect())
            .collect();
        let rows = byte_lines(self.rows.iter().chain(&lists).map(Vec::as_slice));
        let texts = text_lines(self.texts.iter().map(String::as_str));
        quote!(Table { count: #count, width: #width, rows: #rows, texts: #texts })
    }

    /// The table as an item.
    pub(super) fn item(&self, name: &str) -> TokenStream {
        let (name, value) = (super::sets::ident(name), self.value());
        quote!(pub(crate) static #name: Table = #value;)
    }
}

/// Where something is held: where it starts, four bytes, and how long it is, two.
fn range(start: u32, length: usize) -> [u8; 6] {
    let length = u16::try_from(length).expect("texts and lists are within their limits");
    let ([a, b, c, d], [e, f]) = (start.to_le_bytes(), length.to_le_bytes());
    [a, b, c, d, e, f]
}

/// Numbers of four bytes each.
pub(super) fn numbers(numbers: impl IntoIterator<Item = usize>) -> Literal {
    let rows: Vec<[u8; 4]> = (numbers.into_iter())
        .map(|number| u32::try_from(number).expect("tables are within limits").to_le_bytes())
        .collect();
    let lines: Vec<Vec<u8>> = rows.chunks(16).map(|chunk| chunk.concat()).collect();
    byte_lines(lines.iter().map(Vec::as_slice))
}
