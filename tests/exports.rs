//! What exports promise: tables with keys that read back to the same values, in every format; what is left out stays
//! out; conditions; and an export that fails or is stopped leaves nothing.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first thing that is not as promised"
)]

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use calamine::{Data, Reader, Xlsx};
use chancery::export::{Contents, ExportFormat, FORMATS, Kind, Rows, TABLES, Value};
use chancery::model::{
    Article, Commitment, CommitmentId, Day, Instant, Line, Participant, ParticipantId, Record, Ruling,
};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use proptest::prelude::*;

/// The files of a bundle, in memory.
type Files = HashMap<String, Vec<u8>>;

#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn bundle(format: &str, records: &[Record], contents: Contents) -> Files {
    let format = ExportFormat::named(format).unwrap();
    let mut sinks: Vec<(String, Sink)> = Vec::new();
    let records = records.iter().map(Cow::Borrowed);
    format
        .write_bundle(records, contents, &mut |name| {
            let sink = Sink::default();
            sinks.push((name.to_owned(), sink.clone()));
            Ok(Box::new(sink))
        })
        .unwrap();
    sinks.into_iter().map(|(name, sink)| (name, sink.0.lock().unwrap().clone())).collect()
}

fn file(format: &str, records: &[Record], contents: Contents) -> Vec<u8> {
    let mut bytes = Vec::new();
    let records = records.iter().map(Cow::Borrowed);
    let mut spool =
        || -> io::Result<Box<dyn chancery::export::Spool>> { Ok(Box::new(io::Cursor::new(Vec::new()))) };
    ExportFormat::named(format).unwrap().write(records, contents, &mut spool, &mut bytes).unwrap();
    bytes
}

/// A cell as a reader has it: empty where there is none.
fn tables(records: &[Record], contents: Contents) -> Vec<(String, Vec<Vec<String>>)> {
    let mut rows = Rows::new(contents);
    let mut tables: Vec<_> = rows.tables().iter().map(|table| (table.name.to_owned(), Vec::new())).collect();
    let columns: Vec<Vec<_>> = rows.tables().iter().map(|table| table.columns(contents).collect()).collect();
    for record in records {
        let record = contents.of(Cow::Borrowed(record));
        rows.of(&record, |at, row| {
            let cells = columns[at].iter().map(|column| column.value(row).to_string());
            tables[at].1.push(cells.collect());
            Ok(())
        })
        .unwrap();
    }
    tables
}

/// A record of what these strings say.
fn record(text: &str, words: &[String]) -> Record {
    let word = |at: usize| words[at % words.len()].clone();
    let article = Article {
        title: Some(word(0).into()),
        published: Day::new(1899 + i16::try_from(words.len()).unwrap(), 3, 14),
        publisher: Some(word(1).into()),
        ..Article::plain(Line::from(word(2)), text)
    };
    let mut record: Record =
        chancery::extract::read(&article.into(), &chancery::lexicon::Lexicon::built_in())
            .into_iter()
            .next()
            .unwrap()
            .record;
    for at in 0..words.len() {
        let person = Participant::named(ParticipantId::numbered(900 + at), word(at), Ruling::Corrected);
        record.meeting.participants.push(person);
        let said = Commitment::in_words(CommitmentId::numbered(900 + at), word(at + 1), Ruling::RuledOut);
        record.commitments.push(said);
    }
    record.review.notes = words.join("\n");
    record.review.reviewed_at = Some("2021-03-20T09:12:44Z".parse::<Instant>().unwrap());
    record
}

const TEXT: &str = "Ministers agree\n\nVALLETTA, 14 March 2021\n\nForeign Minister Maria Zerafa of Malta met Foreign \
                    Minister Ali Ben Salah of Tunisia in Valletta on Friday. Malta will reopen the harbour line by June.";

fn records() -> Vec<Record> {
    vec![record(TEXT, &["=1+1".into(), "Čaputová 王毅 🤝".into(), "NA".into(), "'quoted, \"twice\"".into()])]
}

/// What readers of the CSV tables take away.
fn without_apostrophe(cell: &str) -> &str {
    let runs = |rest: &&str| {
        rest.trim_start_matches('\'')
            .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    };
    cell.strip_prefix('\'').filter(runs).unwrap_or(cell)
}

