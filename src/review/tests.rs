//! What the table of fields promises, on a record by hand.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use serde_json::Value;

use super::edit::{Hand, RecordEdit};
use super::field::Field;
use super::origin::Added;
use super::part::Part;
use super::provenance::edits;
use super::value::PartValue;
use crate::lexicon::Lexicon;
use crate::model::{
    Basis, Commitment, CommitmentId, ContactKind, Dateline, Evidence, Location, MeetingDate, MeetingKind,
    Obligation, Participant, ParticipantId, Party, Precision, Record, Role, RuleName, Ruling,
};
use crate::{extract, import};

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

fn hand() -> Hand {
    Hand { by: "A. Reviewer".into(), at: "2021-03-20T09:12:44Z".parse().unwrap() }
}

/// Talks in Valletta of two people, the first of whom undertook something.
static RECORD: LazyLock<Record> = LazyLock::new(|| {
    let text = b"Maria Zerafa received Karim Jaziri in Valletta. Malta will reopen the line.";
    let article = import::import("talks.txt", text, &LEXICON).unwrap();
    let mut record = extract::extract(&article, &LEXICON);
    let evidence = vec![Evidence::quote(
        &record.article.text,
        record.article.text.span(0..12).unwrap(),
        RuleName::new("by_hand"),
    )];
    let ruling = Ruling::Proposed;
    let person = |number, name: &str| Participant {
        title: Some("Minister".into()),
        party: Some(party("MLT")),
        evidence: evidence.clone(),
        ..Participant::named(ParticipantId::numbered(number), name, ruling)
    };
    // So that its day is a part of something that is there.
    let dateline = Dateline { place: Some("Valletta".into()), ..Dateline::default() };
    Arc::make_mut(&mut record.article).dateline = Some(dateline);
    let meeting = &mut record.meeting;
    meeting.kind =
        Some(ContactKind { evidence: evidence.clone(), ..ContactKind::of(MeetingKind::InPerson, ruling) });
    meeting.date = Some(MeetingDate {
        start: "2021-03-12".parse().unwrap(),
        end: None,
        basis: Basis::Weekday,
        evidence: evidence.clone(),
        ruling,
    });
    meeting.location = Some(Location {
        place: Some("Valletta".into()),
        country: "MLT".parse().ok(),
        venue: Some("Casa Leone".into()),
        evidence: evidence.clone(),
        ..Location::unknown(ruling)
    });
    meeting.participants = vec![person(1, "Maria Zerafa"), person(2, "Karim Jaziri")];
    record.commitments = vec![Commitment {
        parties: vec![party("MLT")],
        evidence,
        ..Commitment::in_words(CommitmentId::numbered(1), "Malta will reopen the line", ruling)
    }];
    record
});

fn party(code: &str) -> Party {
    Party { code: code.parse().unwrap(), name: code.into() }
}

fn words() -> impl Strategy<Value = String> {
    "[A-Za-zäé][a-zäé ,.'-]{0,20}[a-z]"
}

/// Any part, with any value of its kind that is not nothing.
fn part_and_value() -> impl Strategy<Value = (&'static Part, PartValue)> {
    let parties = || prop::sample::select(vec!["MLT", "TUN", "ITA"]).prop_map(party);
    prop::sample::select(Part::ALL).prop_flat_map(move |part| {
        let value: BoxedStrategy<PartValue> = match value(&RECORD, part).unwrap() {
            PartValue::Words(_) => words().prop_map(|words| PartValue::Words(Some(words))).boxed(),
            PartValue::Kind(_) => {
                prop::sample::select(MeetingKind::ALL).prop_map(|kind| PartValue::Kind(Some(kind))).boxed()
            }
            PartValue::Days(..) => (1..20, prop::option::of(20..28))
                .prop_map(move |(start, end)| {
                    let day = |day: i32| format!("2021-03-{day:02}").parse().unwrap();
                    // An article is published on one day.
                    PartValue::Days(Some(day(start)), end.map(day).filter(|_| !part.is_day()))
                })
                .boxed(),
            PartValue::Country(_) => prop::sample::select(vec!["MLT", "TUN"])
                .prop_map(|code| PartValue::Country(code.parse().ok()))
                .boxed(),
            PartValue::Party(_) => parties().prop_map(|party| PartValue::Party(Some(party))).boxed(),
            PartValue::Parties(_) => {
                prop::collection::vec(parties(), 0..3).prop_map(PartValue::Parties).boxed()
            }
            PartValue::Role(_) => prop::sample::select(Role::ALL).prop_map(PartValue::Role).boxed(),
            PartValue::Person(_) => prop::option::of(1..3_usize)
                .prop_map(|number| PartValue::Person(number.map(ParticipantId::numbered)))
                .boxed(),
            PartValue::Obligation(_) => {
                prop::sample::select(Obligation::ALL).prop_map(PartValue::Obligation).boxed()
            }
            PartValue::Precision(_) => {
                prop::sample::select(&Precision::ALL[..]).prop_map(PartValue::Precision).boxed()
            }
            PartValue::Until(_) => {
                (1..13).prop_map(|month| PartValue::Until(format!("2021-{month:02}").parse().ok())).boxed()
            }
            PartValue::Topics(_) => prop::collection::vec(words(), 0..3).prop_map(PartValue::Topics).boxed(),
        };
        (Just(part), value)
    })
}

