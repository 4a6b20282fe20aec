//! Phrases: many fixed sequences of words, of which the longest at a place is found in one walk.

use rustc_hash::FxHashMap;

use super::words::{Shape, Word, fold_into, words};

/// A word of the tables as a number. Words that no table knows have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

/// The words that occur in any table, by their folded form.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    /// Where words are folded, so that looking one up takes no memory of its own.
    buffer: String,
}

impl Vocabulary {
    /// The number of a word, given one if it has none yet.
    pub fn learn(&mut self, word: &str) -> WordId {
        let folded = fold_into(word, &mut self.buffer);
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = WordId(u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
        self.ids.insert(folded.into(), id);
        id
    }

    /// The number of a word, if a table has it; the buffer is for folding it.
    pub fn id(&self, word: &str, buffer: &mut String) -> Option<WordId> {
        self.ids.get(fold_into(word, buffer)).copied()
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
    /// From the number of a first word to the place in the walk after it; 0 where no phrase begins so.
    first: Vec<u32>,
    /// From a later place in the walk and a word to the next place.
    steps: FxHashMap<(u32, WordId), u32>,
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

/// The values of a phrase that was found in a text, as far as they fit its letters. Never none.
#[derive(Debug)]
pub struct Values<'p, V> {
    ends: &'p [End<V>],
    written: Written,
}

/// How the words of a phrase are written in a text.
#[derive(Clone, Copy, Debug, Default)]
struct Written {
    /// Whether the first begins with a capital letter or is a number.
    capital: bool,
    /// Which are in capitals, a bit a word.
    upper: u32,
}

impl Written {
    /// Whether a phrase of the table may be written so.
    fn fits<V>(self, end: &End<V>) -> bool {
        end.case == Case::Any || self.capital && end.upper & !self.upper == 0
    }
}

impl<'p, V> Values<'p, V> {
    /// The values, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &'p V> + use<'p, V> {
        let written = self.written;
        self.ends.iter().filter(move |end| written.fits(end)).map(|end| &end.value)
    }

    /// Whether this is one of them.
    pub fn contains(&self, value: &V) -> bool
    where
        V: PartialEq,
    {
        self.iter().any(|known| known == value)
    }
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { first: Vec::new(), steps: FxHashMap::default(), ends: vec![Vec::new()] }
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
            place = self.step(place, vocabulary.learn(word.text));
        }
        if place != 0
            && let Some(ends) = self.ends.get_mut(place as usize)
        {
            ends.push(End { value, case, upper });
        }
    }

    /// The place after this word, made where there is none yet.
    fn step(&mut self, place: u32, word: WordId) -> u32 {
        let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let slot = if place == 0 {
            let at = word.0 as usize;
            if self.first.len() <= at {
                self.first.resize(at + 1, 0);
            }
            self.first.get_mut(at)
        } else {
            Some(self.steps.entry((place, word)).or_insert(0))
        };
        match slot {
            Some(known) if *known != 0 => *known,
            slot => {
                if let Some(slot) = slot {
                    *slot = next;
                }
                self.ends.push(Vec::new());
                next
            }
        }
    }

    /// The longest phrase that these words begin with: how many words it takes, and its values.
    pub fn longest<'p, W: PhraseWord>(&'p self, words: &[W]) -> Option<(usize, Values<'p, V>)> {
        let first = words.first()?;
        let mut place = *self.first.get(first.id()?.0 as usize).filter(|place| **place != 0)?;
        let capital = first.shape().is_capital() || first.shape() == Shape::Number;
        let mut written = Written { capital, upper: 0 };
        let mut found = None;
        for (i, word) in words.iter().enumerate() {
            if i > 0 {
                let Some(&next) = word.id().and_then(|id| self.steps.get(&(place, id))) else { break };
                place = next;
            }
            if matches!(word.shape(), Shape::Upper | Shape::Initial) && i < 32 {
                written.upper |= 1 << i;
            }
            let ends = self.ends.get(place as usize).map(Vec::as_slice).unwrap_or_default();
            if ends.iter().any(|end| written.fits(end)) {
                found = Some((i + 1, Values { ends, written }));
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
    #[inline]
    pub fn is(&self, word: &str) -> bool {
        self.word.text.eq_ignore_ascii_case(word)
    }
}
