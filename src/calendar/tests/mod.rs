//! What words for days mean, case by case. Weekday by weekday stands in `week`, what must hold for any words
//! and any day in `properties`.

mod properties;
mod week;

use super::*;
use crate::model::{Article, Dateline};

/// A text of this day in English.
fn article(text: &str, published: Option<&str>) -> Article {
    Article { published: published.map(|day| day.parse().unwrap()), ..Article::plain("test.txt", text) }
}

/// The days that a text names, settled, each as its record prints it.
fn read(text: &str, published: Option<&str>, direction: Direction) -> Vec<String> {
    let context = Context::of(&article(text, published), None);
    let against = Against { anchor: context.anchor(), direction, order: &context.order };
    let resolved = find(text, TEXT).into_iter().filter_map(|mention| mention.told.resolve("", against));
    resolved.map(|days| printed(&days)).collect()
}

/// "2020-10-16..2020-10-18 explicit"
fn printed(days: &Resolved) -> String {
    match days.end {
        Some(end) => format!("{}..{end} {}", days.start, days.basis.saved()),
        None => format!("{} {}", days.start, days.basis.saved()),
    }
}

/// All that the first words for a day in this text could mean.
fn readings(text: &str, published: &str) -> Vec<Resolved> {
    let context = Context::of(&article(text, Some(published)), None);
    let mentions = find(text, TEXT);
    let mention = mentions.iter().find(|mention| mention.told.is_days()).unwrap();
    mention.told.readings(text.get(mention.bytes.clone()).unwrap(), &context, Direction::Past)
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
    ("two days ago", "2020-10-16 relative"),
    ("a week ago", "2020-10-11 relative"),
    ("3 weeks ago", "2020-09-27 relative"),
    // Several days, however they are joined.
    ("on 12-14 March", "2020-03-12..2020-03-14 explicit"),
    ("on 12–14 March", "2020-03-12..2020-03-14 explicit"),
    ("on 12 to 14 March 2021", "2021-03-12..2021-03-14 explicit"),
    ("from 12 until 14 March", "2020-03-12..2020-03-14 explicit"),
    ("from 12 till 14 March", "2020-03-12..2020-03-14 explicit"),
    ("between 12 and 14 March 2020", "2020-03-12..2020-03-14 explicit"),
    ("from March 30 to April 2", "2020-03-30..2020-04-02 explicit"),
    ("on March 30 – April 2, 2020", "2020-03-30..2020-04-02 explicit"),
    ("on 30 March–2 April 2020", "2020-03-30..2020-04-02 explicit"),
    ("from 28 December 2019 to 2 January 2020", "2019-12-28..2020-01-02 explicit"),
    ("from Friday, March 6 to Sunday, March 8, 2020", "2020-03-06..2020-03-08 explicit"),
    ("on 30 September and 1 October", "2020-09-30..2020-10-01 explicit"),
    ("on 12.03.2020 – 14.03.2020", "2020-03-12..2020-03-14 explicit"),
    ("from the 12th to the 14th of last month", "2020-09-12..2020-09-14 explicit"),
    ("on the 12th", "2020-10-12 explicit"),
    ("from the 12th to the 14th", "2020-10-12..2020-10-14 explicit"),
    // Numbers: day first, where nothing tells.
    ("on 13/10/2020", "2020-10-13 explicit"),
    ("on 03/04/2020", "2020-04-03 explicit"),
    ("on 03-04-2020", "2020-04-03 explicit"),
    ("on Wednesday, 03/04/2020", "2020-03-04 explicit"),
    // The day of the week may stand behind.
    ("on 16 October (Friday)", "2020-10-16 explicit"),
    ("on Tues., Oct. 13th", "2020-10-13 explicit"),
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
    "on 1.2.2020.1",
    "over two weeks ago",
    "more than two days ago",
    "two months ago",
    "in early March",
    "by the end of 2021",
    "in the first half of 2022",
    "with Sun and Mon",
    "in version 10.12.2020.4",
    "with sun and sat down",
    "by a march 5 kilometers long",
    "in the 1990s",
    "at 10:30",
    "over 16 days",
];

