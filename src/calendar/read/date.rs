//! Dates: "16 October 2020", "Friday, June 27", "9 – 11 May", "March 30 to April 2", "2022-08-23",
//! "29 de mayo de 2022", "5 سبتمبر/أيلول 2022".

use jiff::civil::Weekday;

use super::Manner;
use super::characters::with_characters;
use super::numbers::{dotted, numbers, short_year, year_first};
use crate::calendar::cursor::{Cursor, Kind, Token};
use crate::calendar::told::{Date, Told};
use crate::calendar::vocabulary::{is_month_or_weekday, month, weekday};

/// The commas of several scripts.
const COMMAS: &[char] = &[',', '،', '、', '，'];

/// A date or a run of dates, with the day of the week beside it.
pub(super) fn date(at: Cursor<'_>, manner: Manner) -> Option<(Told, Cursor<'_>)> {
    if !may_begin(at, manner) || at.number_began() {
        return None;
    }
    let plain = dated(at, manner).map(|(told, end)| match weekday_behind(end, manner) {
        Some((day, end)) => (with_weekday(told, day), end),
        None => (told, end),
    });
    let named = weekday(at, manner).and_then(|(day, behind)| {
        let behind = behind.skip_mark(&['.']).skip_mark(COMMAS);
        let bracket = behind.mark(&['(']);
        let from = bracket.unwrap_or(behind).skip_word(&["the", "le", "den", "el"]);
        let (told, end) = dated(from, manner)?;
        Some((with_weekday(told, day), bracket.map_or(end, |_| end.skip_mark(&[')']))))
    });
    // "mar." is March, and Tuesday in French: the longer reading wins.
    let longer = |named: &(Told, Cursor<'_>)| plain.is_none_or(|(_, end)| named.1.byte() > end.byte());
    named.filter(longer).or(plain)
}

/// Whether a date may begin here: with a number, or with a word that is a month's or weekday's. Beyond ASCII a
/// number may be a part of a word, and what is typed may be a part of a name.
fn may_begin(at: Cursor<'_>, manner: Manner) -> bool {
    let may_be = |token: Token<'_>| !token.text.is_ascii() || is_month_or_weekday(token.text);
    at.peek().is_none_or(|token| token.kind != Kind::Word || manner.whole || may_be(token))
}

fn with_weekday(told: Told, day: Weekday) -> Told {
    match told {
        Told::Date { first, last, .. } => Told::Date { first, last, weekday: Some(day) },
        Told::Numbers { numbers, .. } => Told::Numbers { numbers, weekday: Some(day) },
        told => told,
    }
}

/// "April 22, 2031 Tuesday", "16 October (Friday)". In running text only brackets tell that the two
/// belong together.
fn weekday_behind(end: Cursor<'_>, manner: Manner) -> Option<(Weekday, Cursor<'_>)> {
    if let Some(inside) = end.mark(&['(', '（']) {
        let (day, behind) = weekday(inside, manner)?;
        return Some((day, behind.mark(&[')', '）'])?));
    }
    (!manner.capitals).then(|| weekday(end.skip_mark(COMMAS), manner)).flatten()
}

/// A date or a run of dates, without the day of the week.
fn dated(at: Cursor<'_>, manner: Manner) -> Option<(Told, Cursor<'_>)> {
    if let Some((numbers, end)) = numbers(at, manner) {
        return Some((Told::Numbers { numbers, weekday: None }, end));
    }
    let (first, last, end) = with_shared_month(at, manner).or_else(|| one_or_more(at, manner))?;
    Some((Told::Date { first, last: last.filter(|last| *last != first), weekday: None }, end))
}

/// The first date, the last of several, and the place behind them.
type Dates<'t> = (Date, Option<Date>, Cursor<'t>);

