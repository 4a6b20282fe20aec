//! Chance that is the same everywhere: whole numbers only, and no state but a counter.

/// What dice are thrown for. Dice of the same seed and number, thrown for something else, fall otherwise.
pub const PLAN: u64 = 1;
pub const CONTACT: u64 = 2;
pub const MANNER: u64 = 3;
pub const MEETING: u64 = 4;
pub const REPORT: u64 = 5;
pub const WORDS: u64 = 6;
pub const PERSON: u64 = 7;
pub const PLEDGE: u64 = 8;

/// The splitmix64 generator.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice for what these numbers name together.
    pub fn of(numbers: &[u64]) -> Self {
        let mut dice = Self(0);
        for &number in numbers {
            dice.0 = dice.next() ^ number;
        }
        dice
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one, each as likely.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// A number from one to another, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// Whether something happens that happens so often in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list, each as likely.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// A number below this one, the small ones more often, as words are in a language: a number is
    /// about as likely as all between it and its double.
    pub fn rank(&mut self, end: usize) -> usize {
        let octaves = end.ilog2() as usize + 1;
        loop {
            let least = 1 << self.below(octaves);
            let rank = least - 1 + self.below(least);
            if rank < end {
                return rank;
            }
        }
    }

    /// One of a list, the first ones more often.
    pub fn favor<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.rank(list.len())]
    }
}