fn check_csv(records: &[Record], contents: Contents) {
    let files = bundle("csv", records, contents);
    for (name, rows) in tables(records, contents) {
        let mut reader = csv::Reader::from_reader(files[&format!("{name}.csv")].as_slice());
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(|cell| without_apostrophe(cell).to_owned()).collect())
            .collect();
        assert_eq!(read, rows, "{name}.csv");
    }
}

fn check_parquet(records: &[Record], contents: Contents) {
    let files = bundle("parquet", records, contents);
    for (name, rows) in tables(records, contents) {
        let mut on_disk = tempfile::tempfile().unwrap();
        on_disk.write_all(&files[&format!("{name}.parquet")]).unwrap();
        let reader = SerializedFileReader::new(on_disk).unwrap();
        let cell = |field: &Field| match field {
            Field::Null => String::new(),
            Field::Str(text) => text.clone(),
            Field::Long(number) => number.to_string(),
            Field::Bool(flag) => flag.to_string(),
            Field::Date(days) => Day::new(1970, 1, 1).unwrap().plus_days(*days).unwrap().to_string(),
            Field::TimestampMillis(at) => jiff::Timestamp::from_millisecond(*at).unwrap().to_string(),
            other => panic!("{other:?}"),
        };
        let read: Vec<Vec<String>> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().get_column_iter().map(|(_, field)| cell(field)).collect())
            .collect();
        assert_eq!(read, rows, "{name}.parquet");
    }
}

fn check_excel(records: &[Record], contents: Contents) {
    let bytes = file("xlsx", records, contents);
    let mut workbook: Xlsx<_> = Xlsx::new(io::Cursor::new(bytes)).unwrap();
    for (name, rows) in tables(records, contents) {
        let table = TABLES.iter().find(|table| table.name == name).unwrap();
        let columns: Vec<_> = table.columns(contents).collect();
        let range = workbook.worksheet_range(&name).unwrap();
        for (down, row) in rows.iter().enumerate() {
            for (across, cell) in row.iter().enumerate() {
                let place = (u32::try_from(down + 1).unwrap(), u32::try_from(across).unwrap());
                let read = match range.get_value(place) {
                    None | Some(Data::Empty) => String::new(),
                    Some(Data::String(text)) => text.clone(),
                    Some(Data::Float(number)) => number.to_string(),
                    Some(Data::Int(number)) => number.to_string(),
                    Some(Data::Bool(flag)) => flag.to_string(),
                    Some(Data::DateTime(at)) => {
                        let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
                        let day = format!("{year:04}-{month:02}-{day:02}");
                        match columns[across].kind {
                            Kind::Day => day,
                            _ => format!("{day}T{hour:02}:{minute:02}:{second:02}Z"),
                        }
                    }
                    other => panic!("{other:?}"),
                };
                assert_eq!(&read, cell, "{name}.{}", columns[across].name);
            }
        }
    }
}

