//! The vocabulary: names of months, weekdays and seasons, "yesterday" and the like, as
//! `assets/tables/calendar.tsv` has them.

use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;

use super::cursor::{Cursor, Kind};
use super::read::Manner;
use crate::model::Season;

/// What a word or phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// 1 to 12.
    Month(i8),
    /// A day of the week.
    Weekday(Weekday),
    /// A season.
    Season(Season),
    /// So many days after the text's own.
    FromToday(i32),
    /// What is counted: "days".
    Unit(Unit),
    /// How many of them: "two".
    Count(i32),
    /// A count of years of its own, which began so many years after ours: "民國".
    Era(i16),
}

/// What is counted from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// Without the period of a short name.
    words: &'static str,
    /// As the table has it.
    spelled: &'static str,
    meaning: Meaning,
    is_english: bool,
}

/// Which words there are, as far as their first letters and their lengths tell, by which nearly every other word differs.
#[derive(Default)]
struct Beginnings([u64; 26]);

impl Beginnings {
    fn add(&mut self, word: &str) {
        if let Some(lengths) = word.bytes().next().and_then(|first| self.0.get_mut(letter(first))) {
            *lengths |= 1_u64.checked_shl(word.len() as u32).unwrap_or_default();
        }
    }

    /// Whether a word of ASCII may be one of them.
    fn may_have(&self, word: &str) -> bool {
        let lengths = word.bytes().next().and_then(|first| self.0.get(letter(first)));
        lengths.is_some_and(|lengths| lengths.checked_shr(word.len() as u32).unwrap_or_default() & 1 == 1)
    }
}

/// The place of a letter in the alphabet.
fn letter(byte: u8) -> usize {
    usize::from(byte.to_ascii_lowercase().wrapping_sub(b'a'))
}

/// The rows by their first words, those of more words first.
struct Vocabulary {
    by_first: FxHashMap<&'static str, Vec<Row>>,
    beginnings: Beginnings,
    rows: Vec<Row>,
    /// Those of counts of years.
    eras: Vec<Row>,
    /// The words for what is counted.
    units: Vec<&'static str>,
    /// The second words of English phrases: "this morning".
    seconds: Vec<&'static str>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the table is part of the program, and a test reads it")]
    Vocabulary::read(include_str!("../../assets/tables/calendar.tsv"))
        .expect("the calendar's table is in order")
});

impl Vocabulary {
    /// Reads the table; the error is the line that says nothing.
    fn read(table: &'static str) -> Result<Self, String> {
        let lines = table.lines().skip_while(|line| line.starts_with('#')).skip(1);
        let rows = lines.map(|line| Row::read(line).ok_or_else(|| line.to_owned()));
        let rows: Vec<Row> = rows.collect::<Result<_, _>>()?;
        let mut by_first: FxHashMap<&'static str, Vec<Row>> = FxHashMap::default();
        for row in &rows {
            by_first.entry(row.first()).or_default().push(*row);
        }
        let mut beginnings = Beginnings::default();
        by_first.keys().for_each(|word| beginnings.add(word));
        for rows in by_first.values_mut() {
            rows.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
        }
        let eras = rows.iter().filter(|row| matches!(row.meaning, Meaning::Era(_))).copied().collect();
        let units = rows.iter().filter(|row| matches!(row.meaning, Meaning::Unit(_)));
        let units = units.map(|row| row.words).collect();
        let english = rows.iter().filter(|row| row.is_english);
        let seconds = english.filter_map(|row| row.words.split(' ').nth(1)).collect();
        Ok(Self { by_first, beginnings, rows, eras, units, seconds })
    }
}

impl Row {
    fn read(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        let (words, means, languages) = (cells.next()?, cells.next()?, cells.next()?);
        let (class, value) = means.split_once(':')?;
        let number = || value.parse::<i8>().ok();
        let meaning = match class {
            "month" => Meaning::Month(number().filter(|month| (1..=12).contains(month))?),
            "weekday" => Meaning::Weekday(Weekday::from_monday_one_offset(number()?).ok()?),
            "season" => Meaning::Season(match number()? {
                21 => Season::Spring,
                22 => Season::Summer,
                23 => Season::Autumn,
                24 => Season::Winter,
                _ => return None,
            }),
            "today" => Meaning::FromToday(number()?.into()),
            "count" => Meaning::Count(number()?.into()),
            "era" => Meaning::Era(value.parse().ok()?),
            "unit" => Meaning::Unit(match value {
                "day" => Unit::Day,
                "week" => Unit::Week,
                "month" => Unit::Month,
                "year" => Unit::Year,
                _ => return None,
            }),
            _ => return None,
        };
        let is_english = languages.split('|').any(|language| language == "en");
        Some(Self { words: words.trim_end_matches('.'), spelled: words, meaning, is_english })
    }

