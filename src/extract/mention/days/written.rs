//! Days that are written out: "16 October 2020", "Friday, June 27", "9 – 11 May", "2022-08-23".

use std::ops::Range;

use super::{MonthDay, Told, classed, weekday};
use crate::extract::segment::Source;
use crate::lexicon::{Shape, WordClass};

/// The written day that begins here, its day of the week included.
pub(super) fn written(source: &Source<'_>, at: usize) -> Option<(Told, Range<usize>)> {
    let named = weekday(source, at);
    let from = named.as_ref().map_or(at, |(_, words)| skip(source, words.end, &[",", "(", "the"]));
    let (first, last, year, end) =
        [numeric, month_first, day_first].iter().find_map(|form| form(source, from))?;
    let closes = named.is_some() && source.is(from.saturating_sub(1), "(") && source.is(end, ")");
    let weekday = named.map(|(day, _)| day);
    Some((Told::Written { first, last, year, weekday }, at..end + usize::from(closes)))
}

/// First day, last day, year, and the place after them.
type Form = (MonthDay, Option<MonthDay>, Option<i16>, usize);

/// "2022-08-23", "23.08.2022", "23/08/2022". Where day and month could change places, the day of the
/// week or the larger number must tell, so "03/04/2022" is none.
fn numeric(source: &Source<'_>, at: usize) -> Option<Form> {
    let word = source.word(at).filter(|word| word.word.shape == Shape::Number)?;
    let dotted: Vec<&str> = word.word.text.split('.').collect();
    if let [day, month, year] = *dotted {
        let first = MonthDay { month: small(month)?, day: small(day)? };
        return valid(first).then_some((first, None, Some(year_of(year)?), at + 1));
    }
    let slashed = source.is(at + 1, "/") && source.is(at + 3, "/");
    let dashed = [1, 2].iter().all(|n| source.word(at + n).is_some_and(|word| word.word.joined));
    let step = if slashed { 2 } else { 1 };
    (slashed || dashed).then_some(())?;
    let texts = [at, at + step, at + 2 * step].map(|at| source.word(at).map(|word| word.word.text));
    let [Some(one), Some(two), Some(three)] = texts else { return None };
    let end = at + 2 * step + 1;
    if let Some(year) = year_of(one) {
        let first = MonthDay { month: small(two)?, day: small(three)? };
        return valid(first).then_some((first, None, Some(year), end));
    }
    let (one, two) = (small(one)?, small(two)?);
    let first = match (one > 12, two > 12) {
        (true, false) => MonthDay { month: two, day: one },
        (false, true) => MonthDay { month: one, day: two },
        (false, false) if dashed || one == two => MonthDay { month: two, day: one },
        _ => return None,
    };
    valid(first).then_some((first, None, Some(year_of(three)?), end))
}

/// "October 16, 2020", "Oct. 16th", "April 21 to 27, 2023", "March 28 to April 2".
fn month_first(source: &Source<'_>, at: usize) -> Option<Form> {
    let (month, end) = month(source, at)?;
    let (day, end) = day_number(source, skip(source, end, &["the"]))?;
    let first = MonthDay { month, day };
    let (last, end) = last_day(source, end, month).map_or((None, end), |(last, end)| (Some(last), end));
    finish(source, first, last, end)
}

/// "16 October 2020", "the 16th of October", "12 and 13 May 2018", "28 June to 1 July".
fn day_first(source: &Source<'_>, at: usize) -> Option<Form> {
    let (day, end) = day_number(source, at)?;
    if let Some((month, end)) = month(source, skip(source, end, &["of", "st", "nd", "rd", "th"])) {
        let first = MonthDay { month, day };
        let (last, end) = last_with_month(source, end).map_or((None, end), |(last, end)| (Some(last), end));
        return finish(source, first, last, end);
    }
    let (until, end) = day_number(source, joint(source, end)?)?;
    let (month, end) = month(source, skip(source, end, &["of"]))?;
    finish(source, MonthDay { month, day }, Some(MonthDay { month, day: until }), end)
}