#[test]
fn every_word_for_a_day_is_asked_for_where_it_begins() {
    let told = english().filter(|(_, word)| *word == DayWord::FromToday).map(|(words, _)| words);
    for words in told {
        let mut words_of = words.split(' ');
        assert!(may_begin(words_of.next().unwrap(), words_of.next()), "{words}");
    }
    for words in
        ["the day before yesterday", "tonight", "two weeks ago", "mid-2022", "first half of 2022", "summer"]
    {
        let mut words_of = words.split([' ', '-']);
        assert!(may_begin(words_of.next().unwrap(), words_of.next()), "{words}");
    }
}

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
    ("on 03/04/2020", &["2020-04-03", "2020-03-04"]),
    ("on 13/04/2020", &["2020-04-13"]),
];

#[test]
fn other_meanings_of_the_same_words_are_known() {
    for (words, expected) in READINGS {
        let readings = readings(&format!("The ministers met {words}, and were glad."), "2020-10-18");
        let days = readings.iter().map(|day| match day.end {
            Some(end) => format!("{}..{end}", day.start),
            None => day.start.to_string(),
        });
        assert_eq!(days.collect::<Vec<_>>(), *expected, "{words}");
    }
}

#[test]
fn a_day_is_counted_from_the_dateline_or_from_the_publication() {
    let mut article = article("VALLETTA — The ministers met yesterday.", Some("2020-10-18"));
    article.dateline = Some(Dateline { date: "2020-10-16".parse().ok(), ..Dateline::default() });
    let context = Context::of(&article, None);
    let readings = Told::FromToday(-1).readings("yesterday", &context, Direction::Past);
    let days: Vec<String> = readings.iter().map(|day| day.start.to_string()).collect();
    assert_eq!(days, ["2020-10-15", "2020-10-17"]);
}

#[test]
fn the_working_is_in_words() {
    let working = |text: &str| readings(text, "2020-10-18").remove(0).working;
    for (text, expected) in [
        ("They met on Friday.", "\"Friday\" on or before Sunday 18 October 2020 is Friday 16 October 2020"),
        (
            "They met two days ago.",
            "\"two days ago\" in a text of Sunday 18 October 2020 is Friday 16 October 2020",
        ),
        (
            "They met on 12-14 March.",
            "\"12-14 March\" nearest to Sunday 18 October 2020 is Thursday 12 March 2020 to Saturday 14 March 2020",
        ),
        (
            "They met on Friday, 15 October 2020.",
            "\"Friday, 15 October 2020\" is Thursday 15 October 2020, whose weekday is another",
        ),
    ] {
        assert_eq!(working(text), expected);
    }
}

#[test]
fn the_article_tells_whether_day_or_month_comes_first_and_the_working_says_so() {
    let first = |text: &str| readings(text, "2020-10-18").remove(0);
    let by_date = first("They met on 03/04/2020, and not on 03/16/2020.");
    assert_eq!(printed(&by_date), "2020-03-04 explicit");
    assert_eq!(
        by_date.working,
        "\"03/04/2020\" with the month first (as in \"03/16/2020\") is Wednesday 4 March 2020"
    );
    let silent = first("They met on 03/04/2020.");
    assert_eq!(printed(&silent), "2020-04-03 explicit");
    assert!(silent.working.contains("nothing in the article tells"), "{}", silent.working);
    let american =
        Context::of(&article("They met on 03/04/2020.", Some("2020-10-18")), "USA".parse().ok().as_ref());
    assert!(american.order.month_first);
}

#[test]
fn an_own_day_that_could_be_two_days_offers_both_to_what_is_counted_from_it() {
    let text = "Date: 01-02-2031\n\nThe ministers met today. The next round is on 03/04/2031.";
    let context = Context::of(&article(text, Some("2031-02-01")), None);
    let today = Told::FromToday(0).readings("today", &context, Direction::Past);
    let days: Vec<String> = today.iter().map(|days| days.start.to_string()).collect();
    assert_eq!(days, ["2031-02-01", "2031-01-02"]);
    assert!(today[0].working.contains("\"01-02-2031\" with the day first"), "{}", today[0].working);
    assert!(today[1].working.contains("\"01-02-2031\" with the month first"), "{}", today[1].working);
    assert!(!context.order.month_first, "03/04/2031 is read as 01-02-2031 is");
}

