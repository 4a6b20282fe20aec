//! Day or month first: what "03/04/2031" means.
//!
//! Most of the world writes the day first, a few countries the month. What else the article tells
//! decides, the surest first: its other dates in numbers, its own day where that speaks against the rest,
//! where its publisher writes, the region of its language. Where all are silent the day comes first, and
//! the other reading is offered.

use std::fmt;

use super::told::Numbers;
use crate::model::{CountryCode, Day};

/// Which number of a date comes first, and what tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateOrder {
    /// Whether the month comes first.
    pub month_first: bool,
    /// What tells it.
    pub evidence: OrderEvidence,
}

/// What tells whether day or month comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderEvidence {
    /// The article's own day, which is one of the readings of these numbers as printed.
    OwnDay(Day, String),
    /// Another date of the article as printed, which can be read in one way only.
    OtherDate(String),
    /// The country that the publisher writes in.
    Country(CountryCode),
    /// The language with its region, as a BCP 47 tag.
    Language(String),
    /// Nothing: most of the world writes the day first.
    None,
}

/// What is known of an article around its dates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// The article's own day.
    pub published: Option<Day>,
    /// The country that its publisher writes in.
    pub country: Option<&'a CountryCode>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<&'a str>,
}

/// Countries that write the month first, by the dates of the Unicode CLDR.
const MONTH_FIRST: &[&str] = &["FSM", "MHL", "PHL", "PLW", "USA"];

/// Countries that write both, or the year first, so that a date in English may be either.
const EITHER: &[&str] =
    &["CAN", "CHN", "HKG", "HUN", "IRN", "JPN", "KOR", "LTU", "MNG", "PAN", "PRK", "PRI", "TWN"];

/// Regions of English that write the month first, as tags have them.
const MONTH_FIRST_REGIONS: &[&str] = &["US", "PH", "FM", "MH", "PW"];

/// Languages with the year first in numbers, and English, which has no order of its own.
const NO_ORDER: &[&str] = &["en", "zh", "ja", "ko", "hu", "lt", "mn", "fa"];

impl Default for DateOrder {
    fn default() -> Self {
        Self { month_first: false, evidence: OrderEvidence::None }
    }
}

impl DateOrder {
    /// The order that an article writes, by all its dates in numbers and what is known of it.
    pub fn of<'t>(dates: impl Iterator<Item = (&'t str, Numbers)>, around: Surroundings<'_>) -> Self {
        let dates: Vec<(&str, Numbers)> = dates.collect();
        if let Some(order) = other_dates(&dates) {
            return order;
        }
        let country = around.country.and_then(of_country);
        let usual = country.or_else(|| around.language.and_then(of_language)).unwrap_or_default();
        // An own day that agrees may have been read by the same usage, and proves nothing.
        let own = around.published.and_then(|day| own_day(&dates, day));
        own.filter(|own| own.month_first != usual.month_first).unwrap_or(usual)
    }

    /// The day that these numbers are: as the order has it where both are days.
    pub fn day(&self, numbers: Numbers) -> Option<Day> {
        let (day_first, month_first) = (numbers.day_first(), numbers.month_first());
        if self.month_first { month_first.or(day_first) } else { day_first.or(month_first) }
    }

    /// The day that these numbers are in the other order, where that is another day.
    pub fn other(&self, numbers: Numbers) -> Option<Day> {
        let other = if self.month_first { numbers.day_first() } else { numbers.month_first() };
        other.filter(|other| Some(*other) != self.day(numbers))
    }

    /// The order turned round, with nothing that tells it.
    pub fn turned(&self) -> Self {
        Self { month_first: !self.month_first, evidence: OrderEvidence::None }
    }

    /// "with the day first".
    pub fn in_words(&self) -> &'static str {
        if self.month_first { "with the month first" } else { "with the day first" }
    }
}

/// The order in which a date that has one reading only is written; none where there are such of both.
fn other_dates(dates: &[(&str, Numbers)]) -> Option<DateOrder> {
    let mut found =
        dates.iter().filter(|(_, date)| date.day_first().is_some() != date.month_first().is_some());
    let (words, first) = found.next()?;
    let month_first = first.day_first().is_none();
    let agree = found.all(|(_, date)| date.day_first().is_none() == month_first);
    agree.then_some(DateOrder { month_first, evidence: OrderEvidence::OtherDate((*words).to_owned()) })
}

