//! A cache of cells that passed all checks.

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;

/// The texts of one column that passed recently. Most columns repeat a few texts, and a text that
/// passed once need not be checked again. Every text has one slot, and replaces the one before it.
/// The cache grows with the number of texts up to a limit, so that the names and addresses which
/// every edition repeats are found again.
pub(super) struct Accepted<'s> {
    /// The text that passed last. Most cells repeat the one above.
    last: &'s str,
    /// Texts with their hashes, because comparing hashes is faster. Blank where no text passed yet;
    /// a blank cell never passes. A power of two of them.
    slots: Vec<(u64, &'s str)>,
    /// How many texts were added since the cache has this size.
    added: usize,
    hasher: RandomState,
}

const FEWEST_SLOTS: usize = 1 << 10;
const MOST_SLOTS: usize = 1 << 17;

impl Default for Accepted<'_> {
    fn default() -> Self {
        let slots = vec![(0, ""); FEWEST_SLOTS];
        Self { last: "", slots, added: 0, hasher: RandomState::default() }
    }
}

impl<'s> Accepted<'s> {
    /// Whether this text passed.
    pub(super) fn has(&mut self, text: &str) -> bool {
        if text.is_empty() {
            return false;
        }
        if text == self.last {
            return true;
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
        if self.added == self.slots.len() / 2 && self.slots.len() < MOST_SLOTS {
            self.grow();
        }
        let hash = self.hasher.hash_one(text);
        let at = slot(hash, &self.slots);
        self.slots[at] = (hash, text);
        self.last = text;
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
        let mut accepted = Accepted::default();
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
        let mut accepted = Accepted::default();
        texts.iter().for_each(|text| accepted.add(text));
        let known = texts.iter().filter(|text| accepted.has(text)).count();
        assert!(known > texts.len() / 2, "{known}");
    }
}
