//! Words as a reader means them who selects some: a hand is not exact to the letter, so that what it selects
//! is taken to whole words, and loses the spaces and punctuation marks around it.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::model::{Span, Text};

/// Marks that join the letters of a word, and those that join the digits of a number.
const JOINS_LETTERS: &[char] = &['\'', '’', '-', '‐', '‑', '.', '&'];
const JOINS_DIGITS: &[char] = &[':', ',', '.', '/', '-', '–'];

/// What opens and what closes.
const PAIRS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('“', '”'),
    ('„', '“'),
    ('‘', '’'),
    ('«', '»'),
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('"', '"'),
];

/// Marks that belong to a value where they stand at its end or its beginning: "$5 million", "20%".
const OF_VALUES: &[char] = &['$', '%', '#', '&', '@', '+', '€', '£', '¥', '°', '§', '₹', '‰'];

/// What ends with a period that is its own.
const SHORTENED: &[&str] = &["jr", "sr", "inc", "ltd", "co", "corp"];

/// The whole words that are meant by what was selected. Of a word at an edge more than a letter must have been
/// selected.
pub fn whole_words(text: &Text, span: Span) -> Option<Span> {
    // A space beside a letter says no more than the letter.
    let span = text.span_of_part(text.slice(span).trim())?;
    let (mut start, mut end) = (span.start(), span.end());
    let first = word_across(text, start).or_else(|| word_with_rest(text, start));
    let last = word_across(text, end);
    if let Some(word) = first.clone().filter(|word| end <= word.end) {
        (start, end) = (word.start, word.end);
    } else {
        if let Some(word) = first {
            start = if is_meant(text, start..word.end) { word.start } else { word.end };
        }
        if let Some(word) = last {
            end = if is_meant(text, word.start..end) { word.end } else { word.start };
        }
    }
    let meant = text.span(start..end.max(start)).and_then(|meant| without_marks(text, meant));
    meant.or(Some(span))
}

/// The words of a span without the spaces and marks around them, but for those that belong to the words.
pub(super) fn without_marks(text: &Text, span: Span) -> Option<Span> {
    let mut words = text.slice(span);
    loop {
        let trimmed = unquoted(words.trim());
        let trimmed = without_first(without_last(trimmed));
        if trimmed == words {
            break;
        }
        words = trimmed;
    }
    text.span_of_part(words)
}

/// The word after this byte, or around it; a word by itself of a script that has no spaces.
pub(super) fn word_from(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let start = at + rest.find(char::is_alphanumeric)?;
    let letter = text.get(start..)?.chars().next()?;
    word_across(text, start).or_else(|| Some(start..end_of_word(text, start, letter)))
}

/// The word that this place is within, so that it has letters on both sides, or digits beside a mark.
fn word_across(text: &str, at: usize) -> Option<Range<usize>> {
    let (before, after) = text.split_at_checked(at)?;
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    let within = if is_of_word(last) && is_of_word(next) {
        !stands_alone(last) && !stands_alone(next)
    } else {
        let behind = after.chars().nth(1).is_some_and(|other| joins_digits(last, next, other));
        behind || before.chars().rev().nth(1).is_some_and(|one| joins_digits(one, last, next))
    };
    within.then(|| start_of_word(text, at)..end_of_word(text, at, next))
}

/// The word of which the rest begins here with a mark: "'s".
fn word_with_rest(text: &str, at: usize) -> Option<Range<usize>> {
    let (before, after) = text.split_at_checked(at)?;
    let mut letters = after.chars();
    let (last, mark, other) = (before.chars().next_back()?, letters.next()?, letters.next()?);
    (!is_of_word(mark) && joins(last, mark, other))
        .then(|| start_of_word(text, at)..end_of_word(text, at, mark))
}

fn start_of_word(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let next = text.get(at..).and_then(|after| after.chars().next());
    let mut letters = before.char_indices().rev().peekable();
    let (mut start, mut after) = (at, next);
    while let Some((place, letter)) = letters.next() {
        let one = letters.peek().map(|(_, one)| *one);
        let goes_on = match is_of_word(letter) {
            true => !stands_alone(letter),
            false => one.zip(after).is_some_and(|(one, other)| joins(one, letter, other)),
        };
        if !goes_on {
            break;
        }
        (start, after) = (place, Some(letter));
    }
    start
}

fn end_of_word(text: &str, at: usize, first: char) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut letters = rest.char_indices().peekable();
    let (mut end, mut before) = (at, text.get(..at).and_then(|before| before.chars().next_back()));
    if stands_alone(first) {
        return at + first.len_utf8();
    }
    while let Some((place, letter)) = letters.next() {
        let other = letters.peek().map(|(_, other)| *other);
        let goes_on = match is_of_word(letter) {
            true => !stands_alone(letter),
            false => before.zip(other).is_some_and(|(one, other)| joins(one, letter, other)),
        };
        if !goes_on {
            break;
        }
        end = at + place + letter.len_utf8();
        before = Some(letter);
    }
    end
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// Whether a mark between these two is within a word.
fn joins(one: char, mark: char, other: char) -> bool {
    let letters = is_of_word(one) && is_of_word(other);
    letters && JOINS_LETTERS.contains(&mark) || joins_digits(one, mark, other)
}

