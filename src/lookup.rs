//! Finding a term by its text: a perfect hash whose tables are generated.
//!
//! The compiler in `codegen/src/emit/lookup.rs` hashes the same way; a test looks every key and
//! name up.

/// One perfect hash: texts and what they lead to.
#[derive(Debug)]
pub struct Lookup<T: 'static> {
    /// What the hash starts from.
    pub(crate) salt: u64,
    /// What to mix into the hash, by bucket: two bytes each, a power of two of them.
    seeds: &'static [u8],
    /// Which row it is, by slot: two bytes each, a power of two of them. Slots without a row hold
    /// row 0.
    slots: &'static [u8],
    rows: &'static [(&'static str, T)],
}

impl<T> Lookup<T> {
    pub(crate) const fn new(
        (salt, seeds, slots): (u64, &'static [u8], &'static [u8]),
        rows: &'static [(&'static str, T)],
    ) -> Self {
        Self { salt, seeds, slots, rows }
    }

    /// The only row that a text of this hash can be.
    #[inline]
    pub(crate) const fn row(&self, hash: u64) -> &'static (&'static str, T) {
        let seed = pair(self.seeds, hash as usize) as u64;
        let mixed = (hash ^ seed.wrapping_mul(SEED_FACTOR)).wrapping_mul(FACTOR) >> 32;
        &self.rows[pair(self.slots, mixed as usize)]
    }
}

/// A number of two bytes; its place is counted modulo how many there are.
#[inline]
const fn pair(bytes: &[u8], place: usize) -> usize {
    let at = (place << 1) & (bytes.len() - 1);
    bytes[at] as usize | (bytes[at | 1] as usize) << 8
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const SEED_FACTOR: u64 = 0xd6e8_feb8_6659_fd93;

/// The hash of a key.
#[inline]
pub(crate) const fn hash(text: &[u8], salt: u64) -> u64 {
    let mut state = salt ^ text.len() as u64;
    let mut rest = text;
    while let Some((chunk, tail)) = rest.split_first_chunk::<8>() {
        state = mix(state ^ u64::from_le_bytes(*chunk));
        rest = tail;
    }
    mix(state ^ tail(rest))
}

/// The hash of a name, ASCII capitals aside.
#[inline]
pub(crate) const fn hash_folded(text: &[u8], salt: u64) -> u64 {
    let mut state = salt ^ text.len() as u64;
    let mut rest = text;
    while let Some((chunk, tail)) = rest.split_first_chunk::<8>() {
        state = mix(state ^ fold(u64::from_le_bytes(*chunk)));
        rest = tail;
    }
    mix(state ^ fold(tail(rest)))
}

#[inline]
const fn mix(state: u64) -> u64 {
    let state = state.wrapping_mul(FACTOR);
    state ^ (state >> 29)
}

/// Up to seven bytes as a number.
#[inline]
const fn tail(bytes: &[u8]) -> u64 {
    let mut value = 0;
    let mut at = bytes.len();
    while at > 0 {
        at -= 1;
        value = value << 8 | bytes[at] as u64;
    }
    value
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

/// Whether two texts are the same.
#[inline]
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (mut a, mut b) = (a, b);
    while let (Some((x, a_rest)), Some((y, b_rest))) =
        (a.split_first_chunk::<8>(), b.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*x) != u64::from_le_bytes(*y) {
            return false;
        }
        (a, b) = (a_rest, b_rest);
    }
    tail(a) == tail(b)
}

/// Whether two texts are the same, ASCII capitals aside.
#[inline]
pub(crate) const fn same_folded(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (mut a, mut b) = (a, b);
    while let (Some((x, a_rest)), Some((y, b_rest))) =
        (a.split_first_chunk::<8>(), b.split_first_chunk::<8>())
    {
        if fold(u64::from_le_bytes(*x)) != fold(u64::from_le_bytes(*y)) {
            return false;
        }
        (a, b) = (a_rest, b_rest);
    }
    fold(tail(a)) == fold(tail(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_changes_capitals_and_nothing_else() {
        for byte in 0..=u8::MAX {
            let folded = fold(u64::from(byte) << 24 | u64::from(byte));
            let small = u64::from(byte.to_ascii_lowercase());
            assert_eq!(folded, small << 24 | small, "{byte:#x}");
        }
    }

    #[test]
    fn texts_are_compared_to_the_last_byte() {
        assert!(same(b"voice-recording", b"voice-recording"));
        assert!(!same(b"voice-recording", b"voice-recordinh"));
        assert!(!same(b"voice", b"voice-recording"));
        assert!(same_folded(b"Dun & BRADSTREET", b"dun & bradstreet"));
        assert!(!same_folded(b"Dun & Bradstreet", b"Dun & Bradstreen"));
    }
}
