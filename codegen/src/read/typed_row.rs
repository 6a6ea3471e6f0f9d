//! Gives the cells of a row their type, without JSON in between.

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, Error, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::cells::split_list;
use crate::tables::{Column, Row};

/// The typed row of these cells, which are in the order of the columns. `None` if the type refuses
/// what the schema accepts.
pub(super) fn typed_row<R: Row>(columns: &[Column], cells: &[Cow<'_, str>]) -> Option<R> {
    let cells = columns.iter().zip(cells).map(|(column, text)| Cell { text, list: column.list });
    R::deserialize(SeqAccessDeserializer::new(InOrder { left: columns.len(), cells })).ok()
}

/// The cells of a row, or the items of a list cell.
struct InOrder<I> {
    left: usize,
    cells: I,
}

impl<'c, I: Iterator<Item = Cell<'c>>> SeqAccess<'c> for InOrder<I> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'c>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.left = self.left.saturating_sub(1);
        self.cells.next().map(|cell| seed.deserialize(cell)).transpose()
    }

    /// Serde uses it to allocate no more memory than a list needs.
    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// A cell that is a text, or a list of texts.
struct Cell<'c> {
    text: &'c str,
    list: bool,
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if !self.list {
            return BorrowedStrDeserializer::new(self.text).deserialize_any(visitor);
        }
        let left = split_list(self.text).count();
        let cells = split_list(self.text).map(|text| Cell { text, list: false });
        visitor.visit_seq(InOrder { left, cells })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::TableInfo;
    use crate::tables::row::{ProviderRow, SuccessionRow};

    fn read<R: Row>(cells: &[&str]) -> Option<R> {
        let cells: Vec<Cow<'_, str>> = cells.iter().map(|cell| Cow::from(*cell)).collect();
        typed_row(TableInfo::of::<R>().columns(), &cells)
    }

    #[test]
    fn cells_become_the_same_row_as_their_json() {
        let json = serde_json::json!({
            "key": "a", "name": "A", "aliases": ["B", "C"], "withdrawn": "none"
        });
        assert_eq!(
            read::<ProviderRow>(&["a", "A", "B;C", "none"]),
            serde_json::from_value(json).ok()
        );
    }

    #[test]
    fn what_the_type_refuses_is_no_row() {
        let cells = ["a", "b", "renamed", "2025-11-17", "strong", "Text.", "doc", "none"];
        assert!(read::<SuccessionRow>(&cells).is_some());
        let mut odd = cells;
        odd[2] = "odd";
        assert_eq!(read::<SuccessionRow>(&odd), None);
        assert_eq!(read::<SuccessionRow>(&cells[1..]), None);
    }
}
