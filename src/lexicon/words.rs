//! Words: a text cut into the units that the tables and the engine speak of.
//!
//! A token is a word, a number or one mark of punctuation. Three decisions make what follows simple:
//! * a hyphen between letters parts two words and leaves a note on the second ([`Word::joined`]), so
//!   that "Secretary-General" and "Secretary General" are the same phrase and both halves of
//!   "China-Kuwait" are found;
//! * a possessive is a word of its own: "Kyrgyzstan" + "'s"; so is a verb that is drawn together with its
//!   subject ("we" + "'ll") and a "not" with its verb ("do" + "n't");
//! * the period of an abbreviation belongs to it ("U.S.", "Mr.", "J."), so that a lone "." ends
//!   something.
//!
//! Words are compared by their [`fold`]ed form: lower case, no diacritics, no periods or apostrophes.

use super::fold::fold;
use super::letters::{is_alphabetic, is_letter};
use super::plain::{Plain, is_plain_mark, padded, plain_word};
use super::word_map::ShortWord;

/// A word, number or mark of punctuation in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// As printed.
    pub text: &'t str,
    /// Its first byte in the text.
    pub start: usize,
    /// How it is written.
    pub shape: Shape,
    /// Whether a hyphen ties it to the word before.
    pub joined: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// "minister".
    Lower,
    /// "王毅": letters of a script that has no capitals.
    Uncased,
    /// "Minister", "McKeon".
    Capital,
    /// "UN", "U.S.", "MINISTER".
    Upper,
    /// "J.", "J": one capital letter.
    Initial,
    /// "17", "2,000", "5th".
    Number,
    /// "'s" and "’" after a word.
    Possessive,
    /// One mark of punctuation.
    Mark(char),
}

impl Shape {
    /// Whether it begins with a capital letter.
    pub fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::Upper | Self::Initial)
    }
}

/// Abbreviations whose period does not end a sentence, in folded form.
const ABBREVIATIONS: &[&str] = &[
    "actg", "adm", "amb", "brig", "capt", "cdr", "cmdr", "co", "col", "comdr", "corp", "dep", "dr", "eng",
    "gen", "gov", "hon", "inc", "insp", "jr", "lt", "ltd", "maj", "md", "messrs", "mohd", "mr", "mrs", "ms",
    "no", "prof", "rep", "ret", "retd", "rev", "rt", "rtd", "sec", "sen", "sgt", "sr", "st", "supt", "vs",
];

/// The most letters that one of them has.
const LONGEST_ABBREVIATION: usize = 6;

/// The most bytes that a word has. What goes on longer is cut: it is no word of any language, and whoever
/// reads words need not fear a text that is one.
const LONGEST: usize = 512;

/// The words of a text in order.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0, joined: false }
}

/// See [`words`].
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
    joined: bool,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        self.next_folded().map(|(word, _)| word)
    }
}

