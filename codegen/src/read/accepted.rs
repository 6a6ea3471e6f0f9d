//! Cells that were accepted before.

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

/// The texts that a column accepted lately. Most columns say the same few things over and over;
/// what was accepted once need not be checked again. Each text has one slot, and drives out the one
/// that was there: this takes the same room for every table.
pub(super) struct Accepted<'s> {
    /// With their hashes, so that the text of another is rarely looked at. Blank where nothing was
    /// accepted yet; a blank cell never is.
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
    /// Whether this text was accepted.
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
