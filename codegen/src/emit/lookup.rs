//! The tables of a perfect hash. `src/lookup.rs` of the library hashes the same way.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::{byte_lines, index};

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// A text to be found: as it is hashed, and the bytes of its slot.
pub(super) struct Entry<const WIDTH: usize> {
    text: String,
    slot: [u8; WIDTH],
}

impl Entry<2> {
    /// The key of the term at this place: its row has the text.
    pub(super) fn key(text: &str, place: usize) -> Self {
        Self { text: text.to_owned(), slot: place_bytes(place) }
    }
}

impl Entry<8> {
    /// A name, without capitals, of the term at this place, and where the term's table holds it.
    pub(super) fn name(text: String, held: [u8; 6], place: usize) -> Self {
        let ([a, b, c, d, e, f], [g, h]) = (held, place_bytes(place));
        Self { text, slot: [a, b, c, d, e, f, g, h] }
    }
}

/// # Panics
/// For more than 65,536 terms: places are numbers of two bytes.
fn place_bytes(place: usize) -> [u8; 2] {
    u16::try_from(place).expect("a closed set is within its limit").to_le_bytes()
}

/// The lookup for these texts, all different; those of a `folded` one without capitals.
pub(super) fn table<const WIDTH: usize>(entries: &[Entry<WIDTH>], folded: bool) -> TokenStream {
    // Two texts of one hash can never get a slot each; they will not have one hash twice. Low bits
    // of the salt hash more of the text, more exactly.
    let (salt, hashes) = (0..)
        .map(|salt| (salt, entries.iter().map(|e| hash(e.text.as_bytes(), salt, folded)).collect()))
        .find(|(_, hashes): &(u64, Vec<u64>)| {
            hashes.iter().collect::<HashSet<_>>().len() == hashes.len()
        })
        .expect("the texts are different");
    let (seeds, slots) = solve(&hashes);
    let slots: Vec<[u8; WIDTH]> =
        slots.into_iter().map(|row| entries.get(row).map_or([0; WIDTH], |e| e.slot)).collect();
    let salt = Literal::u64_unsuffixed(salt);
    let (buckets, slot_count) = (index(seeds.len()), index(slots.len()));
    let seeds: Vec<u8> = seeds.into_iter().flat_map(u16::to_le_bytes).collect();
    let slots: Vec<Vec<u8>> = slots.chunks(64 / WIDTH).map(|chunk| chunk.concat()).collect();
    let bytes = byte_lines(seeds.chunks(32).chain(slots.iter().map(Vec::as_slice)));
    quote!(Lookup { salt: #salt, buckets: #buckets, slots: #slot_count, bytes: #bytes })
}

/// Finds seeds that give every hash a slot of its own, fullest bucket first.
fn solve(hashes: &[u64]) -> (Vec<u16>, Vec<usize>) {
    let mut slot_count = hashes.len().next_power_of_two();
    let bucket_count = (hashes.len() / 3 + 1).next_power_of_two();
    let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); bucket_count];
    for (row, hash) in hashes.iter().enumerate() {
        buckets[*hash as usize & (bucket_count - 1)].push(row);
    }
    let mut order: Vec<usize> = (0..bucket_count).collect();
    order.sort_by_key(|bucket| std::cmp::Reverse(buckets[*bucket].len()));
    loop {
        if let Some(found) = try_solve(hashes, &buckets, &order, slot_count) {
            return found;
        }
        slot_count *= 2;
    }
}

fn try_solve(
    hashes: &[u64],
    buckets: &[Vec<usize>],
    order: &[usize],
    slot_count: usize,
) -> Option<(Vec<u16>, Vec<usize>)> {
    let mut seeds = vec![0_u16; buckets.len()];
    let mut slots: Vec<Option<usize>> = vec![None; slot_count];
    let mut taken = Vec::new();
    for bucket in order {
        let seed = (0..=u16::MAX).find(|seed| {
            taken.clear();
            buckets[*bucket].iter().all(|row| {
                let slot = slot(hashes[*row], *seed, slot_count);
                let free = slots[slot].is_none() && !taken.contains(&slot);
                taken.push(slot);
                free
            })
        })?;
        seeds[*bucket] = seed;
        for row in &buckets[*bucket] {
            slots[slot(hashes[*row], seed, slot_count)] = Some(*row);
        }
    }
    Some((seeds, slots.into_iter().map(Option::unwrap_or_default).collect()))
}

fn slot(hash: u64, seed: u16, slot_count: usize) -> usize {
    let mixed = (hash ^ u64::from(seed) << 16).wrapping_mul(FACTOR) >> 32;
    mixed as usize & (slot_count - 1)
}

const WHOLE: u64 = 1;
const EXACT: u64 = 2;

fn hash(text: &[u8], salt: u64, folded: bool) -> u64 {
    let fold = |word: u64| {
        if folded && salt & EXACT == 0 { word | 0x2020_2020_2020_2020 } else { word }
    };
    let mut state = (salt ^ text.len() as u64).wrapping_mul(FACTOR);
    let mut rest = text;
    while rest.len() > 8 {
        let (chunk, behind) = rest.split_at(8);
        state = (state ^ fold(number(chunk))).wrapping_mul(FACTOR);
        rest = if salt & WHOLE == 0 { &[] } else { behind };
    }
    mix(state ^ fold(last_word(text)))
}

fn mix(state: u64) -> u64 {
    let product = u128::from(state) * u128::from(FACTOR);
    product as u64 ^ (product >> 64) as u64
}

/// The last eight bytes as a number. A shorter text has all its bytes in it, some of them twice.
fn last_word(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    match length {
        0 => 0,
        1..4 => number(&[bytes[0], bytes[length / 2], bytes[length - 1]]),
        4..8 => number(&bytes[..4]) | number(&bytes[length - 4..]) << 32,
        _ => number(&bytes[length - 8..]),
    }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_of_two_lengths_have_hashes_of_their_own() {
        for salt in 0..8 {
            for (short, long) in [("a", "ba"), ("bq", "cqq"), ("it", "htt")] {
                let hash = |text: &str| hash(text.as_bytes(), salt, false);
                assert_ne!(hash(short), hash(long), "{short} {long}");
            }
        }
    }

    #[test]
    fn every_text_gets_a_slot_of_its_own() {
        for count in [1_usize, 2, 60, 1_000, 10_000] {
            let texts: Vec<String> = (0..count).map(|n| format!("provider-{n}")).collect();
            let hashes: Vec<u64> =
                texts.iter().map(|text| hash(text.as_bytes(), WHOLE, false)).collect();
            let (seeds, slots) = solve(&hashes);
            assert!(slots.len() <= (count * 4).next_power_of_two(), "{count}: {}", slots.len());
            for (row, hash) in hashes.iter().enumerate() {
                let seed = seeds[*hash as usize & (seeds.len() - 1)];
                assert_eq!(slots[slot(*hash, seed, slots.len())], row, "{count}");
            }
        }
    }
}
