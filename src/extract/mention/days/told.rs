//! Days that are told from another: "on Friday", "last Monday", "yesterday", "this morning", "the 23rd".

use std::ops::Range;

use super::written::day_number;
use super::{Told, Which, classed, weekday};
use crate::extract::segment::Source;
use crate::lexicon::{Shape, WordClass};

/// How many days after the article's own each of these is. Phrases that are told from a day in the
/// text ("the next day") are left out, and so are those that name no single day ("last week").
const RELATIVE: &[(&str, i32)] = &[
    ("the day before yesterday", -2),
    ("yesterday", -1),
    ("late yesterday", -1),
    ("last night", -1),
    ("today", 0),
    ("earlier today", 0),
    ("early today", 0),
    ("later today", 0),
    ("tonight", 0),
    ("this morning", 0),
    ("this afternoon", 0),
    ("this evening", 0),
    ("tomorrow", 1),
    ("the day after tomorrow", 2),
];

/// Whether a word in lower case can begin words for a day.
pub(super) fn begins(source: &Source<'_>, at: usize) -> bool {
    const FIRST: [&str; 9] =
        ["the", "today", "this", "yesterday", "tomorrow", "tonight", "last", "earlier", "later"];
    source.is_any(at, &FIRST) || source.is_any(at, &["early", "late"])
}

/// The day that is told by words that begin here.
pub(super) fn told(source: &Source<'_>, at: usize) -> Option<(Told, Range<usize>)> {
    relative(source, at).or_else(|| of_week(source, at)).or_else(|| of_month(source, at))
}

fn relative(source: &Source<'_>, at: usize) -> Option<(Told, Range<usize>)> {
    let is_relative = |class| (class == WordClass::RelativeDay).then_some(());
    let ((), words) = classed(source, at, is_relative)?;
    let phrase = source.text(&words);
    let (_, days) = RELATIVE.iter().find(|(known, _)| phrase.eq_ignore_ascii_case(known))?;
    Some((Told::Relative(*days), words))
}

fn of_week(source: &Source<'_>, at: usize) -> Option<(Told, Range<usize>)> {
    let (first, words) = weekday(source, at)?;
    let (from, which) = match at.checked_sub(1) {
        Some(before) if source.is(before, "last") => (before, Which::Last),
        Some(before) if source.is_any(before, &["next", "coming"]) => (before, Which::Next),
        Some(before) if source.is(before, "this") => (before, Which::This),
        _ => (at, Which::Bare),
    };
    let joined = source.is_any(words.end, &["and", "to", "through", "–", "-"]).then_some(words.end + 1);
    let last = joined.and_then(|at| weekday(source, at));
    let end = last.as_ref().map_or(words.end, |(_, words)| words.end);
    let last = last.map(|(last, _)| last).filter(|last| *last != first);
    Some((Told::Weekday { first, last, which }, from..end))
}

/// "on the 23rd" at the end of a clause, or "the 23rd of this month".
fn of_month(source: &Source<'_>, at: usize) -> Option<(Told, Range<usize>)> {
    let (day, end) = day_number(source, at)?;
    let ordinal = source.word(at)?.word.text.ends_with(|c: char| c.is_ascii_alphabetic());
    let before = |n: usize, word: &str| at.checked_sub(n).is_some_and(|at| source.is(at, word));
    (ordinal && before(1, "the") && before(2, "on")).then_some(())?;
    let of_month = ["of", "this", "month"].iter().enumerate().all(|(n, word)| source.is(end + n, word));
    let alone = source.word(end).is_none_or(|word| matches!(word.word.shape, Shape::Mark(_)))
        || source.is_any(end, &["in", "at", "with", "and", "to"]);
    let end = if of_month { end + 3 } else { end };
    (of_month || alone).then_some((Told::OfMonth(day), at..end))
}
