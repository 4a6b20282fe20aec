//! The meeting that an article reports: how, when, where and between whom.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::choices::{choices, numbered_id};
use super::day::Day;
use super::evidence::Evidence;
use super::line::Line;
use super::party::{CountryCode, Party};
use super::ruling::Ruling;

/// The main contact between parties that an article reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// How the parties were in contact; null where nothing is claimed.
    pub kind: Option<ContactKind>,
    /// When; null where the text does not tell.
    pub date: Option<MeetingDate>,
    /// Where; null where the text does not tell, and for calls and letters.
    pub location: Option<Location>,
    /// Who took part, in the order that the reviewer sees.
    pub participants: Vec<Participant>,
}

/// How the parties of a meeting were in contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactKind {
    /// The kind itself.
    pub value: MeetingKind,
    /// The words that it was read from.
    pub evidence: Vec<Evidence>,
    /// What a person has said of it.
    pub ruling: Ruling,
}

impl ContactKind {
    /// One that no words support yet.
    pub fn of(value: MeetingKind, ruling: Ruling) -> Self {
        Self { value, evidence: Vec::new(), ruling }
    }
}

choices! {
    /// How parties were in contact.
    MeetingKind {
        /// Face to face.
        InPerson = "in_person", "In person";
        /// By telephone.
        PhoneCall = "phone_call", "Phone call";
        /// By video link.
        VideoCall = "video_call", "Video call";
        /// By letter, message or telegram.
        Correspondence = "correspondence", "Letters or messages";
        /// A summit, conference or session of three or more parties.
        Multilateral = "multilateral", "Multilateral meeting";
        /// Diplomatic, but no contact: remarks, travel notices, answers to the press.
        Statement = "statement", "Statement, no meeting";
        /// Not a diplomatic text.
        NotDiplomatic = "none", "Not diplomatic";
    }
}

impl MeetingKind {
    /// Whether parties were in contact, so that it has a day and participants.
    pub fn is_contact(self) -> bool {
        !matches!(self, Self::Statement | Self::NotDiplomatic)
    }

    /// Whether it took place somewhere: calls and letters do not.
    pub fn has_place(self) -> bool {
        matches!(self, Self::InPerson | Self::Multilateral)
    }
}

impl Meeting {
    /// One of which nothing is known yet.
    pub fn unknown() -> Self {
        Self { kind: None, date: None, location: None, participants: Vec::new() }
    }

    /// How the parties were in contact; none where nothing is claimed or the claim was ruled out.
    pub fn known_kind(&self) -> Option<MeetingKind> {
        self.kind.as_ref().filter(|kind| kind.ruling != Ruling::RuledOut).map(|kind| kind.value)
    }

    /// Whether parties may have been in contact: so it is until somebody says otherwise.
    pub fn may_be_contact(&self) -> bool {
        self.known_kind().is_none_or(MeetingKind::is_contact)
    }

    /// Whether it may have taken place somewhere: so it is until somebody says otherwise.
    pub fn may_have_place(&self) -> bool {
        self.known_kind().is_none_or(MeetingKind::has_place)
    }

    /// The parties of those who took part, each once, in the order of the participants.
    pub fn parties(&self) -> Vec<&Party> {
        let mut known = HashSet::new();
        let taking_part = self.participants.iter().filter(|person| person.ruling != Ruling::RuledOut);
        let parties = taking_part.filter_map(|person| person.party.as_ref());
        parties.filter(|party| known.insert(&party.code)).collect()
    }
}

/// The day or days of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingDate {
    /// The first or only day.
    pub start: Day,
    /// The last day, where the meeting went on for several.
    pub end: Option<Day>,
    /// How the day was found.
    pub basis: Basis,
    /// The words that it was read from.
    pub evidence: Vec<Evidence>,
    /// What a person has said of it.
    pub ruling: Ruling,
}

