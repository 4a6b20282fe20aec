//! Nodes: the tree of words that the index is, as one open hash table.
//!
//! A node is found by a key: a word's letters, or the number of the node before and that of the next word.
//! Both are numbers, so that finding one is a step or two in flat memory, and a word of a text is looked up
//! once however many tables have it.

use std::num::NonZeroU32;

use rustc_hash::FxHashMap;

use super::fold::fold;
use super::word_map::ShortWord;

/// The number of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NodeId(NonZeroU32);

impl NodeId {
    fn of(number: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(number))
    }

    fn number(self) -> u32 {
        self.0.get() - 1
    }
}

/// What stands at a node.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Node {
    /// The first of the entries that end there.
    pub entries: u32,
    /// How many do.
    pub count: u16,
    /// The number of what is known of the word by itself, and two bits above it.
    about: u16,
}

impl Node {
    const GOES_ON: u16 = 1 << 15;
    const KNOWN: u16 = 1 << 14;
    const FACTS: u16 = Self::KNOWN - 1;

    /// Whether longer phrases begin like this.
    #[inline]
    pub fn goes_on(self) -> bool {
        self.about & Self::GOES_ON != 0
    }

    /// Whether it is a word of a phrase.
    #[inline]
    pub fn is_known(self) -> bool {
        self.about & Self::KNOWN != 0
    }

    /// Makes it a word of a phrase.
    pub fn set_known(&mut self) {
        self.about |= Self::KNOWN;
    }

    /// The number of what is known of the word by itself; 0 for nothing.
    #[inline]
    pub fn facts(self) -> u16 {
        self.about & Self::FACTS
    }

    /// Gives it such a number, as far as there are more.
    pub fn set_facts(&mut self, number: usize) {
        let number = u16::try_from(number).ok().filter(|number| *number <= Self::FACTS);
        self.about |= number.unwrap_or_default();
    }
}

/// A node with what it is found by: whoever finds it has it at hand.
#[derive(Clone, Copy, Debug)]
struct Record {
    key: Key,
    node: Node,
}

/// What a node is found by: 16 bytes in two halves, so that a record has no gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key([u64; 2]);

impl Key {
    /// Set in no word of ASCII letters: the highest bits of their bytes are free.
    const STEP: u64 = 1 << 63;
    const LONG: u64 = 1 << 55;

    /// Of the letters of a word.
    #[inline]
    fn of(word: ShortWord) -> Self {
        let letters = word.number();
        Self([letters as u64, (letters >> 64) as u64])
    }

    /// A word of up to 16 ASCII letters, or none of those.
    #[inline]
    fn short_word(word: &str) -> Option<Self> {
        ShortWord::of(word).map(Self::of)
    }

    /// A longer word, by its number.
    fn long_word(number: u32) -> Self {
        Self([u64::from(number), Self::LONG])
    }

    /// The next word after a node.
    fn step(from: NodeId, word: NodeId) -> Self {
        Self([u64::from(from.number()) << 32 | u64::from(word.number()), Self::STEP])
    }

    #[inline]
    fn hash(self) -> u64 {
        // Both halves of the product together depend on every letter.
        let Self([low, high]) = self;
        let product = u128::from(low ^ 0x9e37_79b9_7f4a_7c15) * u128::from(high ^ 0xd1b5_4a32_d192_ed03);
        product as u64 ^ (product >> 64) as u64
    }
}

/// The nodes by their keys.
#[derive(Debug)]
pub(super) struct Nodes {
    /// By number.
    records: Vec<Record>,
    /// A power of two of places: 0, or the number of a node and one, below some bits of its key's hash.
    slots: Vec<u32>,
    /// The numbers of words that no number holds.
    long: FxHashMap<Box<str>, u32>,
    /// A bit for some of the hash of each step: nearly every two words that no phrase has side by side are told
    /// by it, and it is small.
    steps: Vec<u64>,
}

/// So many bits of a step's hash choose its bit.
const STEP_BITS: u32 = 19;

/// The place and the bit of a step.
#[inline]
fn step_bit(hash: u64) -> (usize, u64) {
    let place = hash >> (u64::BITS - STEP_BITS);
    ((place >> 6) as usize, 1 << (place & 63))
}

/// So many bits of a slot are the node's number.
const NUMBER_BITS: u32 = 24;

impl Default for Nodes {
    fn default() -> Self {
        // About as many as the tables have.
        Self {
            records: Vec::with_capacity(100_000),
            slots: vec![0; 1 << 18],
            long: FxHashMap::default(),
            steps: vec![0; 1 << (STEP_BITS - 6)],
        }
    }
}

impl Nodes {
    /// What stands at a node.
    #[inline]
    pub fn at(&self, id: NodeId) -> Node {
        self.records.get(id.number() as usize).map(|record| record.node).unwrap_or_default()
    }

    /// The same, to be changed.
    pub fn at_mut(&mut self, id: NodeId) -> Option<&mut Node> {
        self.records.get_mut(id.number() as usize).map(|record| &mut record.node)
    }