fn joins_digits(one: char, mark: char, other: char) -> bool {
    one.is_ascii_digit() && other.is_ascii_digit() && JOINS_DIGITS.contains(&mark)
}

/// Whether a letter is of a script that is written without spaces, where a run of letters is no word.
fn stands_alone(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF
        | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

/// Whether who selected this part of a word meant the word: a hand slips by one letter, not by more.
fn is_meant(text: &str, part: Range<usize>) -> bool {
    let words = text.get(part).unwrap_or_default();
    words.chars().filter(|letter| is_of_word(*letter)).count() > 1
}

/// Words that stand whole between quotation marks or brackets, without these.
fn unquoted(words: &str) -> &str {
    let inner = PAIRS.iter().find_map(|(opening, closing)| {
        let inner = words.strip_prefix(*opening)?.strip_suffix(*closing)?;
        (!inner.contains(*opening) && !inner.contains(*closing)).then_some(inner)
    });
    inner.unwrap_or(words)
}

fn without_first(words: &str) -> &str {
    let Some(mark) = words.chars().next().filter(|mark| is_mark(*mark)) else { return words };
    let rest = words.get(mark.len_utf8()..).unwrap_or_default();
    let closed = |(opening, closing): &(char, char)| *opening == mark && rest.contains(*closing);
    if PAIRS.iter().any(closed) { words } else { rest }
}

fn without_last(words: &str) -> &str {
    let Some(mark) = words.chars().next_back().filter(|mark| is_mark(*mark)) else { return words };
    let rest = words.get(..words.len() - mark.len_utf8()).unwrap_or_default();
    let opened = |(opening, closing): &(char, char)| *closing == mark && rest.contains(*opening);
    let of_word = mark == '.' && is_shortened(rest);
    if of_word || PAIRS.iter().any(opened) { words } else { rest }
}

/// Whether the period after these words is the last one's own: "U.S.", "p.m.", "Jr."
fn is_shortened(words: &str) -> bool {
    let last = words.rsplit(|letter: char| letter.is_whitespace()).next().unwrap_or_default();
    let last = last.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let initials = last.contains('.') && last.split('.').all(|part| part.chars().count() == 1);
    initials || SHORTENED.contains(&last.to_lowercase().as_str())
}

fn is_mark(letter: char) -> bool {
    !is_of_word(letter) && !OF_VALUES.contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is meant by selecting what stands between two bars.
    #[track_caller]
    fn check(selected: &str, meant: &str) {
        let parts: Vec<&str> = selected.split('|').collect();
        let [before, words, behind] = parts[..] else { panic!("{selected}") };
        let text = Text::new(format!("{before}{words}{behind}"));
        let span = text.span(before.len()..before.len() + words.len()).unwrap();
        assert_eq!(whole_words(&text, span).map(|span| text.slice(span)), Some(meant), "{selected}");
    }

    #[test]
    fn a_hand_that_slips_by_a_letter_selects_whole_words() {
        check("|thanked his host for the warm welcome. H|e left.", "thanked his host for the warm welcome");
        check("at 2|3:55| on Friday", "23:55");
        check("Maria Z|erafa met| them", "Zerafa met");
        check("M|aria Zeraf|a met", "Maria Zerafa");
        check("will re|open the inter|national line", "reopen the international");
        check("reop|en the internation|al line", "reopen the international");
        check("Karmenu| Borg o|f Malta", "Borg");
        check("of M|alt|a and", "Malta");
        check("|Karmenu Bo|rg of", "Karmenu Borg");
        check("Malta|'s Minist|er", "Minister");
        check("|Malta|'s Minister", "Malta");
        check("Minister|-designate|", "Minister-designate");
        check("to re-|open| it", "open");
        check("a|t |noon", "at");
    }

    #[test]
    fn spaces_and_marks_around_are_lost_and_those_of_the_words_stay() {
        check("|, by the end of June. |Then", "by the end of June");
        check("said: |“We will pay,”| he", "We will pay");
        check("|(Malta)|", "Malta");
        check("|the Line (IHL)|, and", "the Line (IHL)");
        check("of |$5 million.|", "$5 million");
        check("by |20%|.", "20%");
        check("in the |U.S.|", "U.S.");
        check("|Bo Lind Jr.|", "Bo Lind Jr.");
        check("|the talks.|", "the talks");
        check("|“Peace” and aid|", "“Peace” and aid");
        check("| — |", "—");
    }

    #[test]
    fn scripts_without_spaces_are_taken_as_they_are_selected() {
        check("马耳他|外交部长|会见", "外交部长");
        check("|外交部长。|", "外交部长");
        check("|Внешнее министерств|о сказало", "Внешнее министерство");
    }

    proptest! {
        #[test]
        fn whatever_is_selected_something_is_meant_and_no_letter_is_cut(
            words in "[a-zé王.'(“” -]{1,30}", from in 0_usize..30, length in 1_usize..30
        ) {
            let text = Text::new(words);
            let count = text.chars().count();
            let from = from.min(count - 1);
            let span = text.span_of_chars(from..(from + length).min(count)).unwrap();
            let meant = whole_words(&text, span);
            prop_assert!(meant.is_some() || text.slice(span).trim().is_empty());
            // Whoever selects what is meant means it.
            if let Some(meant) = meant {
                prop_assert_eq!(whole_words(&text, meant), Some(meant));
            }
        }
    }
}
