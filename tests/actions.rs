//! The table of actions: what each does with nothing open, and with an article open.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use chancery::app::{ACTIONS, Action, App, Ask, Command, Intent};
use chancery::review::{Field, RecordEdit};
use common::{app, app_with, c, current, file, p, saved};
use tempfile::tempdir;

/// What an action of this id does now.
fn intent(app: &App, id: &str) -> Option<Intent> {
    Action::named(id).unwrap().intent(app)
}

#[test]
fn with_nothing_open_only_what_needs_nothing_can_be_done() {
    let app = app();
    let enabled: Vec<&str> = ACTIONS.iter().filter(|action| action.enabled(&app)).map(|a| a.id).collect();
    let expected = [
        "open_files",
        "open_folder",
        "open_path",
        "paste",
        "open_library",
        "new_library",
        "quit",
        "settings",
        "search",
        "menus",
        "palette",
        "manual",
        "keys",
        "tour",
        "open_samples",
        "about",
    ];
    assert_eq!(enabled, expected);
}

#[test]
fn every_command_of_the_table_can_be_run_at_any_time() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    for focus in [None, Some(Field::Kind), Some(Field::Date), Some(Field::Commitment(c(2)))] {
        for action in ACTIONS {
            app.run(Command::Focus(focus.clone()));
            if let Some(Intent::Run(command)) = action.intent(&app) {
                app.run(command);
                app.settle();
            }
        }
        app.run(Command::Open(vec![saved(folder.path())]));
        app.settle();
    }
}

#[test]
fn where_to_save_is_asked_once() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "harbour-line.txt", common::ARTICLE);
    let mut app = app_with(&[&article]);
    assert_eq!(intent(&app, "save"), Some(Intent::Ask(Ask::SaveAs)));
    assert_eq!(intent(&app, "save_all"), Some(Intent::Ask(Ask::SaveAll)), "it is listed");
    app.run(Command::Edit(RecordEdit::Notes("mine".into())));
    assert_eq!(intent(&app, "save_all"), Some(Intent::Ask(Ask::SaveAll)));
    assert_eq!(intent(&app, "close"), Some(Intent::Ask(Ask::Close)));
    let id = current(&app).id();
    app.run(Command::SaveTo(id, folder.path().join("record.json")));
    app.settle();
    assert_eq!(intent(&app, "save"), Some(Intent::Run(Command::SaveAgain(id))));
    assert_eq!(intent(&app, "close"), Some(Intent::Run(Command::Close(id))));
}

#[test]
fn what_is_attended_to_can_be_moved_and_ruled_out() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    assert_eq!(intent(&app, "move_down"), None);
    app.run(Command::Focus(Some(Field::Participant(p(1)))));
    assert_eq!(intent(&app, "move_up"), None, "it is the first");
    let down = intent(&app, "move_down");
    assert_eq!(down, Some(Intent::Run(Command::Edit(RecordEdit::MoveParticipant(p(1), 1)))));
    let Some(Intent::Run(rule_out)) = intent(&app, "rule_out") else {
        panic!("there is something to rule out")
    };
    app.run(rule_out);
    assert_eq!(intent(&app, "rule_out"), None, "it is ruled out already");
}
