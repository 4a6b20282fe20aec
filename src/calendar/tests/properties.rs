//! What holds for any words and any day: what is printed reads back, weekdays stay within their week, work
//! is linear, nothing panics and nothing comes out that cannot be saved.

use jiff::civil::Weekday;
use proptest::prelude::*;

use super::article;
use crate::calendar::cursor::BYTES_READ;
use crate::calendar::*;
use crate::model::{PartialDate, Season};

/// How many bytes are read of a text that repeats these words.
fn bytes_read(words: &str, times: usize, manner: Manner) -> usize {
    let before = BYTES_READ.get();
    let text = words.repeat(times);
    find(&text, manner);
    let _ = Context::of(&article(&text, Some("2020-10-18")), None);
    BYTES_READ.get() - before
}

/// Reading a text of four times the length takes four times the work, a little aside for its ends.
fn grows_as_the_text(words: &str) -> Result<(), String> {
    for manner in [TEXT, LINE] {
        let [short, long] = [60, 240].map(|times| bytes_read(words, times, manner));
        if long > short * 5 + 2000 {
            return Err(format!("\"{words}\": {short} bytes, then {long}"));
        }
    }
    Ok(())
}

#[test]
fn reading_is_linear() {
    let endless = [
        "12 March to ",
        "12-",
        "1/",
        "1/2/2020/",
        "Friday, ",
        "Friday to ",
        "the 12th to ",
        "the end of ",
        "the end of the first half of ",
        "last ",
        "2020-",
        "March 12 and ",
        "two ",
        "mar. ",
        "          ",
        "a\n",
        "1,",
        "1:",
        "é",
        "999999",
        "aaaaaaaaaa",
        "Q1 ",
        "(",
    ];
    let wrong: Vec<String> = endless.iter().filter_map(|words| grows_as_the_text(words).err()).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// Any day that a record can hold.
fn any_day() -> impl Strategy<Value = Day> {
    let inside = (0..=3_652_058i32).prop_filter_map("no such day", |days| Day::new(0, 1, 1)?.plus_days(days));
    let bounds =
        prop::sample::select(vec!["0000-01-01", "0000-02-29", "9999-12-31", "9999-01-01", "2000-02-29"]);
    prop_oneof![4 => inside, 1 => bounds.prop_map(|day| day.parse().unwrap())]
}

/// A day of the years in which articles are dated.
fn day_of_news() -> impl Strategy<Value = Day> {
    (0..=109_000i32).prop_filter_map("no such day", |days| Day::new(1801, 1, 1)?.plus_days(days))
}

fn any_weekday() -> impl Strategy<Value = Weekday> {
    (1..=7i8).prop_map(|number| Weekday::from_monday_one_offset(number).unwrap())
}

/// Ways to print a day, by jiff.
const FORMS: &[&str] = &[
    "%Y-%m-%d",
    "%-d %B %Y",
    "%d %b %Y",
    "%B %-d, %Y",
    "%b. %-d, %Y",
    "%A, %-d %B %Y",
    "%A %B %-d %Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%a, %d %b %Y",
    "%-dth of %B, %Y",
];

/// Words that are of dates, and what stands between them.
const PIECES: &[&str] = &[
    "1", "12", "31", "99", "2021", "9999", "0000", "th", "March", "mar", "Fri", "last", "next", "the", "of",
    "end", "ago", "two", "weeks", "half", "first", "year", "-", "–", "/", ".", ",", ":", "(", ")", " ", " ",
    " ", "\n", "年", "月", "日", "é", "to", "and", "Q", "spring", "years", "999", "days", "from", "now",
    "tomorrow", "day",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_printed_day_of_every_form_reads_back_as_itself(day in day_of_news(), form in prop::sample::select(FORMS)) {
        let printed = day.0.strftime(form).to_string();
        for manner in [TEXT, LINE] {
            let mentions = find(&printed, manner);
            prop_assert_eq!(mentions.len(), 1, "{}", &printed);
            prop_assert_eq!(mentions[0].told.day(None, &DateOrder::default()), Some(day), "{}", &printed);
            prop_assert_eq!(mentions[0].bytes.clone(), 0..printed.len());
        }
        prop_assert_eq!(read_day(&printed, None).map(|days| (days.start, days.end)), Ok((day, None)));
    }

    #[test]
    fn a_deadline_reads_back_as_it_is_printed(day in any_day(), which in 0..4) {
        let (year, month) = (day.0.year(), day.0.month());
        let date = match which {
            0 => PartialDate::Year(year),
            1 => PartialDate::Season(year, Season::Winter),
            2 => PartialDate::Month(year, month),
            _ => PartialDate::Day(day),
        };
        prop_assert_eq!(read_deadline(&date.to_string(), None), Ok(date));
    }

    #[test]
    fn a_range_reads_back_as_its_two_days(first in day_of_news(), days in 1..20i32, joint in prop::sample::select(vec![" to ", " – ", "-", " until "])) {
        let last = first.plus_days(days).unwrap();
        let (from, to) = (first.0, last.0);
        let texts = [
            format!("{}{joint}{}", from.strftime("%-d %B %Y"), to.strftime("%-d %B %Y")),
            format!("{}{joint}{}", from.strftime("%B %-d, %Y"), to.strftime("%B %-d, %Y")),
            match from.month() == to.month() {
                true => format!("{}{joint}{}", from.strftime("%-d"), to.strftime("%-d %B %Y")),
                false => format!("{}{joint}{}", from.strftime("%-d %B"), to.strftime("%-d %B %Y")),
            },
        ];
        for text in texts {
            let days = read_day(&text, None).map(|days| (days.start, days.end));
            prop_assert_eq!(days, Ok((first, Some(last))), "{}", text);
        }
    }

    #[test]
    fn a_weekday_is_within_its_week(day in any_day(), weekday in any_weekday(), ahead in any::<bool>()) {
        let anchor = Anchor::plain(day);
        let order = DateOrder::default();
        for (which, ahead_days, past_days) in [
            (Which::Bare, 1..=7, -6..=0),
            (Which::This, 1..=7, -6..=0),
            (Which::Last, -7..=-1, -7..=-1),
            (Which::Next, 1..=7, 1..=7),
        ] {
            let (direction, within) =
                if ahead { (Direction::Ahead, ahead_days) } else { (Direction::Past, past_days) };
            let told = Told::DayOfWeek { first: weekday, last: None, which };
            if let Some(found) = told.resolve("", Against { anchor: Some(&anchor), direction, order: &order }) {
                prop_assert_eq!(found.start.weekday(), weekday);
                prop_assert!(within.contains(&found.start.days_since(day)), "{:?} {:?}", which, found);
            }
        }
    }

    #[test]
    fn reading_any_text_is_linear(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..6)) {
        prop_assert_eq!(grows_as_the_text(&pieces.concat()), Ok(()));
    }

    #[test]
    fn any_text_and_any_day_give_days_that_can_be_saved(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14),
        noise in "\\PC{0,20}",
        at in 0usize..14,
        day in any_day(),
    ) {
        let text: String = pieces.iter().take(at).copied().chain([noise.as_str()]).chain(pieces.iter().skip(at).copied()).collect();
        let mut article = article(&text, None);
        article.published = Some(day);
        let context = Context::of(&article, None);
        for manner in [TEXT, LINE] {
            let mut end = 0;
            for mention in find(&text, manner) {
                prop_assert!(end <= mention.bytes.start && text.get(mention.bytes.clone()).is_some());
                end = mention.bytes.end;
                for direction in [Direction::Past, Direction::Ahead, Direction::Nearest] {
                    for found in mention.told.readings("", &context, direction) {
                        let saved: Result<Day, _> = found.start.to_string().parse();
                        prop_assert_eq!(saved, Ok(found.start));
                        prop_assert!(found.end.is_none_or(|end| end > found.start && end.to_string().parse() == Ok(end)));
                    }
                }
                if let Some(date) = mention.told.deadline(Some(day), &context.order) {
                    prop_assert_eq!(date.to_string().parse(), Ok(date));
                }
            }
        }
        let _ = (read_day(&text, Some(day)), read_deadline(&text, Some(day)), days_in(&text, &context));
    }
}
