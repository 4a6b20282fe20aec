//! Tokens: the words of a text, each with every phrase of the tables that begins there.

use std::ops::{Deref, Range};

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::index::{Entry, Index, Set, Written};
use super::nodes::NodeId;
use super::phrases::{Phrases, Values};
use super::words::{Shape, Word, words};

/// A word of a text with what the tables know of it.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    /// The word as printed, and where.
    pub word: Word<'t>,
    /// Where the phrases that begin here stand among those of all tokens; they end where the next
    /// token's begin.
    found: u32,
    /// Of which sets they are, a bit a [`Set`], and [`KNOWN`].
    sets: u16,
    /// The number of what is known of the word by itself.
    facts: u16,
}

/// The bit of a word that a table has, whether a phrase begins with it here or not.
const KNOWN: u16 = 1 << 15;

impl Token<'_> {
    /// Whether a table has the word.
    pub fn is_known(&self) -> bool {
        self.sets & KNOWN != 0
    }

    /// Whether it is this word, in any case.
    #[inline]
    pub fn is(&self, word: &str) -> bool {
        // Most words differ in length or in their first letter already.
        let first = |word: &str| word.as_bytes().first().map(|letter| letter | 0x20);
        let own = self.word.text;
        own.len() == word.len() && first(own) == first(word) && Self::is_same(own, word)
    }

    /// Apart, so that the question before it stands where it is asked.
    #[inline(never)]
    fn is_same(own: &str, word: &str) -> bool {
        own == word || own.eq_ignore_ascii_case(word)
    }
}

/// Phrases of one set that are spelled alike, found in a text.
#[derive(Clone, Copy, Debug)]
struct Found {
    /// Their first place among the entries of the index.
    entries: u32,
    /// How many there are.
    count: u16,
    /// How many words they take.
    length: u8,
    written: Written,
    set: Set,
}

/// The words of a text, looked up.
#[derive(Debug)]
pub struct Tokens<'t> {
    tokens: Vec<Token<'t>>,
    /// The node of each that a table has.
    nodes: Vec<Option<NodeId>>,
    /// Of each token the longest first.
    found: Vec<Found>,
    index: &'t Index,
}

impl<'t> Tokens<'t> {
    /// The first words of a text, no more than these.
    pub(super) fn of(text: &'t str, most: usize, index: &'t Index) -> Self {
        // A word and the space after it are six letters on average.
        let expected = (text.len() / 5).min(most);
        let mut tokens = Vec::with_capacity(expected);
        let mut nodes = Vec::with_capacity(expected);
        // Folding takes longer than all else, and quotation marks and names come again and again.
        let mut folded: FxHashMap<&str, Option<NodeId>> = FxHashMap::default();
        let mut words = words(text);
        while tokens.len() < most
            && let Some((word, plain)) = words.next_folded()
        {
            let found = || index.word_at(text, word.start, word.text);
            nodes.push(match plain {
                Some(plain) => index.word(plain),
                None if word.text.is_ascii() => found(),
                None => *folded.entry(word.text).or_insert_with(found),
            });
            tokens.push(Token { word, found: 0, sets: 0, facts: 0 });
        }
        let mut read = Self { tokens, nodes, found: Vec::with_capacity(expected), index };
        for at in 0..read.tokens.len() {
            read.look_up(at);
        }
        read
    }

    /// Finds every phrase that begins at this token.
    fn look_up(&mut self, at: usize) {
        let from = self.found.len();
        let own = self.nodes.get(at).copied().flatten().map(|node| self.index.at(node)).unwrap_or_default();
        let mut sets = if own.is_known() { KNOWN } else { 0 };
        let word = |place: usize| {
            let node = (*self.nodes.get(at + place)?)?;
            Some((node, self.tokens.get(at + place)?.word.shape))
        };
        walk(self.index, word, |found| {
            sets |= found.set.bit();
            self.found.push(found);
        });
        if self.found.len() > from + 1
            && let Some(longest_last) = self.found.get_mut(from..)
        {
            longest_last.reverse();
        }
        if let Some(token) = self.tokens.get_mut(at) {
            token.found = from as u32;
            token.sets = sets;
            token.facts = own.facts();
        }
    }

