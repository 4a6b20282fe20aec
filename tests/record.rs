//! The saved record: what is written is what is read, and what is wrong is found where it is.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test stops at the first thing that is not as promised"
)]

mod common;

use std::path::Path;

use chancery::extract::extract;
use chancery::import::import;
use chancery::lexicon::Lexicon;
use chancery::model::{
    ContactNumber, Evidence, MeetingKind, Record, RecordError, RecordId, RuleName, Ruling, Sha256Hex, schema,
};
use chancery::store::read_records;
use common::record;
use serde_json::{Value, json};

const SCHEMA_FILE: &str = "assets/schema/record.schema.json";

/// The record as JSON, changed by hand at one place.
fn changed(pointer: &str, to: Value) -> String {
    let mut value = serde_json::to_value(record()).unwrap();
    *value.pointer_mut(pointer).unwrap() = to;
    value.to_string()
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let lexicon = Lexicon::built_in();
    let article = import("harbour-line.txt", common::ARTICLE.as_bytes(), &lexicon).unwrap();
    for record in [record(), extract(&article, &lexicon)] {
        let json = record.to_json().unwrap();
        let read = Record::from_json(&json).unwrap();
        assert_eq!(read, record);
        assert_eq!(read.to_json().unwrap(), json);
    }
}

#[test]
fn evidence_stands_in_its_text_in_every_script() {
    let article = "Ministers met in 北京 on Friday 🤝🏽\n\nWang Yi (王毅) said that 中国 will open the port. \
                   وزير الخارجية met Čaputová, who said that Slovakia will send 1️⃣ ship by June to שלום harbour.\n";
    let lexicon = Lexicon::built_in();
    let article = import("scripts.txt", article.as_bytes(), &lexicon).unwrap();
    let mut record = extract(&article, &lexicon);
    let mut found = common::record().commitments.remove(0);
    found.speaker = None;
    let quotes = ["北京", "🤝🏽", "王毅", "وزير الخارجية", "Čaputová", "1️⃣ ship", "שלום"];
    let quote = |words: &&str| {
        let at = article.text.find(words).unwrap();
        let span = article.text.span(at..at + words.len()).unwrap();
        Evidence::quote(&article.text, span, RuleName::REVIEWER)
    };
    found.evidence = quotes.iter().map(quote).collect();
    record.commitments = vec![found];
    let read = Record::from_json(&record.to_json().unwrap()).unwrap();
    let value = serde_json::to_value(&read).unwrap();
    let text: Vec<char> = read.article.text.chars().collect();
    for (evidence, words) in value["commitments"][0]["evidence"].as_array().unwrap().iter().zip(quotes) {
        let place = |name: &str| usize::try_from(evidence[name].as_u64().unwrap()).unwrap();
        assert_eq!(text[place("start")..place("end")].iter().collect::<String>(), words);
        assert_eq!(evidence["exact"], words);
    }
}

/// The three articles of the file were saved by the first program: one of which somebody changed the kind,
/// one that was reviewed, one as it was proposed.
#[test]
fn records_of_version_1_become_records_of_the_present_version() {
    let path = Path::new("tests/fixtures/record/version-1.jsonl");
    let read = read_records(path, &std::fs::read(path).unwrap()).unwrap();
    let records: Vec<Record> = read.into_iter().map(Result::unwrap).collect();
    let kinds: Vec<_> = records.iter().map(|record| record.meeting.kind.clone().unwrap()).collect();
    let told: Vec<_> = kinds.iter().map(|kind| (kind.value, kind.ruling)).collect();
    let expected = [
        (MeetingKind::Multilateral, Ruling::Corrected),
        (MeetingKind::PhoneCall, Ruling::Confirmed),
        (MeetingKind::InPerson, Ruling::Proposed),
    ];
    assert_eq!(told, expected);
    for (record, kind) in records.iter().zip(&kinds) {
        let words: Vec<&str> = kind.evidence.iter().map(Evidence::exact).collect();
        assert_eq!(words, [record.article.title.as_deref().unwrap()], "the headline stands for them");
        assert_eq!((record.number, record.article.part), (ContactNumber::MAIN, None));
        assert_eq!(record.id.as_str(), &record.article.sha256.as_str()[..16]);
        let json = record.to_json().unwrap();
        assert!(json.starts_with("{\n  \"schema\": \"chancery.record/2\""), "nothing else is written");
        assert_eq!(Record::from_json(&json).as_ref(), Ok(record));
        assert!(validator().is_valid(&serde_json::to_value(record).unwrap()));
    }
    let edits = records.iter().flat_map(|record| &record.provenance.edits);
    let of_kind: Vec<&str> = edits.map(|edit| &*edit.path).filter(|path| path.contains("kind")).collect();
    assert_eq!(of_kind, ["/meeting/kind/value"]);
}