/// The order in which numbers of the article are its own day.
fn own_day(dates: &[(&str, Numbers)], own: Day) -> Option<DateOrder> {
    let either = dates.iter().filter(|(_, date)| date.day_first() != date.month_first());
    either.copied().find_map(|(words, date)| {
        let month_first = date.month_first() == Some(own);
        let is_own = month_first || date.day_first() == Some(own);
        let evidence = OrderEvidence::OwnDay(own, words.to_owned());
        is_own.then_some(DateOrder { month_first, evidence })
    })
}

fn of_country(country: &CountryCode) -> Option<DateOrder> {
    let is_any = |codes: &[&str]| codes.contains(&country.as_str());
    let evidence = OrderEvidence::Country(country.clone());
    (!is_any(EITHER)).then_some(DateOrder { month_first: is_any(MONTH_FIRST), evidence })
}

fn of_language(tag: &str) -> Option<DateOrder> {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let region = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    let evidence = OrderEvidence::Language(tag.to_owned());
    match region.as_deref() {
        Some(region) if MONTH_FIRST_REGIONS.contains(&region) => {
            Some(DateOrder { month_first: true, evidence })
        }
        Some("CA" | "HK") => None,
        None if NO_ORDER.contains(&language.as_str()) => None,
        Some(_) if language != "en" && NO_ORDER.contains(&language.as_str()) => None,
        _ => Some(DateOrder { month_first: false, evidence }),
    }
}

impl fmt::Display for OrderEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OwnDay(day, words) => {
                write!(f, "as \"{words}\" is the article's own day, {}", day.in_words())
            }
            Self::OtherDate(words) => write!(f, "as in \"{words}\""),
            Self::Country(country) => {
                write!(f, "as is usual in the publisher's country, {}", country.as_str())
            }
            Self::Language(tag) => write!(f, "as is usual in the article's language, {tag}"),
            Self::None => write!(f, "as most of the world writes; nothing in the article tells"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(one: i8, two: i8) -> Numbers {
        Numbers { one, two, year: 2031 }
    }

    fn order(dates: &[Numbers], around: Surroundings<'_>) -> (bool, String) {
        let printed: Vec<String> =
            dates.iter().map(|date| format!("{}/{}/{}", date.one, date.two, date.year)).collect();
        let dates = printed.iter().map(String::as_str).zip(dates.iter().copied());
        let order = DateOrder::of(dates, around);
        (order.month_first, order.evidence.to_string())
    }

    #[test]
    fn the_surest_evidence_decides_and_says_so() {
        let silent = numbers(3, 4);
        let usa = "USA".parse().ok();
        let nothing = Surroundings::default();
        let american = Surroundings { country: usa.as_ref(), ..nothing };
        let words = |(_, words): (bool, String)| words;
        assert!(!order(&[silent], nothing).0, "most of the world writes the day first");
        assert_eq!(order(&[silent], american), (true, "as is usual in the publisher's country, USA".into()));
        assert_eq!(order(&[silent, numbers(13, 2)], american), (false, "as in \"13/2/2031\"".into()));
        assert_eq!(order(&[numbers(2, 13)], nothing), (true, "as in \"2/13/2031\"".into()));
        let own = Surroundings { published: Day::new(2031, 3, 4), ..nothing };
        assert!(order(&[silent], own).0, "03/04 is the article's own 4 March");
        assert!(words(order(&[numbers(13, 2), numbers(2, 13)], nothing)).contains("nothing in the article"));
    }

    #[test]
    fn languages_tell_an_order_where_their_region_has_one() {
        for (tag, expected) in [
            ("en", None),
            ("en-US", Some(true)),
            ("en-GB", Some(false)),
            ("en-CA", None),
            ("fr", Some(false)),
            ("zh-CN", None),
        ] {
            assert_eq!(of_language(tag).map(|order| order.month_first), expected, "{tag}");
        }
    }

    #[test]
    fn numbers_that_are_a_day_in_one_way_only_are_read_in_that_way() {
        let order = DateOrder { month_first: true, evidence: OrderEvidence::None };
        assert_eq!(order.day(numbers(13, 2)), Day::new(2031, 2, 13));
        assert_eq!(order.other(numbers(13, 2)), None);
        assert_eq!(order.other(numbers(3, 4)), Day::new(2031, 4, 3));
        assert_eq!(order.other(numbers(3, 3)), None);
    }
}
