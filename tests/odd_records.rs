//! What `check` calls valid can be put into any library and read back, whatever characters it is made of.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use chancery::export::{Contents, FORMATS as EXPORT_FORMATS, Shape};
use chancery::model::EntryId;
use chancery::model::{ContactNumber, Day, Edit, Evidence, Line, Record, RuleName, Sha256Hex, Text};
use chancery::store::Library;
use chancery::store::read_records;
use chancery::work::{Export, ExportRun, Put, check_file, import_files, marks};
use common::record;
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::tempdir;

/// A character that something has stumbled over before, or may.
fn odd_character() -> impl Strategy<Value = String> {
    const LINE_BREAKS: &[&str] =
        &["\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\t"];
    const TURNING: &[&str] =
        &["\u{202e}", "\u{202a}", "\u{2066}", "\u{2069}", "\u{200f}", "\u{200d}", "\u{feff}", "\u{ad}"];
    const LETTERS: &[&str] =
        &["e\u{301}\u{327}\u{301}", "🤝🏽", "👩‍👩‍👧", "1️⃣", "王毅", "وزير", "שלום", "ﬁ", "İ", "ß", "\u{1d15e}"];
    const EDGES: &[&str] =
        &["\u{d7ff}", "\u{e000}", "\u{fffd}", "\u{fffe}", "\u{ffff}", "\u{10ffff}", "\u{1f}", "\u{7f}", "\0"];
    const SIGNS: &[&str] =
        &["\"", "'", "\\", "%", "_", "*", "=", "<b>", "&amp;", "$1", ";--", "{", "[", "file:x", "../"];
    prop_oneof![
        4 => "[a-zA-Z ]{1,8}",
        2 => prop::sample::select(LINE_BREAKS).prop_map(str::to_owned),
        2 => prop::sample::select(TURNING).prop_map(str::to_owned),
        2 => prop::sample::select(LETTERS).prop_map(str::to_owned),
        2 => prop::sample::select(EDGES).prop_map(str::to_owned),
        2 => prop::sample::select(SIGNS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => (0u8..32).prop_map(|control| char::from(control).to_string()),
    ]
}

fn odd_text() -> impl Strategy<Value = String> {
    prop_oneof![
        10 => prop::collection::vec(odd_character(), 0..10).prop_map(|parts| parts.concat()),
        1 => (odd_character(), 1usize..3_000).prop_map(|(part, times)| part.repeat(times)),
    ]
}

/// Anything that an edit may tell of.
fn odd_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        odd_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 12, 3, |value| {
        prop_oneof![
            prop::collection::vec(value.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map(odd_text(), value, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A record with odd text wherever text may stand, as a file may have it.
fn odd_record() -> impl Strategy<Value = (String, Sha256Hex)> {
    let texts = prop::collection::vec(odd_text(), PLACES.len());
    (texts, odd_text(), odd_value(), odd_value(), 0usize..90).prop_map(|(texts, more, from, to, depth)| {
        let mut record = record();
        let mut article = (*record.article).clone();
        article.sha256 = Sha256Hex::of(texts.concat().as_bytes());
        let begins = article.text.len();
        article.text = Text::new(format!("{}{more}", article.text.as_str()));
        record.id = article.record_id(ContactNumber::MAIN);
        if let Some(span) = article.text.span(begins..article.text.len()) {
            record.commitments.first_mut().unwrap().evidence.push(Evidence::quote(
                &article.text,
                span,
                RuleName::REVIEWER,
            ));
        }
        record.article = article.into();
        let to = (0..depth).fold(to, |value, _| json!([value]));
        let (at, by) = ("2021-03-20T09:12:44Z".parse().unwrap(), Line::from(more.as_str()));
        record.provenance.edits.push(Edit { at, by, path: more, from, to });
        let mut value = serde_json::to_value(&record).unwrap();
        for (place, text) in PLACES.iter().zip(texts) {
            let (parent, key) = place.rsplit_once('/').unwrap();
            let parent = value.pointer_mut(parent).and_then(Value::as_object_mut).unwrap();
            parent.insert(key.to_owned(), text.into());
        }
        (value.to_string(), record.article.sha256.clone())
    })
}

/// Where a record has text that is not told by its type.
const PLACES: &[&str] = &[
    "/article/file_name",
    "/article/media_type",
    "/article/language",
    "/article/title",
    "/article/publisher",
    "/article/byline",
    "/article/url",
    "/article/dateline/place",
    "/meeting/location/place",
    "/meeting/location/venue",
    "/meeting/participants/0/name",
    "/meeting/participants/0/title",
    "/meeting/participants/0/party/name",
    "/meeting/participants/1/party/name",
    "/commitments/0/text",
    "/commitments/0/condition",
    "/commitments/0/parties/0/name",
    "/commitments/1/parties/0/name",
    "/review/reviewer",
    "/review/notes",
    "/review/flag",
    "/provenance/extractor",
];

/// The records of a library, after a look at whether it is sound.
fn sound(path: &Path) -> Vec<Record> {
    let library = Library::open_for_reading(path, marks).unwrap();
    assert_eq!(library.check().unwrap(), Vec::<String>::new(), "{}", path.display());
    let mut ids: Vec<EntryId> = Vec::new();
    library.entries(|entry| ids.push(entry.id)).unwrap();
    ids.into_iter().map(|id| library.record(id).unwrap().unwrap()).collect()
}

fn put(library: &Path, files: Vec<PathBuf>) -> Vec<Put> {
    let mut put = Vec::new();
    import_files(library, files, |imported| put.push(imported.put.unwrap())).unwrap();
    put
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_check_calls_valid_goes_through_everything(records in prop::collection::vec(odd_record(), 6)) {
        let folder = tempdir().unwrap();
        let library = folder.path().join("talks.chancery");
        let mut files = Vec::new();
        let mut expected: Vec<Record> = Vec::new();
        for (number, (json, digest)) in records.iter().enumerate() {
            if expected.iter().any(|record| record.article.sha256 == *digest) {
                continue;
            }
            let file = folder.path().join(format!("{number}.json"));
            fs::write(&file, json).unwrap();
            prop_assert_eq!(check_file(&file).unwrap(), Ok(1));
            let record = Record::from_json(json).unwrap();
            for name in record.meeting.parties().iter().map(|party| &party.name).chain(&record.review.reviewer) {
                prop_assert!(Line::is_one(name));
            }
            expected.push(record);
            files.push(file);
        }
        prop_assert!(put(&library, files.clone()).iter().all(|put| *put == Put::Added));
        prop_assert_eq!(&sound(&library), &expected);

        let opened = Library::open_for_reading(&library, marks).unwrap();
        for record in &expected {
            for typed in [&record.review.notes, &record.commitments[0].text, &*record.meeting.participants[0].name] {
                opened.best(typed, 5).unwrap();
                opened.find(typed).unwrap();
                opened.names_like(typed, 5).unwrap();
            }
        }
        for format in EXPORT_FORMATS.iter().filter(|format| matches!(format.shape, Shape::Records(_))) {
            let exported = folder.path().join("exported").with_extension(format.extension);
            let mut bytes = Vec::new();
            let export = Export::of(&opened, true, "", format, Contents::default()).unwrap();
            export.write(&opened, None, &mut bytes, &ExportRun::of(&export)).unwrap();
            let read: Vec<Record> =
                read_records(&exported, &bytes).unwrap().into_iter().map(Result::unwrap).collect();
            prop_assert_eq!(&read, &expected, "exported as {}", format.name);
            fs::write(&exported, bytes).unwrap();
            prop_assert!(put(&library, vec![exported]).iter().all(|put| *put == Put::Known));
        }

        let copy = folder.path().join("copy.chancery");
        opened.back_up(&copy).unwrap();
        drop(opened);
        prop_assert_eq!(&sound(&copy), &expected);
        let recovery = Library::recover(&copy, Day::new(2021, 3, 14).unwrap(), marks).unwrap();
        prop_assert_eq!((recovery.articles, recovery.lost), (expected.len(), 0));
        prop_assert_eq!(&sound(&copy), &expected);
    }
}

#[test]
fn letters_outside_the_first_plane_are_read_as_json_writes_them_and_half_ones_are_refused() {
    let escaped = |name: &str| {
        let mut value = serde_json::to_value(record()).unwrap();
        value["meeting"]["participants"][0]["name"] = "NAME".into();
        Record::from_json(&value.to_string().replace("NAME", name))
    };
    assert_eq!(escaped("\\ud83e\\udd1d").unwrap().meeting.participants[0].name, "🤝");
    for half in ["\\ud83e", "\\udd1d", "\\ud83e\\ud83e"] {
        let error = escaped(half).unwrap_err().to_string();
        assert!(error.contains("line 1, column"), "{half}: {error}");
    }
}

#[test]
fn what_is_too_deep_to_be_exported_is_refused_at_the_gate() {
    let nested = |levels: usize| (0..levels).fold(json!(1), |value, _| json!([value]));
    let with = |levels: usize| {
        let mut record = record();
        let at = "2021-03-20T09:12:44Z".parse().unwrap();
        let (by, path, from) = ("A".into(), "/x".into(), Value::Null);
        record.provenance.edits.push(Edit { at, by, path, from, to: nested(levels) });
        Record::from_json(&record.to_json().unwrap())
    };
    let record = with(100).unwrap();
    let array = serde_json::to_string(&[&record]).unwrap();
    assert_eq!(read_records(Path::new("all.json"), array.as_bytes()).unwrap(), [Ok(record)]);
    assert!(with(101).unwrap_err().to_string().contains("/provenance/edits/0/to"));
}
