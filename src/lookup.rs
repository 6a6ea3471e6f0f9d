//! Finding a term by its text: a perfect hash whose tables are generated.
//!
//! The compiler in `codegen/src/emit/lookup.rs` hashes the same way; a test looks every key and
//! name up.

use crate::packed::Table;

/// One perfect hash.
pub struct Lookup {
    /// What the hash starts from.
    pub(crate) salt: u64,
    /// How many buckets there are: a power of two.
    pub(crate) buckets: u32,
    /// How many slots there are: a power of two.
    pub(crate) slots: u32,
    /// What to mix into the hash, two bytes for each bucket. Behind that the slots. One of a key has
    /// two bytes: the term's place, whose row has the key. One of a name has eight: where in the
    /// table's texts the name starts, how long it is, and the term's place. Slots without a text of
    /// their own hold the first.
    pub(crate) bytes: &'static [u8],
}

impl Lookup {
    /// The place of the only term whose key a text of this hash can be.
    #[inline]
    pub(crate) const fn key(&self, hash: u64) -> usize {
        u16::from_le_bytes(*self.slot(hash)) as usize
    }

    /// The only name that a text of this hash can be, and the place of its term.
    #[inline]
    pub(crate) const fn name(&self, hash: u64, table: &Table) -> (&'static [u8], usize) {
        let slot = u64::from_le_bytes(*self.slot(hash));
        let (start, length) = (slot as u32 as usize, (slot >> 32) as u16 as usize);
        (table.bytes(start, length), (slot >> 48) as usize)
    }

    /// The slot of a hash.
    #[inline]
    const fn slot<const WIDTH: usize>(&self, hash: u64) -> &'static [u8; WIDTH] {
        let bucket = hash as u32 & (self.buckets - 1);
        let Some(seed) = self.bytes.split_at(bucket as usize * 2).1.first_chunk() else {
            panic!("a seed has two bytes")
        };
        let slot = ((hash >> 32) as u32 ^ u16::from_le_bytes(*seed) as u32) & (self.slots - 1);
        let slot = self.buckets as usize * 2 + slot as usize * WIDTH;
        let Some(slot) = self.bytes.split_at(slot).1.first_chunk() else {
            panic!("a slot is whole")
        };
        slot
    }
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// How much of a text is hashed: the lowest bits of the salt. Both ends tell most texts apart, and
/// take no loop.
const WHOLE: u64 = 1;
/// Whether capitals are folded exactly, which is slower than folding some punctuation with them.
const EXACT: u64 = 2;

/// The hash of a text with these ends; of a name, which is `FOLDED`, ignoring ASCII capitals.
#[inline]
pub(crate) const fn hash<const FOLDED: bool>(text: &[u8], ends: Ends, salt: u64) -> u64 {
    if !FOLDED {
        hash_folded::<AS_IT_IS>(text, ends, salt)
    } else if salt & EXACT == 0 {
        hash_folded::<ROUGHLY>(text, ends, salt)
    } else {
        hash_folded::<EXACTLY>(text, ends, salt)
    }
}

/// How capitals are folded.
const AS_IT_IS: u8 = 0;
const ROUGHLY: u8 = 1;
const EXACTLY: u8 = 2;

#[inline]
const fn hash_folded<const HOW: u8>(text: &[u8], ends: Ends, salt: u64) -> u64 {
    let mut state = salt ^ folded::<HOW>(ends.first);
    if salt & WHOLE != 0 {
        state = hash_middle::<HOW>(text, state);
    }
    // The length is multiplied, so that it cannot make up for a letter.
    let last = folded::<HOW>(ends.last) ^ (text.len() as u64).wrapping_mul(FACTOR);
    // Both halves of the product: every bit of the ends reaches every bit of the hash.
    let product = state as u128 * last as u128;
    product as u64 ^ (product >> 64) as u64
}

/// The hash goes on through the middle of the text. Only a few sets need this, so it is not inlined.
const fn hash_middle<const HOW: u8>(text: &[u8], mut state: u64) -> u64 {
    let mut rest = text;
    while let Some(chunk) = middle(&mut rest) {
        state = state.wrapping_mul(FACTOR) ^ folded::<HOW>(chunk);
    }
    state
}

#[inline]
const fn folded<const HOW: u8>(word: u64) -> u64 {
    match HOW {
        AS_IT_IS => word,
        ROUGHLY => fold_roughly(word),
        _ => fold(word),
    }
}

