//! What a divergence promises, on records by hand.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::{
    Article, Basis, Commitment, ContactKind, ContactNumber, Location, Meeting, MeetingDate, MeetingKind,
    Participant, Party, Provenance, Review, Ruling, SchemaVersion,
};

pub(in super::super) fn party(code: &str) -> Party {
    let names = [("MLT", "Malta"), ("TUN", "Tunisia"), ("ITA", "Italy")];
    let name = names.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name);
    Party { code: code.parse().unwrap(), name: name.into() }
}

pub(in super::super) fn commitment(number: usize, code: &str, text: &str) -> Commitment {
    Commitment {
        parties: vec![party(code)],
        ..Commitment::in_words(CommitmentId::numbered(number), text, Ruling::Corrected)
    }
}

fn participant(number: usize, name: &str, title: &str, code: &str) -> Participant {
    Participant {
        title: (!title.is_empty()).then(|| title.into()),
        party: (!code.is_empty()).then(|| party(code)),
        ..Participant::named(ParticipantId::numbered(number), name, Ruling::Corrected)
    }
}

/// Talks of Maria Zerafa of Malta and Karim Jaziri of Tunisia in Valletta.
pub(in super::super) fn record() -> Record {
    let article = Article::plain("talks.txt", "Maria Zerafa received Karim Jaziri in Valletta.");
    let meeting = Meeting {
        date: Some(MeetingDate {
            start: "2021-03-12".parse().unwrap(),
            end: None,
            basis: Basis::Reviewer,
            evidence: Vec::new(),
            ruling: Ruling::Corrected,
        }),
        location: Some(Location {
            place: Some("Valletta".into()),
            country: "MLT".parse().ok(),
            ..Location::unknown(Ruling::Corrected)
        }),
        participants: vec![
            participant(1, "Maria Zerafa", "Foreign Minister", "MLT"),
            participant(2, "Karim Jaziri", "Minister", "TUN"),
        ],
        kind: Some(ContactKind::of(MeetingKind::InPerson, Ruling::Corrected)),
    };
    Record {
        schema: SchemaVersion::V2,
        id: article.record_id(ContactNumber::MAIN),
        number: ContactNumber::MAIN,
        article: Arc::new(article),
        meeting,
        commitments: vec![commitment(1, "MLT", "Malta will reopen the harbour line by June")],
        review: Review::default(),
        provenance: Provenance { extractor: "by hand".into(), edits: Vec::new() },
    }
}

/// A divergence seen from there, and with its rows in an order that is the same from both sides.
fn mirrored(seen: Divergence) -> Divergence {
    fn rows<Pair, Id>(rows: Vec<Aligned<Pair, Id>>, turned: impl Fn(Pair) -> Pair) -> Vec<Aligned<Pair, Id>> {
        let turn = |row| match row {
            Aligned::Both(pair) => Aligned::Both(turned(pair)),
            Aligned::OnlyHere(id) => Aligned::OnlyThere(id),
            Aligned::OnlyThere(id) => Aligned::OnlyHere(id),
        };
        rows.into_iter().map(turn).collect()
    }
    fn differences(differences: Vec<Difference>) -> Vec<Difference> {
        differences.into_iter().map(|d| Difference { on: d.on, values: d.values.mirrored() }).collect()
    }
    Divergence {
        meeting: differences(seen.meeting),
        participants: rows(seen.participants, |pair| ParticipantPair {
            here: pair.there,
            there: pair.here,
            differences: differences(pair.differences),
        }),
        commitments: rows(seen.commitments, |pair| CommitmentPair {
            here: pair.there,
            there: pair.here,
            wording: pair.wording.mirrored(),
            differences: differences(pair.differences),
        }),
    }
}

/// How two reports stand to each other in a part of the meeting.
fn on(seen: &Divergence, part: &Part) -> Option<Compared<String>> {
    seen.meeting.iter().find(|compared| compared.on == part).map(|compared| compared.values.clone())
}

fn in_order(mut seen: Divergence) -> Divergence {
    seen.participants.sort_by_key(|row| format!("{row:?}"));
    seen.commitments.sort_by_key(|row| format!("{row:?}"));
    seen
}

#[test]
fn a_record_agrees_with_itself() {
    let record = record();
    let seen = Divergence::between(&record, &record);
    assert_eq!(on(&seen, Part::KIND), Some(Compared::Agree));
    assert_eq!(on(&seen, Part::DAY), Some(Compared::Agree));
    assert_eq!(on(&seen, Part::VENUE), None, "neither tells");
    assert_eq!(seen.summary(), "1 commitment in both");
}

