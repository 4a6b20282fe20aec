//! Phrases: many fixed sequences of words, of which the longest at a place is found in one walk.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::word_map::WordMap;
use super::words::{Shape, Word, words};

/// A word of the tables as a number. Words that no table knows have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct WordId(u32);

/// A word that a table has: its number, and of which sets it begins a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    id: WordId,
    begins: Begins,
}

/// The sets of phrases that a word begins a phrase of, a bit a [`Set`]. Most words begin none in most
/// sets, and so need not be looked up in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Begins(u16);

/// The sets of phrases.
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
    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The words that occur in any table, by their folded form.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: WordMap<WordId>,
    /// What each begins, by its number.
    begins: Vec<Begins>,
}

impl Vocabulary {
    /// The number of a word, given one if it has none yet.
    pub fn learn(&mut self, word: &str) -> WordId {
        let next = WordId(u32::try_from(self.begins.len()).unwrap_or(u32::MAX));
        let id = *self.ids.entry(word, next);
        if id == next {
            self.begins.push(Begins::default());
        }
        id
    }

    /// Notes that a phrase of a set begins with this word.
    fn begin(&mut self, word: WordId, set: Set) {
        if let Some(begins) = self.begins.get_mut(word.0 as usize) {
            begins.0 |= set.bit();
        }
    }

    /// What is known of a word, if a table has it.
    pub fn known(&self, word: &str) -> Option<Known> {
        let id = *self.ids.get(word)?;
        Some(Known { id, begins: self.begins.get(id.0 as usize).copied().unwrap_or_default() })
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
    set: Set,
    /// From the number of a first word to the place in the walk after it; 0 where no phrase begins so.
    first: Vec<u32>,
    /// From a later place in the walk and a word to the next place.
    steps: FxHashMap<(u32, WordId), u32>,
    /// What stands at a place: the phrases that end there.
    ends: Vec<Ends<V>>,
}

/// Most places in the walk end one phrase or none.
type Ends<V> = SmallVec<[End<V>; 1]>;

#[derive(Debug)]
struct End<V> {
    value: V,
    case: Case,
    /// Which words the table has in capitals, a bit a word.
    upper: u32,
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

impl<V> Phrases<V> {
    /// No phrases yet.
    pub(super) fn new(set: Set) -> Self {
        Self { set, first: Vec::new(), steps: FxHashMap::default(), ends: vec![Ends::new()] }
    }

    /// Adds a phrase. Several may be spelled alike.
    pub(super) fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, case: Case, value: V) {
        let mut place = 0;
        let mut upper = 0;
        for (i, word) in words(phrase).enumerate() {
            if word.shape == Shape::Upper && i < 32 {
                upper |= 1 << i;
            }
            let id = vocabulary.learn(word.text);
            if i == 0 {
                vocabulary.begin(id, self.set);
            }
            place = self.step(place, id);
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
                self.ends.push(Ends::new());
                next
            }
        }
    }

    /// The longest phrase that these words begin with: how many words it takes, and its values.
    #[inline]
    pub fn longest<'p>(&'p self, words: &[Token<'_>]) -> Option<(usize, Values<'p, V>)> {
        let first = words.first()?;
        let known = first.known.filter(|known| known.begins.0 & self.set.bit() != 0)?;
        self.longest_from(known, words)
    }

    fn longest_from<'p>(&'p self, known: Known, words: &[Token<'_>]) -> Option<(usize, Values<'p, V>)> {
        let mut place = *self.first.get(known.id.0 as usize)?;
        let mut written = Written::default();
        let mut found = None;
        for (i, token) in words.iter().enumerate() {
            let shape = token.word.shape;
            if i == 0 {
                written.capital = shape.is_capital() || shape == Shape::Number;
            } else {
                let Some(&next) = token.known.and_then(|known| self.steps.get(&(place, known.id))) else {
                    break;
                };
                place = next;
            }
            if matches!(shape, Shape::Upper | Shape::Initial) && i < 32 {
                written.upper |= 1 << i;
            }
            let ends = self.ends.get(place as usize).map(SmallVec::as_slice).unwrap_or_default();
            if ends.iter().any(|end| written.fits(end)) {
                found = Some((i + 1, Values { ends, written }));
            }
        }
        found
    }
}

/// A word of a text with what the tables know of it.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    /// The word as printed, and where.
    pub word: Word<'t>,
    /// What is known of it, if a table has it.
    known: Option<Known>,
}

impl<'t> Token<'t> {
    /// Looks a word up.
    pub(super) fn of(word: Word<'t>, vocabulary: &Vocabulary) -> Self {
        Self { word, known: vocabulary.known(word.text) }
    }

    /// Whether a table has the word.
    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// Whether it is this word, in any case.
    #[inline]
    pub fn is(&self, word: &str) -> bool {
        // Most words differ in length already.
        self.word.text.len() == word.len() && self.word.text.eq_ignore_ascii_case(word)
    }
}
