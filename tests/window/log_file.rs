//! The log: the settings say what is in it and where it is.

use std::sync::Arc;

use chancery::app::{App, Settings};
use chancery::lexicon::Lexicon;
use chancery::store::SettingsFile;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

#[test]
fn a_log_is_kept_once_it_is_asked_for_and_its_path_can_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    let mut seat = Seat::over(app.with_settings_file(SettingsFile::within(folder.path())));
    let path = folder.path().join("chancery.log");
    seat.press(Modifiers::COMMAND, Key::Comma);
    assert!(seat.harness.query_by_label_contains("no words of articles").is_some(), "it says what is in it");
    assert!(seat.harness.query_by_label_contains("chancery.log").is_none());

    seat.harness.get_by_role_and_label(Role::CheckBox, "Keep a log").click();
    seat.settle();
    assert!(std::fs::read_to_string(&path).unwrap().contains("chancery "), "it was begun");
    assert!(seat.harness.query_by_label(path.to_str().unwrap()).is_some(), "it says where it is");
    seat.harness.get_by_role_and_label(Role::Button, "Copy the path of the log").click();
    seat.harness.step();
    let copied = seat.harness.output().platform_output.commands.iter().any(|command| {
        matches!(command, egui::OutputCommand::CopyText(text) if text.as_str() == path.to_str().unwrap())
    });
    assert!(copied);

    seat.harness.get_by_role_and_label(Role::CheckBox, "Keep a log").click();
    seat.settle();
    assert!(!seat.app().settings().keeps_log);
}
