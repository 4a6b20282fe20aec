//! Days as people type them: `2020-10-16`, `16 Oct 2020`, `12-14 March`, `October 16, 2020`, `16.10.2020`,
//! and, counted from the article's own day, `16 Oct`, `Fri`, `last Fri`, `yesterday`. Saved files know one
//! spelling only; fingers know many.

use super::context::{Anchor, Direction};
use super::order::DateOrder;
use super::read::whole;
use super::resolve::{Against, Resolved};
use super::told::Told;
use crate::model::{Day, PartialDate};

/// The year of examples, where the article has no day.
const SOME_YEAR: i16 = 2020;

/// What a day may be typed as, in the year of the article.
pub(super) fn a_day(near: Option<Day>) -> String {
    let year = year_of(near);
    format!("a day, such as {year}-10-16, 16 Oct {year}, 16 Oct or last Fri")
}

/// What a deadline may be typed as, in the year of the article.
pub(super) fn a_deadline(near: Option<Day>) -> String {
    let year = year_of(near);
    format!("a day, month, season or year, such as {year}-06-30, June {year}, spring {year} or {year}")
}

fn year_of(near: Option<Day>) -> i16 {
    near.map_or(SOME_YEAR, |day| day.0.year())
}

/// Reads a typed day, or several: "12-14 March". What has no year, and what is told from another day
/// ("last Fri", "yesterday"), is told from `near`, the day of the article.
///
/// # Errors
/// Says what was expected, in words for the person who typed.
pub fn read_day(typed: &str, near: Option<Day>) -> Result<Resolved, String> {
    if is_half_iso(typed.trim()) {
        let year = year_of(near);
        return Err(format!("Type the month and the day with two digits, such as {year}-10-06."));
    }
    let told = whole(typed).filter(|told| told.is_days()).ok_or_else(|| format!("Type {}.", a_day(near)))?;
    settle(told, typed.trim(), near, Direction::Nearest)
}

/// Reads a typed deadline, which may know less than a day. One without its year lies ahead.
///
/// # Errors
/// As [`read_day`].
pub fn read_deadline(typed: &str, near: Option<Day>) -> Result<PartialDate, String> {
    let typed = typed.trim();
    if let Ok(date) = typed.parse() {
        return Ok(date);
    }
    let expected = || format!("Type {}.", a_deadline(near));
    match whole(typed).ok_or_else(expected)? {
        Told::Period(period) => period.date(near, Direction::Ahead).ok_or_else(|| no_day_to_count_from(near)),
        told => {
            let days = settle(told, typed, near, Direction::Ahead)?;
            Ok(PartialDate::Day(days.end.unwrap_or(days.start)))
        }
    }
}

/// "2020-10-1" on its way to "2020-10-16": whoever types a day so has not said it before its second digit.
fn is_half_iso(typed: &str) -> bool {
    let parts: Vec<&str> = typed.split('-').collect();
    let [year, rest @ ..] = parts.as_slice() else { return false };
    let are_digits =
        parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    are_digits && year.len() == 4 && rest.len() == 2 && rest.iter().any(|part| part.len() < 2)
}

/// The days that are told, if they leave no doubt.
fn settle(told: Told, typed: &str, near: Option<Day>, direction: Direction) -> Result<Resolved, String> {
    let order = DateOrder::default();
    if let Told::Numbers { numbers, weekday: None } = told
        && let (Some(one), Some(other)) = (order.day(numbers), order.other(numbers))
    {
        let [first, second] = if one.0.month() > other.0.month() { [other, one] } else { [one, other] };
        return Err(format!("Day or month first? Type {second} or {first}."));
    }
    let anchor = near.map(Anchor::plain);
    let days = told.resolve(typed, Against { anchor: anchor.as_ref(), direction, order: &order });
    let days =
        days.ok_or_else(|| if told.is_possible() { no_day_to_count_from(near) } else { no_such_day(near) })?;
    // "Fri 16 Oct": the day of the week must be that of the date.
    let agrees = !told.is_written() || told.weekdays().all(|weekday| days.start.weekday() == weekday);
    if agrees { Ok(days) } else { Err(format!("{}.", is_another(days.start))) }
}

