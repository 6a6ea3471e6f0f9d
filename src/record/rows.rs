//! Rows of a table that follow each other: a list of records, read one by one.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::Range;

use crate::packed::Cells;

/// A list of records. Each is read where it is asked for.
///
/// ```
/// use service_providers::Provider;
/// use service_providers::record::Engagement;
///
/// for provider in Provider::ALL {
///     assert!(provider.engagements().iter().all(|row| row.provider == *provider));
/// }
/// const FIRST: Option<&str> = match Engagement::ALL.first() {
///     Some(row) => Some(row.key),
///     None => None,
/// };
/// assert_eq!(Engagement::ALL.iter().next().map(|row| row.key), FIRST);
/// ```
pub struct Rows<T> {
    pub(crate) start: u32,
    pub(crate) end: u32,
    records: PhantomData<fn() -> T>,
}

impl<T> Rows<T> {
    #[inline]
    pub(crate) const fn new(start: u32, end: u32) -> Self {
        Self { start, end, records: PhantomData }
    }

    #[inline]
    pub(crate) const fn read(cells: &mut Cells) -> Self {
        Self::new(cells.number(), cells.number())
    }

    /// How many records there are.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether there is no record.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
}

pub(crate) mod sealed {
    /// A record that can be read by the number of its row.
    pub trait Row: Sized {
        fn at(row: usize) -> Self;
    }
}

use sealed::Row;

/// Lets records of a table be read by the number of their row.
macro_rules! row {
    ($record:ty) => {
        crate::record::rows::row!($record, |row| <$record>::row(row));
    };
    ($record:ty, |$row:ident| $read:expr) => {
        impl crate::record::rows::sealed::Row for $record {
            #[inline]
            fn at($row: usize) -> Self {
                $read
            }
        }

        impl crate::record::Rows<$record> {
            /// The record at this place of the list.
            #[inline]
            #[must_use]
            pub const fn get(self, at: usize) -> Option<$record> {
                if at >= self.len() {
                    return None;
                }
                let $row = self.start as usize + at;
                Some($read)
            }

            /// The first record of the list.
            #[inline]
            #[must_use]
            pub const fn first(self) -> Option<$record> {
                self.get(0)
            }
        }
    };
}

pub(crate) use row;

/// Two records are the same if they are of the same row.
macro_rules! identity {
    ($record:ty) => {
        impl PartialEq for $record {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.row == other.row
            }
        }

        impl Eq for $record {}
    };
}

pub(crate) use identity;

impl<T: Row> Rows<T> {
    /// The records, one after the other.
    #[inline]
    #[must_use]
    pub fn iter(self) -> RowsIter<T> {
        RowsIter { rows: self.start..self.end, records: PhantomData }
    }
}

impl<T> Clone for Rows<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<T> {}

impl<T: Row + fmt::Debug> fmt::Debug for Rows<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Row> IntoIterator for Rows<T> {
    type Item = T;
    type IntoIter = RowsIter<T>;

    #[inline]
    fn into_iter(self) -> RowsIter<T> {
        self.iter()
    }
}

/// The records of a list, one after the other.
pub struct RowsIter<T> {
    rows: Range<u32>,
    records: PhantomData<fn() -> T>,
}

impl<T> Clone for RowsIter<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), records: PhantomData }
    }
}

impl<T> fmt::Debug for RowsIter<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RowsIter").field(&self.rows).finish()
    }
}

impl<T: Row> Iterator for RowsIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.rows.next().map(|row| T::at(row as usize))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }

    #[inline]
    fn nth(&mut self, skipped: usize) -> Option<T> {
        self.rows.nth(skipped).map(|row| T::at(row as usize))
    }
}

impl<T: Row> DoubleEndedIterator for RowsIter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        self.rows.next_back().map(|row| T::at(row as usize))
    }
}

impl<T: Row> ExactSizeIterator for RowsIter<T> {}

impl<T: Row> FusedIterator for RowsIter<T> {}