impl MeetingDate {
    /// How the day was found, in words. Of one that is written out without a year, the year is counted.
    pub fn told(&self) -> &'static str {
        let is_without_year = self.basis == Basis::Explicit
            && !self.evidence.is_empty()
            && !self.evidence.iter().any(|quoted| names_year(quoted.exact()));
        if is_without_year { "stated, but for the year" } else { self.basis.label() }
    }
}

/// Whether words of a date tell its year: in four digits, or as the third of three numbers.
fn names_year(words: &str) -> bool {
    let mut numbers = words.split(|letter: char| !letter.is_numeric()).filter(|digits| !digits.is_empty());
    numbers.clone().any(|digits| digits.chars().count() == 4) || numbers.nth(2).is_some()
}

choices! {
    /// How a day was found.
    Basis {
        /// The day is written out: "on 16 October 2020".
        Explicit = "explicit", "stated in full";
        /// Counted from a day of the week: "on Friday".
        Weekday = "weekday", "from the weekday";
        /// Counted from another day: "yesterday", "last month".
        Relative = "relative", "relative to another day";
        /// The dateline's own day.
        Dateline = "dateline", "the dateline's day";
        /// The day of publication.
        Publication = "publication", "the day of publication";
        /// A reviewer set it.
        Reviewer = "reviewer", "set by the reviewer";
    }
}

/// The place of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// The city or named place, as the text spells it.
    pub place: Option<Line>,
    /// The country of the place.
    pub country: Option<CountryCode>,
    /// The building or room within the place.
    pub venue: Option<Line>,
    /// The words that it was read from.
    pub evidence: Vec<Evidence>,
    /// What a person has said of it.
    pub ruling: Ruling,
}

impl Location {
    /// One of which nothing is known yet.
    pub fn unknown(ruling: Ruling) -> Self {
        Self { place: None, country: None, venue: None, evidence: Vec::new(), ruling }
    }
}

numbered_id! {
    /// A participant's id within its record: `p1`, `p2` and so on. Kept when participants are reordered.
    ParticipantId, "p"
}

/// A person who took part in the meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Known within the record by this.
    pub id: ParticipantId,
    /// The longest form of the name in the text, without honorifics.
    pub name: Line,
    /// The office as the text states it.
    pub title: Option<Line>,
    /// Whom the person represents.
    pub party: Option<Party>,
    /// In what part the person was there.
    pub role: Role,
    /// The words that name the person.
    pub evidence: Vec<Evidence>,
    /// What a person has said of it.
    pub ruling: Ruling,
}

impl Participant {
    /// One of whom nothing but the name is known yet.
    pub fn named(id: ParticipantId, name: impl Into<Line>, ruling: Ruling) -> Self {
        let (name, role, evidence) = (name.into(), Role::Principal, Vec::new());
        Self { id, name, title: None, party: None, role, evidence, ruling }
    }
}

choices! {
    /// In what part a participant was there.
    Role {
        /// One of those who met.
        Principal = "principal", "Principal";
        /// Came along with a principal.
        Delegation = "delegation", "Delegation";
        /// Received or convened the others.
        Host = "host", "Host";
        /// Was present, for neither side.
        Witness = "witness", "Witness";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RuleName, Text};

    #[test]
    fn a_day_is_stated_in_full_where_its_words_tell_the_year() {
        let told = |words: &str| {
            let text = Text::new(words);
            let evidence =
                vec![Evidence::quote(&text, text.span(0..text.len()).unwrap(), RuleName::new("day"))];
            let (start, basis) = ("2025-08-20".parse().unwrap(), Basis::Explicit);
            MeetingDate { start, end: None, basis, evidence, ruling: Ruling::Proposed }.told()
        };
        for words in ["20 August 2025", "on 20/08/25", "2025-08-20", "from 30 December to 2 January 2025"] {
            assert_eq!(told(words), "stated in full", "{words}");
        }
        for words in ["August 20", "on Wednesday, 20 August", "20-22 August"] {
            assert_eq!(told(words), "stated, but for the year", "{words}");
        }
    }
}