#[test]
fn a_record_of_version_1_is_one_as_the_engine_proposed_it_but_for_its_words() {
    let old = Record::from_json(include_str!("fixtures/record/version-1.json")).unwrap();
    assert_eq!(old.meeting.known_kind(), Some(MeetingKind::Correspondence));
    assert!(old.evidenced().all(|(_, _, ruling)| ruling == Ruling::Proposed));
    let damaged = include_str!("fixtures/record/version-1.json").replace("correspondence", "telepathy");
    let Err(RecordError::Faulty(faults)) = Record::from_json(&damaged) else { panic!("it is damaged") };
    assert_eq!(faults[0].path, "/meeting/kind");
}

#[test]
fn each_contact_of_an_article_has_an_id_of_its_own() {
    let mut record = record();
    let digest = record.article.sha256.clone();
    let ids: Vec<RecordId> =
        (1..4).map(|number| RecordId::of(&digest, ContactNumber::new(number).unwrap())).collect();
    assert_eq!(ids[0].as_str(), &digest.as_str()[..16]);
    let second = Sha256Hex::of(format!("{}#2", digest.as_str()).as_bytes());
    assert_eq!(ids[1].as_str(), &second.as_str()[..16]);
    assert_ne!(ids[1], ids[2]);
    record.number = ContactNumber::new(2).unwrap();
    let faults = record.faults();
    assert_eq!((faults.len(), faults[0].path.as_str()), (1, "/id"), "it is that of the main contact");
    record.id = ids[1].clone();
    assert_eq!(Record::from_json(&record.to_json().unwrap()), Ok(record));
}

#[test]
fn where_nothing_is_claimed_there_is_no_kind() {
    let mut record = record();
    record.meeting.kind = None;
    let json = record.to_json().unwrap();
    assert!(json.contains("\"kind\": null"));
    assert_eq!(Record::from_json(&json).as_ref(), Ok(&record));
    assert!(validator().is_valid(&serde_json::to_value(&record).unwrap()));
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(SCHEMA_FILE).unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn a_record_of_a_newer_version_is_refused_by_name() {
    let error = Record::from_json(&changed("/schema", json!("chancery.record/3"))).unwrap_err();
    assert_eq!(error, RecordError::OtherVersion { found: "chancery.record/3".into() });
    assert!(error.to_string().contains("newer Chancery"), "{error}");
}

#[test]
fn what_is_damaged_is_told_by_its_place() {
    let cases = [
        ("/meeting/participants/1/role", json!("guest"), "/meeting/participants/1/role"),
        ("/meeting/date/start", json!("2021-02-30"), "/meeting/date/start"),
        ("/commitments/0/evidence/0/start", json!(3), "/commitments/0/evidence/0"),
        ("/commitments/0/speaker", json!("p9"), "/commitments/0/speaker"),
        ("/meeting/participants/1/id", json!("p1"), "/meeting/participants/1/id"),
        ("/meeting/location/evidence", json!([]), "/meeting/location"),
        ("/meeting/kind/evidence", json!([]), "/meeting/kind"),
        ("/meeting/kind", json!("in_person"), "/meeting/kind"),
        ("/number", json!(0), "/number"),
        ("/commitments/1/precision", json!(7), "/commitments/1/precision"),
    ];
    for (pointer, to, place) in cases {
        match Record::from_json(&changed(pointer, to)) {
            Err(RecordError::Faulty(faults)) => {
                assert!(faults.iter().any(|fault| fault.path == place), "{pointer}: {faults:?}");
            }
            other => panic!("{pointer}: {other:?}"),
        }
    }
}

#[test]
fn what_is_no_record_is_said_to_be_none() {
    assert_eq!(Record::from_json(r#"{"name": "chancery"}"#), Err(RecordError::NotARecord));
    assert!(matches!(Record::from_json("{"), Err(RecordError::NotJson { line: 1, .. })));
}

#[test]
fn a_saved_record_is_valid_by_the_published_schema() {
    let validator = validator();
    let value = serde_json::to_value(record()).unwrap();
    assert!(validator.is_valid(&value), "{:?}", validator.iter_errors(&value).collect::<Vec<_>>());
    let damaged: Value = serde_json::from_str(&changed("/commitments/1/precision", json!(7))).unwrap();
    assert!(!validator.is_valid(&damaged));
}

/// To bring the file in step: `UPDATE_SCHEMA=1 cargo test --test record`.
#[test]
fn the_published_schema_is_that_of_the_types() {
    let current = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::create_dir_all(Path::new(SCHEMA_FILE).parent().unwrap()).unwrap();
        std::fs::write(SCHEMA_FILE, &current).unwrap();
    }
    let published = std::fs::read_to_string(SCHEMA_FILE).unwrap_or_default();
    assert!(
        published == current,
        "{SCHEMA_FILE} is not in step; run: UPDATE_SCHEMA=1 cargo test --test record"
    );
}
