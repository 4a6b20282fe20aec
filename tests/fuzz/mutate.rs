//! Mutations: from an input that means something to one that nearly does. The same seed gives the same
//! inputs on every machine.

/// Chance that is the same at every run with one seed (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// By this seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below this one; 0 below 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end.max(1) as u64).unwrap_or_default()
    }

    /// One of these.
    fn one<'s, T: ?Sized>(&mut self, of: &[&'s T]) -> &'s T {
        of[self.below(of.len())]
    }

    /// A run of places within so many, no longer than this.
    fn run(&mut self, len: usize, longest: usize) -> std::ops::Range<usize> {
        let start = self.below(len + 1);
        start..(start + self.below(longest) + 1).min(len)
    }
}

/// No input is longer.
const LONGEST: usize = 64 * 1024;

/// An input made from one of the seeds and, now and then, a part of another. `words` are what means
/// something in such inputs.
pub fn mutated(seeds: &[Vec<u8>], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut input = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(6) {
        mutate(&mut input, seeds, words, chance);
    }
    input.truncate(LONGEST);
    input
}

fn mutate(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&str], chance: &mut Chance) {
    let at = chance.below(input.len() + 1);
    match chance.below(10) {
        // A bit, a byte.
        0 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
        1 => input.insert(at, u8::try_from(chance.below(256)).unwrap_or_default()),
        // A part goes, comes twice, comes many times.
        2 => drop(input.drain(chance.run(input.len(), 64))),
        3 => drop(input.drain(chance.run(input.len(), 4096))),
        4 => {
            let part = input[chance.run(input.len(), 256)].to_vec();
            drop(input.splice(at..at, part));
        }
        5 => {
            let part = input[chance.run(input.len(), 16)].to_vec();
            let times = 1 + chance.below(2000);
            drop(input.splice(at..at, part.repeat(times)));
        }
        // What means something stands elsewhere, or many times.
        6 => drop(input.splice(at..at, chance.one(words).bytes())),
        7 => {
            let word = chance.one(words);
            let times = 1 + chance.below(500);
            drop(input.splice(at..at, word.repeat(times).into_bytes()));
        }
        // The end is cut off, or is another input's.
        8 => input.truncate(at),
        _ => {
            let other = &seeds[chance.below(seeds.len())];
            let from = chance.below(other.len() + 1);
            input.truncate(at);
            input.extend_from_slice(&other[from..]);
        }
    }
}