    /// What is known of a word by itself.
    #[inline]
    pub fn facts(&self, at: usize) -> &'t Facts {
        self.tokens.get(at).map_or(Facts::NONE, |token| self.index.facts(token.facts))
    }

    /// The longest phrase that these words begin with: how many words it takes, and its values.
    #[inline]
    pub fn longest<'p, V>(
        &self,
        phrases: &'p Phrases<V>,
        words: Range<usize>,
    ) -> Option<(usize, Values<'p, V>)>
    where
        't: 'p,
    {
        let token = self.tokens.get(words.start)?;
        if token.sets & phrases.set().bit() == 0 {
            return None;
        }
        self.longest_of(phrases, words)
    }

    fn longest_of<'p, V>(
        &self,
        phrases: &'p Phrases<V>,
        words: Range<usize>,
    ) -> Option<(usize, Values<'p, V>)>
    where
        't: 'p,
    {
        let from = self.tokens.get(words.start)?.found as usize;
        let to = self.tokens.get(words.start + 1).map_or(self.found.len(), |next| next.found as usize);
        let here = self.found.get(from..to).unwrap_or_default().iter();
        let fits = |found: &&Found| found.set == phrases.set() && usize::from(found.length) <= words.len();
        let found = here.clone().find(fits)?;
        let entries: &[Entry] = self.index.entries(found.entries, found.count);
        Some((usize::from(found.length), phrases.values(entries, found.written)))
    }

    /// The longest phrase that the words at these places begin with, what stands between them being left out.
    pub fn longest_over<'p, V>(
        &self,
        phrases: &'p Phrases<V>,
        places: &[usize],
    ) -> Option<(usize, Values<'p, V>)>
    where
        't: 'p,
    {
        let first = *places.first()?;
        // No phrase reaches further.
        let places = places.get(..self.index.longest()).unwrap_or(places);
        if places.last() == Some(&(first + places.len() - 1)) {
            return self.longest(phrases, first..first + places.len());
        }
        let looked_up = |place: usize| {
            let at = *places.get(place)?;
            Some(((*self.nodes.get(at)?)?, self.tokens.get(at)?.word.shape))
        };
        let mut longest = None;
        walk(self.index, looked_up, |found| {
            if found.set == phrases.set() {
                longest = Some(found);
            }
        });
        let found = longest?;
        let entries = self.index.entries(found.entries, found.count);
        Some((usize::from(found.length), phrases.values(entries, found.written)))
    }

    /// The values of a phrase that is all of the text.
    pub fn whole<'p, V>(&self, phrases: &'p Phrases<V>) -> Option<Values<'p, V>>
    where
        't: 'p,
    {
        let (length, values) = self.longest(phrases, 0..self.len())?;
        (length == self.len()).then_some(values)
    }
}

/// Walks through the index as far as words go, and tells of every phrase that ends on the way.
#[inline]
fn walk(index: &Index, word: impl Fn(usize) -> Option<(NodeId, Shape)>, mut tell: impl FnMut(Found)) {
    let Some((mut node, mut shape)) = word(0) else { return };
    let mut written = Written::default();
    let mut place = 0;
    loop {
        written = written.with(place, shape);
        let known = index.at(node);
        let length = u8::try_from(place + 1).unwrap_or(u8::MAX);
        let mut entries = known.entries;
        let mut rest = index.entries(known.entries, known.count);
        while let Some(first) = rest.first() {
            let set = first.set;
            // Most phrases have one meaning.
            let count = rest.iter().position(|entry| entry.set != set).unwrap_or(rest.len());
            let (alike, others) = rest.split_at(count);
            let count = count as u16;
            if alike.iter().any(|entry| written.fits(entry)) {
                tell(Found { entries, count, length, written, set });
            }
            entries += u32::from(count);
            rest = others;
        }
        place += 1;
        let next = if known.goes_on() { word(place) } else { None };
        let Some((after, own)) = next.and_then(|(next, own)| Some((index.step(node, next)?, own))) else {
            return;
        };
        (node, shape) = (after, own);
    }
}

/// Some of the words of a text, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Run<'s, 't> {
    all: &'s Tokens<'t>,
    words: &'s [Token<'t>],
    /// The place of the first among all.
    first: usize,
}

impl<'t> Tokens<'t> {
    /// The words at these places.
    pub fn run(&self, words: Range<usize>) -> Run<'_, 't> {
        Run { all: self, first: words.start, words: self.get(words).unwrap_or_default() }
    }
}

impl<'t> Run<'_, 't> {
    /// The longest phrase that these of its words, counted from its first, begin with.
    pub fn longest<'p, V>(
        &self,
        phrases: &'p Phrases<V>,
        words: Range<usize>,
    ) -> Option<(usize, Values<'p, V>)>
    where
        't: 'p,
    {
        self.all.longest(phrases, self.first + words.start..self.first + words.end.min(self.words.len()))
    }
}

impl<'t> Deref for Run<'_, 't> {
    type Target = [Token<'t>];

    fn deref(&self) -> &[Token<'t>] {
        self.words
    }
}

impl<'t> Deref for Tokens<'t> {
    type Target = [Token<'t>];

    fn deref(&self) -> &[Token<'t>] {
        &self.tokens
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{ContactWord, Lexicon, WordClass};

    #[test]
    fn the_longest_phrase_within_a_run_of_words_is_found() {
        let lexicon = Lexicon::built_in();
        let tokens = lexicon.tokens("a day earlier");
        let longest = |words| tokens.longest(lexicon.words(), words).map(|(length, _)| length);
        assert_eq!(longest(0..3), Some(3));
        assert_eq!(longest(0..usize::MAX), Some(3));
        assert_ne!(longest(0..2), Some(3));
        assert!(
            tokens.whole(lexicon.words()).is_some_and(|classes| classes.contains(&WordClass::RelativeDay))
        );
    }

    #[test]
    fn a_phrase_is_found_over_what_is_left_out() {
        let lexicon = Lexicon::built_in();
        let tokens = lexicon.tokens("Lind held, on Monday, a phone call with Borg");
        let over = |places: &[usize]| {
            let (length, words) = tokens.longest_over(lexicon.contacts(), places)?;
            Some((length, words.contains(&ContactWord::Call)))
        };
        assert_eq!(over(&[7, 8]), Some((2, true)));
        let tokens = lexicon.tokens("a phone (on Monday) call");
        let places: Vec<usize> =
            (0..tokens.len()).filter(|&at| ["phone", "call"].contains(&tokens[at].word.text)).collect();
        let found = tokens.longest_over(lexicon.contacts(), &places);
        assert!(found.is_some_and(|(length, words)| length == 2 && words.contains(&ContactWord::Call)));
    }
}
