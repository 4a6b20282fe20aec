//! Letters: which characters are of words. Unicode's own tables are slow to tell it of a character beyond ASCII, and
//! every one of a text in another script is asked for, several times.

use std::sync::OnceLock;

use unicode_normalization::char::is_combining_mark;

/// Whether a character belongs to words, digits beyond ASCII among them.
pub(super) fn is_letter(c: char) -> bool {
    static LETTERS: Known =
        Known::those_that(|c| c.is_alphabetic() || is_combining_mark(c) || c.is_numeric());
    if c.is_ascii() { c.is_ascii_alphabetic() } else { LETTERS.has(c) }
}

/// Whether a character is a letter of an alphabet, as Unicode says it.
pub fn is_alphabetic(c: char) -> bool {
    static LETTERS: Known = Known::those_that(char::is_alphabetic);
    if c.is_ascii() { c.is_ascii_alphabetic() } else { LETTERS.has(c) }
}

/// So many characters are told at once.
const BLOCK: usize = 64;

/// What is known of the characters of the Basic Multilingual Plane, a bit each, by blocks that are filled when a
/// character of them is first asked for.
struct Known {
    blocks: [OnceLock<u64>; 0x1_0000 / BLOCK],
    is_one: fn(char) -> bool,
}

impl Known {
    const fn those_that(is_one: fn(char) -> bool) -> Self {
        Self { blocks: [const { OnceLock::new() }; 0x1_0000 / BLOCK], is_one }
    }

    fn has(&self, c: char) -> bool {
        let (block, bit) = (c as usize / BLOCK, c as usize % BLOCK);
        match self.blocks.get(block) {
            Some(known) => known.get_or_init(|| self.bits(block)) >> bit & 1 == 1,
            None => (self.is_one)(c),
        }
    }

    fn bits(&self, block: usize) -> u64 {
        let char_at = |code: usize| u32::try_from(code).ok().and_then(char::from_u32);
        let is_one = |bit: usize| char_at(block * BLOCK + bit).is_some_and(self.is_one);
        (0..BLOCK).fold(0, |bits, bit| bits | u64::from(is_one(bit)) << bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_what_unicode_says() {
        for c in '\0'..='\u{1_1000}' {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
        }
        for (c, expected) in
            [('é', true), ('王', true), ('\u{301}', true), ('٣', true), ('3', false), ('’', false)]
        {
            assert_eq!(is_letter(c), expected, "{c:?}");
        }
    }
}
