//! Characters that are not seen, or seen alike: made one, once, before anything else reads the text.
//! Letters, quotes and dashes stay as they are, for a reader must find the article's own words again.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text with `\n` between lines, plain spaces, composed letters and nothing invisible.
pub(super) fn tidy(text: &str) -> String {
    let composed = match is_composed_throughout(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
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

/// Whether every character of a text is composed. The letters before those that the tables know begin with
/// smaller bytes than all others.
fn is_composed_throughout(text: &str) -> bool {
    const BEYOND: u8 = 0xcc;
    let mut beyond = text.bytes().enumerate().filter(|(_, byte)| *byte >= BEYOND);
    beyond.all(|(at, _)| text.get(at..).is_some_and(|rest| rest.chars().next().is_some_and(is_composed)))
}

/// Whether a character is composed whatever stands beside it, as the letters of Europe, their punctuation and
/// the common Chinese ones are: whoever asks Unicode's tables for each of them waits.
fn is_composed(c: char) -> bool {
    matches!(c, ..'\u{300}' | '\u{400}'..='\u{45f}' | '\u{621}'..='\u{64a}' | '\u{2002}'..='\u{20cf}'
        | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff9d}')
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
pub(super) fn single_spaced(line: &str) -> Cow<'_, str> {
    if line.is_ascii() && !line.bytes().any(|byte| byte < b' ') && !line.contains("  ") {
        return Cow::Borrowed(line.trim_matches(' '));
    }
    let mut before = ' ';
    let mut is_fine = |c: char| {
        let fine = !c.is_whitespace() || c == ' ' && before != ' ';
        before = c;
        fine
    };
    if line.chars().all(&mut is_fine) && !line.ends_with(' ') {
        return Cow::Borrowed(line);
    }
    let mut spaced = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    Cow::Owned(spaced)
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
    fn what_is_said_to_be_composed_is_so() {
        let all = ('\u{80}'..='\u{ffff}').filter(|&c| is_composed(c));
        for c in all {
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0, "{c:?}");
        }
    }

    #[test]
    fn letters_quotes_and_dashes_stay_as_printed() {
        assert_eq!(tidy("‘Čapeková’ — 王例…"), "‘Čapeková’ — 王例…");
        assert_eq!(tidy("Cafe\u{301}"), "Café");
    }
}
