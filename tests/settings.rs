//! Settings: kept where the system keeps them, and never in the way.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use chancery::app::{Action, App, Command, Keymap, Level, Setting, Settings, Theme};
use chancery::store::SettingsFile;
use common::{app, notices};
use tempfile::tempdir;

/// An app that keeps its settings in this folder.
fn keeping(folder: &std::path::Path) -> App {
    app().with_settings_file(SettingsFile::within(folder))
}

#[test]
fn what_was_chosen_is_there_at_the_next_start() {
    let folder = tempdir().unwrap();
    let mut app = keeping(folder.path());
    for setting in [
        Setting::Reviewer("B. Second".into()),
        Setting::Theme(Theme::Dark),
        Setting::TextSize(200.0),
        Setting::LastFolder("/articles".into()),
        Setting::Keys(Keymap::default().with(Action::named("history").unwrap(), Some("Ctrl+J".into()))),
    ] {
        app.run(Command::Set(setting));
    }
    app.settle();
    let next = keeping(folder.path());
    assert_eq!(next.settings(), app.settings());
    assert_eq!(next.settings().theme, Theme::Dark);
    assert_eq!(next.settings().text_size, *Settings::TEXT_SIZES.end(), "no text too large to read");
}

#[test]
fn a_broken_settings_file_is_set_aside_with_a_notice() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("settings.json");
    std::fs::write(&path, "{ \"theme\": ").unwrap();
    let app = keeping(folder.path());
    let told = notices(&app, Level::Warning);
    assert!(told.len() == 1 && told[0].contains("settings.broken.json"), "{told:?}");
    assert_eq!(std::fs::read_to_string(folder.path().join("settings.broken.json")).unwrap(), "{ \"theme\": ");
    assert!(notices(&keeping(folder.path()), Level::Warning).is_empty(), "told once");
}

#[test]
fn settings_of_other_versions_are_read_as_far_as_they_are_known() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), r#"{"theme": "light", "font": "serif"}"#).unwrap();
    let app = keeping(folder.path());
    assert_eq!(app.settings(), &Settings { theme: Theme::Light, ..Settings::default() });
    assert!(app.notices().is_empty());
}
