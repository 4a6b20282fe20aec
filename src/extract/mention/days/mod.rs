//! Days: where an article names a day, and as what.
//!
//! A day can be written out (`written`), be a day of the week, or be counted from the article's own
//! day (`told`). None of it is a day of the calendar yet: that takes a reference and the tense of
//! the clause (`resolve`). Months, years and "last week" name no day and are not looked for.

mod resolve;
#[cfg(test)]
mod tests;
mod told;
mod written;

pub(in crate::extract) use resolve::{Direction, Reference, Resolved};

use std::ops::Range;

use super::in_order::Placed;
use crate::extract::segment::Source;
use crate::lexicon::{Shape, WordClass};

/// Words that name a day or a run of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct DayMention {
    /// The words, without "on".
    pub words: Range<usize>,
    /// What they say.
    pub told: Told,
}

impl Placed for DayMention {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

/// In what way words name a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Told {
    /// Written out, with or without year: "Friday, 12 March", "9 to 11 May 2021".
    Written {
        /// The first or only day.
        first: MonthDay,
        /// The last, of several.
        last: Option<MonthDay>,
        /// The year, where it is written.
        year: Option<i16>,
        /// The day of the week that stands with it, Monday 1 to Sunday 7.
        weekday: Option<u8>,
    },
    /// A day of the month alone: "the 23rd".
    OfMonth(i8),
    /// A day of the week: "on Friday", "Monday and Tuesday".
    Weekday {
        /// Monday 1 to Sunday 7.
        first: u8,
        /// The last, of several.
        last: Option<u8>,
        /// Which of them.
        which: Which,
    },
    /// So many days after the article's own: -1 is yesterday.
    Relative(i32),
}

impl Told {
    /// Whether it is one day, not several.
    pub fn is_one_day(self) -> bool {
        !matches!(self, Self::Written { last: Some(_), .. } | Self::Weekday { last: Some(_), .. })
    }
}

/// A day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::extract) struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// Which of the many Fridays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Which {
    /// The clause decides: "on Friday".
    Bare,
    /// "last Friday"
    Last,
    /// "next Friday"
    Next,
    /// "this Friday"
    This,
}

/// Every day that an article names, in order.
pub(super) fn days(source: &Source<'_>) -> Vec<DayMention> {
    let mut days = Vec::new();
    let mut at = 0;
    while at < source.tokens.len() {
        match day_at(source, at) {
            Some((told, words)) if words.end > at => {
                at = words.end;
                days.push(DayMention { words, told });
            }
            _ => at += 1,
        }
    }
    days
}

/// The day that is named by words that begin here.
fn day_at(source: &Source<'_>, at: usize) -> Option<(Told, Range<usize>)> {
    // Every day begins with a number, a name of the calendar or a few small words; most words are none.
    let begins = match source.word(at)?.word.shape {
        Shape::Number => true,
        Shape::Lower => told::begins(source, at),
        shape => shape.is_capital() && source.lexicon.words().longest(source.tokens.get(at..)?).is_some(),
    };
    if !begins {
        return None;
    }
    written::written(source, at).or_else(|| told::told(source, at))
}

/// The longest phrase of small words here that has a class which `wanted` takes.
fn classed<T>(
    source: &Source<'_>,
    at: usize,
    wanted: impl Fn(WordClass) -> Option<T>,
) -> Option<(T, Range<usize>)> {
    let (n, classes) = source.lexicon.words().longest(source.tokens.get(at..)?)?;
    let found = classes.iter().find_map(|&class| wanted(class))?;
    Some((found, at..at + n))
}

/// A day of the week, with its capital letter: "sun" shines.
fn weekday(source: &Source<'_>, at: usize) -> Option<(u8, Range<usize>)> {
    source.word(at).filter(|word| word.word.shape.is_capital())?;
    classed(source, at, |class| if let WordClass::Weekday(day) = class { Some(day) } else { None })
}
