//! What days mean, case by case: weekday by weekday against every day of a week, and ways of writing.

use super::{Direction, Reference, days};
use crate::extract::segment::Source;
use crate::extract::tests::article;
use crate::lexicon::Lexicon;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What the words of a text published on this day mean: each day as its record prints it.
fn read(text: &str, published: Option<&str>, direction: Direction) -> Vec<String> {
    let mut article = article(text);
    article.published = published.map(|day| day.parse().unwrap());
    let lexicon = Lexicon::built_in();
    let source = Source::new(&article, &lexicon);
    let reference = Reference::of(&article);
    let resolved = days(&source).into_iter().filter_map(|day| day.resolve(&source, reference, direction));
    resolved
        .map(|day| match day.end {
            Some(end) => format!("{}..{end} {}", day.start, day.basis.saved()),
            None => format!("{} {}", day.start, day.basis.saved()),
        })
        .collect()
}

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

/// Ways of writing days, in texts of Sunday 18 October 2020 that report.
const WRITTEN: &[(&str, &str)] = &[
    // Written out in full.
    ("on 16 October 2020", "2020-10-16 explicit"),
    ("on 16 October, 2020", "2020-10-16 explicit"),
    ("on the 16th of October 2020", "2020-10-16 explicit"),
    ("on 16th October 2020", "2020-10-16 explicit"),
    ("on 15thNovember 2017", "2017-11-15 explicit"),
    ("on October 16, 2020", "2020-10-16 explicit"),
    ("on October 16th, 2020", "2020-10-16 explicit"),
    ("on October 16 2020", "2020-10-16 explicit"),
    ("on Oct. 16, 2020", "2020-10-16 explicit"),
    ("on Sept 3, 2020", "2020-09-03 explicit"),
    ("on 08 November 2016", "2016-11-08 explicit"),
    ("on Friday, 16 October 2020", "2020-10-16 explicit"),
    ("on Friday, October 16, 2020", "2020-10-16 explicit"),
    ("on Friday (16 October 2020)", "2020-10-16 explicit"),
    ("on Fri, 16 Oct 2020", "2020-10-16 explicit"),
    ("on 2020-10-16", "2020-10-16 explicit"),
    ("on 16-10-2020", "2020-10-16 explicit"),
    ("on 16.10.2020", "2020-10-16 explicit"),
    ("on 16/10/2020", "2020-10-16 explicit"),
    ("on 10/16/2020", "2020-10-16 explicit"),
    ("on 29 February 2020", "2020-02-29 explicit"),
    // Without the year: the nearest that the report can mean.
    ("on 16 October", "2020-10-16 explicit"),
    ("on October 16", "2020-10-16 explicit"),
    ("on Oct. 16", "2020-10-16 explicit"),
    ("on the 16th of October", "2020-10-16 explicit"),
    ("on 19 October", "2020-10-19 explicit"),
    ("on 9 March", "2020-03-09 explicit"),
    ("on 20 December", "2019-12-20 explicit"),
    ("on November 27", "2019-11-27 explicit"),
    ("on Friday 16 October", "2020-10-16 explicit"),
    // The weekday beside it tells the year.
    ("on Wednesday, 16 October", "2019-10-16 explicit"),
    // Several days.
    ("on 9 and 10 March 2020", "2020-03-09..2020-03-10 explicit"),
    ("on 9-10 March 2020", "2020-03-09..2020-03-10 explicit"),
    ("on 09 – 10 March 2020", "2020-03-09..2020-03-10 explicit"),
    ("on 9 to 11 March 2020", "2020-03-09..2020-03-11 explicit"),
    ("on March 9-10, 2020", "2020-03-09..2020-03-10 explicit"),
    ("on March 9 and 10", "2020-03-09..2020-03-10 explicit"),
    ("from April 21 to 27, 2020", "2020-04-21..2020-04-27 explicit"),
    ("from March 28 to April 2", "2020-03-28..2020-04-02 explicit"),
    ("from 28 June to 1 July 2020", "2020-06-28..2020-07-01 explicit"),
    ("from 30 December to 2 January 2020", "2019-12-30..2020-01-02 explicit"),
    ("from December 30 to January 2", "2019-12-30..2020-01-02 explicit"),
    ("on Thursday and Friday", "2020-10-15..2020-10-16 weekday"),
    ("from Monday to Wednesday", "2020-10-12..2020-10-14 weekday"),
    // A day of the month alone.
    ("on the 16th", "2020-10-16 explicit"),
    ("on the 23rd", "2020-09-23 explicit"),
    ("on the 5th of this month", "2020-10-05 explicit"),
    // Counted from the text's own day.
    ("today", "2020-10-18 relative"),
    ("earlier today", "2020-10-18 relative"),
    ("this morning", "2020-10-18 relative"),
    ("this afternoon", "2020-10-18 relative"),
    ("this evening", "2020-10-18 relative"),
    ("tonight", "2020-10-18 relative"),
    ("yesterday", "2020-10-17 relative"),
    ("last night", "2020-10-17 relative"),
    ("the day before yesterday", "2020-10-16 relative"),
    ("tomorrow", "2020-10-19 relative"),
    ("this Friday", "2020-10-16 weekday"),
];