impl<'t> Words<'t> {
    /// The next word, and its folded form where that is at hand.
    #[inline]
    pub(super) fn next_folded(&mut self) -> Option<(Word<'t>, Option<ShortWord>)> {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
            self.joined = false;
        }
        let ahead = bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let plain = ahead.first_chunk().map_or_else(|| plain_word(&padded(ahead)), plain_word);
        match plain.filter(|word| !self.is_abbreviated(word.len)) {
            Some(Plain { len, shape, folded }) => Some((self.word(len, shape)?, Some(folded))),
            None => Some((self.next_other()?, None)),
        }
    }

    /// Whether the period behind a word of so many bytes belongs to it.
    fn is_abbreviated(&self, len: usize) -> bool {
        let end = self.at + len;
        self.text.as_bytes().get(end) == Some(&b'.')
            && self.text.as_bytes().get(self.at..end).is_some_and(is_abbreviation)
    }

    /// The next word, letter by letter.
    fn next_other(&mut self) -> Option<Word<'t>> {
        loop {
            if self.text.as_bytes().get(self.at) == Some(&b' ') {
                self.at += 1;
                self.joined = false;
            }
            let bytes = self.text.as_bytes().get(self.at..).filter(|rest| !rest.is_empty())?;
            if let Some((len, shape)) =
                ascii_word(bytes.get(..LONGEST).unwrap_or(bytes), bytes.len() <= LONGEST)
            {
                return self.word(len, shape);
            }
            if let Some(mark) = bytes.first().filter(|byte| is_plain_mark(**byte)) {
                return self.word(1, Shape::Mark(char::from(*mark)));
            }
            let rest = self.text.get(self.at..self.text.floor_char_boundary(self.at + LONGEST))?;
            let first = rest.chars().next()?;
            if first.is_whitespace() || is_invisible(first) {
                self.at += first.len_utf8();
                self.joined = false;
                continue;
            }
            let (len, shape) = if is_letter(first) {
                word_at(rest)
            } else if first.is_ascii_digit() {
                (number_len(rest), Shape::Number)
            } else if is_apostrophe(first)
                && let Some(len) = possessive_len(self.text, self.at)
            {
                (len, Shape::Possessive)
            } else if is_apostrophe(first)
                && let Some(len) = verb_len(self.text, self.at)
            {
                (len, Shape::Lower)
            } else if is_hyphen(first) && self.between_words(first) {
                self.at += first.len_utf8();
                self.joined = true;
                continue;
            } else {
                (first.len_utf8(), Shape::Mark(first))
            };
            return self.word(len, shape);
        }
    }

    /// The word of so many bytes that begins here.
    #[inline]
    fn word(&mut self, len: usize, shape: Shape) -> Option<Word<'t>> {
        let text = self.text.get(self.at..self.at + len)?;
        let word = Word { text, start: self.at, shape, joined: std::mem::take(&mut self.joined) };
        self.at += len;
        Some(word)
    }

    /// Whether the hyphen at this place has a word right before and right after it.
    fn between_words(&self, hyphen: char) -> bool {
        let before = self.text.get(..self.at).and_then(|s| s.chars().next_back());
        let after = self.text.get(self.at + hyphen.len_utf8()..).and_then(|s| s.chars().next());
        let is_word = |c: Option<char>| c.is_some_and(|c| is_letter(c) || c.is_ascii_digit() || c == '.');
        is_word(before) && is_word(after)
    }
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–')
}

/// Soft hyphens, joiners and marks of direction, which are not seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// The length and shape of a word of two ASCII letters or more, up to a space, a mark that cannot be
/// of it or the end of the text; or of one, up to a space. What else a word may be made of is for [`word_at`].
fn ascii_word(rest: &[u8], is_last: bool) -> Option<(usize, Shape)> {
    let len = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
    let ends = match rest.get(len..).unwrap_or_default() {
        [] => is_last,
        // Nearly always a space.
        [b' ', ..] => true,
        [0xe2, 0x80, 0x99, b's', after, ..] => after.is_ascii() && !after.is_ascii_alphanumeric(),
        // Dashes and quotation marks that are no apostrophes.
        [0xe2, 0x80, after, ..] => matches!(after, 0x93..=0x97 | 0x9a..=0xa7),
        [after, ..] => after.is_ascii() && !after.is_ascii_alphanumeric() && !matches!(after, b'\'' | b'`'),
    };
    let word = rest.get(..len)?;
    let (first, others) = word.split_first()?;
    if others.is_empty() && rest.get(1) == Some(&b' ') {
        return Some((1, if first.is_ascii_uppercase() { Shape::Initial } else { Shape::Lower }));
    }
    if others.is_empty() || !ends {
        return None;
    }
    let shape = match first.is_ascii_uppercase() {
        false => Shape::Lower,
        true if others.iter().any(u8::is_ascii_lowercase) => Shape::Capital,
        true => Shape::Upper,
    };
    let short = rest.get(len) == Some(&b'.') && is_abbreviation(word);
    Some((len + usize::from(short), shape))
}

/// Whether this is a word whose period does not end a sentence, in any case.
fn is_abbreviation(word: &[u8]) -> bool {
    word.len() <= LONGEST_ABBREVIATION
        && ABBREVIATIONS.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(word))
}

/// The length and shape of the word that this text begins with.
fn word_at(rest: &str) -> (usize, Shape) {
    let mut len = 0;
    for (at, c) in rest.char_indices() {
        let goes_on = is_letter(c)
            || c.is_ascii_digit()
            // O'Brien, d'affaires, but not Kyrgyzstan's, we'll or the closing quote of 'this'.
            || is_apostrophe(c)
                && rest
                    .get(at..)
                    .and_then(|tail| possessive_len(rest, at).or(verb_len(rest, at)).or(quote_end(tail)))
                    .is_none();
        if !goes_on || is_not(rest, at) {
            break;
        }
        len = at + c.len_utf8();
    }
    let bare = rest.get(..len).unwrap_or_default();
    let dotted = dotted_len(rest);
    if dotted > len {
        let letters = rest.get(..dotted).unwrap_or_default();
        let upper = letters.chars().any(char::is_uppercase);
        return (dotted, if upper { Shape::Upper } else { Shape::Lower });
    }
    let one = bare.chars().nth(1).is_none();
    let period = rest.get(len..).is_some_and(|tail| tail.starts_with('.'));
    if one && bare.chars().all(char::is_uppercase) {
        return (len + usize::from(period), Shape::Initial);
    }
    // "PHP2.4" is one amount.
    if bare.ends_with(|c: char| c.is_ascii_digit()) {
        let fraction = rest.get(len..).map_or(0, number_len);
        return (len + fraction, shape_of(bare));
    }
    if period && bare.len() <= LONGEST_ABBREVIATION && is_abbreviation(fold(bare).as_bytes()) {
        len += 1;
    }
    (len, shape_of(bare))
}

