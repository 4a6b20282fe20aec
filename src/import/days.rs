//! Days as articles print them: "Oct 18, 2020", "13-09-2023", "6 October 2023", "2022-06-17T19:45",
//! "15thNovember 2017", "2024年12月26日", and without a year "Dec. 26".
//!
//! A line is cut into numbers, words and marks, and at every token each of the [`PATTERNS`] is tried.
//! Numbers alone are read day first, unless only the other order is a day.

use std::ops::Range;

use super::months::month;
use super::tokens::{Kind, Token, tokens};
use crate::model::Day;

/// A day in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PrintedDay {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it says.
    pub date: PrintedDate,
}

/// What a printed day says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintedDate {
    /// A day with its year.
    Full(Day),
    /// A month and a day of it.
    NoYear(i8, i8),
}

impl PrintedDay {
    /// The day, if its year is printed.
    pub fn full(self) -> Option<Day> {
        match self.date {
            PrintedDate::Full(day) => Some(day),
            PrintedDate::NoYear(..) => None,
        }
    }

    /// The bytes of the line that it takes.
    pub fn bytes(self) -> Range<usize> {
        self.start..self.end
    }
}

impl PrintedDate {
    /// The day; a missing year is the one that brings it nearest to `near`.
    pub fn near(self, near: Option<Day>) -> Option<Day> {
        match self {
            Self::Full(day) => Some(day),
            Self::NoYear(month, day) => {
                let near = near?;
                let year = near.0.year();
                (year.saturating_sub(1)..=year.saturating_add(1))
                    .filter_map(|year| Day::new(year, month, day))
                    .min_by_key(|day| day.days_since(near).abs())
            }
        }
    }
}

/// The days in a line, from left to right.
pub(super) fn days(line: &str) -> Vec<PrintedDay> {
    let tokens = tokens(line);
    let mut days = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let found = PATTERNS.iter().filter(|_| !is_minute(&tokens, at)).find_map(|pattern| {
            let (taken, date) = pattern(rest)?;
            let taken = rest.get(..taken)?;
            Some((taken.len(), PrintedDay { start: taken.first()?.start, end: taken.last()?.end(), date }))
        });
        match found {
            Some((taken, day)) => {
                days.push(day);
                at += taken;
            }
            None => at += 1,
        }
    }
    days
}

/// Whether a number is the minutes of a time, as before the month in "19:22 November 18, 2025".
fn is_minute(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|from| tokens.get(from..=at));
    let Some([hour, colon, minute]) = before else { return false };
    colon.text == ":" && hour.number(2).is_some() && hour.end() == colon.start && colon.end() == minute.start
}

/// The first day with a year in what a file states: "2022-06-17T19:45:00Z", "13-09-2023".
pub(super) fn stated_day(value: &str) -> Option<Day> {
    let compact = value.get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let compact = compact.and_then(|d| {
        Day::new(d.get(..4)?.parse().ok()?, d.get(4..6)?.parse().ok()?, d.get(6..8)?.parse().ok()?)
    });
    compact.or_else(|| days(value).into_iter().find_map(PrintedDay::full))
}

/// The first day that words name, such as those a person selects in an article. A day without a year is
/// the one nearest to `near`.
pub fn day_in(words: &str, near: Option<Day>) -> Option<Day> {
    days(words).into_iter().find_map(|day| day.date.near(near))
}

