//! Days as people type them: `2020-10-16`, `16 Oct 2020`, `October 16, 2020`, `16.10.2020`, and, counted
//! from the article's own day, `16 Oct`, `Fri`, `last Fri`, `yesterday`. Saved files know one spelling
//! only; fingers know many.

use crate::model::{Day, PartialDate, Season};

/// What a day may be typed as, for hints and for what is wrong.
pub const A_DAY: &str = "a day, such as 2020-10-16, 16 Oct 2020, 16 Oct or last Fri";

/// What a deadline may be typed as.
pub const A_DEADLINE: &str =
    "a day, month, season or year, such as 2021-06-30, June 2021, spring 2021 or 2021";

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const SEASONS: [(&str, Season); 5] = [
    ("spring", Season::Spring),
    ("summer", Season::Summer),
    ("autumn", Season::Autumn),
    ("fall", Season::Autumn),
    ("winter", Season::Winter),
];

/// Reads a typed day. What has no year, and what is told from another day ("last Fri", "yesterday"), is
/// told from `near`, the day of the article.
///
/// # Errors
/// Says what was expected, in words for the person who typed.
pub fn read_day(typed: &str, near: Option<Day>) -> Result<Day, String> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Ok(day);
    }
    let parts = parts(typed);
    match parts.as_slice() {
        [Part::Told(days)] => from(near, |near| near.plus_days(*days)),
        [Part::Weekday(weekday)] => from(near, |near| of_week(*weekday, Which::Latest, near)),
        [Part::Which(which), Part::Weekday(weekday)] => from(near, |near| of_week(*weekday, *which, near)),
        // "Fri 16 Oct": the day of the week must be that of the date.
        [Part::Weekday(weekday), date @ ..] | [date @ .., Part::Weekday(weekday)] => {
            let day = dated(date, near)?;
            if weekday_of(day) == *weekday { Ok(day) } else { Err(format!("{}.", is_another(day))) }
        }
        date => dated(date, near),
    }
}

/// The day that numbers and a month write out.
fn dated(parts: &[Part], near: Option<Day>) -> Result<Day, String> {
    let found = match *parts {
        [Part::Number(day), Part::Month(month), Part::Number(year)]
        | [Part::Month(month), Part::Number(day), Part::Number(year)] => (year, month, day),
        [Part::Number(year), Part::Number(month), Part::Number(day)] if year > 31 => (year, month, day),
        [Part::Number(day), Part::Number(month), Part::Number(year)] if day > 12 => (year, month, day),
        [Part::Number(month), Part::Number(day), Part::Number(year)] if day > 12 => (year, month, day),
        [Part::Number(a), Part::Number(b), Part::Number(year)] if year > 31 => {
            return Err(format!("Day or month first? Type {year}-{a:02}-{b:02} or {year}-{b:02}-{a:02}."));
        }
        [Part::Number(day), Part::Month(month)] | [Part::Month(month), Part::Number(day)] => {
            return from(near, |near| nearest(month, day, near));
        }
        _ => return Err(format!("Type {A_DAY}.")),
    };
    day_of(found).ok_or_else(no_such_day)
}

/// A day that is told from that of the article.
fn from(near: Option<Day>, read: impl FnOnce(Day) -> Option<Day>) -> Result<Day, String> {
    let near = near.ok_or_else(|| "Type the year too: the article has no day to count from.".to_owned())?;
    read(near).ok_or_else(no_such_day)
}

fn no_such_day() -> String {
    format!("The calendar has no such day. Type {A_DAY}.")
}

/// "16 October 2020 is a Friday"
fn is_another(day: Day) -> String {
    day.0.strftime("%-d %B %Y is a %A").to_string()
}

/// The day of this month that is nearest to another.
fn nearest(month: u32, day: u32, near: Day) -> Option<Day> {
    let year = u32::try_from(near.0.year()).ok()?;
    let candidates = [year - 1, year, year + 1].into_iter().filter_map(|year| day_of((year, month, day)));
    candidates.min_by_key(|candidate| candidate.days_since(near).abs())
}

