//! An index of fingerprints: which of a hundred thousand texts are near this one, without comparing it
//! with each.
//!
//! The 64 bits are cut into six bands. Fingerprints that differ in no more than eleven bits have a band
//! in which they differ in one bit at most, so those near stand in a drawer of that band's bits or in
//! one of the drawers beside it.

use crate::review::Fingerprint;

/// Texts by fingerprint, each known by its place in the list that they were given in. A hundred thousand
/// take 3 MB.
#[derive(Clone, Debug)]
pub struct FingerprintIndex {
    prints: Vec<Fingerprint>,
    bands: [Band; BANDS.len()],
}

/// The drawers of a band, one after the other.
#[derive(Clone, Debug)]
struct Band {
    first_bit: u32,
    width: u32,
    /// Where each drawer begins, and where the last one ends.
    begins: Vec<u32>,
    /// The texts that have the bits of their drawer.
    texts: Vec<u32>,
}

/// The first bit and the number of bits of each band.
const BANDS: [(u32, u32); 6] = [(0, 11), (11, 11), (22, 11), (33, 11), (44, 10), (54, 10)];

/// Every near one is found: with one bit more in each of the bands, it would be too far away.
const _: () = assert!((Fingerprint::NEAR as usize) < 2 * BANDS.len());

impl FingerprintIndex {
    /// The index of these. Those of texts that are too short to be near any are not found.
    pub fn of(prints: Vec<Fingerprint>) -> Self {
        let bands = BANDS.map(|(first_bit, width)| Band::of(&prints, first_bit, width));
        Self { prints, bands }
    }

    /// The texts that are near this one, the nearest first, then in the order given. One of the index is
    /// near itself.
    pub fn near(&self, print: Fingerprint) -> Vec<usize> {
        if print.is_too_short() {
            return Vec::new();
        }
        let mut found: Vec<(u32, u32)> = Vec::new();
        for band in &self.bands {
            let own = band.bits_of(print);
            let beside = (0..band.width).map(|bit| own ^ 1 << bit);
            for &text in beside.chain([own]).flat_map(|bits| band.drawer(bits)) {
                let Some(other) = self.prints.get(text as usize) else { continue };
                let distance = print.distance(*other);
                if distance <= Fingerprint::NEAR {
                    found.push((distance, text));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|(_, text)| text as usize).collect()
    }
}

impl Band {
    fn of(prints: &[Fingerprint], first_bit: u32, width: u32) -> Self {
        let mut band = Self { first_bit, width, begins: Vec::new(), texts: Vec::new() };
        let bits = |text: &u32| prints.get(*text as usize).map(|print| band.bits_of(*print));
        let long = (0_u32..).zip(prints).filter(|(_, print)| !print.is_too_short());
        let mut texts: Vec<u32> = long.map(|(text, _)| text).collect();
        texts.sort_by_key(bits);
        let begin = |drawer| texts.partition_point(|text| bits(text) < Some(drawer)) as u32;
        let begins = (0..=1 << width).map(begin).collect();
        (band.begins, band.texts) = (begins, texts);
        band
    }

    /// The bits of a fingerprint in this band, as a number.
    fn bits_of(&self, print: Fingerprint) -> usize {
        (print.to_bits() >> self.first_bit) as usize & ((1 << self.width) - 1)
    }

    fn drawer(&self, bits: usize) -> &[u32] {
        let [from, to] = [bits, bits + 1].map(|at| self.begins.get(at).map_or(0, |begin| *begin as usize));
        self.texts.get(from..to).unwrap_or_default()
    }
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
            let index = FingerprintIndex::of(flips.iter().map(flipped).collect());
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
        let index = FingerprintIndex::of((0..100_000).map(print).collect());
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
