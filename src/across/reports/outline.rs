//! The outline of a report: how, when and between whom its meeting was, and no more, so that the
//! outlines of a whole library fit in memory.

use serde::{Deserialize, Serialize};

use crate::model::{CountryCode, Day, MeetingKind, PartyCode, Record, Ruling};
use crate::store::Reported;

/// What a report is compared by with reports of other meetings. What is ruled out is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    pub(super) kind: Option<MeetingKind>,
    pub(super) days: Option<(Day, Day)>,
    pub(super) country: Option<CountryCode>,
    /// The codes with a space between them, and below the names with a line break: a list of strings
    /// would take three times the memory.
    pub(super) parties: Box<str>,
    pub(super) people: Box<str>,
}

impl Outline {
    /// The outline of a record.
    pub fn of(record: &Record) -> Self {
        let meeting = &record.meeting;
        let date = meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut);
        let location = meeting.location.as_ref().filter(|location| location.ruling != Ruling::RuledOut);
        let mut parties: Vec<&str> = meeting.parties().iter().map(|party| party.code.as_str()).collect();
        parties.sort_unstable();
        let present = meeting.participants.iter().filter(|person| person.ruling != Ruling::RuledOut);
        let people = present.map(|person| person.name.split_whitespace().collect::<Vec<_>>().join(" "));
        let people: Vec<String> = people.filter(|name| !name.is_empty()).collect();
        Self {
            kind: meeting.known_kind(),
            days: date.map(|date| (date.start, date.end.unwrap_or(date.start).max(date.start))),
            country: location.and_then(|location| location.country.clone()),
            parties: parties.join(" ").into(),
            people: people.join("\n").into(),
        }
    }

    /// How the parties were in contact; none where nothing is claimed.
    pub fn kind(&self) -> Option<MeetingKind> {
        self.kind
    }

    /// The first and the last day.
    pub fn days(&self) -> Option<(Day, Day)> {
        self.days
    }

    /// Where it was.
    pub fn country(&self) -> Option<&CountryCode> {
        self.country.as_ref()
    }

    /// The parties, each once, by their codes.
    pub fn parties(&self) -> impl Iterator<Item = PartyCode> {
        self.codes().filter_map(|code| code.parse().ok())
    }

    /// Who took part, as printed.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        self.people.lines()
    }

    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.parties.split_whitespace()
    }
}

impl From<Reported> for Outline {
    /// The same outline, by what the library's tables say of the record.
    fn from(reported: Reported) -> Self {
        let Reported { kind, days, country, parties, people, .. } = reported;
        let mut codes: Vec<&str> = parties.split_whitespace().collect();
        codes.sort_unstable();
        let people = people.lines().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        let people: Vec<String> = people.filter(|name| !name.is_empty()).collect();
        Self { kind, days, country, parties: codes.join(" ").into(), people: people.join("\n").into() }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An outline by hand: "2021-03-12" or "2021-03-12..2021-03-14", codes, names with commas between.
    pub fn outline(kind: MeetingKind, days: &str, parties: &str, people: &str) -> Outline {
        let (first, last) = days.split_once("..").unwrap_or((days, days));
        let days = first.parse().ok().zip(last.parse().ok());
        let people = people.replace(", ", "\n");
        Outline { kind: Some(kind), days, country: None, parties: parties.into(), people: people.into() }
    }

    /// The same in another country.
    pub fn outline_in(country: &str, outline: Outline) -> Outline {
        Outline { country: country.parse().ok(), ..outline }
    }

    /// One of few, so that many of them are alike.
    pub fn any_outline() -> impl Strategy<Value = Outline> {
        let kind = prop::sample::select(vec![
            MeetingKind::InPerson,
            MeetingKind::InPerson,
            MeetingKind::PhoneCall,
            MeetingKind::Multilateral,
        ]);
        let codes = prop::collection::btree_set(prop::sample::select(vec!["MLT", "TUN", "ITA", "NOR"]), 0..4);
        let names = vec!["Maria Zerafa", "Zerafa", "Karim Jaziri", "Elia Donati", "Ola Berg"];
        let people = prop::collection::vec(prop::sample::select(names), 0..3);
        (kind, 10..13, 0..3, codes, people).prop_map(|(kind, day, more, codes, people)| {
            let days = format!("2021-03-{day}..2021-03-{}", day + more);
            let codes: Vec<&str> = codes.into_iter().collect();
            outline(kind, &days, &codes.join(" "), &people.join(", "))
        })
    }

    #[test]
    fn what_is_ruled_out_is_left_out() {
        let mut record = super::super::divergence::tests::record();
        let whole = Outline::of(&record);
        assert_eq!(whole.people().collect::<Vec<_>>(), ["Maria Zerafa", "Karim Jaziri"]);
        assert_eq!(whole.codes().collect::<Vec<_>>(), ["MLT", "TUN"]);
        assert_eq!(whole.country().map(CountryCode::as_str), Some("MLT"));
        record.meeting.participants[1].ruling = Ruling::RuledOut;
        record.meeting.date.as_mut().unwrap().ruling = Ruling::RuledOut;
        record.meeting.location.as_mut().unwrap().ruling = Ruling::RuledOut;
        let rest = Outline::of(&record);
        assert_eq!(rest, outline(MeetingKind::InPerson, "", "MLT", "Maria Zerafa"));
    }

    #[test]
    fn an_outline_is_kept_and_read_again() {
        let kept = outline(MeetingKind::PhoneCall, "2021-03-12", "EU MLT", "Maria Zerafa");
        let json = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<Outline>(&json).unwrap(), kept);
    }
}
