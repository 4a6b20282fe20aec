//! Days of the week and of the month by themselves: "on Friday", "last Monday", "Monday and Tuesday",
//! "the 23rd", "from the 12th to the 14th of last month".

use super::Manner;
use super::date::day_number;
use crate::calendar::cursor::{Cursor, Kind};
use crate::calendar::told::{Told, Which};
use crate::calendar::vocabulary::weekday;

/// A day of the week, or the first and last of several.
pub(super) fn day_of_week(at: Cursor<'_>, manner: Manner) -> Option<(Told, Cursor<'_>)> {
    let (which, from) = which(at);
    let (first, end) = weekday(from, manner)?;
    // "Sun Yat-sen" and "the Sun" are no Sundays.
    let bare = which == Which::Bare && manner.capitals && is_abbreviation(from);
    if bare && !at.is_after(&["on", "since", "until", "from"]) && end.mark(&['.']).is_none() {
        return None;
    }
    let last = joint(end).and_then(|from| weekday(from, manner));
    let end = last.map_or(end, |(_, end)| end);
    let last = last.map(|(last, _)| last).filter(|last| *last != first);
    Some((Told::DayOfWeek { first, last, which }, end))
}

/// Whether a weekday's name is shortened: English ones end in "day".
fn is_abbreviation(at: Cursor<'_>) -> bool {
    at.peek().is_some_and(|token| !token.text.to_lowercase().ends_with("day"))
}

/// The place between the first of several and the last.
fn joint(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.word(&["and", "to", "through", "until", "till"]).or_else(|| at.mark(&['–', '-', '—', '‑', '‐']))
}

/// "last", "next" or "this", and the place behind it.
pub(super) fn which(at: Cursor<'_>) -> (Which, Cursor<'_>) {
    const WORDS: [(&[&str], Which); 3] =
        [(&["last"], Which::Last), (&["next", "coming"], Which::Next), (&["this"], Which::This)];
    let found = WORDS.iter().find_map(|(words, which)| Some((*which, at.word(words)?)));
    found.unwrap_or((Which::Bare, at))
}

/// "the 23rd" where it counts nothing else, and "the 23rd of this month".
pub(super) fn day_of_month(at: Cursor<'_>, manner: Manner) -> Option<(Told, Cursor<'_>)> {
    const LEADS: &[&str] = &["on", "from", "until", "till", "since", "by", "before", "after", "between"];
    let (first, end) = ordinal(at, manner)?;
    let last = joint(end).and_then(|from| ordinal(from, manner)).filter(|(last, _)| *last > first);
    let (last, end) = last.map_or((None, end), |(last, end)| (Some(last), end));
    if let Some(of) = end.word(&["of"])
        && let (which @ (Which::Last | Which::This | Which::Next), behind) = which(of)
        && let Some(end) = behind.word(&["month"])
    {
        return Some((Told::DayOfMonth { first, last, which }, end));
    }
    let led = manner.whole || at.is_first() || at.is_after(LEADS);
    (led && ends_there(end)).then_some((Told::DayOfMonth { first, last, which: Which::Bare }, end))
}

/// "the 23rd"; typed, "23rd" will do.
fn ordinal(at: Cursor<'_>, manner: Manner) -> Option<(i8, Cursor<'_>)> {
    let from = at.word(&["the"]).or_else(|| manner.whole.then_some(at))?;
    let (_, digits) = from.number(1..=2)?;
    day_number(from).filter(|(_, end)| end.byte() > digits.byte())
}

/// Whether words for a day end there: "the 5th anniversary" goes on.
fn ends_there(at: Cursor<'_>) -> bool {
    at.peek().is_none_or(|token| token.kind == Kind::Mark)
        || at.word(&["in", "at", "with", "and", "to", "for", "by"]).is_some()
}
