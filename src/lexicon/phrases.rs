//! Phrases: many fixed sequences of words, of which the longest at a place is found in one walk.

use std::collections::HashMap;

use super::words::{Shape, Word, fold, words};

/// A word of the tables as a number. Words that no table knows have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

/// The words that occur in any table, by their folded form.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The number of a word, given one if it has none yet.
    pub fn learn(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        if let Some(&id) = self.ids.get(&*folded) {
            return id;
        }
        let id = WordId(u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
        self.ids.insert(folded.into(), id);
        id
    }

    /// The number of a word, if a table has it.
    pub fn id(&self, word: &str) -> Option<WordId> {
        self.ids.get(&*fold(word)).copied()
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

/// A set of phrases, each with a value.
#[derive(Debug)]
pub struct Phrases<V> {
    /// From a place in the walk and a word to the next place. The walk begins at place 0.
    steps: HashMap<(u32, WordId), u32>,
    /// What stands at a place: the phrases that end there.
    ends: Vec<Vec<End<V>>>,
}

#[derive(Debug)]
struct End<V> {
    value: V,
    case: Case,
    /// Which words the table has in capitals, a bit a word.
    upper: u32,
}

/// What [`Phrases::longest`] needs to know of a word in a text.
pub trait PhraseWord {
    /// Its number, if a table has it.
    fn id(&self) -> Option<WordId>;
    /// How it is written.
    fn shape(&self) -> Shape;
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { steps: HashMap::new(), ends: vec![Vec::new()] }
    }
}

impl<V> Phrases<V> {
    /// Adds a phrase. Several may be spelled alike.
    pub(super) fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, case: Case, value: V) {
        let mut place = 0;
        let mut upper = 0;
        for (i, word) in words(phrase).enumerate() {
            if word.shape == Shape::Upper && i < 32 {
                upper |= 1 << i;
            }
            let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            place = *self.steps.entry((place, vocabulary.learn(word.text))).or_insert_with(|| {
                self.ends.push(Vec::new());
                next
            });
        }
        if place != 0
            && let Some(ends) = self.ends.get_mut(place as usize)
        {
            ends.push(End { value, case, upper });
        }
    }

    /// The longest phrase that these words begin with: how many words it takes, and its values.
    pub fn longest<'p, W: PhraseWord>(&'p self, words: &[W]) -> Option<(usize, Vec<&'p V>)> {
        let mut place = 0;
        let mut found = None;
        let mut upper = 0;
        for (i, word) in words.iter().enumerate() {
            let Some(&next) = word.id().and_then(|id| self.steps.get(&(place, id))) else { break };
            place = next;
            if matches!(word.shape(), Shape::Upper | Shape::Initial) && i < 32 {
                upper |= 1 << i;
            }
            let capital = words.first().is_some_and(|w| w.shape().is_capital() || w.shape() == Shape::Number);
            let ends = self.ends.get(place as usize).map(Vec::as_slice).unwrap_or_default();
            let values: Vec<&V> = ends
                .iter()
                .filter(|end| end.case == Case::Any || capital && end.upper & !upper == 0)
                .map(|end| &end.value)
                .collect();
            if !values.is_empty() {
                found = Some((i + 1, values));
            }
        }
        found
    }
}

/// A word of a text with its number looked up.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    /// The word as printed, and where.
    pub word: Word<'t>,
    /// Its number, if a table has it.
    pub id: Option<WordId>,
}

impl PhraseWord for Token<'_> {
    fn id(&self) -> Option<WordId> {
        self.id
    }

    fn shape(&self) -> Shape {
        self.word.shape
    }
}

impl Token<'_> {
    /// Whether it is this word, in any case.
    pub fn is(&self, word: &str) -> bool {
        self.word.text.eq_ignore_ascii_case(word)
    }
}