/// A way to print a day: how many tokens it takes, and what it says.
type Pattern = fn(&[Token<'_>]) -> Option<(usize, PrintedDate)>;

/// The ways, the most telling first.
const PATTERNS: &[Pattern] =
    &[year_first, day_month_name, month_name_day, year_month_name, numbers, characters];

/// "2022-06-17", "2022/6/17", "2022.06.17"
fn year_first(tokens: &[Token<'_>]) -> Option<(usize, PrintedDate)> {
    let [year, first, month, second, day, ..] = tokens else { return None };
    is_separator(first, second).then_some(())?;
    Some((5, full(year.year()?, month.number(2)?, day.number(2)?)?))
}

/// "13-09-2023", "11/7/2023", "7.11.23"
fn numbers(tokens: &[Token<'_>]) -> Option<(usize, PrintedDate)> {
    let [a, first, b, second, year, rest @ ..] = tokens else { return None };
    is_separator(first, second).then_some(())?;
    // "1.2.2020.1" is the number of a chapter.
    let goes_on = rest.first().filter(|next| next.text == first.text && next.start == year.end());
    let number_follows = |mark: &Token<'_>| {
        rest.get(1).is_some_and(|next| next.kind == Kind::Number && next.start == mark.end())
    };
    (!goes_on.is_some_and(number_follows)).then_some(())?;
    let (a, b) = (a.number(2)?, b.number(2)?);
    let year = year.year().or_else(|| {
        let short = (year.text.len() == 2).then(|| year.number(2)).flatten()?;
        Some(if short < 70 { 2000 } else { 1900 } + i16::from(short))
    })?;
    Some((5, full(year, b, a).or_else(|| full(year, a, b))?))
}

/// "6 October 2023", "15th of November, 2017", "21-May-2021", "18 May"
fn day_month_name(tokens: &[Token<'_>]) -> Option<(usize, PrintedDate)> {
    let day = tokens.first()?.number(2)?;
    let mut at = 1;
    let ordinal = |t: &Token<'_>| ["st", "nd", "rd", "th", "º", "er", "ª", "."].contains(&t.text);
    let glued = tokens
        .get(1)
        .filter(|t| t.kind == Kind::Word)
        .and_then(|t| ["st", "nd", "rd", "th"].iter().find_map(|suffix| month(t.text.strip_prefix(suffix)?)));
    let month = match glued {
        Some(month) => month,
        None => {
            at += skip(tokens, at, ordinal);
            at += skip(tokens, at, |t| ["of", "de", "-", "–", "/"].contains(&t.text));
            tokens.get(at)?.month()?
        }
    };
    at += 1;
    with_year_after(tokens, at, month, day)
}

/// "Oct 18, 2020", "December 26th 2024", "Dec. 26", "September, 05, 2018"
fn month_name_day(tokens: &[Token<'_>]) -> Option<(usize, PrintedDate)> {
    // Most words have no number after them, and to ask for the month is dear.
    tokens.get(1..)?.iter().take(3).any(|token| token.kind == Kind::Number).then_some(())?;
    let month = tokens.first()?.month()?;
    let mut at = 1 + skip(tokens, 1, |t| t.text == ".");
    at += skip(tokens, at, |t| ["-", "/", ","].contains(&t.text));
    let day = tokens.get(at)?.number(2)?;
    at += 1;
    // "May 14:30" is a time.
    tokens.get(at).is_none_or(|t| t.text != ":").then_some(())?;
    at += skip(tokens, at, |t| ["st", "nd", "rd", "th"].contains(&t.text));
    with_year_after(tokens, at, month, day)
}

/// "2017 December 5"
fn year_month_name(tokens: &[Token<'_>]) -> Option<(usize, PrintedDate)> {
    let year = tokens.first()?.year()?;
    let at = 1 + skip(tokens, 1, |t| [",", "-"].contains(&t.text));
    let month = tokens.get(at)?.month()?;
    let at = at + 1 + skip(tokens, at + 1, |t| ["-", "."].contains(&t.text));
    Some((at + 1, full(year, month, tokens.get(at)?.number(2)?)?))
}

/// "2024年12月26日", "2024년 12월 26일"
fn characters(tokens: &[Token<'_>]) -> Option<(usize, PrintedDate)> {
    let [year, y, month, m, day, d, ..] = tokens else { return None };
    let is = |token: &Token<'_>, signs: [char; 2]| token.text.starts_with(signs);
    (is(y, ['年', '년']) && is(m, ['月', '월']) && is(d, ['日', '일'])).then_some(())?;
    Some((6, full(year.year()?, month.number(2)?, day.number(2)?)?))
}

/// A month and a day, with the year that follows them, if one does.
fn with_year_after(tokens: &[Token<'_>], at: usize, month: i8, day: i8) -> Option<(usize, PrintedDate)> {
    let mark = at + skip(tokens, at, |t| [",", ".", "-", "–", "/", "de", "del", "of"].contains(&t.text));
    let mark = mark + time(tokens, mark);
    if let Some(year) = tokens.get(mark).and_then(Token::year) {
        return Some((mark + 1, full(year, month, day)?));
    }
    // A leap year has every day that any year has.
    Day::new(2000, month, day).map(|_| (at, PrintedDate::NoYear(month, day)))
}

/// How many tokens a time of day with its comma takes, as in "June 1, 19:40, 2025".
fn time(tokens: &[Token<'_>], at: usize) -> usize {
    let [hour, colon, minute, comma, ..] = tokens.get(at..).unwrap_or_default() else { return 0 };
    let clock = hour.number(2).is_some() && colon.text == ":" && minute.number(2).is_some();
    if clock && comma.text == "," { 4 } else { 0 }
}

fn full(year: i16, month: i8, day: i8) -> Option<PrintedDate> {
    Day::new(year, month, day).map(PrintedDate::Full)
}

/// One if the token at this place is such, else none.
fn skip(tokens: &[Token<'_>], at: usize, is: impl Fn(&Token<'_>) -> bool) -> usize {
    usize::from(tokens.get(at).is_some_and(is))
}

/// The same mark twice between numbers.
fn is_separator(first: &Token<'_>, second: &Token<'_>) -> bool {
    first.text == second.text && ["-", "/", ".", "–"].contains(&first.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        days(line)
            .into_iter()
            .map(|found| match found.date {
                PrintedDate::Full(day) => day.to_string(),
                PrintedDate::NoYear(month, day) => format!("{month}/{day}"),
            })
            .collect()
    }

    #[test]
    fn every_common_way_to_print_a_day_is_read() {
        for (printed, day) in [
            ("Oct 18, 2020", "2020-10-18"),
            ("2022-06-17T19:45:00Z", "2022-06-17"),
            ("Tue, 05 Apr 2022 21:41:14 +0000", "2022-04-05"),
            ("13-09-2023 - 15:00", "2023-09-13"),
            ("09/13/2023", "2023-09-13"),
            ("14.5.21", "2021-05-14"),
            ("Saturday, December 14, 2019", "2019-12-14"),
            ("September, 05, 2018 - 14:23", "2018-09-05"),
            ("Sunday, June 1, 19:40, 2025", "2025-06-01"),
            ("19:22 November 18, 2025", "2025-11-18"),
            ("14.05.2024. 16:20", "2024-05-14"),
            ("6 October 2023", "2023-10-06"),
            ("15thNovember 2017", "2017-11-15"),
            ("18 March, 2022", "2022-03-18"),
            ("14 May. 2021", "2021-05-14"),
            ("21-May-2021", "2021-05-21"),
            ("the 3rd of May 2021", "2021-05-03"),
            ("29 мая 2022 года", "2022-05-29"),
            ("29 de mayo de 2022", "2022-05-29"),
            ("2024年12月26日", "2024-12-26"),
            ("2017 டிசம்பர் 05", "2017-12-05"),
            ("December 26", "12/26"),
            ("3 Mac", "3/3"),
        ] {
            assert_eq!(read(printed), [day], "{printed}");
        }
    }

    #[test]
    fn what_is_no_day_is_left_alone() {
        for line in
            ["SG/SM/21982", "May 2021", "Resolution 2735", "30 February 2020", "1.2.2020.1", "14:30", "2,000"]
        {
            assert_eq!(read(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn a_missing_year_is_the_nearest() {
        let near = Day::new(2021, 1, 2);
        assert_eq!(PrintedDate::NoYear(12, 30).near(near), Day::new(2020, 12, 30));
        assert_eq!(PrintedDate::NoYear(1, 1).near(near), Day::new(2021, 1, 1));
        assert_eq!(PrintedDate::NoYear(1, 1).near(None), None);
    }
}
