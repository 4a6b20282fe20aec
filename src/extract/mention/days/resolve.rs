//! Resolve: from the words for a day to a day of the calendar, with the working.
//!
//! The reference is the dateline's day, else the day of publication. A bare weekday in a report of
//! the past is the latest such day on or before it; in a clause about the future, the next after it.
//! A day without its year is the nearest that agrees with the clause and with the weekday beside it.

use jiff::civil::Weekday;

use super::{DayMention, MonthDay, Told, Which};
use crate::extract::segment::Source;
use crate::model::{Article, Basis, Day};

/// The day that others are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Reference {
    /// The day.
    pub day: Day,
    /// Whether it is the dateline's or that of publication.
    pub basis: Basis,
}

/// To which side of the reference a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Direction {
    /// It reports.
    Past,
    /// It announces.
    Ahead,
}

/// A day of the calendar, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Resolved {
    /// The first or only day.
    pub start: Day,
    /// The last, of several.
    pub end: Option<Day>,
    /// How it was found.
    pub basis: Basis,
    /// The working, in words.
    pub working: String,
}

/// A release may be dated a day before what it reports, where the two are in different time zones.
const SLACK_DAYS: i32 = 2;

impl Reference {
    /// The dateline's day, else that of publication. A dateline's day that is not within a year of
    /// the publication is a misprint.
    pub fn of(article: &Article) -> Option<Self> {
        Self::all(article).next()
    }

    /// Every day that others can be counted from, the likeliest first.
    pub fn all(article: &Article) -> impl Iterator<Item = Self> {
        let published = article.published.map(|day| Self { day, basis: Basis::Publication });
        let dateline = article.dateline.as_ref().and_then(|dateline| dateline.date);
        let dateline = dateline
            .filter(|day| article.published.is_none_or(|published| published.days_since(*day).abs() <= 366));
        let dateline = dateline.map(|day| Self { day, basis: Basis::Dateline });
        dateline.into_iter().chain(published)
    }
}

impl DayMention {
    /// The days that these words mean. None where that takes a reference and there is none.
    pub fn resolve(
        &self,
        source: &Source<'_>,
        reference: Option<Reference>,
        direction: Direction,
    ) -> Option<Resolved> {
        let words = source.text(&self.words);
        let day = reference.map(|reference| reference.day);
        match self.told {
            Told::Written { first, last, year: Some(year), weekday } => {
                let end = last.and_then(|last| last.in_year(year));
                // "30 December to 2 January 2022" begins the year before.
                let wraps = last.is_some_and(|last| last < first);
                let start = first.in_year(year - i16::from(wraps))?;
                Some(Resolved {
                    start,
                    end,
                    basis: Basis::Explicit,
                    working: is_day(words, start, end, weekday),
                })
            }
            Told::Written { first, last, year: None, weekday } => {
                let day = day?;
                let start = nearest(first, weekday, day, direction)?;
                let end = last.and_then(|last| last.in_year(start.0.year() + i16::from(last < first)));
                let how = format!("nearest to {}", day.in_words());
                Some(resolved(words, &how, start, end, Basis::Explicit))
            }
            Told::OfMonth(of_month) => {
                let day = day?;
                let start = day_of_month(of_month, day, direction)?;
                Some(resolved(words, &side(day, direction), start, None, Basis::Explicit))
            }
            Told::Weekday { first, last, which } => {
                let day = day?;
                let (start, end, how) = of_week(first, last, which, day, direction)?;
                Some(resolved(words, &how, start, end, Basis::Weekday))
            }
            Told::Relative(days) => {
                let day = day?;
                let start = day.plus_days(days)?;
                Some(resolved(
                    words,
                    &format!("in a text of {}", day.in_words()),
                    start,
                    None,
                    Basis::Relative,
                ))
            }
        }
    }
}

/// How many days a week has.
const WEEK: i32 = 7;

impl DayMention {
    /// All days that these words could mean in a text, each once, the likeliest first: counted from
    /// the dateline or from the publication, looking back or ahead, a week before, or, where a day
    /// of the week disagrees with its date, the days on which it would not.
    pub fn readings(&self, source: &Source<'_>, direction: Direction) -> Vec<Resolved> {
        let mut readings: Vec<Resolved> = Vec::new();
        let mut note = |reading: Option<Resolved>| {
            let is_new = |new: &Resolved| {
                readings.iter().all(|known| (known.start, known.end) != (new.start, new.end))
            };
            readings.extend(reading.filter(is_new));
        };
        let references: Vec<Reference> = Reference::all(source.article).collect();
        note(self.resolve(source, references.first().copied(), direction));
        for reference in &references {
            for direction in [direction, direction.other()] {
                note(self.resolve(source, Some(*reference), direction));
            }
        }
        match self.told {
            Told::Weekday { .. } => note(self.a_week_before(source, references.first(), direction)),
            Told::Written { first, last: None, year: Some(year), weekday: Some(weekday) } => {
                for day in agreeing(first, year, weekday) {
                    let working = format!("with the day of the week as printed, it is {}", day.in_words());
                    note(Some(Resolved { start: day, end: None, basis: Basis::Explicit, working }));
                }
            }
            _ => {}
        }
        readings
    }