fn no_day_to_count_from(near: Option<Day>) -> String {
    match near {
        None => "Type the year too: the article has no day to count from.".to_owned(),
        Some(_) => no_such_day(near),
    }
}

fn no_such_day(near: Option<Day>) -> String {
    format!("The calendar has no such day. Type {}.", a_day(near))
}

/// "16 October 2020 is a Friday"
fn is_another(day: Day) -> String {
    day.0.strftime("%-d %B %Y is a %A").to_string()
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_understood_as_it_is_shown() {
        for saved in ["2024", "2024-21", "2024-22", "2024-23", "2024-24", "2024-06", "2024-06-30"] {
            let deadline: PartialDate = saved.parse().unwrap();
            assert_eq!(read_deadline(&deadline.in_words(), None), Ok(deadline), "{}", deadline.in_words());
        }
    }

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
            assert_eq!(
                read_day(typed, None).map(|day| day.start.to_string()),
                Ok("2020-10-16".into()),
                "{typed}"
            );
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
            assert_eq!(read_day(typed, near).map(|day| day.start.to_string()), Ok(day.into()), "{typed}");
        }
        assert_eq!(read_day("Thu 16 Oct", near), Err("16 October 2020 is a Friday.".into()));
        assert_eq!(read_day("31 Feb", near), Err(no_such_day(near)));
        let nothing = "Type the year too: the article has no day to count from.";
        assert_eq!(read_day("16 Oct", None), Err(nothing.into()));
    }

    #[test]
    fn examples_are_of_the_articles_own_year() {
        let near = "2021-03-14".parse().ok();
        assert!(read_day("soon", near).unwrap_err().contains("16 Oct 2021"));
        assert!(read_day("2021-3", near).is_err());
        assert!(read_deadline("soon", near).unwrap_err().contains("June 2021"));
    }

    #[test]
    fn what_is_no_day_says_what_is_expected() {
        let near = "2020-10-18".parse().ok();
        for typed in ["", "soon", "16", "last", "2020-10", "16 Octopus 2020"] {
            assert_eq!(read_day(typed, near), Err(format!("Type {}.", a_day(near))), "{typed}");
        }
        assert_eq!(read_day("31 Feb 2020", None), Err(no_such_day(None)));
        assert_eq!(
            read_day("5/4/2020", None),
            Err("Day or month first? Type 2020-05-04 or 2020-04-05.".into())
        );
    }

    #[test]
    fn several_days_are_typed_at_once() {
        let near = "2020-10-18".parse().ok();
        for (typed, first, last) in [
            ("12-14 March", "2021-03-12", "2021-03-14"),
            ("12 to 14 march 2021", "2021-03-12", "2021-03-14"),
            ("12–14 Mar 2021", "2021-03-12", "2021-03-14"),
            ("mar 12-14", "2021-03-12", "2021-03-14"),
            ("from 12 until 14 March", "2021-03-12", "2021-03-14"),
            ("March 30 to April 2", "2021-03-30", "2021-04-02"),
            ("mon to wed", "2020-10-12", "2020-10-14"),
            ("2020-10-16 to 2020-10-18", "2020-10-16", "2020-10-18"),
            ("the 12th to the 14th", "2020-10-12", "2020-10-14"),
        ] {
            let days = read_day(typed, near)
                .map(|days| (days.start.to_string(), days.end.map(|day| day.to_string())));
            assert_eq!(days, Ok((first.into(), Some(last.into()))), "{typed}");
        }
        for (typed, day) in
            [("two days ago", "2020-10-16"), ("a week ago", "2020-10-11"), ("the 12th", "2020-10-12")]
        {
            assert_eq!(read_day(typed, near).map(|day| day.start.to_string()), Ok(day.into()), "{typed}");
        }
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
        for (typed, saved) in [
            ("next year", "2021"),
            ("end of 2021", "2021"),
            ("first half of 2022", "2022-06"),
            ("early march", "2021-03"),
            ("Fri", "2020-10-23"),
            ("12-14 March", "2021-03-14"),
        ] {
            let read = read_deadline(typed, near).map(|date| date.to_string());
            assert_eq!(read, Ok(saved.into()), "{typed}");
        }
        assert!(read_deadline("soon", near).is_err());
    }
}
