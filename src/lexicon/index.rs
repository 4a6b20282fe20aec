//! The index: every word and phrase of every table in one tree of words, so that a text's words are
//! looked up once for all of them.
//!
//! A node of the tree (`nodes`) is a word that phrases begin with, or a node and the next word. At each stand
//! the phrases that end there, of whatever table: what each means is for its table's [`Phrases`].
//!
//! [`Phrases`]: super::phrases::Phrases

use super::facts::Facts;
use super::nodes::{Node, NodeId, Nodes};
use super::word_map::ShortWord;
use super::words::{Shape, words};

/// Which table a phrase is of, of those that texts are looked up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    Parties,
    Places,
    Titles,
    Offices,
    Verbs,
    Topics,
    Words,
    Contacts,
    Presence,
    Leaders,
    Cues,
}

impl Set {
    /// Its own bit among those of all sets.
    pub fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Whether the letters of a phrase must be written as the table has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// "minister" finds Minister and MINISTER.
    Any,
    /// The first word begins with a capital letter in the text, and a word that the table has in
    /// capitals ("US") is in capitals there too.
    AsName,
}

/// A phrase of a table, as what stands at its last word's node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// The place of its value among those of its set.
    pub value: u32,
    /// Which of its words the table has in capitals, a bit a word.
    pub upper: u16,
    pub set: Set,
    pub case: Case,
}

/// How the words of a phrase are written in a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Written {
    /// Which are in capitals, a bit a word.
    pub upper: u16,
    /// Whether the first begins with a capital letter or is a number.
    pub capital: bool,
}

impl Written {
    /// Whether a phrase of a table may be written so.
    #[inline]
    pub fn fits(self, entry: &Entry) -> bool {
        entry.case == Case::Any || self.capital && entry.upper & !self.upper == 0
    }

    /// With the word at this place of the phrase.
    #[inline]
    pub fn with(mut self, place: usize, shape: Shape) -> Self {
        if place == 0 {
            self.capital = shape.is_capital() || shape == Shape::Number;
        }
        if matches!(shape, Shape::Upper | Shape::Initial) {
            self.upper |= bit(place);
        }
        self
    }
}

/// The bit of a phrase's word; none where the phrase has more words than bits.
fn bit(place: usize) -> u16 {
    1u16.checked_shl(u32::try_from(place).unwrap_or(u32::MAX)).unwrap_or_default()
}

/// All phrases of all tables.
#[derive(Debug)]
pub(super) struct Index {
    nodes: Nodes,
    /// Grouped by node; of one node those of a set stand together, in the order of its table.
    entries: Vec<Entry>,
    /// What is known of words by themselves, by the numbers that nodes have for it.
    facts: Vec<Facts>,
    /// How many words the longest phrase has.
    longest: usize,
}

impl Index {
    /// The node of a folded word, if a table has it.
    #[inline]
    pub fn word(&self, folded: ShortWord) -> Option<NodeId> {
        self.nodes.word(folded)
    }

    /// The node of the word that begins at this place of a text, if a table has it.
    #[inline]
    pub fn word_at(&self, text: &str, start: usize, word: &str) -> Option<NodeId> {
        self.nodes.word_at(text, start, word)
    }

    /// What is known of a word by itself, by its number.
    #[inline]
    pub fn facts(&self, number: u16) -> &Facts {
        self.facts.get(usize::from(number)).unwrap_or(Facts::NONE)
    }

    /// What stands at a node.
    #[inline]
    pub fn at(&self, node: NodeId) -> Node {
        self.nodes.at(node)
    }

    /// How many words the longest phrase has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// The node after this one and the next word's.
    #[inline]
    pub fn step(&self, from: NodeId, word: NodeId) -> Option<NodeId> {
        self.nodes.step(from, word)
    }

    /// Some of the entries.
    #[inline]
    pub fn entries(&self, from: u32, count: u16) -> &[Entry] {
        let from = from as usize;
        self.entries.get(from..from + usize::from(count)).unwrap_or_default()
    }
}

/// An index while tables are read into it.
#[derive(Debug)]
pub(super) struct IndexBuilder {
    nodes: Nodes,
    /// In the order in which they were added, each with its node.
    added: Vec<(NodeId, Entry)>,
    facts: Vec<Facts>,
    longest: usize,
}

impl Default for IndexBuilder {
    fn default() -> Self {
        // About as many as the tables have.
        Self {
            nodes: Nodes::default(),
            added: Vec::with_capacity(100_000),
            // The first is what nothing is known of.
            facts: vec![Facts::default()],
            longest: 0,
        }
    }
}

