//! An invented article and its record, as the engine might propose it.

use std::sync::Arc;

use chancery::model::{
    Article, Basis, Commitment, CommitmentId, ContactKind, ContactNumber, Dateline, Day, Evidence, Location,
    Meeting, MeetingDate, MeetingKind, Obligation, Participant, ParticipantId, Party, Precision, Provenance,
    Record, Review, Role, RuleName, Ruling, SchemaVersion, Text,
};

const TEXT: &str = "Ministers agree to reopen the harbour line

VALLETTA, 14 March 2021 – Foreign Minister Marija Vella received her Tunisian counterpart Slim Gharbi at the Auberge de Castille on Friday for a day of talks on transport, fisheries and migration. Deputy Minister Karmenu Borg and Ambassador Leila Trabelsi also attended.

“Malta will reopen the harbour line by June and will pay for two new ferries,” Vella said after the meeting. Gharbi replied that Tunisia pledges to train 200 Maltese pilots before the end of 2021, if both parliaments ratify the seafarers’ convention.

Both sides agreed to exchange catch data on bluefin tuna every month. Tunisia also stands ready to host a second round in Sfax in the autumn, he added, “as soon as the health situation allows”.

The ministers spoke of a friendship that had outlasted many governments. They did not take questions. A joint committee of the two ministries will go through the details of the timetable, the tariffs and the certificates that crews need, and will report to both capitals. Observers noted that the line, closed for three years, used to carry some 40,000 passengers in a season, most of them families on their way to weddings and holidays.

Vella thanked the ambassador for her patience. The talks ended with a walk through the Upper Barrakka Gardens.";

/// The record of the article, every value proposed.
pub fn record() -> Record {
    let text = Text::new(TEXT);
    let quote = |words: &str, rule: &'static str| {
        let at = text.find(words).unwrap_or_else(|| panic!("no {words}"));
        vec![Evidence::quote(&text, text.span(at..at + words.len()).unwrap(), RuleName::new(rule))]
    };
    let party = |code: &str, name: &str| Party { code: code.parse().unwrap(), name: name.into() };
    let (malta, tunisia) = (party("MLT", "Malta"), party("TUN", "Tunisia"));
    let person = |number, name: &str, title: &str, party: &Party, role, words: &str| Participant {
        title: Some(title.into()),
        party: Some(party.clone()),
        role,
        evidence: quote(words, "title_name"),
        ..Participant::named(ParticipantId::numbered(number), name, Ruling::Proposed)
    };
    let commitment = |number, words: &str, parties: &[&Party], obligation, precision: u8| Commitment {
        parties: parties.iter().copied().cloned().collect(),
        speaker: Some(ParticipantId::numbered(if number == 1 { 1 } else { 2 })),
        toward: Vec::new(),
        obligation,
        precision: Precision::try_from(precision).unwrap(),
        deadline: (number == 1).then(|| "2021-06".parse().unwrap()),
        topics: Vec::new(),
        evidence: quote(words, "modal_will"),
        ..Commitment::in_words(CommitmentId::numbered(number), words, Ruling::Proposed)
    };
    let article = Article {
        title: Some("Ministers agree to reopen the harbour line".into()),
        publisher: Some("Example Wire".into()),
        published: Day::new(2021, 3, 14),
        dateline: Some(Dateline {
            place: Some("Valletta".into()),
            country: "MLT".parse().ok(),
            date: Day::new(2021, 3, 14),
        }),
        ..Article::plain("harbour-talks.txt", TEXT)
    };
    Record {
        schema: SchemaVersion::V2,
        id: article.record_id(ContactNumber::MAIN),
        number: ContactNumber::MAIN,
        article: Arc::new(article),
        meeting: Meeting {
            kind: Some(ContactKind {
                evidence: quote("received", "face_to_face"),
                ..ContactKind::of(MeetingKind::InPerson, Ruling::Proposed)
            }),
            date: Some(MeetingDate {
                start: Day::new(2021, 3, 12).unwrap(),
                end: None,
                basis: Basis::Weekday,
                evidence: quote("on Friday", "weekday"),
                ruling: Ruling::Proposed,
            }),
            location: Some(Location {
                place: Some("Valletta".into()),
                country: "MLT".parse().ok(),
                venue: Some("Auberge de Castille".into()),
                evidence: quote("Auberge de Castille", "venue"),
                ..Location::unknown(Ruling::Proposed)
            }),
            participants: vec![
                person(1, "Marija Vella", "Foreign Minister", &malta, Role::Host, "Marija Vella"),
                person(2, "Slim Gharbi", "Foreign Minister", &tunisia, Role::Principal, "Slim Gharbi"),
                person(3, "Karmenu Borg", "Deputy Minister", &malta, Role::Delegation, "Karmenu Borg"),
                person(4, "Leila Trabelsi", "Ambassador", &tunisia, Role::Delegation, "Leila Trabelsi"),
            ],
        },
        commitments: vec![
            commitment(1, "Malta will reopen the harbour line by June", &[&malta], Obligation::Plain, 2),
            commitment(
                2,
                "Tunisia pledges to train 200 Maltese pilots before the end of 2021",
                &[&tunisia],
                Obligation::Explicit,
                3,
            ),
            commitment(
                3,
                "Both sides agreed to exchange catch data on bluefin tuna every month",
                &[&malta, &tunisia],
                Obligation::Explicit,
                2,
            ),
            commitment(
                4,
                "Tunisia also stands ready to host a second round in Sfax in the autumn",
                &[&tunisia],
                Obligation::Hedged,
                2,
            ),
        ],
        review: Review::default(),
        provenance: Provenance { extractor: "chancery test".into(), edits: Vec::new() },
    }
}
