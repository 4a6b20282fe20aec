//! Word map: something for each of many words, found by the word however it is capitalized or accented.

use rustc_hash::FxHashMap;

use super::words::fold;

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

/// A folded word of up to 16 ASCII letters as a number, so that comparing and hashing it is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct ShortWord(u128);

impl ShortWord {
    /// Folds a word, if it is one of those.
    #[inline]
    fn of(word: &str) -> Option<Self> {
        const LONGEST: usize = 16;
        let mut number = 0;
        let mut letters = 0;
        for byte in word.bytes() {
            match byte {
                b'.' | b'\'' | b'`' => continue,
                0x80.. => return None,
                byte => number = number << 8 | u128::from(byte.to_ascii_lowercase()),
            }
            letters += 1;
        }
        (letters <= LONGEST).then_some(Self(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
