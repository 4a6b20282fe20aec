//! The readers: each knows one way in which days are told, and proposes what it reads. None counts from
//! another day, none decides between two meanings: that is for `resolve`.
//!
//! At every word at which a day may begin all readers are asked, and the longest reading wins, so that
//! "mar. 22 avr. 2031" is a Tuesday in April and not a day in March.

mod characters;
mod date;
mod numbers;
mod period;
mod relative;
mod week;

use std::ops::Range;
use std::sync::LazyLock;

use super::cursor::{Cursor, Kind};
use super::told::{Numbers, Told};
use super::vocabulary::{is_named, is_second, is_unit};

/// Words for a day or a longer time, and what they tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where they stand in the text.
    pub bytes: Range<usize>,
    /// What they tell.
    pub told: Told,
}

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Whether names of months and weekdays have their capital letter: "may" is a verb.
    pub(super) capitals: bool,
    /// Whether the names may be of any language.
    pub(super) languages: bool,
    /// Whether only dates are looked for, and nothing that is told from another day.
    pub(super) dates_only: bool,
    /// Whether the day is all of the text, as it is where somebody types it.
    pub(super) whole: bool,
}

/// Running text in English.
pub const TEXT: Manner = Manner { capitals: true, languages: false, dates_only: false, whole: false };

/// Lines around a text, in any language: "Published: 14. Mai 2031", "2021-03-14T19:45".
pub const LINE: Manner = Manner { capitals: false, languages: true, dates_only: true, whole: false };

/// What somebody types into a form, and nothing else with it.
pub const TYPED: Manner = Manner { capitals: false, languages: true, dates_only: false, whole: true };

/// One way of telling a day: what it tells, and the place behind it.
type Reader = for<'t> fn(Cursor<'t>, Manner) -> Option<(Told, Cursor<'t>)>;

/// The readers of dates.
const DATES: &[Reader] = &[date::date];

/// The readers of what is told from another day, and of longer times.
const OTHERS: &[Reader] = &[relative::from_today, week::day_of_week, week::day_of_month, period::period];

/// What is told by words that begin at this byte.
pub fn read_at(text: &str, at: usize, manner: Manner) -> Option<Mention> {
    let from = Cursor::new(text, at);
    let start = from.peek()?.start;
    if manner.capitals && counts_something(from) {
        return None;
    }
    let others = OTHERS.iter().filter(|_| !manner.dates_only);
    let read = DATES.iter().chain(others).filter_map(|reader| reader(from, manner));
    let possible = read.filter(|(told, _)| told.is_possible());
    // Of readings of the same length the first reader's.
    let (told, end) =
        possible.reduce(|best, next| if next.1.byte() > best.1.byte() { next } else { best })?;
    Some(Mention { bytes: start..end.byte(), told })
}

/// Whether a number stands here that no words for a day begin with, as "50 ministers" does: of most numbers the
/// next word tells.
fn counts_something(at: Cursor<'_>) -> bool {
    const LEADS_ON: &[&str] = &["to", "and", "through", "till", "until", "of", "de"];
    let Some((number, behind)) = at.token().filter(|(number, _)| number.kind == Kind::Number) else {
        return false;
    };
    let Some(word) = behind.peek() else { return false };
    let is_apart = word.start > behind.byte() && word.kind == Kind::Word;
    let small = word.text.starts_with(|c: char| c.is_ascii_lowercase());
    // Four digits may be a year by themselves.
    number.text.len() < 4
        && is_apart
        && small
        && !is_unit(word.text)
        && !LEADS_ON.iter().any(|lead| word.text.eq_ignore_ascii_case(lead))
}

/// Whether English words for a day may begin with these two words, as far as they begin with no name of the
/// calendar: most words of a text need not be asked.
pub fn may_begin(word: &str, next: Option<&str>) -> bool {
    // The commonest words of all begin a day only before a few others.
    beginning(word).is_some_and(|(_, is_led)| is_led.is_none_or(|is_led| next.is_some_and(is_led)))
}

/// The words that words for a day may begin with, beside names of the calendar.
pub fn beginnings() -> impl Iterator<Item = &'static str> {
    BEGINNINGS.iter().copied()
}

/// The word of [`BEGINNINGS`] that this is, in any case.
fn beginning(word: &str) -> Option<Beginning> {
    let first = word.bytes().next().map_or(u8::MAX, |first| first.to_ascii_lowercase().wrapping_sub(b'a'));
    let (lengths, known) = BY_LETTER.get(usize::from(first))?;
    // Nearly every other word has another first letter or another length.
    (lengths.checked_shr(word.len() as u32)? & 1 == 1).then_some(())?;
    known.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).copied()
}

/// Whether a day may be told by a word behind another.
type IsLed = fn(&str) -> bool;

