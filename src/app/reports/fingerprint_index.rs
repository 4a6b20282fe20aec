//! An index of fingerprints: which of a hundred thousand texts are near this one, without comparing it
//! with each.
//!
//! The 64 bits are cut into six bands. Fingerprints that differ in no more than eleven bits have a band
//! in which they differ in one bit at most, so those near stand in a drawer of that band's bits or in
//! one of the drawers beside it.

use super::Fingerprint;

/// Texts by fingerprint, each known by a key. A hundred thousand take 13 MB.
#[derive(Clone, Debug)]
pub struct FingerprintIndex<K> {
    /// For each band, the drawers: the texts that have these bits there. Each drawer holds the
    /// fingerprints themselves, so that looking through it is one run through memory.
    bands: [Vec<Vec<(Fingerprint, K)>>; BANDS.len()],
}

/// The first bit and the number of bits of each band.
const BANDS: [(u32, u32); 6] = [(0, 11), (11, 11), (22, 11), (33, 11), (44, 10), (54, 10)];

/// Every near one is found: with one bit more in each of the bands, it would be too far away.
const _: () = assert!((Fingerprint::NEAR as usize) < 2 * BANDS.len());

impl<K> Default for FingerprintIndex<K> {
    fn default() -> Self {
        Self { bands: BANDS.map(|(_, width)| (0..1 << width).map(|_| Vec::new()).collect()) }
    }
}

impl<K: Copy + Ord> FingerprintIndex<K> {
    /// Puts a text in, unless it is too short to be near any.
    pub fn insert(&mut self, key: K, print: Fingerprint) {
        if print.is_too_short() {
            return;
        }
        for (band, drawers) in BANDS.iter().zip(&mut self.bands) {
            if let Some(drawer) = drawers.get_mut(bits_of(print, *band)) {
                drawer.push((print, key));
            }
        }
    }

    /// The texts that are near this one, the nearest first, then by key. One that was put in is near
    /// itself.
    pub fn near(&self, print: Fingerprint) -> Vec<K> {
        if print.is_too_short() {
            return Vec::new();
        }
        let mut found: Vec<(u32, K)> = Vec::new();
        for (band, drawers) in BANDS.iter().zip(&self.bands) {
            let own = bits_of(print, *band);
            let beside = (0..band.1).map(|bit| own ^ 1 << bit);
            for drawer in beside.chain([own]).filter_map(|bits| drawers.get(bits)) {
                let distances = drawer.iter().map(|(other, key)| (print.distance(*other), *key));
                found.extend(distances.filter(|(distance, _)| *distance <= Fingerprint::NEAR));
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|(_, key)| key).collect()
    }
}

/// The bits of a fingerprint in a band, as a number.
fn bits_of(print: Fingerprint, (first, width): (u32, u32)) -> usize {
    (print.to_bits() >> first) as usize & ((1 << width) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::time::Instant;

    proptest! {
        #[test]
        fn every_near_text_is_found_and_no_other(
            print in 1u64..,
            flips in prop::collection::vec(prop::collection::btree_set(0u32..64, 0..16), 1..20),
        ) {
            let flipped = |bits: &std::collections::BTreeSet<u32>| {
                Fingerprint::from_bits(bits.iter().fold(print, |print, bit| print ^ 1 << bit))
            };
            let print = Fingerprint::from_bits(print);
            let mut index = FingerprintIndex::default();
            flips.iter().enumerate().for_each(|(key, bits)| index.insert(key, flipped(bits)));
            let mut near: Vec<usize> =
                (0..flips.len()).filter(|key| flipped(&flips[*key]).is_near(print)).collect();
            near.sort_by_key(|key| (flips[*key].len(), *key));
            prop_assert_eq!(index.near(print), near);
        }
    }

    #[test]
    #[ignore = "a measurement, to be read"]
    fn how_long_it_takes_to_find_near_texts_among_100_000() {
        // Counting up by an odd number near 2^64 / φ spreads the fingerprints evenly.
        let print = |n: u64| Fingerprint::from_bits((n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let started = Instant::now();
        let mut index = FingerprintIndex::default();
        (0..100_000).for_each(|n| index.insert(n, print(n)));
        println!("100,000 put in: {:?}", started.elapsed());
        let started = Instant::now();
        let found: usize = (0..1_000).map(|n| index.near(print(n * 97)).len()).sum();
        println!("one look-up: {:?} ({found} found in 1,000)", started.elapsed() / 1_000);
        let text = "The two sides exchanged views on the harbour line in Valletta and agreed. ".repeat(40);
        let started = Instant::now();
        let all = (0..1_000).fold(0, |all, _| all ^ Fingerprint::of(std::hint::black_box(&text)).to_bits());
        println!("one fingerprint of 3 KB: {:?} ({all})", started.elapsed() / 1_000);
    }
}
