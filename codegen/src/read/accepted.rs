//! A cache of cells that passed all checks.

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

/// The texts of one column that passed recently. Most columns repeat a few texts, and a text that
/// passed once need not be checked again. Every text has one slot, and replaces the one before it,
/// so the cache takes the same memory for every table.
pub(super) struct Accepted<'s> {
    /// Texts with their hashes, because comparing hashes is faster. Blank where no text passed yet;
    /// a blank cell never passes.
    slots: Vec<(u64, &'s str)>,
    hasher: RandomState,
}

const SLOTS: usize = 1024;

impl Default for Accepted<'_> {
    fn default() -> Self {
        Self { slots: vec![(0, ""); SLOTS], hasher: RandomState::default() }
    }
}

impl<'s> Accepted<'s> {
    /// Whether this text passed.
    pub(super) fn has(&self, text: &str) -> bool {
        let hash = self.hasher.hash_one(text);
        !text.is_empty() && self.slots[slot(hash)] == (hash, text)
    }

    /// Remembers a text.
    pub(super) fn add(&mut self, text: &'s str) {
        let hash = self.hasher.hash_one(text);
        self.slots[slot(hash)] = (hash, text);
    }
}

fn slot(hash: u64) -> usize {
    hash as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_added_is_known() {
        let texts: Vec<String> = (0..5000).map(|number| number.to_string()).collect();
        let mut accepted = Accepted::default();
        assert!(!accepted.has("0") && !accepted.has(""));
        for text in &texts {
            assert!(!accepted.has(text));
            accepted.add(text);
            assert!(accepted.has(text));
        }
        let known = texts.iter().filter(|text| accepted.has(text)).count();
        assert!((1..=SLOTS).contains(&known));
        assert!(!accepted.has(""));
    }
}
