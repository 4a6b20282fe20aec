//! Chance that is the same at every run with one seed (SplitMix64).

/// Numbers by chance.
pub struct Dice(u64);

impl Dice {
    /// By the seed of this run, for one purpose.
    pub fn of(purpose: &str) -> Self {
        let seed =
            std::env::var("CHANCERY_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_126);
        println!("{purpose}: CHANCERY_SEED={seed}");
        Self(purpose.bytes().fold(seed, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into())))
    }

    /// A number below this one.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }
}
