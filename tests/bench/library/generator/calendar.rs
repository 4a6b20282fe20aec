//! Days as articles print them.

use jiff::civil::{Date, date};

use super::dice::Dice;

/// Articles come from these years.
const FIRST: Date = date(2012, 1, 2);
const DAYS: usize = 5270;

pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether a publisher puts the day before the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    DayMonth,
    MonthDay,
}

/// Some day of those years; seldom a weekend.
pub fn some_day(dice: &mut Dice) -> Date {
    let day = later(FIRST, dice.below(DAYS));
    let weekend = day.weekday().to_monday_zero_offset() > 4;
    if weekend && dice.chance(80) { later(day, 2) } else { day }
}

pub fn later(day: Date, days: usize) -> Date {
    day.saturating_add(jiff::Span::new().days(days as i64))
}

pub fn weekday(day: Date) -> &'static str {
    WEEKDAYS[day.weekday().to_monday_zero_offset() as usize]
}

pub fn month(day: Date) -> &'static str {
    MONTHS[day.month() as usize - 1]
}

/// "14 March 2021" or "March 14, 2021".
pub fn long(day: Date, order: Order) -> String {
    match order {
        Order::DayMonth => format!("{} {} {}", day.day(), month(day), day.year()),
        Order::MonthDay => format!("{} {}, {}", month(day), day.day(), day.year()),
    }
}

/// "14 March" or "March 14".
pub fn short(day: Date, order: Order) -> String {
    match order {
        Order::DayMonth => format!("{} {}", day.day(), month(day)),
        Order::MonthDay => format!("{} {}", month(day), day.day()),
    }
}
