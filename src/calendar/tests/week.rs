//! Weekday by weekday, against every day of a week.

use super::read;
use crate::calendar::Direction;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Checks a table: a row for each day from Monday 12 to Sunday 18 October 2020 as the reference, a
/// column for each weekday, in it the day of October that is meant.
fn check_week(phrase: &str, direction: Direction, table: [[u8; 7]; 7]) {
    for (row, reference) in table.iter().zip(12..) {
        for (expected, weekday) in row.iter().zip(WEEKDAYS) {
            let text = format!("They met {phrase} {weekday} in the port.");
            let found = read(&text, Some(&format!("2020-10-{reference}")), direction);
            assert_eq!(found, [format!("2020-10-{expected:02} weekday")], "{text} on the {reference}th");
        }
    }
}

#[test]
fn a_bare_weekday_of_the_past_is_the_latest_on_or_before() {
    check_week(
        "on",
        Direction::Past,
        [
            [12, 6, 7, 8, 9, 10, 11],
            [12, 13, 7, 8, 9, 10, 11],
            [12, 13, 14, 8, 9, 10, 11],
            [12, 13, 14, 15, 9, 10, 11],
            [12, 13, 14, 15, 16, 10, 11],
            [12, 13, 14, 15, 16, 17, 11],
            [12, 13, 14, 15, 16, 17, 18],
        ],
    );
}

#[test]
fn a_bare_weekday_ahead_is_the_next_after() {
    check_week(
        "on",
        Direction::Ahead,
        [
            [19, 13, 14, 15, 16, 17, 18],
            [19, 20, 14, 15, 16, 17, 18],
            [19, 20, 21, 15, 16, 17, 18],
            [19, 20, 21, 22, 16, 17, 18],
            [19, 20, 21, 22, 23, 17, 18],
            [19, 20, 21, 22, 23, 24, 18],
            [19, 20, 21, 22, 23, 24, 25],
        ],
    );
}

#[test]
fn last_is_before_and_next_is_after_whatever_the_clause() {
    for direction in [Direction::Past, Direction::Ahead] {
        check_week(
            "last",
            direction,
            [
                [5, 6, 7, 8, 9, 10, 11],
                [12, 6, 7, 8, 9, 10, 11],
                [12, 13, 7, 8, 9, 10, 11],
                [12, 13, 14, 8, 9, 10, 11],
                [12, 13, 14, 15, 9, 10, 11],
                [12, 13, 14, 15, 16, 10, 11],
                [12, 13, 14, 15, 16, 17, 11],
            ],
        );
        check_week(
            "next",
            direction,
            [
                [19, 13, 14, 15, 16, 17, 18],
                [19, 20, 14, 15, 16, 17, 18],
                [19, 20, 21, 15, 16, 17, 18],
                [19, 20, 21, 22, 16, 17, 18],
                [19, 20, 21, 22, 23, 17, 18],
                [19, 20, 21, 22, 23, 24, 18],
                [19, 20, 21, 22, 23, 24, 25],
            ],
        );
    }
}
