//! The tables of a perfect hash. `src/lookup.rs` of the library hashes the same way.

use std::iter::successors;

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
/// For more than 65,536 terms: places are numbers of two bytes. The limits of tables are below.
fn place_bytes(place: usize) -> [u8; 2] {
    u16::try_from(place).expect("a closed set is within its limit").to_le_bytes()
}

/// The lookup for these texts, all different; those of a `folded` one without capitals.
pub(super) fn table<const WIDTH: usize>(entries: &[Entry<WIDTH>], folded: bool) -> TokenStream {
    let texts: Vec<&[u8]> = entries.iter().map(|entry| entry.text.as_bytes()).collect();
    let Solution { salt, seeds, slots } = solve(&texts, folded);
    let slots: Vec<[u8; WIDTH]> =
        slots.into_iter().map(|row| entries.get(row).map_or([0; WIDTH], |e| e.slot)).collect();
    let salt = Literal::u64_unsuffixed(salt);
    let (buckets, slot_count) = (index(seeds.len()), index(slots.len()));
    let seeds: Vec<u8> = seeds.into_iter().flat_map(u16::to_le_bytes).collect();
    let slots: Vec<Vec<u8>> = slots.chunks(64 / WIDTH).map(|chunk| chunk.concat()).collect();
    let bytes = byte_lines(seeds.chunks(32).chain(slots.iter().map(Vec::as_slice)));
    quote!(Lookup { salt: #salt, buckets: #buckets, slots: #slot_count, bytes: #bytes })
}

/// How each text gets a slot of its own.
struct Solution {
    salt: u64,
    /// Of each bucket.
    seeds: Vec<u16>,
    /// Which text is in each slot; in a slot that no text needs, the first.
    slots: Vec<usize>,
}

/// Finds the smallest table, and for it the salt that hashes as little of a text as will do.
fn solve(texts: &[&[u8]], folded: bool) -> Solution {
    const SALTS: u64 = 16;
    let slot_counts = successors(Some(texts.len().next_power_of_two()), |count| Some(count * 2));
    let salts = (0..=WHOLE | EXACT)
        .flat_map(|how| (0..SALTS).map(move |n| n.wrapping_mul(FACTOR << 2) | how));
    slot_counts
        .flat_map(|slot_count| salts.clone().map(move |salt| (slot_count, salt)))
        .find_map(|(slot_count, salt)| {
            let hashes: Vec<u64> = texts.iter().map(|text| hash(text, salt, folded)).collect();
            let (seeds, slots) = place(&hashes, slot_count)?;
            Some(Solution { salt, seeds, slots })
        })
        .expect("a table that is large enough")
}

/// Finds seeds that give every hash a slot of its own, fullest bucket first.
fn place(hashes: &[u64], slot_count: usize) -> Option<(Vec<u16>, Vec<usize>)> {
    let bucket_count = (hashes.len() / 3 + 1).next_power_of_two();
    let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); bucket_count];
    for (row, hash) in hashes.iter().enumerate() {
        buckets[*hash as usize & (bucket_count - 1)].push(row);
    }
    let mut order: Vec<usize> = (0..bucket_count).collect();
    order.sort_by_key(|bucket| std::cmp::Reverse(buckets[*bucket].len()));

    let mut seeds = vec![0_u16; bucket_count];
    let mut slots: Vec<Option<usize>> = vec![None; slot_count];
    let mut taken = Vec::new();
    // Larger seeds lead to the same slots again.
    let largest = u16::try_from(slot_count - 1).unwrap_or(u16::MAX);
    for bucket in order {
        let rows = &buckets[bucket];
        let seed = (0..=largest).find(|seed| {
            taken.clear();
            rows.iter().all(|row| {
                let slot = slot(hashes[*row], *seed, slot_count);
                let free = slots[slot].is_none() && !taken.contains(&slot);
                taken.push(slot);
                free
            })
        })?;
        seeds[bucket] = seed;
        for row in rows {
            slots[slot(hashes[*row], seed, slot_count)] = Some(*row);
        }
    }
    Some((seeds, slots.into_iter().map(Option::unwrap_or_default).collect()))
}

fn slot(hash: u64, seed: u16, slot_count: usize) -> usize {
    ((hash >> 32) as u32 ^ u32::from(seed)) as usize & (slot_count - 1)
}

const WHOLE: u64 = 1;
const EXACT: u64 = 2;

fn hash(text: &[u8], salt: u64, folded: bool) -> u64 {
    let fold = |word: u64| {
        if folded && salt & EXACT == 0 { word | 0x2020_2020_2020_2020 } else { word }
    };
    let [first, last] = ends(text);
    let mut state = salt ^ fold(first);
    if salt & WHOLE != 0 {
        let mut rest = text;
        while rest.len() > 16 {
            rest = &rest[8..];
            state = state.wrapping_mul(FACTOR) ^ fold(number(&rest[..8]));
        }
    }
    let last = fold(last) ^ (text.len() as u64).wrapping_mul(FACTOR);
    let product = u128::from(state) * u128::from(last);
    product as u64 ^ (product >> 64) as u64
}

/// The first and the last eight bytes, as numbers. A shorter text has all its bytes in each, some of
/// them twice.
fn ends(text: &[u8]) -> [u64; 2] {
    let length = text.len();
    let short = match length {
        0 => 0,
        1..4 => number(&[text[0], text[length / 2], text[length - 1]]),
        4..8 => number(&text[..4]) | number(&text[length - 4..]) << 32,
        _ => return [number(&text[..8]), number(&text[length - 8..])],
    };
    [short, short]
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
        for count in [1_usize, 2, 60, 1_000, 10_000, 60_000] {
            let texts: Vec<String> = (0..count).map(|n| format!("provider-{n}")).collect();
            let texts: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
            let Solution { salt, seeds, slots } = solve(&texts, false);
            assert!(slots.len() <= (count * 2).next_power_of_two(), "{count}: {}", slots.len());
            for (row, text) in texts.iter().enumerate() {
                let hash = hash(text, salt, false);
                let seed = seeds[hash as usize & (seeds.len() - 1)];
                assert_eq!(slots[slot(hash, seed, slots.len())], row, "{count}");
            }
        }
    }

    #[test]
    fn texts_with_the_same_ends_are_told_apart_by_their_middle() {
        let texts = ["provider-one-of-a-company", "provider-two-of-a-company"].map(str::as_bytes);
        let ends = texts.map(ends);
        assert_eq!(ends[0], ends[1]);
        let Solution { salt, .. } = solve(&texts, false);
        assert_eq!(salt & WHOLE, WHOLE);
    }
}
