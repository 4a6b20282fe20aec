//! Changes of many records at once: looked at before, made to all whom they concern, taken back.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::path::Path;
use std::sync::Arc;

use chancery::across::BulkEdit;
use chancery::app::{App, Command, Offer, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{Party, Record, ReviewStatus, Ruling};
use chancery::review::RecordEdit;
use common::{ARTICLE, file, p};
use tempfile::{TempDir, tempdir};

/// More than are at hand in memory.
const MANY: usize = 70;

/// More than are at hand and are changed at a time, together.
const VERY_MANY: usize = 170;

fn app_over(library: &Path) -> App {
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let mut app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    app.settle();
    app
}

fn library(count: usize) -> (TempDir, App) {
    let folder = tempdir().unwrap();
    for number in 0..count {
        file(folder.path(), &format!("{number:03}.txt"), format!("{ARTICLE}\nNumber {number}.\n"));
    }
    let mut app = app_over(&folder.path().join("talks.chancery"));
    app.run(Command::Open(vec![folder.path().to_owned()]));
    app.settle();
    (folder, app)
}

/// Makes a change as a person does, who looks first. Says whom it concerned.
fn change(app: &mut App, edit: BulkEdit) -> usize {
    app.run(Command::PreviewBulk(edit.clone()));
    app.settle();
    let concerned = app.previewed(&edit).unwrap().len();
    app.run(Command::Bulk(edit));
    app.settle();
    concerned
}

/// The record of every article, taken out one after the other.
fn records(app: &mut App) -> Vec<Arc<Record>> {
    let ids = app.listed().to_vec();
    let record = |id| {
        app.run(Command::Select(id));
        app.settle();
        app.current().unwrap().record().clone()
    };
    ids.into_iter().map(record).collect()
}

#[test]
fn all_that_are_listed_get_a_status_and_it_is_taken_back_in_one_go() {
    let (folder, mut app) = library(VERY_MANY);
    let before = records(&mut app);
    assert_eq!(change(&mut app, BulkEdit::Status(ReviewStatus::Reviewed)), VERY_MANY);
    assert_eq!(app.counts().reviewed, VERY_MANY);
    assert!(app.notices().iter().any(|notice| notice.offer == Some(Offer::TakeBulkBack)));
    let reviewed = records(&mut app);
    assert!(reviewed.iter().all(|record| record.review.reviewer.as_deref() == Some("A. Reviewer")));
    app.run(Command::Edit(RecordEdit::Notes("worked on since".into())));
    app.run(Command::TakeBulkBack);
    app.settle();
    assert_eq!(app.counts().reviewed, 1, "what was changed since stays");
    drop(app);
    let mut app = app_over(&folder.path().join("talks.chancery"));
    let after = records(&mut app);
    assert_eq!(after[..VERY_MANY - 1], before[..VERY_MANY - 1]);
}

#[test]
fn a_party_is_another_everywhere_and_what_was_changed_says_so() {
    let (_folder, mut app) = library(MANY);
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(1))));
    let to = Party { code: "CYP".parse().unwrap(), name: "Cyprus".into() };
    let edit = BulkEdit::RenameParty { from: "MLT".parse().unwrap(), to };
    assert_eq!(change(&mut app, edit), MANY);
    for record in records(&mut app) {
        let parties = record.meeting.participants.iter().filter_map(|person| person.party.as_ref());
        let sides = record.commitments.iter().flat_map(|c| c.parties.iter().chain(&c.toward));
        assert!(parties.chain(sides).all(|party| party.code.as_str() != "MLT"));
        let renamed = record
            .meeting
            .participants
            .iter()
            .filter(|person| person.party.as_ref().is_some_and(|party| party.code.as_str() == "CYP"));
        assert!(renamed.clone().count() > 0);
        assert!(renamed.clone().all(|person| person.ruling != Ruling::Proposed), "a person has changed it");
        assert!(record.provenance.edits.iter().any(|edit| edit.by == "A. Reviewer"));
    }
}

#[test]
fn a_person_is_called_otherwise_everywhere() {
    let (_folder, mut app) = library(MANY);
    let name = app.current().unwrap().record().meeting.participants[0].name.to_string();
    let edit = BulkEdit::RenamePerson { from: name.clone(), to: "M. Zerafa".into() };
    assert_eq!(change(&mut app, edit), MANY);
    assert!(records(&mut app).iter().all(|record| record.meeting.participants[0].name == "M. Zerafa"));
    let nobody = BulkEdit::RenamePerson { from: name.to_lowercase(), to: "X".into() };
    assert_eq!(change(&mut app, nobody), 0);
}

#[test]
fn what_somebody_has_ruled_on_is_not_proposed_anew() {
    let (_folder, mut app) = library(MANY);
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(1))));
    let before = app.current().unwrap().record().clone();
    assert_eq!(change(&mut app, BulkEdit::ExtractAnew), MANY - 1);
    assert_eq!(*app.current().unwrap().record(), before);
    assert_eq!(app.last_bulk(), None, "the same engine proposes the same");
}

#[test]
fn only_what_is_listed_is_changed() {
    let (_folder, mut app) = library(MANY);
    app.run(Command::Search("\"Number 7.\"".into()));
    app.settle();
    assert_eq!(change(&mut app, BulkEdit::Reviewer("B. Other".into())), 1);
    app.run(Command::Search(String::new()));
    let by_other = records(&mut app);
    let by_other = by_other.iter().filter(|record| record.review.reviewer.as_deref() == Some("B. Other"));
    assert_eq!(by_other.count(), 1);
}