/// The year after a day, and whether all of it can be.
fn finish(source: &Source<'_>, first: MonthDay, last: Option<MonthDay>, end: usize) -> Option<Form> {
    let year_at = skip(source, end, &[",", "of"]);
    let year = source.word(year_at).and_then(|word| year_of(word.word.text));
    let end = if year.is_some() { year_at + 1 } else { end };
    let all = valid(first) && last.is_none_or(valid);
    let last = last.filter(|last| *last != first);
    all.then_some((first, last, year, end))
}

/// The last day after the first: "to 27", "and 10", "to April 2".
fn last_day(source: &Source<'_>, end: usize, month: i8) -> Option<(MonthDay, usize)> {
    last_with_month(source, end).or_else(|| {
        let (day, end) = day_number(source, joint(source, end)?)?;
        // "May 9 and 10 others" counts people.
        let counts = source.word(end).is_some_and(|word| word.word.shape == Shape::Lower)
            && !source.is_any(end, &["at", "in", "for", "with", "to", "by", "on", "during", "and", "this"]);
        (!counts).then_some((MonthDay { month, day }, end))
    })
}

/// "to April 2", "– 1 July".
fn last_with_month(source: &Source<'_>, end: usize) -> Option<(MonthDay, usize)> {
    let at = joint(source, end)?;
    if let Some((month, end)) = month(source, at) {
        let (day, end) = day_number(source, end)?;
        return Some((MonthDay { month, day }, end));
    }
    let (day, end) = day_number(source, at)?;
    let (month, end) = month(source, end)?;
    Some((MonthDay { month, day }, end))
}

/// The place after "to", "and" or a dash. A hyphen between numbers leaves only its note.
fn joint(source: &Source<'_>, at: usize) -> Option<usize> {
    if source.is_any(at, &["to", "and", "&", "–", "-", "—", "through", "till", "until"]) {
        return Some(at + 1);
    }
    source.word(at).is_some_and(|word| word.word.joined).then_some(at)
}

/// A month by name, and the place after it and its period. A number with the month's name behind its
/// suffix ("15thNovember") comes as two words, of which this is the second.
fn month(source: &Source<'_>, at: usize) -> Option<(i8, usize)> {
    let word = source.word(at)?;
    let glued = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.word.text.strip_prefix(suffix));
    if let Some(rest) = glued.filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase())) {
        let tokens = source.lexicon.tokens(rest);
        let (_, classes) = source.lexicon.words().longest(&tokens)?;
        let month = classes.iter().find_map(|&class| month_class(class))?;
        return Some((month, at + 1));
    }
    word.word.shape.is_capital().then_some(())?;
    let (month, words) = classed(source, at, month_class)?;
    let abbreviated = source.is(words.end, ".") && word.word.text.len() <= 4 && words.len() == 1;
    let number_follows = source.word(words.end + 1).is_some_and(|word| word.word.shape == Shape::Number);
    Some((month, words.end + usize::from(abbreviated && number_follows)))
}

fn month_class(class: WordClass) -> Option<i8> {
    if let WordClass::Month(month) = class { i8::try_from(month).ok() } else { None }
}

/// A day of the month: "16", "09", "16th".
pub(super) fn day_number(source: &Source<'_>, at: usize) -> Option<(i8, usize)> {
    let word = source.word(at).filter(|word| word.word.shape == Shape::Number)?;
    let digits = word.word.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.word.text.get(digits.len()..)?;
    let plain = digits.len() <= 2 && matches!(suffix, "" | "st" | "nd" | "rd" | "th");
    let day = small(digits).filter(|day| plain && (1..=31).contains(day))?;
    Some((day, at + 1))
}

fn small(digits: &str) -> Option<i8> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn year_of(digits: &str) -> Option<i16> {
    let year = (digits.len() == 4).then(|| digits.parse().ok()).flatten()?;
    (1900..2100).contains(&year).then_some(year)
}

/// Whether some year has this day.
fn valid(day: MonthDay) -> bool {
    crate::model::Day::new(2000, day.month, day.day).is_some()
}

/// The place after one of these words, or the same place.
fn skip(source: &Source<'_>, at: usize, words: &[&str]) -> usize {
    at + usize::from(source.is_any(at, words))
}
