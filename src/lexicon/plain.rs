//! Plain words: nearly every word of a text is a few ASCII letters with a space or a mark behind them, or such a
//! mark. It is cut off, told how it is written and folded in one go, all its letters at once as one number.

use super::word_map::{LONGEST, ShortWord, each};
use super::words::Shape;

/// A plain word or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    /// How many bytes it has.
    pub len: usize,
    /// How it is written.
    pub shape: Shape,
    /// The word, folded.
    pub folded: ShortWord,
}

/// The plain word that begins with the first of these letters. What else may be of a word, such as an
/// apostrophe, must be looked for letter by letter; so must the period of an abbreviation be, which may end it.
#[inline]
pub(super) fn plain_word(text: &[u8; LONGEST]) -> Option<Plain> {
    let high = each(0x80);
    let letters = u128::from_le_bytes(*text);
    let small = letters | each(0x20);
    // The highest bit of what is at or behind a letter; nothing is carried from one letter to the next.
    let is_from = |letter: u8| (small & !high) + each(0x80 - letter);
    let is_letter = is_from(b'a') & !is_from(b'z' + 1) & !letters & high;
    let len = ((is_letter ^ high).trailing_zeros() / u8::BITS) as usize;
    let ends = *text.get(len)?;
    if len == 0 {
        return plain_mark(ends);
    }
    if len == 1 && ends != b' ' || !is_end(ends) {
        return None;
    }
    let own = u128::MAX >> (8 * (LONGEST - len));
    let capitals = !letters & each(0x20) & own;
    let shape = if capitals & 0x20 == 0 {
        Shape::Lower
    } else if len == 1 {
        Shape::Initial
    } else if capitals == each(0x20) & own {
        Shape::Upper
    } else {
        Shape::Capital
    };
    Some(Plain { len, shape, folded: ShortWord::of_folded(small & own) })
}

/// The last letters of a text, which ends as a word does before a space.
#[inline]
pub(super) fn padded(last: &[u8]) -> [u8; LONGEST] {
    let mut letters = [b' '; LONGEST];
    if let Some(own) = letters.get_mut(..last.len()) {
        own.copy_from_slice(last);
    }
    letters
}

/// A mark that is one by itself, wherever it stands.
#[inline]
fn plain_mark(byte: u8) -> Option<Plain> {
    let folded = ShortWord::of_folded(if byte == b'.' { 0 } else { byte.into() });
    is_plain_mark(byte).then_some(Plain { len: 1, shape: Shape::Mark(byte.into()), folded })
}

/// Whether a byte is a mark by itself: no apostrophe, and no hyphen, which may join two words.
pub(super) fn is_plain_mark(byte: u8) -> bool {
    byte.is_ascii_punctuation() && !matches!(byte, b'\'' | b'`' | b'-')
}

/// Whether a word ends before this byte, whatever comes after it.
#[inline]
fn is_end(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'-') || is_plain_mark(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_is_cut_and_folded_as_any_other() {
        let read = |text: &str| plain_word(&padded(text.as_bytes()));
        let told = [
            ("minister met", "minister", Shape::Lower),
            ("Minister,", "Minister", Shape::Capital),
            ("McKeon", "McKeon", Shape::Capital),
            ("NATO-led", "NATO", Shape::Upper),
            ("iPhone", "iPhone", Shape::Lower),
            ("A visit", "A", Shape::Initial),
            ("a visit", "a", Shape::Lower),
            ("Az\n", "Az", Shape::Capital),
            ("abcdefghijklmno ", "abcdefghijklmno", Shape::Lower),
        ];
        for (text, word, shape) in told {
            let expected = Plain { len: word.len(), shape, folded: ShortWord::of(word).unwrap() };
            assert_eq!(read(text), Some(expected), "{text}");
        }
        for mark in [",", ". ", "?", "(a", "@a", "[", "{b"] {
            let found = read(mark).map(|mark| (mark.len, mark.folded));
            assert_eq!(found, Some((1, mark.get(..1).and_then(ShortWord::of).unwrap())), "{mark}");
        }
        for other in ["", " a", "a.", "B-52", "it's", "-", "'", "No1", "5", "abcdefghijklmnop", "Chargé"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
