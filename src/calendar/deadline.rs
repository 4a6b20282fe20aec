//! Deadlines: what words for a day or a longer time mean where something is to be done by then.
//!
//! A deadline may know less than a day: a month, a season, a year (EDTF level 1). Of a half or a quarter
//! it is the last month, of several days the last. What is not told lies ahead.

use super::context::{Anchor, Direction};
use super::order::DateOrder;
use super::resolve::Against;
use super::told::{Period, Stretch, Told, Which};
use crate::model::{Day, PartialDate, Season};

impl Told {
    /// The deadline that these words set, counted from the day of the text.
    pub fn deadline(self, today: Option<Day>, order: &DateOrder) -> Option<PartialDate> {
        if let Self::Period(period) = self {
            return period.date(today, Direction::Ahead);
        }
        let anchor = today.map(Anchor::plain);
        let against = Against { anchor: anchor.as_ref(), direction: Direction::Ahead, order };
        let days = self.resolve("", against)?;
        Some(PartialDate::Day(days.end.unwrap_or(days.start)))
    }
}

impl Period {
    /// The month, season or year that this is. None where it takes a day to count from and there is none.
    pub fn date(self, today: Option<Day>, direction: Direction) -> Option<PartialDate> {
        let date = match self {
            Self::Of(stretch, year) => stretch.of(year),
            Self::Months(months) => Months::of(today?).plus(months).month(),
            Self::Years(years) => {
                PartialDate::Year(Months::of(today?).year().checked_add(years.try_into().ok()?)?)
            }
            Self::Fraction(stretch, which) => {
                let years = match which {
                    Which::Last => -1,
                    Which::Bare | Which::This => 0,
                    Which::Next => 1,
                };
                stretch.of(Months::of(today?).year() + years)
            }
            Self::Which(stretch, which) => stretch.of(stretch.year(which, Months::of(today?), direction)),
        };
        let year = match date {
            PartialDate::Year(year) | PartialDate::Season(year, _) | PartialDate::Month(year, _) => year,
            PartialDate::Day(day) => day.0.year(),
        };
        // Records have years of four digits.
        (0..=9999).contains(&year).then_some(date)
    }
}

/// A month, counted from the beginning of the year 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Months(i32);

impl Months {
    fn of(day: Day) -> Self {
        Self::new(day.0.year(), day.0.month())
    }

    fn new(year: i16, month: i8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month) - 1)
    }

    fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// Years beyond those that a number can hold are told as the last that it can.
    fn year(self) -> i16 {
        i16::try_from(self.0.div_euclid(12)).unwrap_or(if self.0 < 0 { i16::MIN } else { i16::MAX })
    }

    fn month(self) -> PartialDate {
        PartialDate::Month(self.year(), i8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1))
    }
}

impl Stretch {
    /// The first month and the last, 1 to 12. A winter is told by the year in which it begins.
    fn months(self) -> (i8, i8) {
        match self {
            Self::Year => (1, 12),
            Self::Half(half) => (half * 6 - 5, half * 6),
            Self::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
            Self::Season(Season::Spring) => (3, 5),
            Self::Season(Season::Summer) => (6, 8),
            Self::Season(Season::Autumn) => (9, 11),
            Self::Season(Season::Winter) => (12, 12),
            Self::Month(month) => (month, month),
        }
    }

    /// This stretch of a year, as records have it.
    fn of(self, year: i16) -> PartialDate {
        match self {
            Self::Year => PartialDate::Year(year),
            Self::Season(season) => PartialDate::Season(year, season),
            Self::Month(month) => PartialDate::Month(year, month),
            Self::Half(_) | Self::Quarter(_) => PartialDate::Month(year, self.months().1),
        }
    }

    /// The year of it that is meant.
    fn year(self, which: Which, today: Months, direction: Direction) -> i16 {
        let year = today.year();
        let (first, last) = self.months();
        let (first, last) = (Months::new(year, first), Months::new(year, last));
        match (which, direction) {
            (Which::This, _) => year,
            (Which::Next, _) => year + i16::from(first <= today),
            (Which::Last, _) => year - i16::from(last >= today),
            (Which::Bare, Direction::Ahead) => year + i16::from(last < today),
            (Which::Bare, Direction::Past | Direction::Nearest) => year - i16::from(first > today),
        }
    }
}