impl IndexBuilder {
    /// Adds a phrase of a set with the place of its value there. Several phrases may be spelled alike.
    pub fn add(&mut self, set: Set, phrase: &str, case: Case, value: usize) {
        let mut upper = 0;
        let mut last = None;
        let mut words = words(phrase);
        for place in 0.. {
            let Some((word, plain)) = words.next_folded() else { break };
            if word.shape == Shape::Upper {
                upper |= bit(place);
            }
            let id = match plain {
                Some(folded) => self.nodes.learn_folded(folded),
                None => self.nodes.learn(word.text),
            };
            self.nodes.at_mut(id).into_iter().for_each(Node::set_known);
            last = Some(last.map_or(id, |before| self.nodes.learn_step(before, id)));
            self.longest = self.longest.max(place + 1);
        }
        if let (Some(node), Ok(value)) = (last, u32::try_from(value)) {
            self.added.push((node, Entry { value, upper, set, case }));
        }
    }

    /// Notes something of a word by itself.
    pub fn note(&mut self, word: &str, note: impl FnOnce(&mut Facts)) {
        let id = self.nodes.learn(word);
        let Some(node) = self.nodes.at_mut(id) else { return };
        if node.facts() == 0 {
            node.set_facts(self.facts.len());
            self.facts.push(Facts::default());
        }
        self.facts.get_mut(usize::from(node.facts())).map(note);
    }

    /// The index of all that was added.
    pub fn finish(self) -> Index {
        let Self { mut nodes, added, facts, longest } = self;
        // First how many entries each node has, then behind which place they end, then where they begin.
        for (node, _) in &added {
            if let Some(node) = nodes.at_mut(*node) {
                node.count += 1;
            }
        }
        let mut end = 0;
        for node in nodes.all_mut() {
            end += u32::from(node.count);
            node.entries = end;
        }
        let mut entries: Vec<Entry> = added.iter().map(|(_, entry)| *entry).collect();
        for (node, entry) in added.into_iter().rev() {
            if let Some(node) = nodes.at_mut(node) {
                node.entries -= 1;
                if let Some(slot) = entries.get_mut(node.entries as usize) {
                    *slot = entry;
                }
            }
        }
        Index { nodes, entries, facts, longest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of the phrases that are these words, whatever their case.
    fn values(index: &Index, phrase: &str) -> Vec<(Set, u32)> {
        let mut ids = words(phrase).map(|word| index.word_at(phrase, word.start, word.text));
        let first = ids.next().flatten();
        let last = ids.fold(first, |at, id| index.step(at?, id?));
        let node = last.map(|node| index.at(node)).unwrap_or_default();
        let ending = index.entries(node.entries, node.count);
        ending.iter().map(|entry| (entry.set, entry.value)).collect()
    }

    #[test]
    fn phrases_of_all_tables_are_found_at_their_last_word() {
        let mut builder = IndexBuilder::default();
        builder.add(Set::Parties, "Malta", Case::AsName, 0);
        builder.add(Set::Parties, "Republic of Malta", Case::AsName, 1);
        builder.add(Set::Places, "Malta", Case::AsName, 0);
        builder.add(Set::Places, "MALTA", Case::AsName, 1);
        builder.add(Set::Titles, "president of the republic", Case::Any, 0);
        let index = builder.finish();
        let (parties, places) = (Set::Parties, Set::Places);
        assert_eq!(values(&index, "Malta"), [(parties, 0), (places, 0), (places, 1)]);
        assert_eq!(values(&index, "the republic of malta"), [], "no phrase begins with \"the\"");
        assert_eq!(values(&index, "republic of malta"), [(parties, 1)]);
        assert_eq!(values(&index, "republic of"), []);
        assert_eq!(values(&index, "President of the Republic"), [(Set::Titles, 0)]);
        assert_eq!(values(&index, "Kenya"), []);
    }

    #[test]
    fn a_name_wants_its_capitals() {
        let mut builder = IndexBuilder::default();
        builder.add(Set::Parties, "US Congress", Case::AsName, 0);
        let index = builder.finish();
        let entries = index.entries(0, 1);
        let written = |text: &str| {
            words(text)
                .enumerate()
                .fold(Written::default(), |written, (at, word)| written.with(at, word.shape))
        };
        for (text, fits) in [("US Congress", true), ("US CONGRESS", true), ("Us Congress", false)] {
            assert_eq!(written(text).fits(&entries[0]), fits, "{text}");
        }
    }
}
