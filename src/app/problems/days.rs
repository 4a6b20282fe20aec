//! Checks of the meeting's day.

use jiff::civil::Weekday;

use super::{Problem, date};
use crate::app::Field;
use crate::model::{Day, Record};

/// The days of the week as they are printed.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

pub(super) fn ends_before_it_starts(record: &Record, problems: &mut Vec<Problem>) {
    if date(record).is_some_and(|date| date.end.is_some_and(|end| end < date.start)) {
        problems.push(Problem::new(Field::Date, "The meeting ends before it starts."));
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

/// The words say one day of the week, the calendar another.
pub(super) fn weekday_disagrees(record: &Record, problems: &mut Vec<Problem>) {
    let Some(date) = date(record) else { return };
    // An end before the start is another problem.
    let last = date.end.unwrap_or(date.start).max(date.start);
    let any_day = last.days_since(date.start) >= 6;
    for quoted in &date.evidence {
        for &(name, weekday) in WEEKDAYS.iter().filter(|(name, _)| stands_in(name, quoted.exact())) {
            if !any_day && !days(date.start, last).any(|day| day.weekday() == weekday) {
                let text = match last == date.start {
                    true => format!("The words say {name}, but this is {}.", last.in_words()),
                    false => format!("The words say {name}, but none of these days is one."),
                };
                problems.push(Problem::new(Field::Date, text));
            }
        }
    }
}

/// The days from the first to the last.
fn days(first: Day, last: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(Some(first), |day| day.plus_days(1)).take_while(move |day| *day <= last)
}

/// Whether a word stands in a text, by itself.
fn stands_in(word: &str, text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|found| found == word)
}