#[test]
fn every_table_reads_back_to_the_same_values() {
    for contents in
        [Contents::default(), Contents::ALL, Contents { texts: false, rejected: false, edits: false }]
    {
        check_csv(&records(), contents);
        check_parquet(&records(), contents);
        check_excel(&records(), contents);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_a_record_holds_its_tables_read_back_to_the_same(
        words in prop::collection::vec("['=+@,;\"\\n\\t -]{0,3}[\\PC]{0,6}", 1..5),
        text in "[\\PC\\n]{0,80}",
    ) {
        let records = [record(&text, &words)];
        check_csv(&records, Contents::ALL);
        check_parquet(&records, Contents::ALL);
        check_excel(&records, Contents::ALL);
    }
}

#[test]
fn quotations_stand_in_the_text_in_code_points_and_point_at_their_values() {
    let tables: HashMap<_, _> = tables(&records(), Contents::ALL).into_iter().collect();
    let column = |table: &str, name: &str| {
        let table = TABLES.iter().find(|known| known.name == table).unwrap();
        table.columns.iter().position(|column| column.name == name).unwrap()
    };
    let text: Vec<char> = tables["articles"][0][column("articles", "text")].chars().collect();
    let of = |row: &Vec<String>, name: &str| row[column("evidence", name)].clone();
    assert!(tables["evidence"].len() > 4);
    for row in &tables["evidence"] {
        let (start, end): (usize, usize) =
            (of(row, "start_char").parse().unwrap(), of(row, "end_char").parse().unwrap());
        assert_eq!(text[start..end].iter().collect::<String>(), of(row, "exact"));
        let ids = match of(row, "supports").as_str() {
            "participant" => Some(&tables["participants"]),
            "commitment" => Some(&tables["commitments"]),
            _ => None,
        };
        assert!(ids.is_none_or(|rows| rows.iter().any(|known| known[1] == of(row, "of"))), "{row:?}");
    }
}

#[test]
fn an_article_has_one_row_however_many_contacts_it_reports() {
    let mut second = records().remove(0);
    second.number = second.number.next();
    second.id = second.article.record_id(second.number);
    let both = [records().remove(0), second];
    let tables: HashMap<_, _> = tables(&both, Contents::ALL).into_iter().collect();
    assert_eq!((tables["articles"].len(), tables["meetings"].len()), (1, 2));
    assert_eq!(tables["meetings"][0][1], tables["meetings"][1][1], "both refer to it");
}

#[test]
fn what_is_left_out_is_in_no_format() {
    let secret = "zqxsecretzqx";
    let mut of_text = records().remove(0);
    let article = Article::plain("a.txt", format!("{TEXT} And {secret}.").as_str());
    of_text.article = article.into();
    of_text.id = of_text.article.record_id(of_text.number);
    let contents = Contents { texts: false, rejected: false, edits: false };
    let mut of_rejected = records().remove(0);
    of_rejected.commitments.push(Commitment::in_words(CommitmentId::numbered(77), secret, Ruling::RuledOut));
    for format in FORMATS {
        for record in [&of_text, &of_rejected] {
            let written: Vec<Vec<u8>> = match format.is_bundle() {
                true => bundle(format.name, std::slice::from_ref(record), contents).into_values().collect(),
                false if format.name == "xlsx" => continue,
                false => vec![file(format.name, std::slice::from_ref(record), contents)],
            };
            let holds = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(secret);
            assert!(!written.iter().any(holds), "{}", format.name);
        }
    }
}

#[test]
fn events_say_who_consulted_and_who_agreed_with_whom() {
    let lines = String::from_utf8(file("plover", &records(), Contents::default())).unwrap();
    let events: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let consult = events.iter().find(|event| event["event"][0] == "CONSULT").unwrap();
    assert_eq!(consult["mode"], "visit", "{consult}");
    assert_eq!(
        (&consult["source"][0]["code"], &consult["recipient"][0]["code"]),
        (&"TUN".into(), &"MLT".into())
    );
    let agree = events.iter().find(|event| event["event"][0] == "AGREE").unwrap();
    assert_eq!(agree["source"][0]["code"], "MLT", "{agree}");
}

#[test]
fn networks_tell_who_met_whom_and_who_promised() {
    let xml = String::from_utf8(file("graphml", &records(), Contents::default())).unwrap();
    assert!(xml.contains("<node id=\"MLT\">") && xml.contains("source=\"MLT\" target=\"TUN\""), "{xml}");
    let files = bundle("edges", &records(), Contents::default());
    let edges = String::from_utf8(files["edges.csv"].clone()).unwrap();
    assert!(edges.contains("MLT,TUN,Undirected,1,met"), "{edges}");
}

#[test]
fn annotations_quote_the_text_with_its_place() {
    let page: serde_json::Value =
        serde_json::from_slice(&file("jsonld", &records(), Contents::default())).unwrap();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    let text: Vec<char> = TEXT.chars().collect();
    for item in page["items"].as_array().unwrap() {
        let selectors = &item["target"]["selector"];
        let at = |name: &str| usize::try_from(selectors[1][name].as_u64().unwrap()).unwrap();
        let exact: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(selectors[0]["exact"], exact.as_str());
    }
}

#[test]
fn more_rows_than_a_workbook_takes_are_told_before_anything_is_written() {
    let contents = Contents::default();
    let mut preview = chancery::export::Preview::of(records().iter().map(Cow::Borrowed), contents);
    let excel = ExportFormat::named("xlsx").unwrap();
    assert_eq!(excel.objection(&preview), None);
    preview.tables[4].count = 1_048_576;
    let told = excel.objection(&preview).unwrap();
    assert!(told.contains("1,048,575 rows") && told.contains("evidence would have 1,048,576"), "{told}");
    assert_eq!(ExportFormat::named("parquet").unwrap().objection(&preview), None);
}

#[test]
fn a_value_is_shown_as_tables_have_it() {
    assert_eq!(Value::None.to_string(), "");
    assert_eq!(Value::Flag(true).to_string(), "true");
    assert!(Path::new("assets/tables/plover.tsv").is_file());
}
