//! Nothing is marked reviewed over values that nobody has decided, unless the person says so twice.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use chancery::app::{Command, Level};
use chancery::model::{ReviewStatus, Ruling};
use chancery::review::RecordEdit;
use common::{app_with, current, notices, p, saved};
use tempfile::tempdir;

#[test]
fn undecided_values_are_told_once_and_then_confirmed_in_one_step() {
    for mark in [Command::ReviewedAndNext, Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed))] {
        let folder = tempdir().unwrap();
        let mut app = app_with(&[&saved(folder.path())]);
        let before = current(&app).record().clone();
        app.run(mark.clone());
        assert_eq!(*current(&app).record(), before, "the first time asks");
        let told = notices(&app, Level::Warning).join(" ");
        assert!(
            told.starts_with("7 values are not decided. Press Ctrl+Enter again to confirm them all"),
            "{told}"
        );
        assert!(told.contains("Alt+Enter to confirm the one that is shown"), "{told}");
        let first = current(&app).focus().unwrap();
        assert_eq!(first.ruling(&before), Some(Ruling::Proposed), "the first of them is attended to");

        app.run(mark);
        let record = current(&app).record();
        assert_eq!(record.review.status, ReviewStatus::Reviewed);
        assert_eq!(notices(&app, Level::Warning), Vec::<&str>::new(), "the question is answered");
        assert_eq!((current(&app).remaining(), current(&app).tally().confirmed), (0, 7));
        let rulings = record.provenance.edits.iter().filter(|edit| edit.path.ends_with("/ruling"));
        assert!(rulings.clone().count() == 7 && rulings.clone().all(|edit| edit.by == "A. Reviewer"));
        app.run(Command::Undo);
        assert_eq!(**current(&app).record(), *before, "one step");
    }
}

#[test]
fn whoever_changes_something_after_the_question_is_asked_anew() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::ReviewedAndNext);
    app.run(Command::Accept);
    app.run(Command::ReviewedAndNext);
    assert_eq!(current(&app).status(), ReviewStatus::InReview);
    let told = notices(&app, Level::Warning);
    assert!(told.iter().any(|told| told.starts_with("6 values are not decided.")), "{told:?}");
}

#[test]
fn problems_and_undecided_values_are_one_question() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(1))));
    app.run(Command::ReviewedAndNext);
    let told = notices(&app, Level::Warning).join(" ");
    assert!(told.starts_with("6 values are not decided, and "), "{told}");
    assert!(told.contains(" open: ") && told.contains("Press Ctrl+Enter again"), "{told}");
    app.run(Command::ReviewedAndNext);
    assert_eq!(current(&app).status(), ReviewStatus::Reviewed);
}

#[test]
fn what_is_all_decided_is_marked_at_once() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    app.run(Command::ReviewedAndNext);
    assert_eq!(current(&app).status(), ReviewStatus::Reviewed);
    assert_eq!(notices(&app, Level::Warning), Vec::<&str>::new());
}
