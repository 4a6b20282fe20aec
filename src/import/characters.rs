//! Characters that are not seen, or seen alike: made one, once, before anything else reads the text.
//! Letters, quotes and dashes stay as they are, for a reader must find the article's own words again.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text with `\n` between lines, plain spaces, composed letters and nothing invisible.
pub(super) fn tidy(text: &str) -> String {
    let composed = match text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    };
    let mut tidy = String::with_capacity(composed.len());
    let mut rest: &str = &composed;
    while !rest.is_empty() {
        // What stays as it is goes over in one piece.
        let plain = rest.bytes().position(|byte| !matches!(byte, b' '..=b'~' | b'\n')).unwrap_or(rest.len());
        let (kept, other) = rest.split_at(plain);
        tidy.push_str(kept);
        let mut chars = other.chars();
        tidy.extend(chars.next().and_then(|c| tidied(c, tidy.chars().next_back())));
        rest = chars.as_str();
        if other.starts_with("\r\n") {
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    tidy
}

/// What becomes of a character that stands after this one.
fn tidied(c: char, before: Option<char>) -> Option<char> {
    Some(match c {
        '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
        c if c.is_whitespace() => ' ',
        // Joiners shape the letters of several scripts, and emoji.
        '\u{200c}' | '\u{200d}' if before.is_some_and(|before| !before.is_ascii()) => c,
        c if is_invisible(c) || c.is_control() => return None,
        c => c,
    })
}

/// The line with one space between words and none around.
pub(super) fn single_spaced(line: &str) -> String {
    let mut spaced = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// Soft hyphens, zero-width spaces, marks of direction and of byte order.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_spaces_are_of_one_kind() {
        assert_eq!(tidy("a\r\nb\rc\u{2028}d"), "a\nb\nc\nd");
        assert_eq!(tidy("14\u{a0}March\u{202f}2021\tnoon"), "14 March 2021 noon");
        assert_eq!(single_spaced("  two   words "), "two words");
    }

    #[test]
    fn what_is_not_seen_is_gone_but_joiners_that_shape_letters_stay() {
        assert_eq!(tidy("\u{feff}co\u{ad}operation\u{200b}"), "cooperation");
        assert_eq!(tidy("ශ්\u{200d}රී"), "ශ්\u{200d}රී");
        assert_eq!(tidy("a\u{200d}b"), "ab");
    }

    #[test]
    fn letters_quotes_and_dashes_stay_as_printed() {
        assert_eq!(tidy("‘Čapeková’ — 王例…"), "‘Čapeková’ — 王例…");
        assert_eq!(tidy("Cafe\u{301}"), "Café");
    }
}
