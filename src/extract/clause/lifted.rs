//! Lifted: words that may stand between any two others and belong to neither: what stands in parentheses,
//! and days. "Is on a three-day (9th – 10th February) working visit" is "is on a three-day working visit".

use std::ops::Range;

use crate::extract::segment::{Sentence, Source};
use crate::lexicon::{Shape, WordClass};

/// A parenthesis has at most so many words; what is not closed within them is none.
const LONGEST: usize = 40;

/// Which words of a sentence are lifted out of it, a flag a word.
pub(super) fn lifted(source: &Source<'_>, sentence: &Sentence) -> Vec<bool> {
    let words = &sentence.words;
    let mut flags = vec![false; words.len()];
    let mut at = words.start;
    while at < words.end {
        let end = match source.word(at).map(|word| word.word.shape) {
            Some(Shape::Mark(mark)) => parenthesis(source, words, at, mark),
            _ => day(source, words, at).or_else(|| part_of_day(source, at)),
        };
        let end = end.map(|end| end.min(words.end));
        if let Some(lifted) = end.and_then(|end| flags.get_mut(at - words.start..end - words.start)) {
            lifted.fill(true);
        }
        at = end.unwrap_or(at).max(at + 1);
    }
    flags
}

/// Where the parenthesis ends that opens with this mark.
fn parenthesis(source: &Source<'_>, words: &Range<usize>, at: usize, mark: char) -> Option<usize> {
    let closing = match mark {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let closes = |at: usize| source.word(at).is_some_and(|word| word.word.shape == Shape::Mark(closing));
    let mut rest = at + 1..words.end.min(at + LONGEST);
    rest.find(|&at| closes(at)).map(|close| close + 1)
}

/// "earlier in the day", "later in the evening"
fn part_of_day(source: &Source<'_>, at: usize) -> Option<usize> {
    const PARTS: [&str; 6] = ["day", "morning", "afternoon", "evening", "week", "night"];
    let opens = source.is_any(at, &["earlier", "later", "early", "late"])
        && source.is(at + 1, "in")
        && source.is(at + 2, "the");
    (opens && source.is_any(at + 3, &PARTS)).then_some(at + 4)
}

/// Where the day ends that begins here: "on Thursday", "Thursday, 13 October 2022,", "today".
fn day(source: &Source<'_>, words: &Range<usize>, at: usize) -> Option<usize> {
    // Nearly every word begins none.
    let begins = source.word(at).is_some_and(|word| match word.word.shape {
        Shape::Lower => source.is_any(at, &["on", "today", "yesterday"]),
        shape => shape.is_capital() || shape == Shape::Number,
    });
    if !begins {
        return None;
    }
    let first = at + usize::from(source.is(at, "on"));
    let mut end = first;
    let mut named = false;
    while end < words.end {
        let class = class(source, end);
        let number = source.word(end).is_some_and(|word| word.word.shape == Shape::Number);
        named |= class;
        let number_at = |at: usize| source.word(at).is_some_and(|word| word.word.shape == Shape::Number);
        let range = || {
            end > first
                && source.is_any(end, &["–", "-", "—", "to"])
                && number_at(end - 1)
                && number_at(end + 1)
        };
        let joins = || {
            end > first && source.is(end, ",") && {
                let next = source.word(end + 1).is_some_and(|word| word.word.shape == Shape::Number);
                next || self::class(source, end + 1)
            }
        };
        if !class && !number && !joins() && !range() {
            break;
        }
        end += 1;
    }
    (named && end > first).then_some(end)
}

/// Whether a word is a weekday, a month, or a day told from another.
fn class(source: &Source<'_>, at: usize) -> bool {
    let named = |class: &WordClass| {
        matches!(class, WordClass::Weekday(_) | WordClass::Month(_)) && source.word(at).is_some_and(is_name)
    };
    let word = source.phrase(source.lexicon.words(), at..at + 1);
    let calendar = word.is_some_and(|(_, classes)| classes.iter().any(named));
    calendar || source.is_any(at, &["today", "yesterday"])
}

fn is_name(token: &crate::lexicon::Token<'_>) -> bool {
    token.word.shape.is_capital()
}
