//! Dates in numbers: "2022-06-17", "13/09/2023", "7.11.23".
//!
//! With slashes and hyphens either number may be the month; with periods the day comes first.

use super::Manner;
use crate::calendar::cursor::Cursor;
use crate::calendar::told::{Date, Numbers};

/// What may stand between numbers.
const SEPARATORS: [char; 6] = ['-', '/', '.', '–', '‑', '‐'];

/// "2022-06-17", "2022/6/17", "2022.06.17"
pub(super) fn year_first(at: Cursor<'_>) -> Option<(Date, Cursor<'_>)> {
    let (year, behind) = long_year(at)?;
    let (mark, behind) = separator(behind)?;
    let (month, behind) = small(behind)?;
    let (day, end) = small(behind.mark(&[mark])?)?;
    Some((Date { year: Some(year), month, day }, end))
}

/// "13.09.2023", and in lines "7.11.23"
pub(super) fn dotted(at: Cursor<'_>, manner: Manner) -> Option<(Date, Cursor<'_>)> {
    let (mark, numbers, end) = three(at, manner)?;
    let Numbers { one, two, year } = numbers;
    // "09.13.2023" has no other reading.
    let (day, month) = if two > 12 { (two, one) } else { (one, two) };
    (mark == '.').then_some((Date { year: Some(year), month, day }, end))
}

/// "13/09/2023", "03-04-2022"
pub(super) fn numbers(at: Cursor<'_>, manner: Manner) -> Option<(Numbers, Cursor<'_>)> {
    let (mark, numbers, end) = three(at, manner)?;
    (mark != '.').then_some((numbers, end))
}

/// Two small numbers and a year, and the mark between them.
fn three(at: Cursor<'_>, manner: Manner) -> Option<(char, Numbers, Cursor<'_>)> {
    let (one, behind) = small(at)?;
    let (mark, behind) = separator(behind)?;
    let (two, behind) = small(behind)?;
    let behind = behind.mark(&[mark])?;
    let (year, end) = long_year(behind).or_else(|| short_year(behind).filter(|_| manner.languages))?;
    // "1.2.2020.1" is the number of a chapter.
    let more = end.mark(&[mark]).filter(|_| end.is_glued());
    let goes_on = more.is_some_and(|next| next.is_glued() && next.number(1..=9).is_some());
    (!goes_on).then_some((mark, Numbers { one, two, year }, end))
}

fn long_year(at: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    at.number(4..=4).filter(|(year, _)| (1000..=2999).contains(year))
}

/// "23"
pub(super) fn short_year(at: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    let (year, end) = at.number(2..=2)?;
    Some((year + if year < 70 { 2000 } else { 1900 }, end))
}

fn separator(at: Cursor<'_>) -> Option<(char, Cursor<'_>)> {
    SEPARATORS.into_iter().find_map(|mark| Some((mark, at.mark(&[mark])?)))
}

/// A number of one or two digits.
fn small(at: Cursor<'_>) -> Option<(i8, Cursor<'_>)> {
    let (number, end) = at.number(1..=2)?;
    Some((i8::try_from(number).ok()?, end))
}
