//! Word map: something for each of many words, found by the word however it is capitalized or accented.

use rustc_hash::FxHashMap;

use super::fold::fold;

/// A value for each of many words, by their folded form.
#[derive(Debug)]
pub struct WordMap<V> {
    /// Words of up to 16 ASCII letters: almost all.
    short: FxHashMap<ShortWord, V>,
    /// The others.
    long: FxHashMap<Box<str>, V>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default() }
    }
}

impl<V> WordMap<V> {
    /// What stands for this word.
    #[inline]
    pub fn get(&self, word: &str) -> Option<&V> {
        match ShortWord::of(word) {
            Some(short) => self.short.get(&short),
            None => self.get_folded(&fold(word)),
        }
    }

    /// The same for the word that begins at this place of a text, which is quicker.
    #[inline]
    pub fn get_at(&self, text: &str, start: usize, word: &str) -> Option<&V> {
        match ShortWord::at(text, start, word) {
            Some(short) => self.short.get(&short),
            None => self.get_folded(&fold(word)),
        }
    }

    fn get_folded(&self, folded: &str) -> Option<&V> {
        match ShortWord::of(folded) {
            Some(short) => self.short.get(&short),
            None => self.long.get(folded),
        }
    }

    /// What stands for this word, put there if nothing does.
    pub fn entry(&mut self, word: &str, new: V) -> &mut V {
        let folded;
        let word = match ShortWord::of(word) {
            Some(short) => return self.short.entry(short).or_insert(new),
            None => {
                folded = fold(word);
                &*folded
            }
        };
        match ShortWord::of(word) {
            Some(short) => self.short.entry(short).or_insert(new),
            None => self.long.entry(word.into()).or_insert(new),
        }
    }
}

/// A word of up to 16 ASCII letters, folded, as a number, so that comparing and hashing it is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ShortWord(u128);

/// The same byte in every place of a short word.
pub(super) const fn each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; LONGEST])
}

/// A short word has at most so many bytes.
pub(super) const LONGEST: usize = 16;

impl ShortWord {
    /// Folds a word, if it is one of those.
    #[inline]
    pub fn of(word: &str) -> Option<Self> {
        let mut letters = [0; LONGEST];
        letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        Self::of_letters(letters, word)
    }

    /// Folds the word of so many bytes that begins at this place of a text. As [`Self::of`], without copying
    /// the word where enough of the text follows.
    #[inline]
    pub fn at(text: &str, start: usize, word: &str) -> Option<Self> {
        let following = text.as_bytes().get(start..).and_then(|rest| rest.first_chunk::<LONGEST>());
        let Some(following) = following.filter(|_| (1..=LONGEST).contains(&word.len())) else {
            return Self::of(word);
        };
        let others = 8 * (LONGEST - word.len());
        let own = u128::from_le_bytes(*following) & (u128::MAX >> others);
        Self::of_letters(own.to_le_bytes(), word)
    }

    /// Folds letters with nothing but zeros behind them: all at once, each in its own eight bits.
    #[inline]
    fn of_letters(letters: [u8; LONGEST], word: &str) -> Option<Self> {
        let letters = u128::from_le_bytes(letters);
        let high = each(0x80);
        // The high bit of what differs from a mark, and of what is at or behind a letter.
        let is_other = |mark: u8| (letters ^ each(mark)) + each(0x7f);
        let is_from = |letter: u8| letters + each(0x80 - letter);
        let is_beyond = letters & high != 0;
        if is_beyond || is_other(b'.') & is_other(b'\'') & is_other(b'`') & high != high {
            return Self::of_marked(word);
        }
        let capitals = is_from(b'A') & !is_from(b'Z' + 1) & high;
        Some(Self(letters | capitals >> 2))
    }

    /// Folds a word in which there are marks or letters beyond ASCII.
    fn of_marked(word: &str) -> Option<Self> {
        let mut letters = [0; LONGEST];
        let kept = word.bytes().filter(|byte| !matches!(byte, b'.' | b'\'' | b'`'));
        for (place, byte) in letters.iter_mut().zip(kept) {
            *place = byte.to_ascii_lowercase();
        }
        word.is_ascii().then_some(Self(u128::from_le_bytes(letters)))
    }

    /// The word of these letters, which are folded already.
    #[inline]
    pub fn of_folded(letters: u128) -> Self {
        Self(letters)
    }

    /// Its letters, the highest bit of each being free.
    #[inline]
    pub fn number(self) -> u128 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_are_folded_as_others_are() {
        let words =
            ["a", "Z", "@A[Z`z{", "MINISTER", "U.S.", "d'affaires", "0", "-", "sixteen-letters!", "~"];
        for word in words {
            let mut folded = [0; LONGEST];
            for (place, byte) in folded.iter_mut().zip(fold(word).bytes()) {
                *place = byte;
            }
            let expected = Some(u128::from_le_bytes(folded));
            assert_eq!(ShortWord::of(word).map(ShortWord::number), expected, "{word}");
            let text = format!("{word} and what follows is not of it");
            assert_eq!(ShortWord::at(&text, 0, word), ShortWord::of(word), "{word}");
        }
        assert_eq!(ShortWord::of("Čaputová"), None);
        assert_eq!(ShortWord::of("seventeen-letters"), None);
    }

    #[test]
    fn a_word_is_found_however_it_is_spelled() {
        let mut map = WordMap::default();
        for word in ["minister", "Čaputová", "antidisestablishmentarianism"] {
            *map.entry(word, 0) += 1;
        }
        *map.entry("MINISTER", 0) += 1;
        assert_eq!(map.get("Minister"), Some(&2));
        assert_eq!(map.get("caputova"), Some(&1));
        assert_eq!(map.get("Antidisestablishmentarianism"), Some(&1));
        assert_eq!(map.get("ministers"), None);
    }
}