/// The next day of this month after another.
fn ahead(month: u32, day: u32, near: Option<Day>) -> Option<Day> {
    let near = near?;
    let year = u32::try_from(near.0.year()).ok()?;
    let candidates = [year, year + 1].into_iter().filter_map(|year| day_of((year, month, day)));
    candidates.into_iter().find(|candidate| *candidate >= near)
}

/// A day of the week, counted from another day.
fn of_week(weekday: i8, which: Which, near: Day) -> Option<Day> {
    const WEEK: i32 = 7;
    let back = i32::from(weekday_of(near) - weekday).rem_euclid(WEEK);
    let latest = near.plus_days(-back)?;
    match which {
        Which::Latest => Some(latest),
        Which::Last if back == 0 => near.plus_days(-WEEK),
        Which::Last => Some(latest),
        Which::Next => latest.plus_days(WEEK),
    }
}

/// Monday is 1, Sunday is 7.
fn weekday_of(day: Day) -> i8 {
    day.weekday().to_monday_one_offset()
}

/// Reads a typed deadline, which may know less than a day.
///
/// # Errors
/// As [`read_day`].
pub fn read_deadline(typed: &str, near: Option<Day>) -> Result<PartialDate, String> {
    let typed = typed.trim();
    if let Ok(date) = typed.parse() {
        return Ok(date);
    }
    let found = match parts(typed).as_slice() {
        [Part::Number(year)] => year_of(*year).map(PartialDate::Year),
        [Part::Season(season), Part::Number(year)] => {
            year_of(*year).map(|year| PartialDate::Season(year, *season))
        }
        [Part::Month(month), Part::Number(year)] | [Part::Number(year), Part::Month(month)] if *year > 31 => {
            year_of(*year).and_then(|year| Some(PartialDate::Month(year, i8::try_from(*month).ok()?)))
        }
        // A deadline lies ahead: "30 June", "June".
        [Part::Number(day), Part::Month(month)] | [Part::Month(month), Part::Number(day)] => {
            ahead(*month, *day, near).map(PartialDate::Day)
        }
        [Part::Month(month)] => ahead(*month, 1, near.and_then(|near| near.plus_days(-27)))
            .map(|day| PartialDate::Month(day.0.year(), day.0.month())),
        _ => read_day(typed, near).ok().map(PartialDate::Day),
    };
    found.ok_or_else(|| format!("Type {A_DEADLINE}."))
}

#[derive(Clone, Copy)]
enum Part {
    Number(u32),
    Month(u32),
    Season(Season),
    /// Monday 1 to Sunday 7.
    Weekday(i8),
    /// So many days after the article's.
    Told(i32),
    Which(Which),
    Other,
}

/// Which of the many Fridays.
#[derive(Clone, Copy)]
enum Which {
    /// "Friday", "this Friday": the latest on or before the article's day.
    Latest,
    /// "last Friday": before it.
    Last,
    /// "next Friday": after it.
    Next,
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const TOLD: [(&str, Part); 6] = [
    ("today", Part::Told(0)),
    ("yesterday", Part::Told(-1)),
    ("tomorrow", Part::Told(1)),
    ("this", Part::Which(Which::Latest)),
    ("last", Part::Which(Which::Last)),
    ("next", Part::Which(Which::Next)),
];

/// The numbers and names in what was typed; "16th" is a number, small words are passed over.
fn parts(typed: &str) -> Vec<Part> {
    let lower = typed.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !matches!(*word, "of" | "the")).map(part).collect()
}

fn part(word: &str) -> Part {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    if let Ok(number) = digits.parse()
        && matches!(word.strip_prefix(digits), Some("" | "st" | "nd" | "rd" | "th"))
    {
        return Part::Number(number);
    }
    if let Some((_, season)) = SEASONS.iter().find(|(name, _)| *name == word) {
        return Part::Season(*season);
    }
    if let Some((_, told)) = TOLD.iter().find(|(name, _)| *name == word) {
        return *told;
    }
    let long = word.len() >= 3;
    if let Some((_, weekday)) = WEEKDAYS.iter().zip(1..).find(|(name, _)| long && name.starts_with(word)) {
        return Part::Weekday(weekday);
    }
    let month = MONTHS.iter().zip(1..).find(|(name, _)| long && (name.starts_with(word) || word == "sept"));
    match month {
        Some(_) if word == "sept" => Part::Month(9),
        Some((_, number)) => Part::Month(number),
        None => Part::Other,
    }
}