#[test]
fn what_two_reports_tell_differently_is_told_field_by_field() {
    let here = record();
    let mut there = record();
    there.meeting.date.as_mut().unwrap().start = "2021-03-11".parse().unwrap();
    let location = there.meeting.location.as_mut().unwrap();
    location.place = Some("VALLETTA".into());
    location.venue = Some("Casa Leone".into());
    there.meeting.participants = vec![
        participant(1, "Jaziri", "Minister of Trade", "TUN"),
        participant(2, "Maria Zerafa", "foreign minister", "MLT"),
        participant(3, "Elia Donati", "", "ITA"),
    ];
    there.commitments = vec![
        commitment(1, "TUN", "Tunisia will open a consulate in Gozo"),
        commitment(2, "MLT", "Malta intends to open the harbor line again before June"),
    ];
    let seen = Divergence::between(&here, &there);
    assert!(on(&seen, Part::DAY).is_some_and(|day| day.differs()));
    assert_eq!(on(&seen, Part::PLACE), Some(Compared::Agree));
    assert_eq!(on(&seen, Part::VENUE), Some(Compared::OnlyThere("Casa Leone".into())));
    let [Aligned::Both(zerafa), Aligned::OnlyThere(donati), Aligned::Both(jaziri)] = &seen.participants[..]
    else {
        panic!("{:?}", seen.participants);
    };
    assert!(zerafa.differences.is_empty());
    assert_eq!(donati.as_str(), "p3");
    let told: Vec<&str> = jaziri.differences.iter().map(|difference| difference.label()).collect();
    assert_eq!(told, ["the name", "the title"]);
    assert_eq!(
        seen.summary(),
        "1 commitment in both, 1 reworded, 1 only in the other; 1 participant only in the other; the date differs"
    );
}

#[test]
fn a_namesake_does_not_take_the_place_of_the_person() {
    let mut here = record();
    let mut there = record();
    here.meeting.participants =
        vec![participant(1, "Paul Zerafa", "", "ITA"), participant(2, "Ruslan Kazakbaev", "", "")];
    there.meeting.participants = vec![
        participant(1, "Maria Zerafa", "", "MLT"),
        participant(2, "Zerafa", "", "ITA"),
        participant(3, "Ruslan Kazakbayev", "", "TUN"),
    ];
    let seen = Divergence::between(&here, &there);
    let pairs: Vec<(&str, &str)> = seen
        .participants
        .iter()
        .filter_map(|row| match row {
            Aligned::Both(pair) => Some((pair.here.as_str(), pair.there.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(pairs, [("p1", "p2"), ("p2", "p3")]);
}

#[test]
fn what_is_ruled_out_is_not_compared() {
    let here = record();
    let mut there = record();
    there.commitments.push(commitment(2, "TUN", "Tunisia will open a consulate in Gozo"));
    for ruling in [&mut there.commitments[1].ruling, &mut there.meeting.participants[1].ruling] {
        *ruling = Ruling::RuledOut;
    }
    there.meeting.location.as_mut().unwrap().ruling = Ruling::RuledOut;
    let seen = Divergence::between(&here, &there);
    assert_eq!(on(&seen, Part::PLACE), Some(Compared::OnlyHere("Valletta".into())));
    assert_eq!(seen.summary(), "1 commitment in both; 1 participant only in this report");
}

fn any_record() -> impl Strategy<Value = Record> {
    let codes = || prop::sample::select(vec!["MLT", "TUN", "ITA"]);
    let names = ["Maria Zerafa", "Zerafa", "Paul Zerafa", "Karim Jaziri", "Karim Jazeeri", "Jaziri Karim"];
    let person = (prop::sample::select(names.to_vec()), prop::sample::select(vec!["", "Minister"]), codes());
    let texts = [
        "Malta will reopen the harbour line by June",
        "Malta will open the harbor line again in June",
        "the harbour line will be reopened",
        "Tunisia will train ten pilots this year",
        "Tunisia trains pilots, ten of them this year",
        "pilots will be trained at the harbour",
    ];
    let undertaking = (prop::sample::select(texts.to_vec()), codes(), prop::bool::ANY);
    let people = prop::collection::vec(person, 0..4);
    (people, prop::collection::vec(undertaking, 0..6), 10..13).prop_map(|(people, undertakings, day)| {
        let mut record = record();
        record.meeting.date.as_mut().unwrap().start = format!("2021-03-{day}").parse().unwrap();
        let people = people.iter().enumerate();
        record.meeting.participants =
            people.map(|(n, (name, title, code))| participant(n + 1, name, title, code)).collect();
        let undertakings = undertakings.iter().enumerate();
        record.commitments = undertakings
            .map(|(n, (text, code, out))| Commitment {
                ruling: if *out { Ruling::RuledOut } else { Ruling::Proposed },
                ..commitment(n + 1, code, text)
            })
            .collect();
        record
    })
}

proptest! {
    #[test]
    fn seen_from_the_other_side_it_is_the_same(here in any_record(), there in any_record()) {
        let seen = Divergence::between(&here, &there);
        let from_there = Divergence::between(&there, &here);
        prop_assert_eq!(in_order(mirrored(seen.clone())), in_order(from_there));
        let listed = |record: &Record| record.commitments.iter().filter(|c| c.ruling != Ruling::RuledOut).count();
        let (both, only_here, only_there) = counts(&seen.commitments);
        prop_assert_eq!((both + only_here, both + only_there), (listed(&here), listed(&there)));
    }
}
