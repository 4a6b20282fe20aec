//! Deadline: by when an undertaking is to be done, as far as the words tell: "by the end of June",
//! "before 1 July 2021", "in mid 2018", "next year".

use std::ops::Range;

use super::reader::Reader;
use crate::lexicon::Shape;
use crate::model::{Day, PartialDate, Season};

/// Words that a time may follow.
const BEFORE_TIMES: &[&str] = &["by", "before", "until", "till", "in", "than", "during"];

/// Words between those and the time itself.
const PARTS: &[&str] =
    &["the", "end", "of", "early", "mid", "late", "beginning", "start", "middle", "first", "half"];

/// The seasons by name, each with its first month as a year is cut where most such texts are written.
const SEASONS: &[(&str, Season, i8)] = &[
    ("spring", Season::Spring, 3),
    ("summer", Season::Summer, 6),
    ("autumn", Season::Autumn, 9),
    ("fall", Season::Autumn, 9),
    ("winter", Season::Winter, 12),
];

impl Reader<'_, '_> {
    /// The first deadline within these words.
    pub fn deadline(&self, words: &Range<usize>) -> Option<PartialDate> {
        words.clone().find_map(|at| {
            if !self.is_any(at, BEFORE_TIMES) {
                return self.told_from_today(at);
            }
            let mut from = at + 1;
            while from < words.end && self.is_any(from, PARTS) {
                from += 1;
            }
            self.time(from).or_else(|| self.told_from_today(from)).filter(|time| self.lies_ahead(*time))
        })
    }

    /// Whether a time is not over by the day of the article.
    fn lies_ahead(&self, time: PartialDate) -> bool {
        let (Some(today), Some(first)) = (self.today(), time.first_day()) else { return true };
        match time {
            PartialDate::Year(year) => year >= today.0.year(),
            PartialDate::Season(..) | PartialDate::Month(..) => {
                first >= today || first.0.year() == today.0.year()
            }
            PartialDate::Day(day) => day >= today,
        }
    }

    /// "June", "June 2021", "1 July", "July 1, 2021", "2021", "autumn 2021".
    fn time(&self, at: usize) -> Option<PartialDate> {
        if let Some(month) = self.month(at) {
            let day = self.day_number(at + 1);
            let after_day = at + 1 + usize::from(day.is_some());
            let comma = usize::from(self.is_mark(after_day, ',') && day.is_some());
            return self.of_month(day, month, self.year(after_day + comma));
        }
        if let Some((_, season, first)) = SEASONS.iter().find(|(name, ..)| self.is(at, name)) {
            let of = usize::from(self.is(at + 1, "of"));
            let year = self.year(at + 1 + of).or_else(|| self.year_of_month(first + 2));
            return Some(PartialDate::Season(year?, *season));
        }
        if let (Some(day), Some(month)) = (self.day_number(at), self.month(at + 1)) {
            return self.of_month(Some(day), month, self.year(at + 2));
        }
        self.year(at).map(PartialDate::Year)
    }

    /// A day or month; without a year, the first one that is not past.
    fn of_month(&self, day: Option<i8>, month: i8, year: Option<i16>) -> Option<PartialDate> {
        let today = self.today();
        let year = year.or_else(|| {
            let today = today?;
            let past = (today.0.month(), today.0.day()) > (month, day.unwrap_or(31));
            Some(today.0.year() + i16::from(past))
        })?;
        match day {
            Some(day) => Day::new(year, month, day).map(PartialDate::Day),
            None => Some(PartialDate::Month(year, month)),
        }
    }

    /// "this year", "next month", "the end of the year".
    fn told_from_today(&self, at: usize) -> Option<PartialDate> {
        let today = self.today()?.0;
        let next = i16::from(self.is(at, "next"));
        let year = self
            .is(at, "year")
            .then_some(at)
            .or_else(|| (self.is_any(at, &["this", "next"]) && self.is(at + 1, "year")).then_some(at + 1));
        if year.is_some() {
            let ends = self.is(at, "year");
            let of = at.checked_sub(2).is_some_and(|of| self.is(of, "of"));
            return (!ends || of).then_some(PartialDate::Year(today.year() + next));
        }
        if self.is_any(at, &["this", "next"]) && self.is(at + 1, "month") {
            let month = if next == 1 { today.last_of_month().tomorrow().ok()? } else { today };
            return Some(PartialDate::Month(month.year(), month.month()));
        }
        if let Some((_, season, first)) = SEASONS.iter().find(|(name, ..)| self.is(at + 1, name)) {
            let coming = if next == 1 { self.year_of_month(first - 1) } else { Some(today.year()) };
            return coming
                .filter(|_| self.is_any(at, &["this", "next"]))
                .map(|y| PartialDate::Season(y, *season));
        }
        None
    }

    /// The year in which this month comes next, the current month being still to come; a month after
    /// December counts as December.
    fn year_of_month(&self, month: i8) -> Option<i16> {
        let today = self.today()?.0;
        Some(today.year() + i16::from(today.month() > month.min(12)))
    }

    /// The day from which the article tells times.
    fn today(&self) -> Option<Day> {
        let article = self.scene.source.article;
        article.dateline.as_ref().and_then(|dateline| dateline.date).or(article.published)
    }

    fn year(&self, at: usize) -> Option<i16> {
        let lower = self.lower(at);
        let year = lower.parse::<i16>().ok().filter(|year| (1900..2200).contains(year))?;
        (lower.len() == 4 && self.shape(at) == Some(Shape::Number)).then_some(year)
    }

    fn day_number(&self, at: usize) -> Option<i8> {
        let lower = self.lower(at);
        let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
    }
}
