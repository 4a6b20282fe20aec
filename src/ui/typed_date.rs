//! Days as people type them: `2020-10-16`, `16 Oct 2020`, `October 16, 2020`, `16.10.2020`.
//! Saved files know one spelling only; fingers know many.

use crate::model::{Day, PartialDate, Season};

/// What a day may be typed as, for hints and for what is wrong.
pub const A_DAY: &str = "a day, such as 2020-10-16 or 16 Oct 2020";

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

/// Reads a typed day.
///
/// # Errors
/// Says what was expected, in words for the person who typed.
pub fn read_day(typed: &str) -> Result<Day, String> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Ok(day);
    }
    let parts = parts(typed);
    let found = match parts.as_slice() {
        [Part::Number(day), Part::Month(month), Part::Number(year)]
        | [Part::Month(month), Part::Number(day), Part::Number(year)] => (*year, *month, *day),
        [Part::Number(year), Part::Number(month), Part::Number(day)] if *year > 31 => (*year, *month, *day),
        [Part::Number(day), Part::Number(month), Part::Number(year)] if *day > 12 => (*year, *month, *day),
        [Part::Number(month), Part::Number(day), Part::Number(year)] if *day > 12 => (*year, *month, *day),
        [Part::Number(a), Part::Number(b), Part::Number(year)] if *year > 31 => {
            return Err(format!("Day or month first? Type {year}-{a:02}-{b:02} or {year}-{b:02}-{a:02}."));
        }
        _ => return Err(format!("Type {A_DAY}.")),
    };
    day_of(found).ok_or_else(|| format!("The calendar has no such day. Type {A_DAY}."))
}

/// Reads a typed deadline, which may know less than a day.
///
/// # Errors
/// As [`read_day`].
pub fn read_deadline(typed: &str) -> Result<PartialDate, String> {
    let typed = typed.trim();
    if let Ok(date) = typed.parse() {
        return Ok(date);
    }
    let found = match parts(typed).as_slice() {
        [Part::Number(year)] => year_of(*year).map(PartialDate::Year),
        [Part::Season(season), Part::Number(year)] => {
            year_of(*year).map(|year| PartialDate::Season(year, *season))
        }
        [Part::Month(month), Part::Number(year)] | [Part::Number(year), Part::Month(month)] => {
            year_of(*year).and_then(|year| Some(PartialDate::Month(year, i8::try_from(*month).ok()?)))
        }
        _ => read_day(typed).ok().map(PartialDate::Day),
    };
    found.ok_or_else(|| format!("Type {A_DEADLINE}."))
}

enum Part {
    Number(u32),
    Month(u32),
    Season(Season),
    Other,
}

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
    let month = MONTHS
        .iter()
        .zip(1..)
        .find(|(name, _)| word.len() >= 3 && (name.starts_with(word) || word == "sept"));
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
            assert_eq!(read_day(typed).map(|day| day.to_string()), Ok("2020-10-16".into()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_says_what_is_expected() {
        for typed in ["", "soon", "16 Oct", "2020-10", "16 Octopus 2020"] {
            assert_eq!(read_day(typed), Err(format!("Type {A_DAY}.")), "{typed}");
        }
        assert_eq!(read_day("31 Feb 2020"), Err(format!("The calendar has no such day. Type {A_DAY}.")));
        assert_eq!(read_day("5/4/2020"), Err("Day or month first? Type 2020-05-04 or 2020-04-05.".into()));
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
            assert_eq!(read_deadline(typed).map(|date| date.to_string()), Ok(saved.into()), "{typed}");
        }
        assert!(read_deadline("next year").is_err());
    }
}
