//! Names of people, compared as a reader does who knows that names are spelled in many ways: "Sato
//! Kenji" is Kenji Sato, "Zerafa" is Maria Zerafa, and Kazakbaev is Kazakbayev.

use crate::lexicon::{Shape, fold, words};

/// A person's name, ready to be compared with many others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// In folded form, in the order printed.
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: Box<str>,
    sound: Box<str>,
}

/// What stands behind a surname and is not it.
const GENERATIONS: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "v"];

/// The letters of a word's sound, at the least, by which two spellings of it are recognized.
const ENOUGH: usize = 3;

impl Name {
    pub fn of(printed: &str) -> Self {
        let words = words(printed).filter(|word| !matches!(word.shape, Shape::Mark(_) | Shape::Possessive));
        let folded = words.map(|word| fold(word.text)).filter(|word| !GENERATIONS.contains(&&**word));
        let words =
            folded.map(|word| Word { sound: sound_of(&word).into(), folded: word.into_owned().into() });
        Self { words: words.collect() }
    }

    /// Whether the words are the same, in whatever order.
    pub fn is_same(&self, other: &Self) -> bool {
        !self.words.is_empty() && self.words.len() == other.words.len() && self.is_within(other)
    }

    /// Whether this may be the other person: the name shortened, or the same surname, as far as it can
    /// be told by the last word. A surname of three letters is too common to tell by itself.
    pub fn may_be(&self, other: &Self) -> bool {
        const TELLING: usize = 4;
        if self.is_within(other) || other.is_within(self) {
            return true;
        }
        let (Some(surname), Some(others)) = (self.words.last(), other.words.last()) else { return false };
        let telling = surname.folded.chars().count().min(others.folded.chars().count()) >= TELLING;
        let given = || self.words.first().zip(other.words.first()).is_some_and(|(a, b)| a.is_like(b));
        surname.is_like(others) && (telling || given())
    }

    /// Whether every word of the one is spelled like that of the other: one name, written down twice.
    pub fn is_like(&self, other: &Self) -> bool {
        let mut pairs = self.words.iter().zip(&other.words);
        !self.words.is_empty() && self.words.len() == other.words.len() && pairs.all(|(a, b)| a.is_like(b))
    }

    /// Whether all words stand in the other name too.
    fn is_within(&self, other: &Self) -> bool {
        let mut words = self.words.iter();
        !self.words.is_empty()
            && words.all(|word| other.words.iter().any(|other| word.folded == other.folded))
    }
}

impl Word {
    fn is_like(&self, other: &Self) -> bool {
        self.folded == other.folded || self.sound == other.sound && self.sound.chars().count() >= ENOUGH
    }
}

/// What the spellings of a name in Latin letters have in common: its consonants, each written in one
/// way, and an "a" for a vowel at the beginning.
fn sound_of(folded: &str) -> String {
    let mut sound = String::new();
    // The consonant just before, which a letter may repeat or change.
    let mut before = None;
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins = sound.is_empty();
        let consonant = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' if begins => 'a',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => {
                before = None;
                continue;
            }
            // "Marija", "Kazakbajev"
            'j' if !begins => continue,
            // "Akhmed" and "Philip"; most other letters with an h are often written without it, or with a
            // caron, which folding takes away: "Shalikov" and "Šalikov".
            'h' if !begins && (before.is_some() || letters.peek().is_none()) => match before {
                Some('k') => replaced(&mut sound, 'h'),
                Some('p') => replaced(&mut sound, 'f'),
                _ => continue,
            },
            'c' => {
                letters.next_if_eq(&'h');
                'k'
            }
            'q' => 'k',
            'x' => {
                sound.push('k');
                's'
            }
            'w' => 'v',
            other => other,
        };
        if before != Some(consonant) {
            sound.push(consonant);
        }
        before = (consonant != 'a').then_some(consonant);
    }
    sound
}

/// Takes the last letter away for another.
fn replaced(sound: &mut String, letter: char) -> char {
    sound.pop();
    letter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_be(a: &str, b: &str) -> bool {
        let (a, b) = (Name::of(a), Name::of(b));
        assert_eq!(a.may_be(&b), b.may_be(&a));
        a.may_be(&b)
    }

    #[test]
    fn a_name_is_recognized_shortened_turned_round_and_in_other_letters() {
        for (a, b) in [
            ("Maria Zerafa", "Zerafa"),
            ("Maria Zerafa", "M. Zerafa"),
            ("SATO Kenji", "Kenji Sato"),
            ("Ruslan Kazakbaev", "R. Kazakbayev"),
            ("Yevgeny Marchenko", "Evgenij Marčenko"),
            ("Omar Qaddur", "Omar Kaddour"),
            ("Akhmed Shalikov", "Ahmed Šalikov"),
            ("Abdullah Wakhidov", "Abdulla Vahidov"),
            ("Joseph R. Tilden Jr.", "Joseph Tilden"),
            ("Li An", "Li"),
        ] {
            assert!(may_be(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn another_name_is_not() {
        for (a, b) in [
            ("Maria Zerafa", "Maria Zammit"),
            ("Wang An", "Chen An"),
            ("Sergey Li", "Anton Li"),
            ("", "Maria Zerafa"),
            ("", ""),
        ] {
            assert!(!may_be(a, b), "{a} / {b}");
        }
    }
}
