//! What words tell of a day, before anything is counted from anywhere.
//!
//! Each part is either known, because the words say it, or implied, and then it is `None` or a word such
//! as "last": what is implied is for `resolve` to settle.

use jiff::civil::Weekday;

use crate::model::{Day, Season};

/// In what way words name a day or a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A date with its month by name, or its year first: "Friday, 12 March", "9 to 11 May 2021".
    Date {
        /// The first or only day.
        first: Date,
        /// The last, of several.
        last: Option<Date>,
        /// The day of the week that stands with the first.
        weekday: Option<Weekday>,
    },
    /// Numbers that have day or month first: "13/03/2031", "03/04/2031".
    Numbers {
        /// Them.
        numbers: Numbers,
        /// The day of the week that stands with them.
        weekday: Option<Weekday>,
    },
    /// A day of the month alone: "the 23rd", "the 12th to the 14th of last month".
    DayOfMonth {
        /// 1 to 31.
        first: i8,
        /// The last, of several.
        last: Option<i8>,
        /// Of which month, where it is said.
        which: Which,
    },
    /// A day of the week: "on Friday", "Monday and Tuesday".
    DayOfWeek {
        /// The first or only one.
        first: Weekday,
        /// The last, of several.
        last: Option<Weekday>,
        /// Which of them.
        which: Which,
    },
    /// So many days after the text's own: -1 is "yesterday", -14 "two weeks ago".
    FromToday(i32),
    /// A longer time: "June", "the end of 2021".
    Period(Period),
}

/// A day of the year, with the year where it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year, where it is told.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// Two numbers of which either may be the month, and the year behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// The first.
    pub one: i8,
    /// The second.
    pub two: i8,
    /// The year.
    pub year: i16,
}

/// Which of the many Fridays, Junes or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The clause decides: "on Friday".
    Bare,
    /// "last Friday"
    Last,
    /// "this Friday"
    This,
    /// "next Friday"
    Next,
}

/// A time longer than a day. Records hold no more of it than EDTF level 1 can say, so "early June" is June.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// So many months after the text's own: "this month", "three months ago".
    Months(i32),
    /// So many years after the text's own: "two years ago".
    Years(i32),
    /// A stretch of a year that is told: "June 2021".
    Of(Stretch, i16),
    /// A month or season of a year that is not told: "June", "next spring".
    Which(Stretch, Which),
    /// A half or quarter of a year that is told from the text's own: "the first half of next year".
    Fraction(Stretch, Which),
}

/// A part of the year, or all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// All twelve months.
    Year,
    /// 1 or 2.
    Half(i8),
    /// 1 to 4.
    Quarter(i8),
    /// A season.
    Season(Season),
    /// 1 to 12.
    Month(i8),
}

impl Told {
    /// Whether it is one day: not several, and not a longer time.
    pub fn is_one_day(self) -> bool {
        match self {
            Self::Date { last, .. } => last.is_none(),
            Self::DayOfMonth { last, .. } => last.is_none(),
            Self::DayOfWeek { last, .. } => last.is_none(),
            Self::Numbers { .. } | Self::FromToday(_) => true,
            Self::Period(_) => false,
        }
    }

    /// Whether it names a day or days, and no longer time.
    pub fn is_days(self) -> bool {
        !matches!(self, Self::Period(_))
    }

    /// Whether it is written out, so that at most its year is implied.
    pub fn is_written(self) -> bool {
        matches!(self, Self::Date { .. } | Self::Numbers { .. })
    }

    /// Whether it is one day that is written out with its year.
    pub fn is_full(self) -> bool {
        match self {
            Self::Date { first, last, .. } => first.year.is_some() && last.is_none(),
            Self::Numbers { .. } => true,
            _ => false,
        }
    }

    /// The one day that is written out with its year, or the first of several: "14 - 20 March 2031".
    pub fn first_full(self) -> Option<Self> {
        match self {
            Self::Date { first, last: Some(last), weekday } => {
                let before = first.year.is_none() && last.is_before(first);
                let year = first.year.or(last.year.map(|year| year - i16::from(before)))?;
                Some(Self::Date { first: Date { year: Some(year), ..first }, last: None, weekday })
            }
            told => Some(told).filter(|told| told.is_full()),
        }
    }

    /// The days of the week that the words say.
    pub fn weekdays(self) -> impl Iterator<Item = Weekday> {
        let (first, last) = match self {
            Self::Date { weekday, .. } | Self::Numbers { weekday, .. } => (weekday, None),
            Self::DayOfWeek { first, last, .. } => (Some(first), last),
            _ => (None, None),
        };
        first.into_iter().chain(last)
    }

    /// Whether the calendar has such days in any year. "30 February" is none.
    pub(super) fn is_possible(self) -> bool {
        match self {
            Self::Date { first, last, .. } => first.is_possible() && last.is_none_or(Date::is_possible),
            Self::Numbers { numbers, .. } => numbers.day_first().or(numbers.month_first()).is_some(),
            _ => true,
        }
    }
}

impl Date {
    /// The day in this year, if the calendar has it.
    pub fn in_year(self, year: i16) -> Option<Day> {
        Day::new(year, self.month, self.day)
    }

    /// Whether it comes before another in a year.
    pub fn is_before(self, other: Self) -> bool {
        (self.month, self.day) < (other.month, other.day)
    }

    fn is_possible(self) -> bool {
        // A leap year has every day that any year has.
        self.in_year(self.year.unwrap_or(2000)).is_some()
    }
}

impl Numbers {
    /// The day that they are if the first is the day of the month.
    pub fn day_first(self) -> Option<Day> {
        Day::new(self.year, self.two, self.one)
    }

    /// The day that they are if the first is the month.
    pub fn month_first(self) -> Option<Day> {
        Day::new(self.year, self.one, self.two)
    }
}