    fn first(&self) -> &'static str {
        self.words.split(' ').next().unwrap_or(self.words)
    }

    /// Whether the manner of reading knows the word as it is printed.
    fn is_read(&self, manner: Manner, is_capital: bool) -> bool {
        let name = matches!(self.meaning, Meaning::Month(_) | Meaning::Weekday(_));
        (self.is_english || manner.languages) && (is_capital || !name || !manner.capitals)
    }
}

/// What the words that begin here mean, as far as it is what is asked for, and the place behind them: of several
/// phrases the longest.
pub(super) fn meaning<T>(
    at: Cursor<'_>,
    manner: Manner,
    asked: impl Fn(Meaning) -> Option<T>,
) -> Option<(T, Cursor<'_>)> {
    let token = at.peek().filter(|token| token.kind == Kind::Word)?;
    let rows = rows_of(token.text).iter();
    let is_capital = token.is_capital();
    let behind = |row: &Row| {
        let (_, next) = at.token().filter(|_| row.is_read(manner, is_capital))?;
        row.words.split(' ').skip(1).try_fold(next, |at, word| at.word(&[word]))
    };
    let found = rows.clone().find_map(|row| Some((asked(row.meaning)?, behind(row)?)));
    if found.is_some() || !manner.whole || rows.clone().any(|row| behind(row).is_some()) {
        return found;
    }
    Some((asked(begun(&token.text.to_lowercase())?)?, at.token()?.1))
}

/// The rows that begin with this word, in any case.
fn rows_of(word: &str) -> &'static [Row] {
    // No word of the table is longer; most words of a text need no memory of their own.
    const LONGEST: usize = 48;
    if word.is_ascii() && !VOCABULARY.beginnings.may_have(word) {
        return &[];
    }
    let mut bytes = [0; LONGEST];
    let Some(lower) = bytes.get_mut(..word.len()) else { return &[] };
    lower.copy_from_slice(word.as_bytes());
    let rows = if word.is_ascii() {
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).ok().and_then(|lower| VOCABULARY.by_first.get(lower))
    } else {
        // Of a Turkish capital İ no more than an i is left.
        VOCABULARY.by_first.get(word.to_lowercase().replace("i\u{307}", "i").as_str())
    };
    rows.map(Vec::as_slice).unwrap_or_default()
}

/// The English month or weekday that fingers have begun to type: "octo".
fn begun(lower: &str) -> Option<Meaning> {
    let names = VOCABULARY.rows.iter().filter(|row| row.is_english && lower.len() >= 3);
    let mut names = names.filter(|row| matches!(row.meaning, Meaning::Month(_) | Meaning::Weekday(_)));
    names.find(|row| row.words.starts_with(lower)).map(|row| row.meaning)
}

/// The month that is named here. The period of an abbreviation belongs to it.
pub(super) fn month(at: Cursor<'_>, manner: Manner) -> Option<(i8, Cursor<'_>)> {
    let is_month = |meaning| if let Meaning::Month(month) = meaning { Some(month) } else { None };
    let (month, next) = meaning(at, manner, is_month)?;
    let short = at.peek().is_some_and(|token| token.text.chars().count() <= 5);
    let behind = next.mark(&['.']).filter(|_| short && !next.number_goes_on());
    let number = behind.filter(|behind| behind.number(1..=4).is_some());
    Some((month, number.unwrap_or(next)))
}

/// The count of years that is named here, by how many years it began after ours, and the place behind its
/// name, which may be within a word: "令和元年".
pub(super) fn era(at: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    let token = at.peek().filter(|token| token.kind == Kind::Word && !token.text.is_ascii())?;
    let named = VOCABULARY.eras.iter().filter(|row| token.text.starts_with(row.words));
    let row = named.max_by_key(|row| row.words.len())?;
    let Meaning::Era(after) = row.meaning else { return None };
    Some((after, at.ahead(token.start - at.byte() + row.words.len())))
}

/// The weekday that is named here, and the period of an abbreviation.
pub(super) fn weekday(at: Cursor<'_>, manner: Manner) -> Option<(Weekday, Cursor<'_>)> {
    meaning(at, manner, |meaning| if let Meaning::Weekday(day) = meaning { Some(day) } else { None })
}