/// How a word without marks is written.
fn shape_of(bare: &str) -> Shape {
    let mut letters = bare.chars().filter(|c| is_alphabetic(*c));
    let Some(first) = letters.next() else { return Shape::Lower };
    if !first.is_uppercase() {
        return if first.is_lowercase() { Shape::Lower } else { Shape::Uncased };
    }
    let mut rest = letters.peekable();
    if rest.peek().is_none() {
        Shape::Initial
    } else if rest.all(|c| !c.is_lowercase()) {
        Shape::Upper
    } else {
        Shape::Capital
    }
}

/// The length of an abbreviation of single letters with periods ("U.S.", "a.i"), else 0.
fn dotted_len(rest: &str) -> usize {
    let mut len = 0;
    let mut letters = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        if !is_alphabetic(c) {
            break;
        }
        if next == Some('.') {
            letters += 1;
            len = at + c.len_utf8() + 1;
            chars.next();
        } else if letters > 0 && !next.is_some_and(is_letter) {
            // The last letter of "U.S" without its period.
            letters += 1;
            len = at + c.len_utf8();
            break;
        } else {
            break;
        }
    }
    // One letter and a period is an initial, or the end of a sentence.
    if letters >= 2 { len } else { 0 }
}

/// The length of a number with its separators and suffix: "2,000", "1.5", "5th".
fn number_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut len = 0;
    while let Some(&byte) = bytes.get(len) {
        let digit_next = bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
        if byte.is_ascii_digit() || (matches!(byte, b',' | b'.') && digit_next) {
            len += 1;
        } else {
            break;
        }
    }
    let suffix = rest.get(len..).unwrap_or_default();
    let letters: usize = suffix.chars().take_while(|&c| is_letter(c)).map(char::len_utf8).sum();
    len + if letters <= 2 { letters } else { 0 }
}

/// The length of a possessive that begins at this apostrophe: "'s", or "'" after a word that ends in s.
fn possessive_len(text: &str, at: usize) -> Option<usize> {
    let tail = text.get(at..)?;
    let apostrophe = tail.chars().next()?.len_utf8();
    let mut after = tail.get(apostrophe..)?.chars();
    let (first, second) = (after.next(), after.next());
    let ends = |c: Option<char>| !c.is_some_and(is_letter);
    let before = text.get(..at)?.chars().next_back()?;
    match first {
        Some('s' | 'S') if ends(second) && is_letter(before) => Some(apostrophe + 1),
        first if ends(first) && matches!(before, 's' | 'S') => Some(apostrophe),
        _ => None,
    }
}

/// What a verb may be drawn together with.
const SUBJECTS: &[&str] = &["i", "you", "he", "she", "it", "we", "they", "who", "that", "there"];

/// The verbs that are drawn together with what stands before them.
const SHORT_VERBS: &[&str] = &["ll", "ve", "re", "d", "m"];

/// The verbs that "n't" is drawn together with, each a word by itself.
const DENIED: &[&str] = &[
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should",
    "must", "need", "might",
];

/// The length of the verb that is drawn together with the word before this apostrophe: "we'll", "I've".
fn verb_len(text: &str, at: usize) -> Option<usize> {
    let tail = text.get(at..)?;
    let apostrophe = tail.chars().next()?.len_utf8();
    let letters = tail.get(apostrophe..)?;
    let verb = letters.get(..letters.find(|c| !is_letter(c)).unwrap_or(letters.len()))?;
    let is_one = |words: &[&str], word: &str| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    let short = verb.len() <= 2 && is_one(SHORT_VERBS, verb);
    (short && is_one(SUBJECTS, last_word(text, at))).then_some(apostrophe + verb.len())
}

