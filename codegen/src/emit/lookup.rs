//! The tables of a perfect hash. `src/lookup.rs` of the library hashes the same way.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::index;

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const SEED_FACTOR: u64 = 0xd6e8_feb8_6659_fd93;

/// The lookup for these texts, all different: each leads to its position. As what
/// the hash starts from, how many seeds, the seeds, how many slots, the rows of the slots.
///
/// # Panics
/// For more than 65,536 texts: positions are numbers of two bytes.
pub(super) fn table(texts: &[&str]) -> TokenStream {
    assert!(texts.len() <= 1 << 16, "a closed set has at most 65,536 keys and names");
    // Two texts of one hash can never get a slot each; they will not have one hash twice.
    let (salt, hashes) = (0..)
        .map(|salt| (salt, texts.iter().map(|text| hash(text.as_bytes(), salt)).collect()))
        .find(|(_, hashes): &(u64, Vec<u64>)| {
            hashes.iter().collect::<HashSet<_>>().len() == hashes.len()
        })
        .expect("the texts are different");
    let (seeds, slots) = solve(&hashes);
    let salt = Literal::u64_unsuffixed(salt);
    let (seed_count, slot_count) = (index(seeds.len()), index(slots.len()));
    let seeds = pairs(seeds);
    let slots = pairs(slots.into_iter().map(|row| row as u16));
    quote!([#salt, #seed_count, #seeds, #slot_count, #slots])
}

/// Numbers as a string of bytes, two each, the lower first.
fn pairs(numbers: impl IntoIterator<Item = u16>) -> Literal {
    let bytes: Vec<u8> = numbers.into_iter().flat_map(u16::to_le_bytes).collect();
    Literal::byte_string(&bytes)
}

/// Finds seeds that give every hash a slot of its own, fullest bucket first.
fn solve(hashes: &[u64]) -> (Vec<u16>, Vec<usize>) {
    let mut slot_count = (hashes.len() + hashes.len() / 4 + 1).next_power_of_two();
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
    let mixed = (hash ^ u64::from(seed).wrapping_mul(SEED_FACTOR)).wrapping_mul(FACTOR) >> 32;
    mixed as usize & (slot_count - 1)
}

fn hash(text: &[u8], salt: u64) -> u64 {
    let mut state = salt ^ text.len() as u64;
    let mut rest = text;
    while rest.len() > 8 {
        let (chunk, behind) = rest.split_at(8);
        state = mix(state ^ number(chunk));
        rest = behind;
    }
    mix(state ^ last_word(text))
}

fn mix(state: u64) -> u64 {
    let state = state.wrapping_mul(FACTOR);
    state ^ (state >> 29)
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
    fn every_text_gets_a_slot_of_its_own() {
        for count in [1, 2, 60, 1_000, 10_000] {
            let texts: Vec<String> = (0..count).map(|n| format!("provider-{n}")).collect();
            let hashes: Vec<u64> = texts.iter().map(|text| hash(text.as_bytes(), 0)).collect();
            let (seeds, slots) = solve(&hashes);
            for (row, hash) in hashes.iter().enumerate() {
                let seed = seeds[*hash as usize & (seeds.len() - 1)];
                assert_eq!(slots[slot(*hash, seed, slots.len())], row, "{count}");
            }
        }
    }
}
