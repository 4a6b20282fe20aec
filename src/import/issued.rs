//! When an article was issued. Several places say it, and they are asked in turn: what the file
//! states, the date line at the head, the sign-off at the foot, the dateline, the address. They give the
//! day as it is printed: whether "01-02-2031" has the day first, all of the article tells.

use super::date_line::{DateLine, DateLineKind};
use super::lines::is_prose;
use crate::calendar::{Date, LINE, Told, find};
use crate::lexicon::{LineWord, says_in_line};

/// So many lines below the headline may hold the date.
const HEAD: usize = 14;

/// The day that the lines at the head give, the surest line first. `lines` begins below the headline.
pub(super) fn day_at_head(lines: &[&str]) -> Option<Told> {
    let mut prose = 0;
    let mut found: Option<DateLine> = None;
    for line in lines.iter().take(HEAD) {
        let imprint = is_imprint(line);
        if let Some(read) = DateLine::read(line)
            // Beyond the first paragraph a day in a longer line is the text's own.
            && (imprint || prose == 0 && !is_prose(line) || read.kind != DateLineKind::Accompanied)
            && found.is_none_or(|found| read.kind < found.kind)
        {
            found = Some(read);
        }
        prose += usize::from(is_prose(line) && !imprint);
        if prose == 2 {
            break;
        }
    }
    found.map(|read| read.day)
}

/// Whether a line is a day with names and numbers, and says nothing: "Friday, March 14, 2031. Issue 3536. Page
/// 5.", "Harbor News, 14 March 2031", "EXW Friday, March 14, 2031 19:42".
fn is_imprint(line: &str) -> bool {
    const WORDS: usize = 12;
    let mut words = line.split_whitespace();
    // "14 MAR 2031 2:38PM by EXW Valletta": who sent it out stands behind the hour.
    let timed = words.clone().any(is_hour);
    let by = |word: &str| timed && word == "by";
    let small =
        |word: &str| word.starts_with(char::is_lowercase) && !says_in_line(word, LineWord::Date) && !by(word);
    words.clone().take(WORDS + 1).count() <= WORDS && !words.any(small)
}

/// "19:42", "2:38PM": an hour with its minutes.
fn is_hour(word: &str) -> bool {
    let parts = word.split_once(':');
    parts.is_some_and(|(hour, minutes)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        hour.len() <= 2 && digits(hour) && minutes.get(..2).is_some_and(digits)
    })
}

/// So many lines at the foot may say when the article was published, among credits and teasers.
const FOOT: usize = 16;

/// The day that a line at the foot gives as its own: "Published: 14 March 2031", "Source: Example Wire, 14 March
/// 2031", or the one imprint there,
/// "Harbor News, 14 March 2031, Page 6". Another day there may be a teaser's.
pub(super) fn day_at_foot(lines: &[&str]) -> Option<Told> {
    let foot = lines.get(lines.len().saturating_sub(FOOT)..).unwrap_or_default();
    let told = |line: &&&str| {
        DateLine::read(line).filter(|read| read.kind != DateLineKind::Later && !is_prose(line))
    };
    let labeled = foot.iter().filter(|line| {
        let label = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let label = label.to_lowercase();
        says_in_line(&label, LineWord::Published) || says_in_line(&label, LineWord::Source)
    });
    let imprints = || {
        let lines = foot.iter().filter(|line| is_imprint(line) && line.contains(", "));
        lines.filter_map(|line| told(&line)).filter(|read| read.kind == DateLineKind::Accompanied)
    };
    let only = || imprints().next().filter(|first| imprints().all(|other| other.day == first.day));
    labeled.filter_map(|line| told(&line)).next().or_else(only).map(|read| read.day)
}

/// How the headlines of numbered releases begin, in lower case.
const NUMBERED: &[&str] = &["no:", "no.", "nr.", "no ", "№", "pr. no", "press release no", "date "];

/// The day of a release that has it in the headline only: "No: 12, 14 March 2021, Regarding …",
/// "Statement on the Harbour Line, 14 March 2021". Elsewhere in a headline it is the day of an event.
pub(super) fn day_in_headline(title: &str) -> Option<Told> {
    let lower = title.to_lowercase();
    let numbered = NUMBERED.iter().any(|begins| lower.starts_with(begins));
    let found = find(title, LINE).into_iter().find(|day| {
        let before = title.get(..day.bytes.start).unwrap_or_default().trim_end();
        let last =
            title.get(day.bytes.end..).is_some_and(|rest| rest.trim_end_matches([')', '.', ' ']).is_empty());
        day.told.is_full() && (numbered || last && before.ends_with([',', '(', '-', '–', '—', '|']))
    });
    Some(found?.told)
}

