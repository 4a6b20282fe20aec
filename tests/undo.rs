//! Undo is one line through time: what was done last is taken back first, whichever article it was done to,
//! and what is taken back is shown.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use chancery::across::BulkEdit;
use chancery::app::{App, Command, Level, Offer, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::EntryId;
use chancery::model::{Record, ReviewStatus, Ruling};
use chancery::review::{Field, RecordEdit};
use common::{ARTICLE, file, notices};
use proptest::prelude::*;
use tempfile::{TempDir, tempdir};

/// An app over a library of so many articles.
fn library(count: usize) -> (TempDir, App) {
    let folder = tempdir().unwrap();
    for number in 1..=count {
        let content =
            format!("{}\nNumber {number}.\n", ARTICLE.replace("harbour line", &format!("line {number}")));
        file(folder.path(), &format!("{number}.txt"), content);
    }
    let mut app = over(&folder.path().join("talks.chancery"));
    run(&mut app, Command::Open(vec![folder.path().to_owned()]));
    assert_eq!(app.articles(), count);
    (folder, app)
}

fn over(library: &Path) -> App {
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let now = "2021-03-20T09:12:44Z".parse().unwrap();
    let app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    let mut app = app.with_clock(Arc::new(move || now));
    app.settle();
    app
}

fn run(app: &mut App, command: Command) {
    app.run(command);
    app.settle();
}

fn edit(app: &mut App, id: EntryId, edit: RecordEdit) {
    run(app, Command::Select(id));
    run(app, Command::Edit(edit));
    run(app, Command::EndEdit);
}

fn ids(app: &App) -> Vec<EntryId> {
    app.catalog().rows().iter().map(|row| row.id).collect()
}

/// Every record, and whether its article was put away.
fn state(app: &mut App) -> BTreeMap<EntryId, (Record, bool)> {
    let shown = app.current().map(|document| document.id());
    let mut state = BTreeMap::new();
    for id in ids(app) {
        run(app, Command::Select(id));
        let is_away = app.row(id).unwrap().is_put_away;
        state.insert(id, (Record::clone(app.document(id).unwrap().record()), is_away));
    }
    if let Some(shown) = shown {
        run(app, Command::Select(shown));
    }
    state
}

#[test]
fn an_article_that_was_put_away_comes_back_and_its_neighbor_stays_as_it_is() {
    let (_folder, mut app) = library(3);
    let ids = ids(&app);
    edit(&mut app, ids[1], RecordEdit::Status(ReviewStatus::Rejected));
    edit(&mut app, ids[0], RecordEdit::Notes("mine".into()));
    let before = state(&mut app);
    run(&mut app, Command::Close(ids[0]));
    assert_eq!(app.current().unwrap().id(), ids[1], "the neighbor is shown");
    run(&mut app, Command::Undo);
    assert_eq!(state(&mut app), before);
    assert_eq!(app.current().unwrap().id(), ids[0], "what came back is shown");
    assert!(app.notices().iter().all(|notice| notice.offer.is_none()), "nothing is offered any more");
    run(&mut app, Command::Redo);
    assert!(app.row(ids[0]).unwrap().is_put_away);
    run(&mut app, Command::Undo);
    run(&mut app, Command::Undo);
    assert_eq!(app.document(ids[0]).unwrap().record().review.notes, "", "then comes what was done before");
}

#[test]
fn a_change_of_many_is_taken_back_and_made_again() {
    let (_folder, mut app) = library(70);
    let before = state(&mut app);
    let reject = BulkEdit::Status(ReviewStatus::Rejected);
    run(&mut app, Command::PreviewBulk(reject.clone()));
    run(&mut app, Command::Bulk(reject));
    let after = state(&mut app);
    assert!(after.values().all(|(record, _)| record.review.status == ReviewStatus::Rejected));
    assert!(app.can_undo().unwrap().starts_with("status set to"));
    run(&mut app, Command::Undo);
    assert_eq!(state(&mut app), before);
    assert!(app.notices().iter().all(|notice| notice.offer != Some(Offer::TakeBulkBack)), "it is done");
    run(&mut app, Command::Redo);
    assert_eq!(state(&mut app), after);
    run(&mut app, Command::TakeBulkBack);
    assert_eq!(state(&mut app), before);
    assert_eq!(app.last_bulk(), None);
}

#[test]
fn what_was_taken_back_cannot_be_done_again_once_something_else_was_done_instead() {
    let (_folder, mut app) = library(3);
    let reject = BulkEdit::Status(ReviewStatus::Rejected);
    run(&mut app, Command::PreviewBulk(reject.clone()));
    run(&mut app, Command::Bulk(reject));
    run(&mut app, Command::Undo);
    let ids = ids(&app);
    run(&mut app, Command::Close(ids[1]));
    let after = state(&mut app);
    for id in [ids[0], ids[2]] {
        run(&mut app, Command::Select(id));
        assert_eq!(app.can_redo(), None);
        run(&mut app, Command::Redo);
    }
    assert_eq!(state(&mut app), after);
}

#[test]
fn what_is_taken_back_in_another_article_is_shown_and_told() {
    let (_folder, mut app) = library(2);
    let ids = ids(&app);
    edit(&mut app, ids[0], RecordEdit::Venue(Some("the town hall".into())));
    edit(&mut app, ids[1], RecordEdit::Notes("mine".into()));
    run(&mut app, Command::Undo);
    assert_eq!(app.current().unwrap().id(), ids[1]);
    let title = &app.row(ids[1]).unwrap().title;
    let told = format!("Undone in “{title}”: notes (notes: from mine to nothing).");
    assert_eq!(notices(&app, Level::Info), [told]);
    assert_eq!(app.can_undo().unwrap(), format!("change of venue in “{}”", app.row(ids[0]).unwrap().title));
    run(&mut app, Command::Undo);
    assert_eq!(app.current().unwrap().id(), ids[0]);
    assert!(notices(&app, Level::Info).iter().any(|told| told.starts_with("Undone in “")));
    let venue = app.document(ids[0]).unwrap().record().meeting.location.as_ref().unwrap().venue.clone();
    assert_eq!(venue.as_deref(), Some("Old Customs House"));
    run(&mut app, Command::Redo);
    run(&mut app, Command::Redo);
    assert_eq!(app.current().unwrap().id(), ids[1]);
    assert_eq!(app.current().unwrap().record().review.notes, "mine");
}

#[test]
fn a_decision_about_a_meeting_is_in_the_line_too() {
    let (_folder, mut app) = library(2);
    let ids = ids(&app);
    edit(&mut app, ids[0], RecordEdit::Notes("mine".into()));
    run(&mut app, Command::Link(ids[0], ids[1]));
    run(&mut app, Command::Separate(ids[0], vec![ids[1]]));
    run(&mut app, Command::Undo);
    assert_eq!(app.decided(ids[0], ids[1]), Some(true));
    run(&mut app, Command::Undo);
    assert_eq!(app.decided(ids[0], ids[1]), None);
    assert_eq!(app.document(ids[0]).unwrap().record().review.notes, "mine");
    run(&mut app, Command::Redo);
    assert_eq!(app.decided(ids[0], ids[1]), Some(true));
    run(&mut app, Command::TakeDecisionBack);
    assert_eq!(app.decided(ids[0], ids[1]), None);
}

#[test]
fn going_back_in_the_history_takes_its_steps_out_of_the_line() {
    let (_folder, mut app) = library(2);
    let ids = ids(&app);
    let note = |text: &str| RecordEdit::Notes(text.into());
    edit(&mut app, ids[1], note("theirs"));
    for text in ["one", "two", "three"] {
        edit(&mut app, ids[0], note(text));
    }
    run(&mut app, Command::GoTo(1));
    run(&mut app, Command::Redo);
    assert_eq!(app.current().unwrap().record().review.notes, "two");
    run(&mut app, Command::Undo);
    run(&mut app, Command::Undo);
    assert_eq!(app.current().unwrap().record().review.notes, "");
    run(&mut app, Command::Undo);
    assert_eq!(app.current().unwrap().id(), ids[1]);
    assert_eq!(app.current().unwrap().record().review.notes, "");
}

#[test]
fn after_a_start_the_steps_of_the_article_that_is_shown_can_be_taken_back_and_no_others() {
    let (folder, mut app) = library(2);
    let ids = ids(&app);
    edit(&mut app, ids[0], RecordEdit::Notes("mine".into()));
    edit(&mut app, ids[1], RecordEdit::Notes("theirs".into()));
    run(&mut app, Command::Select(ids[0]));
    drop(app);
    let mut app = over(&folder.path().join("talks.chancery"));
    run(&mut app, Command::Select(ids[0]));
    for _ in 0..5 {
        run(&mut app, Command::Undo);
    }
    let after = state(&mut app);
    assert_eq!((&*after[&ids[0]].0.review.notes, &*after[&ids[1]].0.review.notes), ("", "theirs"));
}

#[derive(Clone, Debug)]
enum Deed {
    Edit(usize, RecordEdit),
    PutAway(usize, bool),
    Bulk(BulkEdit),
    GoTo(usize, usize),
    Undo,
    Redo,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let text = prop::sample::select(&["", "one", "two"][..]);
    let edit = prop_oneof![
        text.clone().prop_map(|text| RecordEdit::Notes(text.into())),
        text.prop_map(|text| RecordEdit::Venue(Some(text.into()))),
        Just(RecordEdit::Rule(Field::Date, Ruling::Confirmed)),
        Just(RecordEdit::Flag(Some("look".into()))),
        Just(RecordEdit::Flag(None)),
        Just(RecordEdit::Tags(BTreeSet::from(["Batch 12".into()]))),
    ];
    let many = prop_oneof![
        Just(BulkEdit::Status(ReviewStatus::Rejected)),
        Just(BulkEdit::Status(ReviewStatus::InReview)),
        Just(BulkEdit::Reviewer("Somebody Else".into())),
        Just(BulkEdit::Tag("Sfax talks".into())),
        Just(BulkEdit::Untag("Batch 12".into())),
    ];
    prop_oneof![
        6 => (0..3_usize, edit).prop_map(|(at, edit)| Deed::Edit(at, edit)),
        2 => (0..3_usize, any::<bool>()).prop_map(|(at, is_away)| Deed::PutAway(at, is_away)),
        2 => many.prop_map(Deed::Bulk),
        2 => (0..3_usize, 0..4_usize).prop_map(|(at, position)| Deed::GoTo(at, position)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

fn perform(app: &mut App, deed: Deed) {
    let id = |app: &App, at: usize| ids(app).get(at).copied().unwrap();
    match deed {
        Deed::Edit(at, what) => {
            let id = id(app, at);
            edit(app, id, what);
        }
        Deed::PutAway(at, is_away) => {
            let id = id(app, at);
            if app.row(id).unwrap().is_put_away != is_away {
                run(app, if is_away { Command::Close(id) } else { Command::PutAway(id, false) });
            }
        }
        Deed::Bulk(edit) => {
            run(app, Command::PreviewBulk(edit.clone()));
            run(app, Command::Bulk(edit));
        }
        Deed::GoTo(at, position) => {
            let id = id(app, at);
            run(app, Command::Select(id));
            run(app, Command::GoTo(position));
        }
        Deed::Undo => run(app, Command::Undo),
        Deed::Redo => run(app, Command::Redo),
    }
}

/// Words by which changes of many records are known among what can be undone.
const OF_MANY: &[&str] = &[" set to ", "tag added: ", "tag removed: "];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn taking_everything_back_gives_the_start_and_doing_it_again_the_end(
        script in prop::collection::vec(any_deed(), 1..25)
    ) {
        let (_folder, mut app) = library(3);
        let start = state(&mut app);
        for deed in script {
            let shown = app.current().map(|document| document.id());
            let is_step_back = matches!(deed, Deed::Undo | Deed::Redo);
            let words = if matches!(deed, Deed::Undo) { app.can_undo() } else { app.can_redo() };
            // It may have concerned one record alone.
            let is_of_many = words.is_some_and(|words| OF_MANY.iter().any(|said| words.contains(said)));
            let before = state(&mut app);
            perform(&mut app, deed);
            if is_step_back && !is_of_many {
                // Whatever has changed is on the screen, or is of many records.
                let now = app.current().map(|document| document.id());
                let changed: Vec<EntryId> =
                    state(&mut app).into_iter().filter(|(id, state)| before[id] != *state).map(|(id, _)| id).collect();
                let one = changed.len() == 1 && changed.first().copied() != now && changed.first().copied() != shown;
                prop_assert!(!one || app.row(changed[0]).unwrap().is_put_away, "{changed:?} but {now:?} is shown");
            }
        }
        while app.can_redo().is_some() {
            run(&mut app, Command::Redo);
        }
        let end = state(&mut app);
        while app.can_undo().is_some() {
            run(&mut app, Command::Undo);
        }
        prop_assert_eq!(&state(&mut app), &start);
        while app.can_redo().is_some() {
            run(&mut app, Command::Redo);
        }
        prop_assert_eq!(state(&mut app), end);
    }
}
