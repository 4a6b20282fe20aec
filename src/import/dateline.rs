//! Datelines: the place and day that an article opens with.
//!
//! What stands before the text is cut off at the mark that ends it ("—", "-", ":", "/TASS/."), and
//! taken apart: the day, the agency in brackets or slashes, the place with its country. A place in
//! capitals may also be followed by the text at once: "BEIJING The United States …".

use super::lines::{is_all_capitals, is_prose};
use crate::calendar::{LINE, Told, find, is_weekday};
use crate::lexicon::{Lexicon, PartyForm};
use crate::model::CountryCode;

/// A dateline ends within so many bytes.
const LONGEST: usize = 140;

/// And one that a period ends within so many.
const SHORT: usize = 70;

/// What databases call it.
const LABEL: &str = "dateline";

/// A place has no more words.
const PLACE_WORDS: usize = 5;

/// Small words within the names of places.
const PARTICLES: &[&str] = &[
    "de", "del", "la", "le", "el", "al", "am", "an", "der", "do", "da", "of", "on", "upon", "and", "the",
    "sur", "di", "es",
];

/// Words that sentences begin with, and names of places do not.
const OPENERS: &[&str] = &[
    "on",
    "in",
    "at",
    "from",
    "by",
    "for",
    "to",
    "as",
    "after",
    "before",
    "since",
    "until",
    "during",
    "following",
    "today",
    "yesterday",
    "this",
    "these",
    "when",
    "while",
    "updated",
    "published",
    "posted",
    "date",
];

/// What a dateline says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Opening {
    /// The city or other place, as printed.
    pub place: Option<String>,
    /// Its country.
    pub country: Option<CountryCode>,
    /// The day, as it is printed.
    pub date: Option<Told>,
    /// The agency, by its usual name if it is known.
    pub agency: Option<String>,
}

impl Opening {
    /// The dateline that this paragraph opens with.
    pub fn read(paragraph: &str, lexicon: &Lexicon) -> Option<Self> {
        let line = paragraph.lines().next()?;
        let end = line.char_indices().map(|(at, _)| at).find(|at| *at >= LONGEST).unwrap_or(line.len());
        let start = line.get(..end)?;
        let (periods, others): (Vec<_>, Vec<_>) =
            ends(start).into_iter().partition(|(_, mark)| *mark == End::Period);
        others
            .into_iter()
            .chain(periods.into_iter().rev())
            .filter_map(|(at, mark)| Some((start.get(..at)?, mark)))
            // "Ana Torre | 16.10.2020 - Updated": a byline.
            .filter(|(head, _)| !head.contains('|'))
            // "VALLETTA (Example Wire - 14 March)": a mark in brackets ends nothing.
            .filter(|(head, _)| head.matches('(').count() == head.matches(')').count())
            .find_map(|(head, mark)| Self::of_head(head, mark, is_all_capitals(line), lexicon))
            .map(|opening| opening.with_day_behind(start, lexicon))
            .or_else(|| Self::of_capitals(start, line, lexicon))
    }

    /// "VALLETTA – 14 March 2021: The ministers": the mark behind the place ends no dateline where nothing but its
    /// day stands before the next mark.
    fn with_day_behind(self, start: &str, lexicon: &Lexicon) -> Self {
        if self.date.is_some() {
            return self;
        }
        let mut dashes = ends(start).into_iter().filter(|(_, mark)| matches!(mark, End::Dash | End::Colon));
        let behind = dashes.next().zip(dashes.next()).filter(|((_, first), _)| *first == End::Dash);
        let day = behind.and_then(|((from, _), (to, _))| {
            let between = start.get(from..to)?.trim_matches(|c: char| !c.is_alphanumeric());
            find(between, LINE).into_iter().find(|day| day.bytes == (0..between.len())).map(|day| day.told)
        });
        let place =
            behind.and_then(|((at, _), _)| Parts::of(start.get(..at)?, lexicon)?.place.into_iter().next());
        Self { date: day.filter(|_| place == self.place), ..self }
    }

    /// A place and perhaps a day on a line of its own: "St Petersburg", "Valletta, 14 March 2021".
    pub fn of_line(line: &str, lexicon: &Lexicon) -> Option<Self> {
        if line.len() > LONGEST * 2 {
            return None;
        }
        let mut parts = Parts::of(line, lexicon)?;
        let known = parts.place.iter().rposition(|part| is_place(part, lexicon))?;
        // "The Customs House, Valletta": the last part that is a place is the city.
        parts.place.drain(..known);
        parts.into_opening(lexicon)
    }