    /// Every node in the order of their numbers, to be changed.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Node> {
        self.records.iter_mut().map(|record| &mut record.node)
    }

    /// The node of a folded word.
    #[inline]
    pub fn word(&self, folded: ShortWord) -> Option<NodeId> {
        self.find(Key::of(folded))
    }

    /// The node of the word that begins at this place of a text.
    #[inline]
    pub fn word_at(&self, text: &str, start: usize, word: &str) -> Option<NodeId> {
        match ShortWord::at(text, start, word) {
            Some(short) => self.word(short),
            None => self.folded(&fold(word)),
        }
    }

    fn folded(&self, folded: &str) -> Option<NodeId> {
        match Key::short_word(folded) {
            Some(key) => self.find(key),
            None => self.find(Key::long_word(*self.long.get(folded)?)),
        }
    }

    /// The node after this one and the next word's.
    #[inline]
    pub fn step(&self, from: NodeId, word: NodeId) -> Option<NodeId> {
        let key = Key::step(from, word);
        let hash = key.hash();
        let (place, bit) = step_bit(hash);
        self.steps.get(place).filter(|bits| *bits & bit != 0)?;
        self.look(key, hash).ok()
    }

    /// The node of a word, made where there is none yet.
    pub fn learn(&mut self, word: &str) -> NodeId {
        let key = Key::short_word(word).unwrap_or_else(|| {
            let folded = fold(word);
            Key::short_word(&folded).unwrap_or_else(|| {
                let next = u32::try_from(self.long.len()).unwrap_or(u32::MAX);
                Key::long_word(*self.long.entry((*folded).into()).or_insert(next))
            })
        });
        self.find_or_add(key)
    }

    /// The node of a folded word, made where there is none yet.
    pub fn learn_folded(&mut self, folded: ShortWord) -> NodeId {
        self.find_or_add(Key::of(folded))
    }

    /// The node after this one and the next word's, made where there is none yet.
    pub fn learn_step(&mut self, from: NodeId, word: NodeId) -> NodeId {
        let key = Key::step(from, word);
        if let Some(node) = self.at_mut(from) {
            node.about |= Node::GOES_ON;
        }
        let (place, bit) = step_bit(key.hash());
        if let Some(bits) = self.steps.get_mut(place) {
            *bits |= bit;
        }
        self.find_or_add(key)
    }

    #[inline]
    fn find(&self, key: Key) -> Option<NodeId> {
        self.look(key, key.hash()).ok()
    }

    fn find_or_add(&mut self, key: Key) -> NodeId {
        self.look(key, key.hash()).unwrap_or_else(|free| {
            let number = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
            self.records.push(Record { key, node: Node::default() });
            if let Some(slot) = self.slots.get_mut(free) {
                *slot = slot_of(number, key);
            }
            if self.records.len() * 2 > self.slots.len() {
                self.grow();
            }
            NodeId::of(number)
        })
    }

    /// The node of a key, or else the free place where it belongs.
    #[inline]
    fn look(&self, key: Key, hash: u64) -> Result<NodeId, usize> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots.get(at).copied().unwrap_or_default();
            if slot == 0 {
                return Err(at);
            }
            let number = (slot & ((1 << NUMBER_BITS) - 1)) - 1;
            let is_it = || self.records.get(number as usize).is_some_and(|record| record.key == key);
            if slot >> NUMBER_BITS == tag(hash) && is_it() {
                return Ok(NodeId::of(number));
            }
            at = (at + 1) & mask;
        }
    }

    /// Twice as many places.
    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for number in 0..self.records.len() {
            let Some(&Record { key, .. }) = self.records.get(number) else { return };
            if let Err(free) = self.look(key, key.hash())
                && let Some(slot) = self.slots.get_mut(free)
            {
                *slot = slot_of(u32::try_from(number).unwrap_or(u32::MAX), key);
            }
        }
    }
}

/// The bits of a hash that stand in a slot: nearly every other node is told apart by them.
#[inline]
fn tag(hash: u64) -> u32 {
    (hash >> 56) as u32
}

fn slot_of(number: u32, key: Key) -> u32 {
    tag(key.hash()) << NUMBER_BITS | (number + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_spelled() {
        let mut nodes = Nodes::default();
        let learnt = ["minister", "Čaputová", "antidisestablishmentarianism", "U.S.", "—"];
        let ids = learnt.map(|word| nodes.learn(word));
        let spelled = ["MINISTER", "caputova", "Anti'disestablishmentarianism", "us", "—"];
        assert_eq!(spelled.map(|word| nodes.word_at(word, 0, word)), ids.map(Some));
        let text = "the minister, and the ministers";
        assert_eq!(
            nodes.word_at(text, 4, "minister"),
            Some(ids[0]),
            "what stands behind a word is not of it"
        );
        assert_eq!(spelled.map(|word| nodes.learn(word)), ids);
        assert_eq!(nodes.word_at("ministers", 0, "ministers"), None);
    }

    #[test]
    fn all_are_found_again_when_the_table_has_grown() {
        let mut nodes = Nodes { slots: vec![0; 2], ..Nodes::default() };
        let words: Vec<String> = (0..500).map(|number| format!("w{number}")).collect();
        let ids: Vec<NodeId> = words.iter().map(|word| nodes.learn(word)).collect();
        let steps: Vec<NodeId> = ids.windows(2).map(|two| nodes.learn_step(two[0], two[1])).collect();
        assert!(words.iter().zip(&ids).all(|(word, id)| nodes.word_at(word, 0, word) == Some(*id)));
        assert!(ids.windows(2).zip(&steps).all(|(two, step)| nodes.step(two[0], two[1]) == Some(*step)));
        assert_eq!(nodes.step(ids[1], ids[0]), None);
        assert_eq!(nodes.records.len(), 999);
        assert!(nodes.at(ids[0]).goes_on() && !nodes.at(steps[0]).goes_on());
    }
}