/// "12-14 March 2021", "from 12 until 14 March": the month and the year of the first day are implied.
fn with_shared_month(at: Cursor<'_>, manner: Manner) -> Option<Dates<'_>> {
    let (day, end) = day_number(at)?;
    let (last, end) = day_first(joint(end)?, manner)?;
    (day < last.day).then_some((Date { day, ..last }, Some(last), end))
}

/// One date, and the last of several if one follows.
fn one_or_more(at: Cursor<'_>, manner: Manner) -> Option<Dates<'_>> {
    let by_month = month_first(at, manner);
    let is_month_first = by_month.is_some();
    let (first, end) = by_month.or_else(|| single(at, manner))?;
    if let Some((last, end)) = last_date(first, end, manner) {
        return Some((first, Some(last), end));
    }
    // "March 9-10, 2020"
    if is_month_first
        && first.year.is_none()
        && let Some((last, end)) = last_day(first, end)
    {
        let (year, end) = with_year(end, manner);
        return Some((Date { year, ..first }, Some(Date { year, ..last }), end));
    }
    Some((first, None, end))
}

/// "to April 2", "– Sunday, 1 July 2021". "And" between months joins only days that follow each other.
fn last_date(first: Date, end: Cursor<'_>, manner: Manner) -> Option<(Date, Cursor<'_>)> {
    let from = joint(end)?;
    let named = weekday(from, manner).map(|(_, behind)| behind.skip_mark(&[',']));
    let from = named.unwrap_or(from).skip_word(&["the"]);
    let (last, behind) = month_first(from, manner).or_else(|| single(from, manner))?;
    let is_list = end.word(&["and"]).or_else(|| end.mark(&['&'])).is_some();
    (!is_list || follows(first, last)).then_some((last, behind))
}

/// Whether one date is the day after another, as far as the years are told.
fn follows(first: Date, last: Date) -> bool {
    let year = last.year.or(first.year).unwrap_or(2000);
    let before = first.year.unwrap_or(if last.is_before(first) { year - 1 } else { year });
    let days = last.in_year(year).zip(first.in_year(before));
    days.is_some_and(|(last, first)| last.days_since(first) == 1)
}

/// "to 27", "and 10" after a month with its first day.
fn last_day(first: Date, end: Cursor<'_>) -> Option<(Date, Cursor<'_>)> {
    const GO_ON: &[&str] =
        &["at", "in", "for", "with", "to", "by", "on", "during", "and", "this", "of", "as"];
    let (day, behind) = day_number(joint(end)?.skip_word(&["the"]))?;
    // "May 9 and 10 others" counts people, "May 14 - 16:00" is a time.
    let word = behind.peek().filter(|token| token.kind == Kind::Word && !token.is_capital());
    let counts = word.is_some() && behind.word(GO_ON).is_none();
    (!counts && !behind.number_goes_on() && day > first.day).then_some((Date { day, ..first }, behind))
}

/// One date in any form that does not begin with a month's name.
fn single(at: Cursor<'_>, manner: Manner) -> Option<(Date, Cursor<'_>)> {
    year_first(at)
        .or_else(|| dotted(at, manner))
        .or_else(|| with_characters(at, manner))
        .or_else(|| day_first(at, manner))
        .or_else(|| year_month_day(at, manner))
}

/// "Oct 18, 2020", "October 16th", "April the 21st", and in lines "September, 05, 2018".
fn month_first(at: Cursor<'_>, manner: Manner) -> Option<(Date, Cursor<'_>)> {
    let (month, behind) = month(at, manner)?;
    let from = if manner.capitals { behind } else { behind.skip_mark(&['.']).skip_mark(&['-', '/', ',']) };
    let (day, behind) = day_number(from.skip_word(&["the"]))?;
    let (year, end) = with_year(behind, manner);
    // "May 14:30" is a time, "May 2,000" a number, "May 14,2031" a day.
    (year.is_some() || !behind.number_goes_on()).then_some((Date { year, month, day }, end))
}

/// "6 October 2023", "15th of November, 2017", "21-May-2021", "18 May", "14. Mai 2031".
fn day_first(at: Cursor<'_>, manner: Manner) -> Option<(Date, Cursor<'_>)> {
    let (day, behind) = day_number(at)?;
    let behind = if manner.languages { behind.skip_mark(&['.']) } else { behind };
    let joined = behind.mark(&['-', '–', '/']).filter(|_| manner.languages || behind.is_glued());
    let from = joined.unwrap_or_else(|| behind.skip_word(&["of", "de"]));
    let (number, behind) = month(from, manner)?;
    let (year, end) = match with_year(behind_its_other_name(behind, number, manner), manner) {
        (None, end) if manner.languages => {
            year_of_two(end).map_or((None, end), |(year, end)| (Some(year), end))
        }
        found => found,
    };
    Some((Date { year, month: number, day }, end))
}

/// Behind a month's second name: papers for all Arabs print "سبتمبر/أيلول" and "سبتمبر (أيلول)".
fn behind_its_other_name(at: Cursor<'_>, number: i8, manner: Manner) -> Cursor<'_> {
    let named = |from| month(from, manner).filter(|(other, _)| *other == number).map(|(_, end)| end);
    let after_slash = || at.mark(&['/']).and_then(named);
    let in_brackets = || at.mark(&['(']).and_then(named).and_then(|end| end.mark(&[')']));
    let found = manner.languages.then(|| after_slash().or_else(in_brackets)).flatten();
    found.unwrap_or(at)
}

/// "18 NOV 89", where nothing makes the number an hour or a count.
fn year_of_two(at: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    let (year, end) = short_year(at.mark(&['-', '\'', '’']).unwrap_or(at))?;
    let next = end.peek();
    let parted = next.is_none_or(|next| next.kind == Kind::Mark && !matches!(next.text, ":" | "." | "%"));
    (parted && !end.number_goes_on()).then_some((year, end))
}

/// "2017 December 5", in lines.
fn year_month_day(at: Cursor<'_>, manner: Manner) -> Option<(Date, Cursor<'_>)> {
    (!manner.capitals).then_some(())?;
    let (year, behind) = year_number(at)?;
    let (month, behind) = month(behind.skip_mark(&[',', '-']), manner)?;
    let (day, behind) = day_number(behind.skip_mark(&['-', '.']))?;
    Some((Date { year: Some(year), month, day }, behind))
}

/// A day of the month: "16", "09", "16th", "1er".
pub(super) fn day_number(at: Cursor<'_>) -> Option<(i8, Cursor<'_>)> {
    const SUFFIXES: &[&str] = &["st", "nd", "rd", "th", "er", "º", "ª"];
    let (day, behind) = at.number(1..=2)?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let glued = behind.peek().filter(|token| token.start == behind.byte());
    // "15thNovember" has the month's name behind the suffix.
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(char::is_uppercase);
    let suffix = glued
        .and_then(|token| SUFFIXES.iter().find(|suffix| token.text.strip_prefix(**suffix).is_some_and(ends)));
    Some((day, suffix.map_or(behind, |suffix| behind.ahead(suffix.len()))))
}

/// The place after "to", "and" or a dash.
fn joint(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.word(&["to", "and", "through", "till", "until"]).or_else(|| at.mark(&['–', '-', '—', '&', '‑', '‐']))
}

/// The year behind a day, if one is there, and the place behind both.
fn with_year(at: Cursor<'_>, manner: Manner) -> (Option<i16>, Cursor<'_>) {
    year(at, manner).map_or((None, at), |(year, end)| (Some(year), end))
}

/// The year behind a day: ", 2021", " de 2021", "-2021".
fn year(at: Cursor<'_>, manner: Manner) -> Option<(i16, Cursor<'_>)> {
    let marks: &[char] = if manner.languages { &[',', '،', '.', '-', '–', '/'] } else { &[','] };
    let glued = at.mark(&['-']).filter(|_| at.is_glued());
    let from = glued.or_else(|| at.mark(marks)).or_else(|| at.word(&["of", "de", "del"])).unwrap_or(at);
    year_number(if manner.languages { behind_time(from) } else { from })
}

/// A year in four digits that no number goes on behind.
pub(super) fn year_number(at: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    let (year, end) = at.number(4..=4)?;
    ((1000..=2999).contains(&year) && !end.number_goes_on()).then_some((year, end))
}

/// Behind a time of day with its comma, as in "June 1, 19:40, 2025".
fn behind_time(at: Cursor<'_>) -> Cursor<'_> {
    let behind = || at.number(1..=2)?.1.mark(&[':'])?.number(2..=2)?.1.mark(&[',']);
    behind().unwrap_or(at)
}