/// Deadlines told in a text of Sunday 18 October 2020.
const DEADLINES: &[(&str, &str)] = &[
    ("the end of 2021", "2021"),
    ("2021", "2021"),
    ("June", "2021-06"),
    ("June 2022", "2022-06"),
    ("October", "2020-10"),
    ("the end of June", "2021-06"),
    ("early March", "2021-03"),
    ("mid-2022", "2022"),
    ("mid-November", "2020-11"),
    ("the first half of 2022", "2022-06"),
    ("the second half of next year", "2021-12"),
    ("the third quarter of 2021", "2021-09"),
    ("Q1 2021", "2021-03"),
    ("spring", "2021-21"),
    ("autumn 2022", "2022-23"),
    ("autumn of 2022", "2022-23"),
    ("next spring", "2021-21"),
    ("this autumn", "2020-23"),
    ("next year", "2021"),
    ("this month", "2020-10"),
    ("next month", "2020-11"),
    ("the end of the year", "2020"),
    ("the end of the month", "2020-10"),
    ("next June", "2021-06"),
    ("Friday", "2020-10-23"),
    ("tomorrow", "2020-10-19"),
    ("1 July", "2021-07-01"),
    ("December 1, 2020", "2020-12-01"),
    ("12-14 March", "2021-03-14"),
    ("two years from now", "2022"),
    ("the 25th", "2020-10-25"),
];

#[test]
fn a_longer_time_is_a_deadline() {
    let today = "2020-10-18".parse().ok();
    for (words, expected) in DEADLINES {
        let text = format!("Norway will clear it by {words}.");
        let told = read_at(&text, "Norway will clear it by ".len(), TEXT).map(|mention| mention.told);
        let deadline = told.and_then(|told| told.deadline(today, &DateOrder::default()));
        assert_eq!(deadline.map(|date| date.to_string()).as_deref(), Some(*expected), "{words}");
    }
}

#[test]
fn a_french_tuesday_is_no_march() {
    let read = |line: &str| {
        let mentions = find(line, LINE);
        mentions
            .iter()
            .filter_map(|mention| mention.told.day(None, &DateOrder::default()))
            .collect::<Vec<_>>()
    };
    assert_eq!(read("mar. 22 avr. 2031 à 08:26"), ["2031-04-22".parse().unwrap()]);
    assert_eq!(read("mar. 22, 2031"), ["2031-03-22".parse().unwrap()]);
    assert_eq!(read("Ils s'étaient parlé au téléphone en mars."), []);
}

/// The dates that a line around a text prints.
fn in_line(line: &str) -> Vec<String> {
    let printed = |told| match told {
        Told::Date { first: Date { year: None, month, day }, .. } => Some(format!("{month}/{day}")),
        told => told.day(None, &DateOrder::default()).map(|day| day.to_string()),
    };
    find(line, LINE).into_iter().filter_map(|mention| printed(mention.told)).collect()
}

