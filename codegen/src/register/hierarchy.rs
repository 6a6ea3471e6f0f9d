//! Wider and narrower terms.

use std::collections::BTreeSet;

use super::Vocabulary;
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

/// The term of the Data Privacy Vocabulary that groups of children are mapped to.
const DPV_CHILD: &str = "https://w3id.org/dpv#Child";

impl Vocabulary {
    /// The groups of people that consist of children, by key: those that are mapped to children, and
    /// all narrower ones.
    pub fn children(&self) -> BTreeSet<&str> {
        let mapped = |key: &str| {
            let row = self.data_subjects.iter().find(|row| row.key.as_str() == key);
            let term = row.and_then(|row| row.dpv.known());
            term.is_some_and(|term| &**term == DPV_CHILD)
        };
        let groups = self.data_subjects.iter().map(|row| row.key.as_str());
        groups.filter(|key| ancestors(&self.data_subjects, key).into_iter().any(mapped)).collect()
    }
}
