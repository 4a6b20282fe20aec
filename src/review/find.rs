//! Find: where in an article typed letters stand, as a reader means them: without regard to capital letters,
//! accents, ends of lines, and the form of quotation marks and dashes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Span, Text};

/// Every place of a text where these letters stand, in its order. No two overlap.
pub fn places_of(typed: &str, text: &Text) -> Vec<Span> {
    let sought: Vec<char> = letters(typed.trim()).map(|letter| letter.letter).collect();
    let Some(first) = sought.first() else { return Vec::new() };
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let mut starts = letters(rest).filter(|letter| letter.letter == *first).map(|letter| letter.start);
        let found = starts.find_map(|start| Some((start, end_of(&sought, rest.get(start..)?)?)));
        let Some((start, length)) = found else { break };
        places.extend(text.span(at + start..at + start + length));
        at += start + length;
    }
    places
}

/// Where the letters end that stand at the beginning of this text; none where others stand there.
fn end_of(sought: &[char], text: &str) -> Option<usize> {
    let mut letters = letters(text);
    let mut end = 0;
    for wanted in sought {
        end = letters.next().filter(|letter| letter.letter == *wanted)?.end;
    }
    // With the accents of the last one.
    let rest = text.get(end..)?;
    Some(end + rest.find(|next| !is_combining_mark(next)).unwrap_or(rest.len()))
}

/// A letter as it is compared, and which bytes of the text it stands for.
struct Letter {
    letter: char,
    start: usize,
    end: usize,
}

/// The letters of a text as they are compared.
fn letters(text: &str) -> impl Iterator<Item = Letter> {
    let mut was_space = false;
    let printed = text.char_indices().filter(move |(_, letter)| {
        let is_space = letter.is_whitespace();
        let goes_on = is_space && std::mem::replace(&mut was_space, is_space);
        was_space = is_space;
        !goes_on && !is_combining_mark(*letter) && *letter != '\u{ad}'
    });
    printed.flat_map(|(start, printed)| {
        let end = start + printed.len_utf8();
        plain(printed).map(move |letter| Letter { letter, start, end })
    })
}

/// A letter without its accents, in lower case.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let like = match letter {
        '’' | '‘' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        other if other.is_whitespace() => ' ',
        other => other,
    };
    // Most letters of most texts, many times as quick.
    let simple = like.is_ascii().then(|| like.to_ascii_lowercase());
    let others = simple.is_none().then(|| std::iter::once(like).nfd()).into_iter().flatten();
    let folded = others.filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    simple.into_iter().chain(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(typed: &str, text: &'t Text) -> Vec<&'t str> {
        places_of(typed, text).into_iter().map(|place| text.slice(place)).collect()
    }

    #[test]
    fn letters_are_found_however_they_are_written() {
        let text = Text::new("Türkiye’s harbour\nline – the “Harbour  Line” of TURKI\u{307}YE\u{301}.");
        assert_eq!(found("harbour line", &text), ["harbour\nline", "Harbour  Line"]);
        assert_eq!(found("turkiye's", &text), ["Türkiye’s"]);
        assert_eq!(found("turkiye", &text), ["Türkiye", "TURKI\u{307}YE\u{301}"]);
        assert_eq!(found("line - the \"h", &text), ["line – the “H"]);
        assert_eq!(found("ine", &text), ["ine", "ine"], "a part of a word, as one types");
        assert!(found("  ", &text).is_empty() && found("grain", &text).is_empty());
    }

    #[test]
    fn places_do_not_overlap_and_cut_no_letter() {
        let text = Text::new("aaaa 日本日本 ﬁne");
        assert_eq!(found("aa", &text), ["aa", "aa"]);
        assert_eq!(found("日本", &text), ["日本", "日本"]);
        assert_eq!(found("ß", &Text::new("Straße")), ["ß"]);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_copied_from_a_text_is_found_in_it(before in ".{0,20}", words in "[a-zé王 ’]{1,9}", behind in ".{0,20}") {
            let text = Text::new(format!("{before}{words}{behind}"));
            let places = places_of(&words, &text);
            proptest::prop_assert!(words.trim().is_empty() || !places.is_empty());
        }
    }
}