/// Whether a word is the name of a weekday in any language that is known, in any case, in full or short.
pub fn is_weekday(word: &str) -> bool {
    let rows = rows_of(word.trim_end_matches('.'));
    rows.iter().any(|row| matches!(row.meaning, Meaning::Weekday(_)))
}

/// Whether a name of the calendar begins with this word, in any language that is known and in any case.
pub(super) fn is_named(word: &str) -> bool {
    !rows_of(word).is_empty()
}

/// Whether this is the name of a month or weekday, in any language.
pub(super) fn is_month_or_weekday(word: &str) -> bool {
    rows_of(word).iter().any(|row| matches!(row.meaning, Meaning::Month(_) | Meaning::Weekday(_)))
}

/// Whether days, weeks, months or years are counted by this word.
pub(super) fn is_unit(word: &str) -> bool {
    VOCABULARY.units.iter().any(|unit| unit.eq_ignore_ascii_case(word))
}

/// Whether this is the second word of an English phrase for a day.
pub(super) fn is_second(word: &str) -> bool {
    VOCABULARY.seconds.iter().any(|second| second.eq_ignore_ascii_case(word))
}

/// What an English word or phrase for a day is to the grammar of other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayWord {
    /// A month, 1 to 12.
    Month(i8),
    /// A day of the week.
    Weekday(Weekday),
    /// A day told from the text's own: "yesterday".
    FromToday,
}

/// The English words and phrases for months, weekdays and days told from another, in lower case; short names
/// with their period too.
pub fn english() -> impl Iterator<Item = (String, DayWord)> {
    VOCABULARY.rows.iter().filter(|row| row.is_english).flat_map(|row| {
        let word = match row.meaning {
            Meaning::Month(month) => Some(DayWord::Month(month)),
            Meaning::Weekday(weekday) => Some(DayWord::Weekday(weekday)),
            Meaning::FromToday(_) => Some(DayWord::FromToday),
            _ => None,
        };
        let dotted = is_short(row).then(|| format!("{}.", row.words)).filter(|dotted| dotted != row.spelled);
        let spellings = [Some(row.spelled.to_owned()), dotted].into_iter().flatten();
        spellings.filter_map(move |spelling| Some((spelling, word?)))
    })
}

/// Whether a longer name of the same begins so.
fn is_short(row: &Row) -> bool {
    let longer = |other: &Row| other.words.len() > row.words.len() && other.words.starts_with(row.words);
    VOCABULARY.rows.iter().any(|other| other.is_english && other.meaning == row.meaning && longer(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::read::{LINE, TEXT, TYPED};

    fn month_of(word: &str, manner: Manner) -> Option<i8> {
        month(Cursor::new(word, 0), manner).map(|(month, _)| month)
    }

    #[test]
    fn months_are_known_in_full_and_shortened() {
        assert_eq!(month_of("October", LINE), Some(10));
        assert_eq!(month_of("Oct", LINE), Some(10));
        assert_eq!(month_of("SEPT", LINE), Some(9));
        assert_eq!(month_of("декабря", LINE), Some(12));
        assert_eq!(month_of("Mac", LINE), Some(3));
        assert_eq!(month_of("Octo", TYPED), Some(10));
        assert_eq!(month_of("Oc", TYPED), None);
        assert_eq!(month_of("Marches", LINE), None);
    }

    #[test]
    fn names_in_english_text_have_their_capital_letter_and_are_english() {
        assert_eq!(month_of("March", TEXT), Some(3));
        assert_eq!(month_of("march", TEXT), None);
        assert_eq!(month_of("Mars", TEXT), None);
    }

    #[test]
    fn the_table_says_something_in_every_row_and_each_thing_once() {
        let rows = &VOCABULARY.rows;
        let twice = rows.iter().enumerate().find(|(at, row)| {
            rows.iter().take(*at).any(|other| other.words == row.words && other.meaning == row.meaning)
        });
        assert!(twice.is_none(), "{twice:?}");
        assert!(rows.iter().all(|row| row.words == row.words.to_lowercase()), "words are in lower case");
        let spelled: Vec<String> = english().map(|(words, _)| words).collect();
        for words in ["sept.", "sat.", "may", "the day before yesterday"] {
            assert!(spelled.iter().any(|known| known == words), "{words}");
        }
        assert!(!spelled.iter().any(|known| ["sun", "may.", "sat.."].contains(&known.as_str())));
        for month in 1..=12 {
            assert!(english().any(|(_, word)| word == DayWord::Month(month)));
        }
    }
}
