//! The ledger: what it promises, over a library in a folder of its own.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use chancery::across::{Column, Due, LedgerFilter, LedgerOrder, Show};
use chancery::app::{App, Command, Level, Settings};
use chancery::extract::extract;
use chancery::import::import;
use chancery::lexicon::Lexicon;
use chancery::model::{
    Basis, Commitment, CommitmentId, EntryId, Instant, MeetingDate, Obligation, Party, Precision, Record,
    ReviewStatus, Ruling,
};
use chancery::review::{Field, RecordEdit};

/// Who is bound, to whom, to what, by when, how firmly, and whether somebody has struck it.
type Told = (&'static str, &'static str, &'static str, &'static str, Obligation, Ruling);

/// Two articles with what they report.
const TALKS: &[(&str, &str, &[Told])] = &[
    (
        "Ports reopen",
        "2021-03-12",
        &[
            ("MLT", "TUN", "reopen the harbour line", "2021-06", Obligation::Plain, Ruling::Corrected),
            ("TUN MLT", "", "meet again\tin\nSfax", "", Obligation::Hedged, Ruling::Confirmed),
            ("TUN", "MLT", "send grain", "2022-01-31", Obligation::Legal, Ruling::RuledOut),
        ],
    ),
    (
        "Accord on grain",
        "2021-05-02",
        &[
            ("ITA", "TUN", "ship the grain in the harbour", "2020", Obligation::Legal, Ruling::Corrected),
            ("", "", "keep in touch", "2021-12-31", Obligation::Explicit, Ruling::Corrected),
        ],
    ),
];

fn parties(codes: &str) -> Vec<Party> {
    let party = |code: &str| Lexicon::built_in().party_of_code(&code.parse().unwrap());
    codes.split_whitespace().map(party).collect()
}

fn commitment(number: usize, (by, toward, text, deadline, obligation, ruling): Told) -> Commitment {
    Commitment {
        parties: parties(by),
        toward: parties(toward),
        obligation,
        precision: Precision::ALL[1],
        deadline: deadline.parse().ok(),
        ..Commitment::in_words(CommitmentId::numbered(number), text, ruling)
    }
}

fn record(title: &str, day: &str, told: &[Told]) -> Record {
    let lexicon = Lexicon::built_in();
    let text = format!("{title}\n\nOfficials of both sides met and spoke about {title}.\n");
    let article = import(&format!("{title}.txt"), text.as_bytes(), &lexicon).unwrap();
    let mut record = extract(&article, &lexicon);
    let start = day.parse().unwrap();
    let (evidence, ruling) = (Vec::new(), Ruling::Corrected);
    record.meeting.date = Some(MeetingDate { start, end: None, basis: Basis::Explicit, evidence, ruling });
    record.commitments = told.iter().zip(1..).map(|(told, number)| commitment(number, *told)).collect();
    record
}

/// An app over a library with the talks, on 1 July 2021, and its folder.
fn app() -> (App, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let now: Instant = "2021-07-01T09:00:00Z".parse().unwrap();
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let library = folder.path().join("talks.chancery");
    let app = App::with_library(&library, Lexicon::built_in, settings, Arc::new(|| {}));
    let mut app = app.with_clock(Arc::new(move || now));
    app.settle();
    let save = |(title, day, told): &(&str, &str, &[Told])| {
        let path = folder.path().join(format!("{title}.json"));
        fs::write(&path, record(title, day, told).to_json().unwrap()).unwrap();
        path
    };
    let files: Vec<PathBuf> = TALKS.iter().map(save).collect();
    app.run(Command::Open(files));
    app.settle();
    assert!(app.notices().is_empty(), "{:?}", app.notices());
    app.run(Command::MakeLedger);
    app.settle();
    (app, folder)
}

/// The words of the rows, read as the window reads them.
fn words(app: &mut App) -> Vec<String> {
    let ledger = app.ledger().unwrap();
    let rows: Vec<(EntryId, usize)> =
        (0..ledger.len()).map(|at| ledger.row(at).unwrap()).map(|row| (row.article, row.place)).collect();
    app.run(Command::ReadCommitments(rows.iter().map(|(article, _)| *article).collect()));
    app.settle();
    rows.iter().map(|(article, place)| app.commitment_words(*article, *place).unwrap().to_owned()).collect()
}

