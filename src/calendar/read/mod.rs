//! The readers: each knows one way in which days are told, and proposes what it reads. None counts from
//! another day, none decides between two meanings: that is for `resolve`.
//!
//! At every word at which a day may begin all readers are asked, and the longest reading wins, so that
//! "mar. 22 avr. 2031" is a Tuesday in April and not a day in March.

mod date;
mod numbers;
mod period;
mod relative;
mod week;

use std::ops::Range;
use std::sync::LazyLock;

use super::cursor::{Cursor, Kind};
use super::told::{Numbers, Told};

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
    let start = from.token()?.0.start;
    let others = OTHERS.iter().filter(|_| !manner.dates_only);
    let read = DATES.iter().chain(others).filter_map(|reader| reader(from, manner));
    let possible = read.filter(|(told, _)| told.is_possible());
    // Of readings of the same length the first reader's.
    let (told, end) =
        possible.reduce(|best, next| if next.1.byte() > best.1.byte() { next } else { best })?;
    Some(Mention { bytes: start..end.byte(), told })
}

/// Whether English words for a day may begin with this word: most words of a text need not be asked.
pub fn may_begin(word: &str) -> bool {
    match word.as_bytes() {
        [first @ b'a'..=b'z', ..] => {
            let lengths = LENGTHS.get(usize::from(first - b'a')).copied().unwrap_or_default();
            word.len() < 32 && lengths >> word.len() & 1 == 1 && BEGINNINGS.contains(&word)
        }
        _ => true,
    }
}

/// For each letter from a to z, how long the words are that begin with it, a bit a length: almost every
/// word is passed over by this alone.
static LENGTHS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut lengths = [0; 26];
    for word in BEGINNINGS {
        let letter = word.bytes().next().map(|first| usize::from(first.wrapping_sub(b'a')));
        if let Some(lengths) = letter.and_then(|letter| lengths.get_mut(letter)) {
            *lengths |= 1 << word.len();
        }
    }
    lengths
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
            Kind::Word => manner.languages || may_begin(token.text),
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
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // Cheap first: a digit that begins a number, and a mark one or two digits further on.
    let begins = (0..bytes.len()).filter(move |&at| is_digit(at) && (at == 0 || !is_digit(at - 1)));
    let marked = begins.filter(move |&at| {
        let mark = if is_digit(at + 1) { at + 2 } else { at + 1 };
        bytes.get(mark).is_some_and(|mark| matches!(mark, b'/' | b'-' | 0xe2))
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
    read.filter(|(_, end)| end.skip_mark(&['.', ',']).token().is_none()).map(|(told, _)| told).next()
}