fn year_of(number: u32) -> Option<i16> {
    i16::try_from(number).ok().filter(|year| (1000..=9999).contains(year))
}

fn day_of((year, month, day): (u32, u32, u32)) -> Option<Day> {
    Day::new(year_of(year)?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_however_it_is_typed() {
        for typed in [
            "2020-10-16",
            " 16 Oct 2020 ",
            "16 October 2020",
            "October 16, 2020",
            "16th of October, 2020",
            "16.10.2020",
            "10/16/2020",
            "2020/10/16",
        ] {
            assert_eq!(read_day(typed, None).map(|day| day.to_string()), Ok("2020-10-16".into()), "{typed}");
        }
    }

    #[test]
    fn a_day_is_counted_from_that_of_the_article() {
        // A Sunday.
        let near = "2020-10-18".parse().ok();
        for (typed, day) in [
            ("16 Oct", "2020-10-16"),
            ("oct 16", "2020-10-16"),
            ("Fri 16 Oct", "2020-10-16"),
            ("16 October, Friday", "2020-10-16"),
            ("fri", "2020-10-16"),
            ("last Fri", "2020-10-16"),
            ("this friday", "2020-10-16"),
            ("next Fri", "2020-10-23"),
            ("Sunday", "2020-10-18"),
            ("last sunday", "2020-10-11"),
            ("next sunday", "2020-10-25"),
            ("today", "2020-10-18"),
            ("yesterday", "2020-10-17"),
            ("tomorrow", "2020-10-19"),
            ("2 Jan", "2021-01-02"),
            ("20 Jun", "2020-06-20"),
        ] {
            assert_eq!(read_day(typed, near).map(|day| day.to_string()), Ok(day.into()), "{typed}");
        }
        assert_eq!(read_day("Thu 16 Oct", near), Err("16 October 2020 is a Friday.".into()));
        assert_eq!(read_day("31 Feb", near), Err(no_such_day()));
        let nothing = "Type the year too: the article has no day to count from.";
        assert_eq!(read_day("16 Oct", None), Err(nothing.into()));
    }

    #[test]
    fn what_is_no_day_says_what_is_expected() {
        let near = "2020-10-18".parse().ok();
        for typed in ["", "soon", "16", "last", "2020-10", "16 Octopus 2020"] {
            assert_eq!(read_day(typed, near), Err(format!("Type {A_DAY}.")), "{typed}");
        }
        assert_eq!(read_day("31 Feb 2020", None), Err(no_such_day()));
        assert_eq!(
            read_day("5/4/2020", None),
            Err("Day or month first? Type 2020-05-04 or 2020-04-05.".into())
        );
    }

    #[test]
    fn a_deadline_may_stop_at_the_year() {
        for (typed, saved) in [
            ("2021", "2021"),
            ("June 2021", "2021-06"),
            ("2021-06", "2021-06"),
            ("sept 2021", "2021-09"),
            ("Autumn 2021", "2021-23"),
            ("30 June 2021", "2021-06-30"),
        ] {
            assert_eq!(read_deadline(typed, None).map(|date| date.to_string()), Ok(saved.into()), "{typed}");
        }
        let near = "2020-10-18".parse().ok();
        assert_eq!(read_deadline("30 June", near).map(|date| date.to_string()), Ok("2021-06-30".into()));
        assert_eq!(read_deadline("june", near).map(|date| date.to_string()), Ok("2021-06".into()));
        assert_eq!(read_deadline("october", near).map(|date| date.to_string()), Ok("2020-10".into()));
        assert!(read_deadline("next year", near).is_err());
    }
}