/// The day in an address: "/2021/03/14/", "/20210314_".
pub(super) fn day_in_url(url: &str) -> Option<Told> {
    let mut compact = url.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 8);
    full_day(url).or_else(|| compact.find_map(compact_day))
}

/// The first day with a year in what a file states: "2022-06-17T19:45:00Z", "13-09-2023", "20210314T0900".
pub(super) fn stated_day(value: &str) -> Option<Told> {
    value.get(..8).and_then(compact_day).or_else(|| full_day(value))
}

/// The first day that is written out with its year.
fn full_day(text: &str) -> Option<Told> {
    find(text, LINE).into_iter().map(|mention| mention.told).find(|told| told.is_full())
}

/// "20210314"
fn compact_day(digits: &str) -> Option<Told> {
    let all = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| digits.get(range).filter(|_| all);
    let year = part(0..4)?.parse().ok().filter(|year| (1800..=2199).contains(year))?;
    let date = Date { year: Some(year), month: part(4..6)?.parse().ok()?, day: part(6..8)?.parse().ok()? };
    date.in_year(year).map(|_| Told::Date { first: date, last: None, weekday: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateOrder;
    use crate::model::Day;

    fn day(told: Option<Told>) -> Option<Day> {
        told.and_then(|told| told.day(None, &DateOrder::default()))
    }

    fn day_at_head(lines: &[&str]) -> Option<Day> {
        day(super::day_at_head(lines))
    }

    fn day_in_headline(title: &str) -> Option<Day> {
        day(super::day_in_headline(title))
    }

    fn day_in_url(url: &str) -> Option<Day> {
        day(super::day_in_url(url))
    }

    #[test]
    fn the_surest_line_at_the_head_decides() {
        let day = |day| Day::new(2021, 3, day);
        assert_eq!(day_at_head(&["Updated 16 March 2021", "14 March 2021", "They met."]), day(14));
        assert_eq!(day_at_head(&["PR12 14 March 2021 THE HON. JANE EXAMPLE"]), day(14));
        let below =
            ["They met in the old customs house.", "EXW Sunday, March 14, 2021 19:42", "They parted."];
        assert_eq!(day_at_head(&below), day(14));
        let page = ["By Ana Torre", "Sunday, March 14, 2021. Issue 3536. Page 5.", "They met."];
        assert_eq!(day_at_head(&page), day(14));
        let sent =
            ["They met in the old customs house.", "14 MAR 2021 2:38PM by EXW Valletta", "They parted."];
        assert_eq!(day_at_head(&sent), day(14));
        let picture = [
            "The ministers met on Friday in the old customs house, where they spoke of the harbour line and of the price of fish for three hours.",
            "Picture by Ana Torre, 14 March 2021",
            "They parted.",
        ];
        assert_eq!(day_at_head(&picture), None);
        assert_eq!(day_at_head(&["On 14 March 2021 the ministers met in the old customs house."]), None);
    }

    #[test]
    fn a_line_at_the_foot_says_that_its_day_is_the_articles() {
        let at_foot = |lines: &[&str]| day(day_at_foot(lines));
        let foot = ["They met.", "Published: 14 March 2021", "Most read", "Bridge closed 2 March 2021"];
        assert_eq!(at_foot(&foot), Day::new(2021, 3, 14));
        assert_eq!(at_foot(&["They met.", "Related", "Bridge closed 2 March 2021"]), None);
        assert_eq!(at_foot(&["They met.", "Updated 14 March 2021"]), None);
        assert_eq!(at_foot(&["They met.", "Harbor News, 14 March 2021, Page 6"]), Day::new(2021, 3, 14));
        let two = ["They met.", "Bridge Closes, 2 March 2021", "Harbor News, 14 March 2021"];
        assert_eq!(at_foot(&two), None, "which of the two is of this text?");
    }

    #[test]
    fn headlines_and_addresses_have_days() {
        let day = Day::new(2021, 3, 14);
        assert_eq!(day_in_headline("No: 12, 14 March 2021, Regarding the Harbour Line"), day);
        assert_eq!(day_in_headline("Statement on the Harbour Line, 14 March 2021"), day);
        assert_eq!(day_in_headline("Event of 14 March 2021"), None);
        assert_eq!(day_in_headline("Harbour event: 14 March 2021, Valletta"), None);
        assert_eq!(day_in_url("https://mfa.example/2021/03/14/talks.html"), day);
        assert_eq!(day_in_url("https://mfa.example/news/t20210314_1072.html"), day);
    }
}