#[test]
fn every_common_way_to_print_a_day_is_read() {
    for (printed, day) in [
        ("Oct 18, 2020", "2020-10-18"),
        ("2022-06-17T19:45:00Z", "2022-06-17"),
        ("Tue, 05 Apr 2022 21:41:14 +0000", "2022-04-05"),
        ("13-09-2023 - 15:00", "2023-09-13"),
        ("09/13/2023", "2023-09-13"),
        ("14.5.21", "2021-05-14"),
        ("Saturday, December 14, 2019", "2019-12-14"),
        ("September, 05, 2018 - 14:23", "2018-09-05"),
        ("Sunday, June 1, 19:40, 2025", "2025-06-01"),
        ("19:22 November 18, 2025", "2025-11-18"),
        ("14.05.2024. 16:20", "2024-05-14"),
        ("6 October 2023", "2023-10-06"),
        ("15thNovember 2017", "2017-11-15"),
        ("18 March, 2022", "2022-03-18"),
        ("14 May. 2021", "2021-05-14"),
        ("21-May-2021", "2021-05-21"),
        ("the 3rd of May 2021", "2021-05-03"),
        ("29 мая 2022 года", "2022-05-29"),
        ("le 5 septembre 2022", "2022-09-05"),
        ("Lundi 1er août 2022", "2022-08-01"),
        ("Madrid, 5 de septiembre de 2022", "2022-09-05"),
        ("segunda-feira, 5 de setembro de 2022", "2022-09-05"),
        ("Publicado em 05/set/2022", "2022-09-05"),
        ("Montag, den 5. September 2022", "2022-09-05"),
        ("Wien, 5. Jänner 2022", "2022-01-05"),
        ("lunedì 5 settembre 2022", "2022-09-05"),
        ("5 сент. 2022 г.", "2022-09-05"),
        ("понеділок, 5 вересня 2022 р.", "2022-09-05"),
        ("п’ятниця, 9 вересня 2022 року", "2022-09-09"),
        ("5 Eylül 2022 Pazartesi", "2022-09-05"),
        ("ANKARA, 5 EKİM 2022", "2022-10-05"),
        ("17 KASIM 2022", "2022-11-17"),
        ("poniedziałek, 5 września 2022 r.", "2022-09-05"),
        ("måndagen den 5 september 2022", "2022-09-05"),
        ("الاثنين، 5 سبتمبر 2022", "2022-09-05"),
        ("٥ سبتمبر/أيلول ٢٠٢٢", "2022-09-05"),
        ("5 سبتمبر (أيلول) 2022", "2022-09-05"),
        ("12 كانون الثاني 2022", "2022-01-12"),
        ("14 جويلية 2022", "2022-07-14"),
        ("2022年9月5日", "2022-09-05"),
        ("2022年9月5日（月）", "2022-09-05"),
        ("发布时间：2022年09月05日 星期一", "2022-09-05"),
        ("２０２２年９月５日", "2022-09-05"),
        ("二〇二二年九月五日", "2022-09-05"),
        ("二零二二年十二月二十三日", "2022-12-23"),
        ("民國111年9月5日", "2022-09-05"),
        ("中華民國一百一十一年九月五日", "2022-09-05"),
        ("111年9月5日", "2022-09-05"),
        ("令和4年9月5日", "2022-09-05"),
        ("令和元年５月１日", "2019-05-01"),
        ("29 de mayo de 2022", "2022-05-29"),
        ("2024年12月26日", "2024-12-26"),
        ("2017 டிசம்பர் 05", "2017-12-05"),
        ("14. Mai 2031 Mittwoch", "2031-05-14"),
        ("April 22, 2031 Tuesday", "2031-04-22"),
        ("lun. 3 févr. 2031", "2031-02-03"),
        ("December 26", "12/26"),
        ("3 Mac", "3/3"),
    ] {
        assert_eq!(in_line(printed), [day], "{printed}");
    }
}

#[test]
fn what_is_no_day_is_left_alone() {
    for line in [
        "SG/SM/21982",
        "May 2021",
        "Resolution 2735",
        "30 February 2020",
        "1.2.2020.1",
        "14:30",
        "2,000",
        "第5日",
        "月日",
        "9月5日",
    ] {
        assert_eq!(in_line(line), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn a_missing_year_is_the_nearest() {
    let near = Day::new(2021, 1, 2);
    let date = |month, day| Told::Date { first: Date { year: None, month, day }, last: None, weekday: None };
    let order = DateOrder::default();
    assert_eq!(date(12, 30).day(near, &order), Day::new(2020, 12, 30));
    assert_eq!(date(1, 1).day(near, &order), Day::new(2021, 1, 1));
    assert_eq!(date(1, 1).day(None, &order), None);
}

#[test]
fn words_that_a_person_selects_are_read_like_the_engines() {
    let context = Context::of(&article("They met.", Some("2020-10-18")), None);
    for (words, expected) in [
        ("last Friday", "2020-10-16 weekday"),
        ("sat on Friday", "2020-10-16 weekday"),
        ("the day before yesterday", "2020-10-16 relative"),
        ("on 12-14 March", "2020-03-12..2020-03-14 explicit"),
        ("Sunday, 14 March 2021", "2021-03-14 explicit"),
        ("29 mai 2022", "2022-05-29 explicit"),
        ("the 12th", "2020-10-12 explicit"),
    ] {
        let found = days_in(words, &context).map(|days| printed(&days));
        assert_eq!(found.as_deref(), Some(expected), "{words}");
    }
    assert_eq!(days_in("in early March", &context), None);
}
