//! Readings: all that words for a day could mean, for a person to choose from.

use jiff::civil::Weekday;

use super::context::{Context, Direction};
use super::resolve::{Against, Resolved};
use super::told::{Date, Numbers, Told};
use crate::model::{Basis, Day};

/// How many days a week has.
const WEEK: i32 = 7;

impl Told {
    /// All days that these words could mean, each once, the likeliest first: counted from each of the
    /// anchors, looking back or ahead, a week before, with day and month exchanged, or, where a day of
    /// the week disagrees with its date, the days on which it would not.
    pub fn readings(self, words: &str, context: &Context, direction: Direction) -> Vec<Resolved> {
        let Context { anchors, order } = context;
        let mut readings: Vec<Resolved> = Vec::new();
        let mut note = |reading: Option<Resolved>| {
            let is_new = |new: &Resolved| {
                readings.iter().all(|known| (known.start, known.end) != (new.start, new.end))
            };
            readings.extend(reading.filter(is_new));
        };
        let first = self.resolve(words, Against { anchor: anchors.first(), direction, order });
        note(first.clone());
        for anchor in anchors {
            for direction in [direction, direction.other()] {
                note(self.resolve(words, Against { anchor: Some(anchor), direction, order }));
            }
        }
        match self {
            Self::DayOfWeek { .. } => note(first.and_then(|read| a_week_before(words, &read))),
            Self::Date { first: date, last: None, weekday: Some(weekday) } => {
                agreeing(date, weekday).for_each(|day| note(Some(with_weekday(day))));
            }
            Self::Numbers { numbers, .. } => note(first.and_then(|read| exchanged(words, numbers, &read))),
            _ => {}
        }
        readings
    }
}

/// "on Friday" in a text of a Friday may mean the one before.
fn a_week_before(words: &str, read: &Resolved) -> Option<Resolved> {
    let start = read.start.plus_days(-WEEK)?;
    let end = read.end.and_then(|end| end.plus_days(-WEEK));
    let until = end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
    let before = read.start.in_words();
    let working = format!("\"{words}\" a week before {before} is {}{until}", start.in_words());
    Some(Resolved { start, end, basis: read.basis, working })
}

/// "03/04/2031" the other way round.
fn exchanged(words: &str, numbers: Numbers, read: &Resolved) -> Option<Resolved> {
    let both = [(numbers.day_first(), "day"), (numbers.month_first(), "month")];
    let (start, comes) = both
        .into_iter()
        .find_map(|(day, comes)| Some((day?, comes)).filter(|(day, _)| *day != read.start))?;
    let working = format!("\"{words}\" with the {comes} first is {}", start.in_words());
    Some(Resolved { start, end: None, basis: Basis::Explicit, working })
}

fn with_weekday(day: Day) -> Resolved {
    let working = format!("with the day of the week as printed, it is {}", day.in_words());
    Resolved { start: day, end: None, basis: Basis::Explicit, working }
}

/// The days with this day of the week that a misprint may have made this date of: within three days
/// of it, or the same date a year off. None where the two agree, or the year is not told.
fn agreeing(date: Date, weekday: Weekday) -> impl Iterator<Item = Day> {
    let told = date.year.and_then(|year| Some((year, date.in_year(year)?)));
    let told = told.filter(|(_, day)| day.weekday() != weekday);
    told.into_iter().flat_map(move |(year, day)| {
        let beside = (-3..=3).filter_map(move |days| day.plus_days(days));
        let years = [year - 1, year + 1].into_iter().filter_map(move |year| date.in_year(year));
        beside.chain(years).filter(move |day| day.weekday() == weekday)
    })
}
