//! Lines that say when an article was issued: "Published: 10 March 2022", "13-09-2023 - 15:00",
//! "(Updated 5 May 2021 at 3 p.m.)", "Valletta, 14 March 2021", "PR12 22 February 2002".

use unicode_normalization::char::is_combining_mark;

use crate::calendar::{LINE, Told, find, is_weekday};
use crate::lexicon::{LineWord, says_in_line};

/// Longer lines are text, even if a day stands in them.
const LONGEST: usize = 140;

/// What a line with a day says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    /// The first day in it that is not one of a later change, else that one.
    pub day: Told,
    /// How sure it is that the day is when the article was issued.
    pub kind: DateLineKind,
}

/// How sure a line is to say when the article was issued, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DateLineKind {
    /// Nothing but the day, the hour and words such as "Published".
    Alone,
    /// With a place, an office or a number: "Valletta, 14 March 2021".
    Accompanied,
    /// When it was changed: "Updated 15 March".
    Later,
}

impl DateLine {
    /// Reads a line, if a day with its year and little else stands in it.
    pub fn read(line: &str) -> Option<Self> {
        // Cheap first: most lines of an article are long or have no digit.
        if line.len() > LONGEST * 4 || !may_tell_a_day(line) || line.chars().count() > LONGEST {
            return None;
        }
        if is_clock(line) {
            return None;
        }
        let (mut later, mut others) = (false, 0);
        let (mut day, mut day_after_later) = (None, None);
        let mut from = 0;
        let full = find(line, LINE).into_iter();
        let ends = full.filter_map(|mention| Some((mention.bytes, Some(mention.told.first_full()?))));
        for (bytes, told) in ends.chain([(line.len()..line.len(), None)]) {
            for word in words(line.get(from..bytes.start).unwrap_or_default()) {
                let word = word.to_lowercase();
                let is_later = says_in_line(&word, LineWord::Later);
                later |= is_later;
                let is_furniture = says_in_line(&word, LineWord::Date) || is_weekday(&word);
                others += usize::from(!is_later && !is_furniture);
            }
            let slot = if later { &mut day_after_later } else { &mut day };
            *slot = slot.or(told);
            from = bytes.end;
        }
        let kind = match day {
            None => DateLineKind::Later,
            Some(_) if others == 0 => DateLineKind::Alone,
            Some(_) => DateLineKind::Accompanied,
        };
        Some(Self { day: day.or(day_after_later)?, kind })
    }

    /// Whether the line is nothing but a day.
    pub fn is_alone(line: &str) -> bool {
        Self::read(line).is_some_and(|read| read.kind != DateLineKind::Accompanied)
    }
}

/// "Time in Valletta: 11:07, 14 March 2021": when the page was looked at.
fn is_clock(line: &str) -> bool {
    const CLOCKS: [&str; 4] = ["time in ", "local time", "current time", "time now"];
    let line = line.trim_start();
    CLOCKS.iter().any(|clock| line.get(..clock.len()).is_some_and(|head| head.eq_ignore_ascii_case(clock)))
}

/// Whether there is a digit in a line, or a year in Chinese characters.
fn may_tell_a_day(line: &str) -> bool {
    let is_digit = |c: char| c.is_numeric() || c == '年';
    line.bytes().any(|byte| byte.is_ascii_digit()) || !line.is_ascii() && line.contains(is_digit)
}

/// The words of a line: its letters, and nothing else.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let is_letter = |c: char| c.is_alphabetic() || is_combining_mark(c) || c == '\u{200d}';
    line.split(move |c| !is_letter(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateOrder;
    use crate::model::Day;
    use DateLineKind::{Accompanied, Alone, Later};

    #[test]
    fn lines_of_a_day_are_read_with_their_labels() {
        for (line, kind) in [
            ("14 March 2021", Alone),
            ("Published: 14 March 2021", Alone),
            ("Released on 14 March 2021", Alone),
            ("14-03-2021 - 15:00", Alone),
            ("Sun, 14 Mar 2021 09:41:14 +0000", Alone),
            ("2021-03-14T19:45:00.000+00:00", Alone),
            ("14 March 2021 | Updated: 16 March 2021", Alone),
            ("(Updated 14 March 2021 at 3 p.m.)", Later),
            ("Valletta, 14 March 2021", Accompanied),
            ("PR12 14 March 2021", Accompanied),
            ("By JT - Mar 14,2021 - Last updated at Mar 15,2021", Accompanied),
            ("14 - 20 March 2021", Alone),
            ("14-20 March 2021 Issue No. 17", Accompanied),
        ] {
            let read = DateLine::read(line).unwrap();
            let day = read.day.day(None, &DateOrder::default());
            assert_eq!((day, read.kind), (Day::new(2021, 3, 14), kind), "{line}");
        }
    }

    #[test]
    fn lines_without_a_whole_day_are_not_date_lines() {
        for line in [
            "",
            "March 2021",
            "14 March",
            "SG/SM/21982",
            "Valletta",
            "Time in Valletta: 11:07, 14 March 2021",
        ] {
            assert_eq!(DateLine::read(line), None, "{line}");
        }
    }
}
