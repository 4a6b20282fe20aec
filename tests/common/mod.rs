//! What several tests share: a record with proposals of every kind, and an app by a standing clock.
#![allow(dead_code, reason = "no single test uses all of it")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery::app::{App, Command, Level, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{
    Basis, Commitment, CommitmentId, ContactKind, Evidence, Instant, Location, MeetingDate, MeetingKind,
    Obligation, Participant, ParticipantId, Party, Precision, Record, Role, RuleName, Ruling, Span,
};
use chancery::review::Document;
use chancery::{extract, import};

/// An article that the tests know word by word.
pub const ARTICLE: &str = include_str!("../fixtures/review/harbour-line.txt");

/// An app with nothing open, by a clock that stands still.
pub fn app() -> App {
    let now: Instant = "2021-03-20T09:12:44Z".parse().unwrap();
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    App::new(Lexicon::built_in, settings, Arc::new(|| {})).with_clock(Arc::new(move || now))
}

/// The same with these files open.
pub fn app_with(paths: &[&Path]) -> App {
    let mut app = app();
    app.run(Command::Open(paths.iter().map(|path| path.to_path_buf()).collect()));
    app.settle();
    app
}

/// Reads the tables that wait for it with the columns that are guessed.
pub fn read_tables(app: &mut App) {
    while let Some(asked) = app.asked_table() {
        let roles = asked.head.roles(&asked.head.guessed(), asked.head.has_names()).unwrap();
        app.run(Command::ReadTables(asked.number, roles, true));
    }
}

/// The document that is shown.
pub fn current(app: &App) -> &Document {
    app.current().unwrap()
}

/// The texts of the notices of this level.
pub fn notices(app: &App, level: Level) -> Vec<&str> {
    app.notices().iter().filter(|notice| notice.level == level).map(|notice| notice.text.as_str()).collect()
}

/// A file of this content in a folder.
pub fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// A record of that article with a proposal of every kind, whatever the engine makes of it today.
pub fn record() -> Record {
    let lexicon = Lexicon::built_in();
    let article = import::import("harbour-line.txt", ARTICLE.as_bytes(), &lexicon).unwrap();
    let mut record = extract::extract(&article, &lexicon);
    let quote = |words: &str| {
        let at = record.article.text.find(words).unwrap();
        let span = record.article.text.span(at..at + words.len()).unwrap();
        vec![Evidence::quote(&record.article.text, span, RuleName::new("by_hand"))]
    };
    let person = |number, name: &str, title: &str, party| Participant {
        title: Some(title.into()),
        party: Some(party),
        role: Role::Principal,
        evidence: quote(name),
        ..Participant::named(ParticipantId::numbered(number), name, Ruling::Proposed)
    };
    let kind =
        ContactKind { evidence: quote("met"), ..ContactKind::of(MeetingKind::InPerson, Ruling::Proposed) };
    let date = MeetingDate {
        start: "2021-03-12".parse().unwrap(),
        end: None,
        basis: Basis::Weekday,
        evidence: quote("Friday"),
        ruling: Ruling::Proposed,
    };
    let location = Location {
        place: Some("Valletta".into()),
        country: "MLT".parse().ok(),
        evidence: quote("Valletta"),
        ..Location::unknown(Ruling::Proposed)
    };
    let participants = vec![
        person(1, "Maria Zerafa", "Minister for Foreign Affairs", malta()),
        person(2, "Karim Ben Yedder", "Foreign Minister", tunisia()),
    ];
    let commitment = |number, words: &str, party, speaker| Commitment {
        parties: vec![party],
        speaker: Some(ParticipantId::numbered(speaker)),
        toward: Vec::new(),
        obligation: Obligation::Plain,
        precision: Precision::ALL[2],
        deadline: "2021-06".parse().ok(),
        topics: vec!["transport".into()],
        evidence: quote(words),
        ..Commitment::in_words(CommitmentId::numbered(number), words, Ruling::Proposed)
    };
    let commitments = vec![
        commitment(1, "Malta will reopen the harbour line by June", malta(), 1),
        commitment(2, "Tunisia intends to send a team of engineers", tunisia(), 2),
    ];
    record.meeting.kind = Some(kind);
    record.meeting.date = Some(date);
    record.meeting.location = Some(location);
    record.meeting.participants = participants;
    record.commitments = commitments;
    record
}

/// A saved record of that article in a folder.
pub fn saved(folder: &Path) -> PathBuf {
    file(folder, "harbour-line.json", record().to_json().unwrap())
}

/// The participant `p1` and so on.
pub fn p(number: usize) -> ParticipantId {
    ParticipantId::numbered(number)
}

/// The commitment `c1` and so on.
pub fn c(number: usize) -> CommitmentId {
    CommitmentId::numbered(number)
}

/// Where these words first stand in that article.
pub fn words(words: &str) -> Span {
    let text = &record().article.text;
    let at = text.find(words).unwrap();
    text.span(at..at + words.len()).unwrap()
}

pub fn malta() -> Party {
    Party { code: "MLT".parse().unwrap(), name: "Malta".into() }
}

pub fn tunisia() -> Party {
    Party { code: "TUN".parse().unwrap(), name: "Tunisia".into() }
}