fn filtered(app: &mut App, filter: LedgerFilter) -> Vec<String> {
    app.run(Command::FilterLedger(filter));
    app.settle();
    words(app)
}

fn article(app: &App, title: &str) -> EntryId {
    app.catalog().rows().iter().find(|row| &*row.title == title).unwrap().id
}

#[test]
fn the_rows_are_the_commitments_of_the_records_but_for_those_ruled_out() {
    let (mut app, _folder) = app();
    assert!(!app.wants_ledger());
    let ledger = app.ledger().unwrap();
    let first = ledger.row(0).unwrap();
    assert_eq!((first.by.label.as_str(), first.toward.label.as_str()), ("Italy", "Tunisia"));
    assert_eq!(first.deadline, "2020".parse().ok());
    assert_eq!(
        (first.obligation, first.ruling, first.day),
        (Obligation::Legal, Ruling::Corrected, "2021-05-02".parse().ok())
    );
    assert_eq!(app.row(first.article).map(|row| &*row.title), Some("Accord on grain"));
    let expected =
        ["ship the grain in the harbour", "keep in touch", "reopen the harbour line", "meet again\tin\nSfax"];
    assert_eq!(words(&mut app), expected, "the latest article first");
}

#[test]
fn rows_are_sorted_by_every_column_both_ways_and_what_is_not_known_comes_last() {
    let (mut app, _folder) = app();
    let labels = |app: &mut App, column, backwards| -> Vec<String> {
        app.run(Command::SortLedger(LedgerOrder { column, backwards }));
        words(app).iter().map(|words| words.split_whitespace().next().unwrap().to_owned()).collect()
    };
    for (column, forwards, backwards) in [
        (Column::Who, ["ship", "reopen", "meet", "keep"], ["meet", "reopen", "ship", "keep"]),
        (Column::Toward, ["reopen", "ship", "meet", "keep"], ["reopen", "ship", "meet", "keep"]),
        (Column::Deadline, ["ship", "reopen", "keep", "meet"], ["keep", "reopen", "ship", "meet"]),
        (Column::Obligation, ["meet", "reopen", "keep", "ship"], ["ship", "keep", "reopen", "meet"]),
        (Column::Ruling, ["meet", "reopen", "ship", "keep"], ["reopen", "ship", "keep", "meet"]),
        (Column::Day, ["reopen", "meet", "ship", "keep"], ["ship", "keep", "reopen", "meet"]),
        (Column::Title, ["ship", "keep", "reopen", "meet"], ["reopen", "meet", "ship", "keep"]),
    ] {
        assert_eq!(labels(&mut app, column, false), forwards, "{column:?}");
        assert_eq!(labels(&mut app, column, true), backwards, "{column:?} backwards");
    }
    let order = LedgerOrder::default().asked(Column::Who);
    assert_eq!((order.backwards, order.asked(Column::Who).backwards), (false, true));
}

#[test]
fn the_ledger_is_narrowed_by_parties_firmness_and_deadlines() {
    let (mut app, _folder) = app();
    let none = LedgerFilter::default;
    let malta = LedgerFilter { by: "MLT".parse().ok(), ..none() };
    assert_eq!(filtered(&mut app, malta), ["reopen the harbour line", "meet again\tin\nSfax"]);
    let tunisia = LedgerFilter { toward: "TUN".parse().ok(), ..none() };
    let to_tunisia = filtered(&mut app, tunisia);
    assert_eq!(to_tunisia.len(), 3, "who undertakes something together is bound to each other");
    let hedged = LedgerFilter { obligation: Some(Obligation::Hedged), ..none() };
    assert_eq!(filtered(&mut app, hedged).len(), 1);
    for (due, expected) in [(Due::Overdue, 2), (Due::ThisYear, 2), (Due::Sometime, 3), (Due::Open, 1)] {
        assert_eq!(filtered(&mut app, LedgerFilter { due, ..none() }).len(), expected, "{due:?}");
    }
    assert_eq!(filtered(&mut app, none()).len(), 4);
}