    /// The place that a line of the head gives under its name: "DATELINE: VALLETTA, MALTA", as databases do.
    pub fn labeled(line: &str, lexicon: &Lexicon) -> Option<Self> {
        let line = line.trim();
        let label = line.get(..LABEL.len()).filter(|label| label.eq_ignore_ascii_case(LABEL))?;
        let value = line.get(label.len()..)?.trim_start().strip_prefix([':', '='])?;
        // "WARSAW, POLAND            LENGTH: Medium": another field may stand on the line.
        let value = value.trim().split("  ").next().unwrap_or_default().trim();
        let parts = Parts::of(value, lexicon)?;
        parts.into_opening(lexicon).filter(|opening| opening.place.is_some())
    }

    /// What stands before the mark that ends a dateline.
    fn of_head(head: &str, mark: End, shouting: bool, lexicon: &Lexicon) -> Option<Self> {
        let parts = Parts::of(head, lexicon)?;
        let Some(city) = parts.place.first() else {
            let day_alone = parts.agency.is_none();
            let ends = matches!(mark, End::Dash | End::Agency) || day_alone;
            return parts.into_opening(lexicon).filter(|_| ends);
        };
        let capitals = is_all_capitals(city) && !shouting && city.chars().count() > 2;
        let known_agency = parts.agency.as_deref().is_some_and(|agency| lexicon.publisher(agency).is_some());
        let evident = parts.date.is_some() || known_agency;
        let place = is_place(city, lexicon);
        let believed = match mark {
            End::Dash => place || capitals || evident,
            // "CHIANG RAI:" is a town, "SULLIVAN:" a speaker who is called as one is.
            End::Colon => {
                let town = capitals && place && city.contains(' ');
                parts.date.is_some() || is_large(city, lexicon) || town
            }
            End::Agency => parts.agency.is_some() && (place || capitals || known_agency),
            // "Baku, March 13, EXAMPLE.", "Belmopan, 13 March 2018.", "Dar es Salaam."
            End::Period => {
                let day = parts.date.as_ref().is_some_and(|day| known_agency || day.first_full().is_some());
                let alone = parts.place.len() == 1 && parts.date.is_none() && parts.agency.is_none();
                place && day || alone && is_large(city, lexicon)
            }
        };
        believed.then(|| parts.into_opening(lexicon)).flatten()
    }

    /// A place in capitals that the text follows at once.
    fn of_capitals(start: &str, line: &str, lexicon: &Lexicon) -> Option<Self> {
        (is_prose(line) && !is_all_capitals(start)).then_some(())?;
        let capitals: Vec<&str> = start
            .split(' ')
            .take_while(|word| is_all_capitals(word) && word.chars().count() > 1)
            .take(PLACE_WORDS)
            .collect();
        // "HANOVER, Germany U.S. President …": the comma ends the place, its country follows.
        let comma = capitals.iter().position(|word| word.ends_with(','));
        if let Some(comma) = comma {
            let city = capitals.get(..=comma)?.join(" ");
            let rest = start.get(city.len()..)?;
            let tokens = lexicon.tokens(rest);
            let (_, names) = tokens.longest(lexicon.party_names(), 0..tokens.len())?;
            let country = names.iter().find_map(|name| lexicon.parties().get(name.row)?.country.clone())?;
            let place = Some(city.trim_end_matches(',').to_owned());
            return Some(Self { place, country: Some(country), ..Self::default() });
        }
        (1..=capitals.len()).rev().find_map(|n| {
            let place = capitals.get(..n)?.join(" ");
            // "U.N. envoy": initials are no place.
            let initials = place.split(['.', ' ']).all(|word| word.chars().count() < 3);
            let found = !initials && place.chars().count() > 3 && is_place(&place, lexicon);
            let country = found.then(|| lexicon.country_of_phrase(&place))?;
            Some(Self { place: Some(place), country, ..Self::default() })
        })
    }
}

/// What ends a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Dash,
    Colon,
    /// The bracket or slash after an agency, with nothing but a period after it.
    Agency,
    /// The period after a day or an agency, before a sentence.
    Period,
}

