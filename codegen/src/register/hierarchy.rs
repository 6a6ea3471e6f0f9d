//! Wider and narrower terms.

use crate::cell_types::{Key, Stated};
use crate::tables::row::{DataCategoryRow, DataSubjectRow};

/// A term with a wider one.
pub trait Hierarchy {
    /// The term's key.
    fn key(&self) -> &Key;
    /// The next wider term.
    fn parent(&self) -> Option<&Key>;
}

macro_rules! hierarchy {
    ($($row:ty),*) => {$(
        impl Hierarchy for $row {
            fn key(&self) -> &Key {
                &self.key
            }

            fn parent(&self) -> Option<&Key> {
                Stated::known(&self.parent)
            }
        }
    )*};
}

hierarchy!(DataCategoryRow, DataSubjectRow);

/// The keys of a term and of every wider one, from the term upwards.
pub fn ancestors<'r, T: Hierarchy>(rows: &'r [T], key: &'r str) -> Vec<&'r str> {
    let mut chain = vec![key];
    while let Some(parent) =
        rows.iter().find(|row| row.key().as_str() == chain[chain.len() - 1]).and_then(T::parent)
    {
        chain.push(parent.as_str());
    }
    chain
}
