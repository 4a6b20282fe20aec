//! How releases end: "Ministry of Foreign Affairs / Valletta / 14 March 2021", "Valletta, 14 March
//! 2021". A release in several languages has such an end after each; the first is taken.

use super::date_line::{DateLine, DateLineKind};
use super::dateline::Opening;
use super::lines::is_prose;
use crate::calendar::Told;
use crate::lexicon::{Lexicon, LineWord, line_words};
use crate::model::CountryCode;

/// What the end of a release says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SignOff {
    /// The day, as it is printed.
    pub day: Told,
    /// The place, as printed.
    pub place: Option<String>,
    /// The place's country.
    pub country: Option<CountryCode>,
    /// The office: "Ministry of Foreign Affairs".
    pub office: Option<String>,
}

impl SignOff {
    /// The first sign-off in these lines. A day alone in the middle of a text is none: a programme has
    /// such lines too.
    pub fn read(lines: &[&str], lexicon: &Lexicon) -> Option<Self> {
        lines.iter().enumerate().find_map(|(at, line)| {
            let read = DateLine::read(line)?;
            let above = lines.get(at.saturating_sub(2)..at).unwrap_or_default();
            let mut signed = Self { day: read.day, place: None, country: None, office: None };
            if read.kind == DateLineKind::Accompanied {
                signed.set_place(Opening::of_line(line, lexicon)?);
            }
            for line in above.iter().rev().filter(|line| !is_prose(line)) {
                let opening = Opening::of_line(line, lexicon).filter(|opening| opening.date.is_none());
                match opening {
                    _ if is_office(line) => {
                        signed.office.get_or_insert_with(|| office_name(line));
                    }
                    Some(opening) if signed.place.is_none() => signed.set_place(opening),
                    _ => {}
                }
            }
            let last = lines.len() <= at + 2;
            (signed.place.is_some() || signed.office.is_some() || last).then_some(signed)
        })
    }

    /// The office with its country: "Ministry of Foreign Affairs of Malta".
    pub fn publisher(&self, lexicon: &Lexicon) -> Option<String> {
        let office = self.office.as_deref()?;
        if let Some(known) = lexicon.publisher(office) {
            return Some(known.name.to_owned());
        }
        let country = self.country.as_ref().and_then(|code| lexicon.party(code.as_str()))?;
        let full = format!("{office} of {}", country.party.name);
        let full = if office.contains(&*country.party.name) { office.to_owned() } else { full };
        Some(lexicon.publisher(&full).map_or(full, |known| known.name.to_owned()))
    }

    fn set_place(&mut self, opening: Opening) {
        self.place = opening.place;
        self.country = opening.country;
    }
}

/// Whether a line names an office.
fn is_office(line: &str) -> bool {
    let lower = line.to_lowercase();
    let lower = lower.trim_start_matches("the ");
    line.split_whitespace().count() <= 12
        && line_words(LineWord::Office).any(|office| lower.starts_with(office))
}

/// The office without its place: "Ministry of Foreign Affairs, Valletta".
fn office_name(line: &str) -> String {
    line.split(',').next().unwrap_or(line).trim_end_matches('.').trim().to_owned()
}
