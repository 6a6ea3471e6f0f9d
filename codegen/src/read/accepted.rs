//! A cache of cells that passed all checks.

use std::borrow::Cow;
use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

use crate::cell_types::Kind;
use crate::keys::{KeysByTable, TableKeys};
use crate::tables::Column;

/// The texts of one column that passed recently. Most columns repeat a few texts, and a text that
/// passed once need not be checked again. Every text has one slot, and replaces the one before it.
/// The cache grows with the number of texts up to a limit, so that the names and addresses which
/// every edition repeats are found again.
pub(super) struct Accepted<'k, 's> {
    /// The text that passed last. Most cells repeat the one above.
    last: &'s str,
    /// The keys of the table that the column refers to, in order. They passed in their own table,
    /// and a reference to one of them passes as well.
    keys: &'k [Cow<'s, str>],
    /// Where the last key was found. Most tables are in the order of the table that they refer to,
    /// so the next one is there or close after.
    at: usize,
    /// Texts with their hashes, because comparing hashes is faster. Blank where no text passed yet;
    /// a blank cell never passes. A power of two of them, or none before a text is added.
    slots: Vec<(u64, &'s str)>,
    /// Whether no text is twice in the column, so that none need be remembered.
    unique: bool,
    /// How many texts were added since the cache has this size.
    added: usize,
    hasher: RandomState,
}

const FEWEST_SLOTS: usize = 1 << 6;
const MOST_SLOTS: usize = 1 << 17;
/// How many keys are compared before the slots are searched.
const CLOSE: usize = 4;

impl<'k, 's> Accepted<'k, 's> {
    fn new(keys: &'k [Cow<'s, str>], unique: bool) -> Self {
        let hasher = RandomState::default();
        Self { last: "", keys, at: 0, slots: Vec::new(), unique, added: 0, hasher }
    }

    /// The texts of a column, of which none passed yet.
    pub(super) fn of(column: &Column, tables: &'k KeysByTable<'s>) -> Self {
        // What else holds keys, such as a list or a party, has rules of its own.
        let table = column.references.as_deref();
        let table = table.filter(|_| column.holds(Kind::Key) && !column.list);
        let keys = table.and_then(|table| tables.get(table)).map(TableKeys::passed);
        Self::new(keys.unwrap_or_default(), false)
    }

    /// The texts of a column in which none is there twice.
    pub(super) fn of_unique() -> Self {
        Self::new(&[], true)
    }

    /// Whether this text passed.
    pub(super) fn has(&mut self, text: &str) -> bool {
        if text.is_empty() {
            return false;
        }
        if text == self.last {
            return true;
        }
        let close = self.keys[self.at..].iter().take(CLOSE).position(|key| key == text);
        if let Some(further) = close {
            self.at += further;
            return true;
        }
        if self.slots.is_empty() {
            return false;
        }
        let hash = self.hasher.hash_one(text);
        let found = self.slots[slot(hash, &self.slots)];
        if found != (hash, text) {
            return false;
        }
        self.last = found.1;
        true
    }

    /// Remembers a text.
    pub(super) fn add(&mut self, text: &'s str) {
        self.last = text;
        if let Ok(at) = self.keys.binary_search_by(|key| (**key).cmp(text)) {
            self.at = at;
        }
        if self.unique {
            return;
        }
        if self.slots.is_empty() {
            self.slots = vec![(0, ""); FEWEST_SLOTS];
        }
        if self.added == self.slots.len() / 2 && self.slots.len() < MOST_SLOTS {
            self.grow();
        }
        let hash = self.hasher.hash_one(text);
        let at = slot(hash, &self.slots);
        self.slots[at] = (hash, text);
        self.added += 1;
    }

    /// Doubles the number of slots, and gives every text its slot among them.
    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        let texts = std::mem::replace(&mut self.slots, vec![(0, ""); size]);
        for (hash, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            let at = slot(hash, &self.slots);
            self.slots[at] = (hash, text);
        }
        self.added = 0;
    }
}

fn slot(hash: u64, slots: &[(u64, &str)]) -> usize {
    hash as usize & (slots.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_added_is_known() {
        let texts: Vec<String> = (0..500_000).map(|number| number.to_string()).collect();
        let mut accepted = Accepted::new(&[], false);
        assert!(!accepted.has("0") && !accepted.has(""));
        for text in &texts {
            assert!(!accepted.has(text));
            accepted.add(text);
            assert!(accepted.has(text));
        }
        let known = texts.iter().filter(|text| accepted.has(text)).count();
        assert!((MOST_SLOTS / 2..=MOST_SLOTS).contains(&known), "{known}");
        assert!(!accepted.has(""));
    }

    #[test]
    fn the_texts_of_one_edition_are_known_in_the_next() {
        let texts: Vec<String> = (0..20_000).map(|number| number.to_string()).collect();
        let mut accepted = Accepted::new(&[], false);
        texts.iter().for_each(|text| accepted.add(text));
        let known = texts.iter().filter(|text| accepted.has(text)).count();
        assert!(known > texts.len() / 2, "{known}");
    }

    #[test]
    fn keys_of_the_other_table_are_known_in_any_order() {
        let texts: Vec<String> = (0..100).map(|number| format!("key-{number:03}")).collect();
        let keys: Vec<Cow<'_, str>> = texts.iter().map(|key| Cow::from(key.as_str())).collect();
        let mut accepted = Accepted::new(&keys, false);
        assert!(texts.iter().all(|text| accepted.has(text)));
        // Farther on, a key is checked like any other text; then the search goes on from there.
        assert!(!accepted.has("key-010"));
        accepted.add("key-010");
        assert!(accepted.has("key-013") && accepted.has("key-010"));
        assert!(!accepted.has("key-0130") && !accepted.has("key-000") && !accepted.has(""));
    }

    #[test]
    fn texts_that_never_repeat_are_not_kept() {
        let mut accepted = Accepted::of_unique();
        for text in ["a", "b"] {
            assert!(!accepted.has(text));
            accepted.add(text);
        }
        assert!(accepted.has("b") && !accepted.has("a"));
    }
}