/// Eight bytes in which a capital and its small letter are the same, and so are some others.
#[inline]
const fn fold_roughly(word: u64) -> u64 {
    word | 0x2020_2020_2020_2020
}

/// The first and the last eight bytes of a text, as numbers. A shorter text has all its bytes in
/// each, some of them twice.
#[derive(Clone, Copy)]
pub(crate) struct Ends {
    first: u64,
    last: u64,
}

#[inline]
pub(crate) const fn ends(text: &[u8]) -> Ends {
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return Ends { first: u64::from_le_bytes(*first), last: u64::from_le_bytes(*last) };
    }
    let word = short(text);
    Ends { first: word, last: word }
}

/// All bytes of a text of less than eight.
#[inline]
const fn short(text: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32;
    }
    match text {
        [] => 0,
        [first, ..] => {
            let (middle, last) = (text[text.len() / 2], text[text.len() - 1]);
            *first as u64 | (middle as u64) << 8 | (last as u64) << 16
        }
    }
}

/// The next eight bytes between the ends of a text, of which the rest starts eight bytes before.
#[inline]
const fn middle(rest: &mut &[u8]) -> Option<u64> {
    if rest.len() <= 16 {
        return None;
    }
    *rest = rest.split_at(8).1;
    match rest.first_chunk() {
        Some(chunk) => Some(u64::from_le_bytes(*chunk)),
        None => None,
    }
}

/// Eight bytes with their ASCII capitals made small, all at once.
#[inline]
const fn fold(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = word & !HIGH;
    let from_a = low + (0x80 - b'A' as u64) * ONES;
    let past_z = low + (0x80 - b'Z' as u64 - 1) * ONES;
    let capital = (from_a & !past_z & !word & HIGH) >> 2;
    word | capital
}

/// Whether a text is the same as one with these ends; names, which are `FOLDED`, ASCII capitals
/// aside.
#[inline]
pub(crate) const fn same<const FOLDED: bool>(known: &[u8], text: &[u8], of_text: Ends) -> bool {
    if known.len() != text.len() {
        return false;
    }
    let of_known = ends(known);
    if !same_word::<FOLDED>(of_known.first, of_text.first)
        || !same_word::<FOLDED>(of_known.last, of_text.last)
    {
        return false;
    }
    let (mut left, mut right) = (known, text);
    while let (Some(x), Some(y)) = (middle(&mut left), middle(&mut right)) {
        if !same_word::<FOLDED>(x, y) {
            return false;
        }
    }
    true
}

#[inline]
const fn same_word<const FOLDED: bool>(a: u64, b: u64) -> bool {
    a == b || FOLDED && fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same<const FOLDED: bool>(a: &[u8], b: &[u8]) -> bool {
        super::same::<FOLDED>(a, b, ends(b))
    }

    #[test]
    fn folding_changes_capitals_and_nothing_else() {
        for byte in 0..=u8::MAX {
            let folded = fold(u64::from(byte) << 24 | u64::from(byte));
            let small = u64::from(byte.to_ascii_lowercase());
            assert_eq!(folded, small << 24 | small, "{byte:#x}");
        }
    }

    #[test]
    fn short_texts_of_one_length_have_words_of_their_own() {
        for (a, b) in
            [("a", "b"), ("ab", "ba"), ("abc", "abd"), ("abcde", "abcfe"), ("abcdefg", "abcxefg")]
        {
            assert_ne!(short(a.as_bytes()), short(b.as_bytes()), "{a} {b}");
            assert!(!same::<false>(a.as_bytes(), b.as_bytes()));
            assert!(same::<true>(a.to_ascii_uppercase().as_bytes(), a.as_bytes()));
        }
    }

    #[test]
    fn texts_are_compared_to_the_last_byte() {
        assert!(same::<false>(b"voice-recording", b"voice-recording"));
        assert!(!same::<false>(b"voice-recording", b"voice-recordinh"));
        assert!(!same::<false>(b"voice", b"voice-recording"));
        assert!(!same::<false>(b"a-voice-and-a-recording", b"a-voice-nor-a-recording"));
        assert!(same::<true>(b"Dun & BRADSTREET", b"dun & bradstreet"));
        assert!(!same::<true>(b"Dun & Bradstreet", b"Dun & Bradstreen"));
    }
}