/// The places where a dateline may end, from left to right.
fn ends(start: &str) -> Vec<(usize, End)> {
    let mut ends = Vec::new();
    let mut before = ' ';
    let mut chars = start.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        match c {
            '—' | '―' => ends.push((at, End::Dash)),
            '–' | '-' if before == ' ' || before == ')' || after == ' ' || after == c => {
                ends.push((at, End::Dash))
            }
            ':' | '：' if !after.is_ascii_digit() => ends.push((at, End::Colon)),
            ')' | '/' | ']' if matches!(after, '.' | ' ' | ':') && at > 0 => ends.push((at + 1, End::Agency)),
            '.' if at <= SHORT && begins_sentence(start, at + 1) => ends.push((at, End::Period)),
            _ => {}
        }
        before = c;
    }
    ends
}

/// Whether a sentence begins here: a space and a capital letter.
fn begins_sentence(start: &str, at: usize) -> bool {
    let rest = start.get(at..).and_then(|rest| rest.strip_prefix(' '));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// What the head of a dateline consists of.
struct Parts {
    place: Vec<String>,
    date: Option<Told>,
    agency: Option<String>,
}

impl Parts {
    /// Takes a head apart; none if there is more in it than a dateline has.
    fn of(head: &str, lexicon: &Lexicon) -> Option<Self> {
        let mut rest = without_other_calendar(head);
        let day = find(&rest, LINE).into_iter().next();
        if let Some(day) = &day {
            rest.replace_range(day.bytes.clone(), ",");
        }
        let mut parts = Self { place: Vec::new(), date: day.map(|day| day.told), agency: None };
        let cut = rest.replace(". ", ", ").replace(" - ", ", ");
        for part in cut.split([',', '/', '(', ')', '[', ']', '|', ';']) {
            let part = part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '–' | '*'));
            // "Male', Maldives"
            let part = part.trim_end_matches(['\'', '’', '‘', '`']);
            if part.is_empty() || is_weekday_or_hour(part) {
                continue;
            }
            let bracketed = ["(", "["].iter().any(|open| rest.contains(&format!("{open}{part}")))
                || rest.contains(&format!("/{part}/"));
            // "MOSCOW/MINSK (Example Wire)" has two cities, of which the first is meant.
            let second = !bracketed && !parts.place.is_empty() && rest.contains(&format!("/{part}"));
            if second && is_place(part, lexicon) {
                continue;
            }
            match lexicon.publisher(part) {
                Some(agency) if bracketed || !parts.place.is_empty() || !is_place(part, lexicon) => {
                    parts.agency = Some(agency.name.to_owned());
                }
                _ if bracketed && !parts.place.is_empty() && is_all_capitals(part) && !part.contains(' ') => {
                    parts.agency = Some(part.to_owned());
                }
                // "VALLETTA, March 14 (Example Wire)": beside a day only who reports stands in brackets.
                _ if bracketed
                    && !parts.place.is_empty()
                    && parts.date.is_some()
                    && is_name(part)
                    && is_no_place(part, lexicon) =>
                {
                    parts.agency = Some(part.to_owned());
                }
                // "Tashkent, Uzbekistan (Example.com)", "Yerevan /Example/."
                _ if bracketed
                    && !parts.place.is_empty()
                    && (is_domain(part)
                        || rest.contains(&format!("/{part}/")) && !is_place(part, lexicon)) =>
                {
                    parts.agency = Some(part.to_owned());
                }
                // "NUKU'ALOFA", "ST JOHN'S"
                _ if is_name(part) || is_place(part, lexicon) => parts.place.push(part.to_owned()),
                _ => return None,
            }
        }
        // "13 March 2018. The minister …", "Tuesday, March 13, 2018: …"
        let dated = parts.date.is_some_and(|date| date.first_full().is_some());
        let named = !parts.place.is_empty() || parts.agency.is_some() || dated;
        (named && parts.place.len() <= 3).then_some(parts)
    }

    fn into_opening(self, lexicon: &Lexicon) -> Option<Opening> {
        let mut parts = self.place.into_iter();
        // "NNA – Prime Minister …": the agency alone.
        let Some(city) = parts.next() else {
            let (agency, date) = (self.agency, self.date);
            let says = agency.is_some() || date.is_some();
            return says.then(|| Opening { agency, date, ..Opening::default() });
        };
        let rest: Vec<String> = parts.collect();
        // "Washington, D.C." is the place's name; "Bishkek (Kyrgyzstan)" is a place and its country.
        let with_rest = rest.first().map(|first| format!("{city}, {first}"));
        let place = match with_rest {
            Some(both) if is_place(&both, lexicon) || both.ends_with("D.C") => {
                Some(both.replace("D.C", "D.C."))
            }
            _ => Some(city.clone()),
        };
        let country =
            rest.iter().find_map(|part| lexicon.country_of_phrase(part)).filter(|_| !rest.is_empty());
        let country = lexicon.country_of_phrase(&city).filter(|_| country.is_none()).or(country);
        Some(Opening { place, country, date: self.date, agency: self.agency })
    }
}