#[test]
fn words_are_looked_for_in_each_commitment_by_itself() {
    let (mut app, _folder) = app();
    let of = |words: &str| LedgerFilter { words: words.into(), ..LedgerFilter::default() };
    assert_eq!(filtered(&mut app, of("harbour")).len(), 2);
    assert_eq!(filtered(&mut app, of("HARBOUR lin")), ["reopen the harbour line"]);
    assert!(
        filtered(&mut app, of("grain touch")).is_empty(),
        "both are in one article, not in one commitment"
    );
    assert!(filtered(&mut app, of("officials")).is_empty(), "the article says so, no commitment does");
    assert_eq!(filtered(&mut app, of(" ")).len(), 4);
}

#[test]
fn the_ledger_is_of_what_is_listed() {
    let (mut app, _folder) = app();
    app.run(Command::Search("accord".into()));
    app.settle();
    assert!(app.wants_ledger(), "the list has changed");
    app.run(Command::MakeLedger);
    app.settle();
    assert_eq!(words(&mut app), ["ship the grain in the harbour", "keep in touch"]);
    app.run(Command::Search(String::new()));
    app.run(Command::Show(Show::Reviewed));
    app.run(Command::MakeLedger);
    app.settle();
    assert_eq!(app.ledger().map(|ledger| ledger.all()), Some(0));
}

#[test]
fn after_an_edit_the_ledger_is_made_again_whether_the_library_has_it_yet_or_not() {
    let (mut app, _folder) = app();
    let ports = article(&app, "Ports reopen");
    app.run(Command::FilterLedger(LedgerFilter { words: "ferry".into(), ..LedgerFilter::default() }));
    app.settle();
    assert!(app.ledger().unwrap().is_empty());
    app.run(Command::Select(ports));
    let first = CommitmentId::numbered(1);
    app.run(Command::Edit(RecordEdit::CommitmentText(first.clone(), "reopen the ferry".into())));
    app.run(Command::Edit(RecordEdit::CommitmentParties(first, parties("ITA"))));
    assert!(app.wants_ledger());
    app.run(Command::MakeLedger);
    app.settle();
    assert_eq!(words(&mut app), ["reopen the ferry"]);
    assert_eq!(app.ledger().unwrap().row(0).unwrap().by.label, "Italy");
    let rule_out = RecordEdit::Rule(Field::Commitment(CommitmentId::numbered(2)), Ruling::RuledOut);
    app.run(Command::Edit(rule_out));
    app.run(Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed)));
    app.settle();
    app.run(Command::MakeLedger);
    app.settle();
    assert_eq!(app.ledger().map(|ledger| ledger.all()), Some(3));
}

#[test]
fn rows_are_copied_as_cells_with_tabs_between() {
    let (mut app, _folder) = app();
    app.run(Command::CopyCommitments(2..4));
    app.settle();
    let copied = app.take_copied().unwrap();
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("Who is bound\tTo whom\tCommitment\tBy when"));
    let expected =
        "Malta\tTunisia\treopen the harbour line\t2021-06\tplain\tCorrected\t2021-03-12\tPorts reopen\t";
    assert_eq!(lines[1], expected);
    let expected =
        "Tunisia, Malta\teach other\tmeet again in Sfax\t\thedged\tConfirmed\t2021-03-12\tPorts reopen\t";
    assert_eq!(lines[2], expected, "no cell has a tab or a line of its own");
    assert!(
        app.notices()
            .iter()
            .any(|notice| notice.level == Level::Info && notice.text == "Copied 2 commitments.")
    );
    assert_eq!(app.take_copied(), None, "it goes to the clipboard once");
}

#[test]
fn a_row_leads_to_its_field() {
    let (mut app, _folder) = app();
    let accord = article(&app, "Accord on grain");
    app.run(Command::ShowCommitment(accord, 1));
    let current = app.current().unwrap();
    assert_eq!(
        (current.id(), current.focus()),
        (accord, Some(&Field::Commitment(CommitmentId::numbered(2))))
    );
}

#[test]
fn nobody_looks_at_the_ledger_and_it_goes_once_it_is_of_no_use() {
    let (mut app, _folder) = app();
    app.run(Command::PutLedgerAway);
    assert!(app.ledger().is_some(), "it is still of the list as it stands");
    app.run(Command::Show(Show::ToReview));
    app.run(Command::PutLedgerAway);
    assert!(app.ledger().is_none());
    assert!(app.wants_ledger());
}