#[test]
fn every_way_of_writing_a_day_is_read() {
    for (words, expected) in WRITTEN {
        let text = format!("The ministers met {words}, and were glad.");
        assert_eq!(read(&text, Some("2020-10-18"), Direction::Past), [*expected], "{text}");
    }
}

/// Words that name no single day.
const NO_DAY: &[&str] = &[
    "last month",
    "last year",
    "in October 2020",
    "in 2020",
    "next week",
    "in March",
    "recently",
    "on 31 February",
    "on 45 October",
    "in May and 10 others",
    "for the 23rd time",
    "on the 5th anniversary",
    "on 03/04/2020",
    "with sun and sat down",
    "by a march 5 kilometers long",
    "in the 1990s",
    "at 10:30",
    "over 16 days",
];

#[test]
fn what_names_no_day_is_left_alone() {
    for words in NO_DAY {
        let text = format!("The ministers met {words}, and were glad.");
        assert_eq!(read(&text, Some("2020-10-18"), Direction::Past), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_future_takes_the_next_day_without_its_year() {
    for (words, expected) in [
        ("on 16 October", "2021-10-16 explicit"),
        ("on 19 October", "2020-10-19 explicit"),
        ("on 9 March", "2021-03-09 explicit"),
        ("on the 23rd", "2020-10-23 explicit"),
        ("on the 5th", "2020-11-05 explicit"),
        ("from Monday to Wednesday", "2020-10-19..2020-10-21 weekday"),
    ] {
        let text = format!("The ministers will meet {words}, and will be glad.");
        assert_eq!(read(&text, Some("2020-10-18"), Direction::Ahead), [expected], "{text}");
    }
}

#[test]
fn without_a_reference_only_whole_dates_are_days() {
    let text = "They met on Friday, spoke today, and signed on 3 May and on 4 May 2019.";
    assert_eq!(read(text, None, Direction::Past), ["2019-05-04 explicit"]);
}

/// Words for a day in a text of Sunday 18 October 2020, and all that they could mean.
const READINGS: &[(&str, &[&str])] = &[
    ("on Friday", &["2020-10-16", "2020-10-23", "2020-10-09"]),
    ("on Sunday", &["2020-10-18", "2020-10-25", "2020-10-11"]),
    ("last Friday", &["2020-10-16", "2020-10-09"]),
    ("next Friday", &["2020-10-23", "2020-10-16"]),
    ("on 12 March", &["2020-03-12", "2021-03-12"]),
    ("on the 5th", &["2020-10-05", "2020-11-05"]),
    ("on 16 October 2020", &["2020-10-16"]),
    ("on Friday, 16 October 2020", &["2020-10-16"]),
    ("on Thursday, 16 October 2020", &["2020-10-16", "2020-10-15"]),
    ("on Friday, 16 October 2021", &["2021-10-16", "2021-10-15", "2020-10-16"]),
    (
        "on Monday and Tuesday",
        &["2020-10-12..2020-10-13", "2020-10-19..2020-10-20", "2020-10-05..2020-10-06"],
    ),
    ("yesterday", &["2020-10-17"]),
];

#[test]
fn other_meanings_of_the_same_words_are_known() {
    let lexicon = Lexicon::built_in();
    for (words, expected) in READINGS {
        let article = article(&format!("The ministers met {words}, and were glad."));
        let source = Source::new(&article, &lexicon);
        let readings = days(&source)[0].readings(&source, Direction::Past);
        let days = readings.iter().map(|day| match day.end {
            Some(end) => format!("{}..{end}", day.start),
            None => day.start.to_string(),
        });
        assert_eq!(days.collect::<Vec<_>>(), *expected, "{words}");
    }
}

#[test]
fn a_day_is_counted_from_the_dateline_or_from_the_publication() {
    let mut article = article("VALLETTA — The ministers met yesterday.");
    if let Some(dateline) = article.dateline.as_mut() {
        dateline.date = "2020-10-16".parse().ok();
    }
    let lexicon = Lexicon::built_in();
    let source = Source::new(&article, &lexicon);
    let readings = days(&source)[0].readings(&source, Direction::Past);
    let days: Vec<String> = readings.iter().map(|day| day.start.to_string()).collect();
    assert_eq!(days, ["2020-10-15", "2020-10-17"]);
}

#[test]
fn the_working_is_in_words() {
    let article = article("They met on Friday.");
    let lexicon = Lexicon::built_in();
    let source = Source::new(&article, &lexicon);
    let resolved =
        days(&source).first().and_then(|day| day.resolve(&source, Reference::of(&article), Direction::Past));
    let working = "\"Friday\" on or before Sunday 18 October 2020 is Friday 16 October 2020";
    assert_eq!(resolved.map(|day| day.working).as_deref(), Some(working));
}