/// A few words that each begin with a capital letter, and not as a sentence begins.
fn is_name(part: &str) -> bool {
    let mut words = part.split_whitespace();
    let first = words.clone().next().unwrap_or_default();
    words.clone().count() <= PLACE_WORDS
        && !OPENERS.iter().any(|opener| first.eq_ignore_ascii_case(opener))
        && !part.contains(['\'', '’'])
        && !is_domain(part)
        && words.all(|word| {
            PARTICLES.contains(&word) || word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        })
}

/// "Agenda.ge": the name of a site.
fn is_domain(part: &str) -> bool {
    part.split_once('.').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_lowercase()))
}

/// Whether a city or other place has this name, in capitals or not. A country is no place to date from,
/// unless a city is called the same.
fn is_place(name: &str, lexicon: &Lexicon) -> bool {
    let tokens = lexicon.tokens(name);
    let is_city = tokens.whole(lexicon.place_names()).is_some();
    !tokens.is_empty() && (is_city || is_capital(name, lexicon))
}

/// Whether no place has this name, but perhaps a small town: in "QUITO, 14 March (Andes)" it is an agency's.
fn is_no_place(name: &str, lexicon: &Lexicon) -> bool {
    const SMALL: u32 = 100_000;
    let tokens = lexicon.tokens(name);
    let towns = tokens.whole(lexicon.place_names());
    let small = towns.is_some_and(|places| places.iter().all(|place| place.population < SMALL));
    let party = tokens.whole(lexicon.party_names()).is_some();
    !party && small || !is_place(name, lexicon) && lexicon.country_of_phrase(name).is_none()
}

/// Whether a capital or a large city has this name. "Sullivan:" is a speaker, though a town is called so.
fn is_large(name: &str, lexicon: &Lexicon) -> bool {
    const LARGE: u32 = 300_000;
    let tokens = lexicon.tokens(name);
    is_capital(name, lexicon)
        || tokens
            .whole(lexicon.place_names())
            .is_some_and(|places| places.iter().any(|place| place.population >= LARGE))
}

/// Whether a country's capital has this name.
fn is_capital(name: &str, lexicon: &Lexicon) -> bool {
    let tokens = lexicon.tokens(name);
    let names = tokens.whole(lexicon.party_names());
    names.is_some_and(|names| names.iter().any(|name| name.form == PartyForm::Capital))
}

/// A head without its day of the Islamic year: "Riyadh, Rajab 30, 1442, March 14, 2021".
fn without_other_calendar(head: &str) -> String {
    let mut parts = head.split(',').peekable();
    let mut kept: Vec<&str> = Vec::new();
    while let Some(part) = parts.next() {
        if is_of_another_calendar(part.trim()) {
            parts.next_if(|year| year.trim().len() == 4 && year.trim().starts_with("14"));
        } else {
            kept.push(part);
        }
    }
    kept.join(",")
}

/// "Jumada II 25": a day of the Islamic year, beside which the other one stands.
fn is_of_another_calendar(part: &str) -> bool {
    const MONTHS: [&str; 16] = [
        "muharram", "safar", "rabi", "rabi'", "jumada", "jumad", "jamadi", "rajab", "shaban", "sha'ban",
        "shaaban", "ramadan", "shawwal", "dhu", "thul", "zul",
    ];
    let first = part.split([' ', '-']).next().unwrap_or_default();
    let day = part.bytes().any(|byte| byte.is_ascii_digit());
    day && MONTHS.iter().any(|month| first.eq_ignore_ascii_case(month))
}

/// "Monday", "GMT", "15:00".
fn is_weekday_or_hour(part: &str) -> bool {
    is_weekday(part)
        || part.eq_ignore_ascii_case("gmt")
        || part.bytes().all(|b| b.is_ascii_digit() || b == b':')
}