/// Words of [`BEGINNINGS`] with what must follow.
const LEADS: &[(&[&str], IsLed)] = &[
    // "the 23rd", "the end of June", "the day before yesterday"
    (&["the"], |next| matches!(next, "day" | "previous") || may_be_name(next) || beginning(next).is_some()),
    // "a week ago"
    (COUNTS, is_unit),
    // "the first half of 2022"
    (&["first", "second", "third", "fourth"], |next| matches!(next, "half" | "quarter")),
    // "this morning", "next spring", "last quarter"
    (&["this", "last", "next", "coming"], |next| {
        matches!(next, "half" | "quarter") || may_be_name(next) || goes_on(next)
    }),
    // "early next week", "the end of June", "mid-2022"
    (&["early", "late", "earlier", "later", "mid", "beginning", "start", "middle", "end"], |next| {
        matches!(next, "of" | "the") || may_be_name(next) || goes_on(next)
    }),
];

/// What may be counted back from today: "two weeks ago".
#[rustfmt::skip]
const COUNTS: &[&str] =
    &["a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Whether this may be a number, a mark or a word of the calendar that has a capital letter: most others
/// with one are names of people and states.
fn may_be_name(next: &str) -> bool {
    const WITHIN: &[&str] = &["of", "half", "quarter", "Q"];
    let letters = next.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = next.get(..letters).unwrap_or_default();
    let is_one = |known: &&str| known.eq_ignore_ascii_case(word);
    let is_known =
        || beginning(word).is_some() || WITHIN.iter().any(is_one) || is_second(word) || is_named(word);
    !next.starts_with(|c: char| c.is_ascii_lowercase()) && (word.is_empty() || is_known())
}

/// Whether words for a day go on like this: "this week", "this morning", "this spring".
fn goes_on(next: &str) -> bool {
    is_unit(next) || is_second(next) || beginning(next).is_some()
}

/// A word of [`BEGINNINGS`], and whether what is asked may follow it where that matters.
type Beginning = (&'static str, Option<IsLed>);

/// [`BEGINNINGS`] by their first letters, each with what must follow, and their lengths, a bit each: nearly every
/// word of a text is asked for.
static BY_LETTER: LazyLock<[(u32, Vec<Beginning>); 26]> = LazyLock::new(|| {
    let mut by_letter = [const { (0, Vec::new()) }; 26];
    for &word in BEGINNINGS {
        let is_led = LEADS.iter().find(|(words, _)| words.contains(&word)).map(|(_, is_led)| *is_led);
        let letter = word.bytes().next().map(|first| usize::from(first.wrapping_sub(b'a')));
        if let Some((lengths, known)) = letter.and_then(|letter| by_letter.get_mut(letter)) {
            *lengths |= 1 << word.len();
            known.push((word, is_led));
        }
    }
    by_letter
});

/// The words in lower case that words for a day may begin with, in English.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "a", "an", "the", "this", "last", "next", "coming", "today", "yesterday", "tomorrow", "tonight",
    "early", "late", "earlier", "later", "mid", "beginning", "start", "middle", "end", "first", "second", "third", "fourth",
    "spring", "summer", "autumn", "fall", "winter",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// Everything that a text tells, from left to right.
pub fn find(text: &str, manner: Manner) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(space) = text.get(at..).and_then(|rest| rest.find(|c: char| !c.is_whitespace())) {
        let Some((token, next)) = Cursor::new(text, at + space).token() else { break };
        at = next.byte();
        let asked = match token.kind {
            Kind::Number => true,
            Kind::Word => {
                manner.languages || !token.text.starts_with(|c: char| c.is_ascii_lowercase()) || {
                    let next = next.peek().map(|next| next.text);
                    may_begin(token.text, next)
                }
            }
            Kind::Mark => false,
        };
        if asked && let Some(mention) = read_at(text, token.start, manner) {
            at = at.max(mention.bytes.end);
            found.push(mention);
        }
    }
    found
}

/// Every date in numbers of which either could be the month, as printed and as numbers.
pub fn numbers_in(text: &str) -> impl Iterator<Item = (&str, Numbers)> {
    let bytes = text.as_bytes();
    let is_digit = move |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // Cheap first: a mark behind a number of one or two digits.
    let marks = memchr::memchr3_iter(b'/', b'-', 0xe2, bytes);
    let marked = marks.filter_map(move |mark| {
        let digits = (1..=3).take_while(|back| mark.checked_sub(*back).is_some_and(is_digit)).count();
        matches!(digits, 1 | 2).then(|| mark - digits)
    });
    marked.filter_map(move |at| {
        let from = Cursor::new(text, at);
        let (numbers, end) = numbers::numbers(from, TEXT).filter(|_| !from.number_began())?;
        let possible = Told::Numbers { numbers, weekday: None }.is_possible();
        Some((text.get(at..end.byte()).filter(|_| possible)?, numbers))
    })
}

/// What a text tells, if it tells one thing and nothing else.
pub(super) fn whole(text: &str) -> Option<Told> {
    let from = Cursor::new(text, 0).skip_word(&["from", "between", "on", "by"]);
    let read = DATES.iter().chain(OTHERS).filter_map(|reader| reader(from, TYPED));
    read.filter(|(_, end)| end.skip_mark(&['.', ',']).peek().is_none()).map(|(told, _)| told).next()
}
