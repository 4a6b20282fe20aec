//! Resolve: from what is told to days of the calendar, with the working.
//!
//! A bare weekday in a report of the past is the latest such day on or before the anchor; in words about
//! the future, the next after it. A day without its year is the nearest that agrees with the words'
//! direction and with the weekday beside it. What is known is never changed: a weekday that disagrees
//! with a written date is mentioned, and the date stands.

use jiff::civil::Weekday;

use super::context::{Anchor, Direction};
use super::order::DateOrder;
use super::told::{Date, Numbers, Told, Which};
use crate::model::{Basis, Day};

/// Days of the calendar, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The first or only day.
    pub start: Day,
    /// The last, of several: later than the first.
    pub end: Option<Day>,
    /// How they were found.
    pub basis: Basis,
    /// The working, in words.
    pub working: String,
}

/// What words are resolved against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The day that others are counted from, where one is known.
    pub anchor: Option<&'a Anchor>,
    /// To which side of it the words look.
    pub direction: Direction,
    /// Whether day or month comes first.
    pub order: &'a DateOrder,
}

/// The first or only day, and the last of several.
type Days = (Day, Option<Day>);

/// A release may be dated a day before what it reports, where the two are in different time zones.
const SLACK_DAYS: i32 = 2;

impl Told {
    /// The days that are told by these words. None for longer times, and where it takes an anchor and
    /// there is none.
    pub fn resolve(self, words: &str, against: Against<'_>) -> Option<Resolved> {
        let anchor = against.anchor;
        let day = anchor.map(|anchor| anchor.day);
        let direction = against.direction;
        let ((start, end), how, basis) = match self {
            Self::Date { first, last, weekday } => {
                let is_full = first.year.or(last.and_then(|last| last.year)).is_some();
                let days = dates(first, last, weekday, day, direction)?;
                let how = if is_full { String::new() } else { format!(" nearest to {}", in_words(anchor?)) };
                (days, how, Basis::Explicit)
            }
            Self::Numbers { numbers, weekday } => {
                let (start, how) = of_numbers(numbers, weekday, against.order)?;
                ((start, None), how, Basis::Explicit)
            }
            Self::DayOfMonth { first, last, which } => {
                let how = side(anchor?, direction, which);
                (of_month(first, last, which, day?, direction)?, how, Basis::Explicit)
            }
            Self::DayOfWeek { first, last, which } => {
                let how = side(anchor?, direction, which);
                (of_week(first, last, which, day?, direction)?, how, Basis::Weekday)
            }
            Self::FromToday(days) => {
                let how = format!(" in a text of {}", in_words(anchor?));
                ((day?.plus_days(days)?, None), how, Basis::Relative)
            }
            Self::Period(_) => return None,
        };
        let end = end.filter(|end| *end > start);
        let until = end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
        // What is told is said as it is; a weekday beside it that disagrees is for a person to look at.
        let differs = self.is_written() && self.weekdays().any(|weekday| start.weekday() != weekday);
        let but = if differs { ", whose weekday is another" } else { "" };
        let working = format!("\"{words}\"{how} is {}{until}{but}", start.in_words());
        can_be_saved(start, end).then_some(Resolved { start, end, basis, working })
    }
}

/// Records have years of four digits.
fn can_be_saved(start: Day, end: Option<Day>) -> bool {
    [Some(start), end].into_iter().flatten().all(|day| (0..=9999).contains(&day.0.year()))
}

/// "Sunday 18 October 2020", with what is to be said of it.
fn in_words(anchor: &Anchor) -> String {
    format!("{}{}", anchor.day.in_words(), anchor.note)
}

/// The days of a date and perhaps of the last of several. A year that one of them has is the other's.
fn dates(
    first: Date,
    last: Option<Date>,
    weekday: Option<Weekday>,
    anchor: Option<Day>,
    direction: Direction,
) -> Option<Days> {
    let wraps = i16::from(last.is_some_and(|last| last.is_before(first)));
    let start = match (first.year, last.and_then(|last| last.year)) {
        (Some(year), _) => first.in_year(year)?,
        // "30 December to 2 January 2022" begins the year before.
        (None, Some(year)) => first.in_year(year - wraps)?,
        (None, None) => nearest(first, weekday, anchor?, direction)?,
    };
    let end = last.and_then(|last| last.in_year(last.year.unwrap_or(start.0.year() + wraps)));
    Some((start, end))
}