/// Whether the "n't" of a verb begins at this letter.
fn is_not(text: &str, at: usize) -> bool {
    let Some(mut tail) = text.get(at..).map(str::chars) else { return false };
    matches!(tail.next(), Some('n' | 'N'))
        && tail.next().is_some_and(is_apostrophe)
        && matches!(tail.next(), Some('t' | 'T'))
        && !tail.next().is_some_and(is_letter)
        && DENIED.iter().any(|verb| verb.eq_ignore_ascii_case(last_word(text, at)))
}

/// The letters right before a place, as far as a short word would go.
fn last_word(text: &str, at: usize) -> &str {
    const LONGEST: usize = 8;
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST));
    let before = text.get(from..at).unwrap_or_default();
    let start = before.rfind(|c| !is_letter(c) && !is_apostrophe(c));
    start
        .map_or(before, |start| before.get(start..).unwrap_or_default().trim_start_matches(|c| !is_letter(c)))
}

/// Whether the apostrophe that this tail begins with closes a quotation (no letter follows).
fn quote_end(tail: &str) -> Option<usize> {
    (!tail.chars().nth(1).is_some_and(is_letter)).then_some(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<&str> {
        words(text).map(|w| w.text).collect()
    }

    #[test]
    fn titles_and_names_fall_into_words() {
        assert_eq!(texts("Kyrgyzstan's Minister"), ["Kyrgyzstan", "'s", "Minister"]);
        assert_eq!(texts("the ministers’ talks"), ["the", "ministers", "’", "talks"]);
        assert_eq!(
            texts("U.S. President Joseph R. Biden, Jr."),
            ["U.S.", "President", "Joseph", "R.", "Biden", ",", "Jr."]
        );
        assert_eq!(texts("Chargé d'affaires a.i. O’Brien"), ["Chargé", "d'affaires", "a.i.", "O’Brien"]);
        assert_eq!(texts("H.E. Mr. Xi said."), ["H.E.", "Mr.", "Xi", "said", "."]);
        assert_eq!(
            texts("$1.5 million, 2,000 on the 5th."),
            ["$", "1.5", "million", ",", "2,000", "on", "the", "5th", "."]
        );
        assert_eq!(texts("PHP2.4-billion in 2021."), ["PHP2.4", "billion", "in", "2021", "."]);
        assert_eq!(texts("he said 'yes' — loudly"), ["he", "said", "'", "yes", "'", "—", "loudly"]);
    }

    #[test]
    fn a_verb_is_parted_from_what_it_is_drawn_together_with() {
        assert_eq!(texts("We'll go; I’ve said"), ["We", "'ll", "go", ";", "I", "’ve", "said"]);
        assert_eq!(texts("they don't, he won’t"), ["they", "do", "n't", ",", "he", "won’t"]);
        assert_eq!(
            texts("Sa'd of Sana'a's d'Or, it's"),
            ["Sa'd", "of", "Sana'a", "'s", "d'Or", ",", "it", "'s"]
        );
        assert_eq!(texts("O'Driscoll'd we'dge n't"), ["O'Driscoll'd", "we'dge", "n't"]);
    }

    #[test]
    fn a_hyphen_joins_two_words() {
        let joined: Vec<_> =
            words("China-Kuwait and Secretary - General").map(|w| (w.text, w.joined)).collect();
        assert_eq!(joined[..3], [("China", false), ("Kuwait", true), ("and", false)]);
        assert_eq!(joined[3..], [("Secretary", false), ("-", false), ("General", false)]);
    }

    #[test]
    fn what_is_longer_than_any_word_is_cut() {
        for endless in ["a", "A", "é", "\u{5916}", "a.", "a'", "1,", "9", "'"] {
            let text = endless.repeat(2000);
            let words = texts(&text);
            assert_eq!(words.concat(), text);
            assert!(words.iter().all(|word| word.len() <= LONGEST), "{endless}");
        }
    }

    #[test]
    fn shapes_tell_acronyms_from_names() {
        let shapes: Vec<_> = words("the EU met McKeon, J. and U.S. in 2021").map(|w| w.shape).collect();
        use Shape::*;
        assert_eq!(shapes, [Lower, Upper, Lower, Capital, Mark(','), Initial, Lower, Upper, Lower, Number]);
    }

    proptest! {
        #[test]
        fn words_stand_where_they_say_on_any_input(text in "\\PC{0,200}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.start >= end && !word.text.is_empty());
                prop_assert_eq!(text.get(word.start..word.start + word.text.len()), Some(word.text));
                end = word.start + word.text.len();
            }
        }
    }
}