    /// "on Friday" in a text of a Friday may mean the one before.
    fn a_week_before(
        &self,
        source: &Source<'_>,
        reference: Option<&Reference>,
        direction: Direction,
    ) -> Option<Resolved> {
        let read = self.resolve(source, reference.copied(), direction)?;
        let start = read.start.plus_days(-WEEK)?;
        let end = read.end.and_then(|end| end.plus_days(-WEEK));
        let how = format!("a week before {}", read.start.in_words());
        Some(resolved(source.text(&self.words), &how, start, end, read.basis))
    }
}

impl Direction {
    fn other(self) -> Self {
        match self {
            Self::Past => Self::Ahead,
            Self::Ahead => Self::Past,
        }
    }
}

/// The days with this day of the week that a misprint may have made this date of: within three days
/// of it, or the same date a year off. None where the two agree.
fn agreeing(date: MonthDay, year: i16, weekday: u8) -> Vec<Day> {
    let wanted = weekday_of(weekday);
    let Some(day) = date.in_year(year).filter(|day| day.weekday() != wanted) else { return Vec::new() };
    let beside = (-3..=3).filter_map(|days| day.plus_days(days));
    let years = [year - 1, year + 1].into_iter().filter_map(|year| date.in_year(year));
    beside.chain(years).filter(|day| day.weekday() == wanted).collect()
}

impl MonthDay {
    fn in_year(self, year: i16) -> Option<Day> {
        Day::new(year, self.month, self.day)
    }
}

/// The day without its year that the reference and the clause suggest.
fn nearest(day: MonthDay, weekday: Option<u8>, reference: Day, direction: Direction) -> Option<Day> {
    let year = reference.0.year();
    let candidates = || [year - 1, year, year + 1].into_iter().filter_map(|year| day.in_year(year));
    let on_weekday = |day: &Day| weekday.is_none_or(|weekday| day.weekday() == weekday_of(weekday));
    let distance = |day: &Day| {
        let days = day.days_since(reference);
        let wrong_side = match direction {
            Direction::Past => days > SLACK_DAYS,
            Direction::Ahead => days < 0,
        };
        (wrong_side, days.abs())
    };
    candidates().filter(on_weekday).min_by_key(distance).or_else(|| candidates().min_by_key(distance))
}

/// The day of this month, or of the month before or after it where the clause asks for it.
fn day_of_month(day: i8, reference: Day, direction: Direction) -> Option<Day> {
    let this = Day::new(reference.0.year(), reference.0.month(), day);
    let fits = |candidate: &Day| match direction {
        Direction::Past => *candidate <= reference,
        Direction::Ahead => *candidate >= reference,
    };
    this.filter(fits).or_else(|| {
        let step = jiff::Span::new().months(if direction == Direction::Past { -1 } else { 1 });
        let other = reference.0.first_of_month().checked_add(step).ok()?;
        Day::new(other.year(), other.month(), day)
    })
}

/// A day of the week, the last of several, and the working.
fn of_week(
    first: u8,
    last: Option<u8>,
    which: Which,
    reference: Day,
    direction: Direction,
) -> Option<(Day, Option<Day>, String)> {
    let ahead = which == Which::Next || which != Which::Last && direction == Direction::Ahead;
    let words = reference.in_words();
    if ahead {
        let start = on_or_after(first, reference.plus_days(1)?)?;
        let end = last.and_then(|last| on_or_after(last, start));
        return Some((start, end, format!("after {words}")));
    }
    let latest = if which == Which::Last { reference.plus_days(-1)? } else { reference };
    let how = if which == Which::Last { format!("before {words}") } else { side(reference, direction) };
    match last {
        Some(last) => {
            let end = on_or_before(last, latest)?;
            Some((on_or_before(first, end)?, Some(end), how))
        }
        None => Some((on_or_before(first, latest)?, None, how)),
    }
}

fn on_or_before(weekday: u8, day: Day) -> Option<Day> {
    let back = day.weekday().since(weekday_of(weekday));
    day.plus_days(-i32::from(back))
}

fn on_or_after(weekday: u8, day: Day) -> Option<Day> {
    let on = weekday_of(weekday).since(day.weekday());
    day.plus_days(i32::from(on))
}

/// Monday is 1, Sunday is 7; other numbers do not come out of the tables.
fn weekday_of(number: u8) -> Weekday {
    i8::try_from(number).ok().and_then(|n| Weekday::from_monday_one_offset(n).ok()).unwrap_or(Weekday::Monday)
}

fn side(reference: Day, direction: Direction) -> String {
    match direction {
        Direction::Past => format!("on or before {}", reference.in_words()),
        Direction::Ahead => format!("on or after {}", reference.in_words()),
    }
}

fn resolved(words: &str, how: &str, start: Day, end: Option<Day>, basis: Basis) -> Resolved {
    let until = end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
    Resolved { start, end, basis, working: format!("\"{words}\" {how} is {}{until}", start.in_words()) }
}

/// The working of a day that is wholly written out. A weekday that disagrees is mentioned.
fn is_day(words: &str, start: Day, end: Option<Day>, weekday: Option<u8>) -> String {
    let until = end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
    let differs = weekday.is_some_and(|weekday| start.weekday() != weekday_of(weekday));
    let but = if differs { ", whose weekday is another" } else { "" };
    format!("\"{words}\" is {}{until}{but}", start.in_words())
}
