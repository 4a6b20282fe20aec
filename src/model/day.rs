//! Days, instants and partial dates, as records spell them.
//!
//! A [`Day`] is one day of the calendar (ISO 8601, `2021-03-14`). An [`Instant`] is a moment in UTC
//! to the second (`2021-03-20T09:12:44Z`). A [`PartialDate`] may know less than a day: a year, a
//! season or a month (EDTF level 1, <https://www.loc.gov/standards/datetime/>).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

/// A moment in UTC, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(jiff::Timestamp);

/// A date that may stop at the month, the season or the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `2021`
    Year(i16),
    /// `2021-21` is the spring of 2021; 22 is summer, 23 autumn, 24 winter.
    Season(i16, Season),
    /// `2021-06`
    Month(i16, i8),
    /// `2021-06-30`
    Day(Day),
}

/// A quarter of the year as people speak of it, without saying on which half of the globe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// EDTF 21
    Spring,
    /// EDTF 22
    Summer,
    /// EDTF 23
    Autumn,
    /// EDTF 24
    Winter,
}

/// What was expected of a date that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not {expected}")]
pub struct DateError {
    given: String,
    expected: &'static str,
}

impl Day {
    /// The day with these numbers, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The day so many days later, or earlier for a negative number; none before the year 0, where no day can be
    /// written down.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        self.0
            .checked_add(jiff::Span::new().try_days(days).ok()?)
            .ok()
            .filter(|date| date.year() >= 0)
            .map(Self)
    }

    /// How many days after `earlier` this day is.
    pub fn days_since(self, earlier: Day) -> i32 {
        earlier.0.duration_until(self.0).as_hours().div_euclid(24) as i32
    }

    /// As a person writes it: `Sunday 18 October 2020`.
    pub fn in_words(self) -> String {
        self.0.strftime("%A %-d %B %Y").to_string()
    }

    /// The same without the day of the week, as in a citation: `18 October 2020`.
    pub fn without_weekday(self) -> String {
        self.0.strftime("%-d %B %Y").to_string()
    }
}

impl Instant {
    /// The day in UTC.
    pub fn day(self) -> Day {
        Day(jiff::tz::Offset::UTC.to_datetime(self.0).date())
    }

    /// How many seconds later than another it is.
    pub fn seconds_since(self, other: Self) -> i64 {
        self.0.as_second() - other.0.as_second()
    }

    /// Milliseconds since the beginning of 1970.
    pub fn milliseconds(self) -> i64 {
        self.0.as_millisecond()
    }

    /// This very second, by the machine's clock.
    pub fn now() -> Self {
        let now = jiff::Timestamp::now();
        Self(jiff::Timestamp::from_second(now.as_second()).unwrap_or(now))
    }

    /// As a person reads it: `20 Mar 2021, 09:12 UTC`.
    pub fn in_words(self) -> String {
        self.0.strftime("%-d %b %Y, %H:%M UTC").to_string()
    }
}

impl Season {
    const ALL: [(Season, u8); 4] =
        [(Season::Spring, 21), (Season::Summer, 22), (Season::Autumn, 23), (Season::Winter, 24)];

    /// Its name.
    fn in_words(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }

    fn number(self) -> u8 {
        Self::ALL.iter().find(|(season, _)| *season == self).map_or(21, |(_, n)| *n)
    }
}

