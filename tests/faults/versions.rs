//! Libraries that earlier programs made.

use std::path::Path;

use chancery::app::{App, Command};
use chancery::model::{ContactNumber, MeetingKind, ReviewStatus, Ruling};
use chancery::review::{Field, RecordEdit};
use chancery::store::Library;
use rusqlite::Connection;
use tempfile::tempdir;

use crate::scene::{all, app_over, chancery, checked};

/// Makes a library of version 1 with so many copies of its three articles. Says how many it holds.
pub fn version_1(path: &Path, copies: u32) -> usize {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN").unwrap();
    connection.execute_batch(include_str!("../fixtures/library/version-1.sql")).unwrap();
    for copy in 1..copies {
        let sql = "INSERT INTO articles SELECT number + 3 * ?1, id || ?1, sha256 || ?1, title, publisher, day, \
                   parties, kind, status, commitments, text, record FROM articles WHERE number <= 3";
        connection.execute(sql, [copy]).unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
    copies as usize * 3
}

/// Makes a library of version 4, in which somebody has worked on two of three articles.
pub fn version_4(path: &Path) {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN").unwrap();
    connection.execute_batch(include_str!("../fixtures/library/version-4.sql")).unwrap();
    connection.execute_batch("COMMIT").unwrap();
}

#[test]
fn what_was_done_in_a_library_of_version_4_can_be_taken_back_and_gone_on_with() {
    let folder = tempdir().unwrap();
    let library = folder.path().join("talks.chancery");
    version_4(&library);
    let mut app = app_over(&library);
    assert_eq!((app.articles(), app.notices().len()), (3, 0));
    let first = app.listed().first().copied().unwrap();
    app.run(Command::Select(first));
    app.settle();
    let kind = |app: &App| {
        let kind = app.current().unwrap().record().meeting.kind.clone().unwrap();
        (kind.value, kind.ruling)
    };
    assert_eq!(kind(&app), (MeetingKind::Multilateral, Ruling::Corrected));
    let steps: Vec<String> = app.current().unwrap().history().labels().map(str::to_owned).collect();
    assert_eq!(steps, ["change of kind", "confirmation: day", "ruling out: place"]);
    assert_eq!(app.current().unwrap().can_redo(), Some("ruling out: place"));
    app.run(Command::Undo);
    app.run(Command::Undo);
    assert_eq!(kind(&app), (MeetingKind::InPerson, Ruling::Proposed));
    app.run(Command::Redo);
    app.run(Command::Edit(RecordEdit::Rule(Field::Kind, Ruling::Confirmed)));
    app.settle();
    drop(app);

    let taken = all(&checked(&library));
    for taken in taken.values() {
        assert!(taken.record.meeting.kind.is_some() && taken.record.number == ContactNumber::MAIN);
    }
    let reviewed = taken.values().find(|taken| taken.record.review.status == ReviewStatus::Reviewed);
    assert!(reviewed.unwrap().record.evidenced().all(|(_, _, ruling)| ruling == Ruling::Confirmed));
    let mut app = app_over(&library);
    assert_eq!(kind(&app), (MeetingKind::Multilateral, Ruling::Confirmed));
    app.run(Command::Undo);
    app.run(Command::Undo);
    assert_eq!(kind(&app), (MeetingKind::InPerson, Ruling::Proposed), "steps old and new are one line");
}

#[test]
fn a_library_of_each_earlier_version_opens_with_all_that_is_in_it() {
    let folder = tempdir().unwrap();
    let library = folder.path().join("talks.chancery");
    version_1(&library, 1);
    let unchanged = Library::open_for_reading(&library, chancery::work::marks).unwrap_err().to_string();
    assert!(unchanged.contains("older Chancery"), "{unchanged}");
    let found = chancery(&["search", "harbour"], &library);
    assert_eq!(String::from_utf8(found.stdout).unwrap().lines().count(), 1);
    let taken = all(&checked(&library));
    assert_eq!(taken.len(), 3);
    for taken in taken.values() {
        assert!(!taken.record.commitments.is_empty() && taken.record.article.text.len() > 500);
        assert!(taken.origin.is_article && taken.history.is_none());
    }
    let app = app_over(&library);
    assert_eq!((app.articles(), app.notices().len()), (3, 0));
}
