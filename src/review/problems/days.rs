//! Checks of the meeting's day.

use jiff::civil::Weekday;

use super::{Problem, date, people};
use crate::calendar::{weekday_name, weekdays_in};
use crate::model::{Day, MeetingKind, Record};
use crate::review::edit::RecordEdit;
use crate::review::field::Field;

/// The longest meeting that is no surprise, in days after the first.
const LONGEST: i32 = 30;
/// How many days after a meeting it is still news.
const NEWS: i32 = 366;

/// A contact was on some day. Somebody who ruled the proposed one out has decided that.
pub(super) fn missing(record: &Record, problems: &mut Vec<Problem>) {
    let is_contact = record.meeting.known_kind().is_some_and(MeetingKind::is_contact);
    if is_contact && record.meeting.date.is_none() && people(record).next().is_some() {
        problems.push(Problem::new(Field::Date, "No date: when was it?"));
    }
}

pub(super) fn ends_before_it_starts(record: &Record, problems: &mut Vec<Problem>) {
    if date(record).is_some_and(|date| date.end.is_some_and(|end| end < date.start)) {
        let swapped = date(record).map(|date| RecordEdit::Day { start: date.end, end: Some(date.start) });
        let problem = Problem::new(Field::Date, "The meeting ends before it starts.");
        problems.extend(swapped.map(|edit| problem.mended_by("Swap the days", edit)));
    }
}

/// Visits last days and conferences weeks; more is mostly a slip in a month or year.
pub(super) fn goes_on_for_long(record: &Record, problems: &mut Vec<Problem>) {
    let Some(date) = date(record) else { return };
    let days = date.end.map_or(0, |end| end.days_since(date.start));
    if days > LONGEST {
        let text = format!("The meeting goes on for {} days.", days + 1);
        problems.push(Problem::new(Field::Date, text));
    }
}

/// An article that was issued before the meeting speaks of it as planned, or the day is wrong.
pub(super) fn after_publication(record: &Record, problems: &mut Vec<Problem>) {
    let (Some(date), Some(published)) = (date(record), record.article.published) else { return };
    if date.start > published {
        let text = format!("The meeting is after the article was published ({}).", published.in_words());
        problems.push(Problem::new(Field::Date, text));
    }
}

/// Articles report what is new; a meeting of long ago is mostly one that they recall, or another year.
pub(super) fn long_before_publication(record: &Record, problems: &mut Vec<Problem>) {
    let (Some(date), Some(published)) = (date(record), record.article.published) else { return };
    if published.days_since(date.end.unwrap_or(date.start)) > NEWS {
        let text =
            format!("The meeting is long before the article was published ({}).", published.in_words());
        problems.push(Problem::new(Field::Date, text));
    }
}

/// The words say one day of the week, the calendar another.
pub(super) fn weekday_disagrees(record: &Record, problems: &mut Vec<Problem>) {
    let Some(date) = date(record) else { return };
    // An end before the start is another problem.
    let last = date.end.unwrap_or(date.start).max(date.start);
    let any_day = last.days_since(date.start) >= 6;
    for quoted in &date.evidence {
        for weekday in weekdays_in(quoted.exact()) {
            let name = weekday_name(weekday);
            if !any_day && !days(date.start, last).any(|day| day.weekday() == weekday) {
                let text = match last == date.start {
                    true => format!("The words say {name}, but this is {}.", last.in_words()),
                    false => format!("The words say {name}, but none of these days is one."),
                };
                let problem = Problem::new(Field::Date, text);
                problems.push(match nearest(date.start, weekday).filter(|_| last == date.start) {
                    Some(day) => problem.mended_by(
                        format!("Use {}", day.in_words()),
                        RecordEdit::Day { start: Some(day), end: None },
                    ),
                    None => problem,
                });
            }
        }
    }
}

/// The nearest day of a weekday: no more than three days away.
fn nearest(day: Day, weekday: Weekday) -> Option<Day> {
    (-3..=3).filter_map(|away| day.plus_days(away)).find(|day| day.weekday() == weekday)
}

/// The days from the first to the last.
fn days(first: Day, last: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(Some(first), |day| day.plus_days(1)).take_while(move |day| *day <= last)
}