impl PartialDate {
    /// As a person writes it: `2021`, `spring 2021`, `June 2021`, `30 June 2021`.
    pub fn in_words(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Season(year, season) => format!("{} {year}", season.in_words()),
            Self::Month(year, month) => Date::new(year, month, 1)
                .map_or_else(|_| self.to_string(), |day| day.strftime("%B %Y").to_string()),
            Self::Day(day) => day.without_weekday(),
        }
    }

    /// The first day that the date may mean.
    pub fn first_day(self) -> Option<Day> {
        match self {
            Self::Year(year) => Day::new(year, 1, 1),
            Self::Season(year, season) => {
                let month = match season {
                    Season::Spring => 3,
                    Season::Summer => 6,
                    Season::Autumn => 9,
                    Season::Winter => 12,
                };
                Day::new(year, month, 1)
            }
            Self::Month(year, month) => Day::new(year, month, 1),
            Self::Day(day) => Some(day),
        }
    }

    /// The same where there is little room: `2021`, `spring 2021`, `Jun 2021`, `30 Jun 2021`.
    pub fn in_short(self) -> String {
        let how = match self {
            Self::Year(_) | Self::Season(..) => return self.in_words(),
            Self::Month(..) => "%b %Y",
            Self::Day(_) => "%-d %b %Y",
        };
        self.first_day().map_or_else(|| self.to_string(), |day| day.0.strftime(how).to_string())
    }

    /// The last day that the date may mean: once it has passed, so has the date.
    pub fn last_day(self) -> Option<Day> {
        let months = match self {
            Self::Year(_) => 12,
            Self::Season(..) => 3,
            Self::Month(..) => 1,
            Self::Day(day) => return Some(day),
        };
        let after = jiff::Span::new().try_months(months).ok()?;
        self.first_day()?.0.checked_add(after).ok()?.yesterday().ok().map(Day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.number()),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl FromStr for Day {
    type Err = DateError;

    /// Reads `2021-03-14` and nothing else: how people type days is the reviewer's business.
    fn from_str(given: &str) -> Result<Self, DateError> {
        let error = || DateError { given: given.into(), expected: "a day such as 2021-03-14" };
        let (year, month, day) = three_numbers(given).ok_or_else(error)?;
        Day::new(year, month, day).ok_or_else(error)
    }
}

impl FromStr for Instant {
    type Err = DateError;

    fn from_str(given: &str) -> Result<Self, DateError> {
        given
            .parse()
            .map(Self)
            .map_err(|_| DateError { given: given.into(), expected: "a moment such as 2021-03-20T09:12:44Z" })
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(given: &str) -> Result<Self, DateError> {
        let error = || DateError {
            given: given.into(),
            expected: "a year, month or day such as 2021, 2021-06 or 2021-06-30",
        };
        let year = || number(given.get(..4)?);
        match given.len() {
            4 => year().map(Self::Year),
            7 => (|| {
                let second = number::<u8>(given.get(5..)?)?;
                let dash = given.get(4..5)? == "-";
                let season = Season::ALL.iter().find(|(_, n)| *n == second).map(|(season, _)| *season);
                match (dash, season) {
                    (true, Some(season)) => Some(Self::Season(year()?, season)),
                    (true, None) if (1..=12).contains(&second) => {
                        Some(Self::Month(year()?, i8::try_from(second).ok()?))
                    }
                    _ => None,
                }
            })(),
            _ => given.parse().ok().map(Self::Day),
        }
        .ok_or_else(error)
    }
}

/// The numbers of `2021-03-14`.
fn three_numbers(given: &str) -> Option<(i16, i8, i8)> {
    let mut parts = given.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
    shaped.then_some(())?;
    Some((number(year)?, number(month)?, number(day)?))
}

/// A number of digits only, without a sign.
fn number<N: FromStr>(digits: &str) -> Option<N> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// Saves a type as its `Display` text, reads it by its `FromStr`, and describes it in the schema.
macro_rules! saved_as_text {
    ($type:ident, $schema:tt) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

saved_as_text!(Day, {
    "description": "A day of the calendar, ISO 8601",
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
});
saved_as_text!(Instant, {
    "description": "A moment in UTC, ISO 8601",
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"
});
saved_as_text!(PartialDate, {
    "description": "A year, season, month or day, EDTF level 1",
    "type": "string",
    "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_printed() {
        for spelled in ["2021", "2021-06", "2021-21", "2021-24", "2021-06-30", "0999-01-01"] {
            let date: PartialDate = spelled.parse().unwrap();
            assert_eq!(date.to_string(), spelled);
        }
        let at: Instant = "2021-03-20T09:12:44Z".parse().unwrap();
        assert_eq!(at.to_string(), "2021-03-20T09:12:44Z");
    }

    #[test]
    fn a_date_has_passed_when_its_last_day_has() {
        for (date, last) in [
            ("2021", "2021-12-31"),
            ("2021-24", "2022-02-28"),
            ("2024-02", "2024-02-29"),
            ("2021-06-30", "2021-06-30"),
        ] {
            assert_eq!(date.parse::<PartialDate>().unwrap().last_day(), last.parse().ok(), "{date}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for spelled in ["", "21", "2021-13", "2021-6", "2021-06-31", "+021-06-30", "2021/06", "20211"] {
            assert!(spelled.parse::<PartialDate>().is_err(), "{spelled}");
        }
        let error = "2020-02-30".parse::<Day>().unwrap_err();
        assert_eq!(error.to_string(), "\"2020-02-30\" is not a day such as 2021-03-14");
    }

    #[test]
    fn days_are_counted_over_months() {
        let day = Day::new(2021, 3, 1).unwrap();
        assert_eq!(day.plus_days(-1), Day::new(2021, 2, 28));
        assert_eq!(day.days_since(Day::new(2020, 3, 1).unwrap()), 365);
        assert_eq!(day.in_words(), "Monday 1 March 2021");
    }
}