/// The date without its year that the anchor and the direction suggest.
fn nearest(date: Date, weekday: Option<Weekday>, anchor: Day, direction: Direction) -> Option<Day> {
    let year = anchor.0.year();
    // 29 February comes every four years, and a weekday settles which year.
    let candidates = || (year - 1..=year + 1).filter_map(|year| date.in_year(year));
    let on_weekday = |day: &Day| weekday.is_none_or(|weekday| day.weekday() == weekday);
    let distance = |day: &Day| {
        let days = day.days_since(anchor);
        let wrong_side = match direction {
            Direction::Past => days > SLACK_DAYS,
            Direction::Ahead => days < 0,
            Direction::Nearest => false,
        };
        (wrong_side, days.abs())
    };
    candidates().filter(on_weekday).min_by_key(distance).or_else(|| candidates().min_by_key(distance))
}

/// The day that numbers are, and what told which of them is the month.
fn of_numbers(numbers: Numbers, weekday: Option<Weekday>, order: &DateOrder) -> Option<(Day, String)> {
    let (day, other) = (order.day(numbers)?, order.other(numbers));
    let Some(other) = other else { return Some((day, String::new())) };
    // "Thursday, 03/04/2031" is one of the two only.
    if let Some(weekday) = weekday
        && (day.weekday() == weekday) != (other.weekday() == weekday)
    {
        let (day, order) =
            if day.weekday() == weekday { (day, order.clone()) } else { (other, order.turned()) };
        return Some((day, format!(" {}, as its day of the week tells,", order.in_words())));
    }
    Some((day, format!(" {} ({})", order.in_words(), order.evidence)))
}

/// The day of this month, or of the month before or after it where words or direction ask for it.
fn of_month(first: i8, last: Option<i8>, which: Which, anchor: Day, direction: Direction) -> Option<Days> {
    let in_month = |months: i32, day: i8| {
        let step = jiff::Span::new().try_months(months).ok()?;
        let month = anchor.0.first_of_month().checked_add(step).ok()?;
        Day::new(month.year(), month.month(), day)
    };
    let distance = |months: &i32| in_month(*months, first).map(|day| day.days_since(anchor).abs());
    let is_past = in_month(0, first).is_some_and(|day| day <= anchor);
    let is_ahead = in_month(0, first).is_some_and(|day| day >= anchor);
    let months = match (which, direction) {
        (Which::Last, _) => -1,
        (Which::This, _) => 0,
        (Which::Next, _) => 1,
        (Which::Bare, Direction::Past) => {
            if is_past {
                0
            } else {
                -1
            }
        }
        (Which::Bare, Direction::Ahead) => i32::from(!is_ahead),
        (Which::Bare, Direction::Nearest) => {
            [0, -1, 1].into_iter().filter(|months| distance(months).is_some()).min_by_key(distance)?
        }
    };
    Some((in_month(months, first)?, last.and_then(|last| in_month(months, last))))
}

/// A day of the week, and the last of several.
fn of_week(
    first: Weekday,
    last: Option<Weekday>,
    which: Which,
    anchor: Day,
    direction: Direction,
) -> Option<Days> {
    if is_ahead(direction, which) {
        let start = on_or_after(first, anchor.plus_days(1)?)?;
        return Some((start, last.and_then(|last| on_or_after(last, start))));
    }
    let latest = if which == Which::Last { anchor.plus_days(-1)? } else { anchor };
    match last {
        Some(last) => {
            let end = on_or_before(last, latest)?;
            Some((on_or_before(first, end)?, Some(end)))
        }
        None => Some((on_or_before(first, latest)?, None)),
    }
}

/// Whether words look ahead, by themselves or by their clause.
fn is_ahead(direction: Direction, which: Which) -> bool {
    which == Which::Next || which != Which::Last && direction == Direction::Ahead
}

fn on_or_before(weekday: Weekday, day: Day) -> Option<Day> {
    day.plus_days(-i32::from(day.weekday().since(weekday)))
}

fn on_or_after(weekday: Weekday, day: Day) -> Option<Day> {
    day.plus_days(i32::from(weekday.since(day.weekday())))
}

/// On which side of the anchor a day was looked for, in words.
fn side(anchor: &Anchor, direction: Direction, which: Which) -> String {
    let words = in_words(anchor);
    match (which, is_ahead(direction, which)) {
        (Which::Last, _) => format!(" before {words}"),
        (_, true) => format!(" after {words}"),
        (_, false) => format!(" on or before {words}"),
    }
}