/// The field of the record of these tests that a part is in: of a list, the first.
fn of(part: &Part) -> Option<Field> {
    let first =
        [Field::Participant(ParticipantId::numbered(1)), Field::Commitment(CommitmentId::numbered(1))];
    let in_list = |field: &Field| part.path.starts_with(field.row().path);
    part.field().or_else(|| first.into_iter().find(in_list))
}

fn value(record: &Record, part: &Part) -> Option<PartValue> {
    part.get(record, of(part).as_ref())
}

fn json(record: &Record) -> Value {
    serde_json::to_value(record).unwrap()
}

proptest! {
    #[test]
    fn a_part_holds_what_was_set_and_its_path_names_it_in_the_saved_record((part, new) in part_and_value()) {
        let mut after = RECORD.clone();
        let edit = RecordEdit::Set { part, of: of(part), value: new.clone() };
        edit.step().apply(&mut after, &LEXICON, &hand());
        prop_assert_eq!(value(&after, part), Some(new));

        let path = part.path.replace('*', "0");
        let (before, now) = (json(&RECORD), json(&after));
        let (was, is) = (before.pointer(&path), now.pointer(&path));
        prop_assert!(is.is_some(), "{} is in no saved record", path);
        prop_assert_eq!(was == is, value(&RECORD, part) == value(&after, part));
        let told = edits(&RECORD, &after, &hand());
        let is_told = told.iter().any(|edit| edit.path.starts_with(&path));
        // Of the review it stands in the record itself who did what when.
        prop_assert_eq!(is_told, was != is && !path.starts_with("/review"));
    }

    #[test]
    fn a_value_of_another_kind_sets_nothing(
        (part, _) in part_and_value(),
        (_, other) in part_and_value(),
    ) {
        let is_alike = std::mem::discriminant(&value(&RECORD, part).unwrap()) == std::mem::discriminant(&other);
        prop_assume!(!is_alike);
        let mut after = RECORD.clone();
        RecordEdit::Set { part, of: of(part), value: other }.step().apply(&mut after, &LEXICON, &hand());
        prop_assert_eq!(&after, &*RECORD);
    }

    #[test]
    fn evidence_and_ruling_of_a_field_are_those_that_were_set(
        ruling in prop::sample::select(Ruling::ALL),
        quoted in prop::bool::ANY,
    ) {
        for field in Field::all(&RECORD) {
            let mut record = RECORD.clone();
            let (evidence, said) = field.parts_mut(&mut record).unwrap();
            *said = ruling;
            if !quoted {
                evidence.clear();
            }
            prop_assert_eq!(field.ruling(&record), Some(ruling));
            prop_assert_eq!(field.evidence(&record).is_empty(), !quoted);
            let (_, ruled) = Field::ruled(&record).find(|(other, _)| *other == field).unwrap();
            prop_assert_eq!((ruled.ruling, ruled.evidence), (ruling, field.evidence(&record)));
            let path = format!("{}/ruling", path(&field));
            let saved = json(&record);
            prop_assert_eq!(saved.pointer(&path).and_then(Value::as_str), Some(ruling.saved()));
        }
    }
}

/// Where a field of the record of these tests stands in the saved record.
fn path(field: &Field) -> String {
    let people = || RECORD.meeting.participants.iter().map(|person| person.id.as_str());
    let ids: Vec<&str> = people().chain(RECORD.commitments.iter().map(|c| c.id.as_str())).collect();
    let place = field.id().and_then(|id| ids.iter().position(|known| *known == id)).unwrap_or_default();
    let place = if matches!(field, Field::Commitment(_)) { place - people().count() } else { place };
    field.row().path.replace('*', &place.to_string())
}

#[test]
fn a_value_that_a_reviewer_added_is_told_from_one_that_was_corrected() {
    let edit = |record: &mut Record, edit: RecordEdit| {
        let before = record.clone();
        edit.step().apply(record, &LEXICON, &hand());
        record.provenance.edits.extend(edits(&before, record, &hand()));
    };
    let mut record = RECORD.clone();
    (record.meeting.date, record.meeting.location) = (None, None);
    edit(&mut record, RecordEdit::ParticipantName(ParticipantId::numbered(1), "Mario Zerafa".into()));
    edit(&mut record, RecordEdit::CommitmentText(CommitmentId::numbered(1), "Malta may".into()));
    edit(&mut record, RecordEdit::Kind(MeetingKind::Multilateral));
    let added = |record: &Record| {
        let added = Added::of(record);
        Field::all(record).filter(|field| added.contains(field)).collect::<Vec<_>>()
    };
    assert_eq!(added(&record), []);
    edit(&mut record, RecordEdit::Day { start: "2021-03-11".parse().ok(), end: None });
    edit(&mut record, RecordEdit::Place(Some("Floriana".into())));
    edit(&mut record, RecordEdit::AddParticipant { name: "Ana Borg".into(), at: None });
    edit(&mut record, RecordEdit::AddCommitment { text: "Talks".into(), at: None });
    let (person, commitment) = (ParticipantId::numbered(3), CommitmentId::numbered(2));
    assert_eq!(added(&record), [Field::Date, Field::Location, person.into(), commitment.into()]);
    let mut kindless = RECORD.clone();
    kindless.meeting.kind = None;
    edit(&mut kindless, RecordEdit::Kind(MeetingKind::VideoCall));
    assert_eq!(added(&kindless), [Field::Kind]);
}

#[test]
fn no_two_parts_stand_in_one_place() {
    let mut paths: Vec<&str> = Part::ALL.iter().map(|part| part.path).collect();
    paths.sort_unstable();
    assert!(paths.windows(2).all(|pair| pair[0] != pair[1]), "{paths:?}");
}
