//! The log: off unless asked for, and fit to be sent to a stranger.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use assert_cmd::Command;
use chancery::app::{Command as Do, Setting};
use chancery::store::SettingsFile;
use common::{ARTICLE, app, file, record};
use predicates::str::{contains, is_empty};
use tempfile::tempdir;

/// A process has one log: tests of a window's take their turn.
static TURN: Mutex<()> = Mutex::new(());

fn chancery(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("chancery").unwrap();
    command.env("CHANCERY_CONFIG_DIR", folder.join("config")).env("CHANCERY_DATA_DIR", folder.join("data"));
    command.current_dir(folder);
    command
}

/// Fails where a log tells four words in a row of the article, or a name of its people.
fn tells_nothing_of_the_article(log: &str) {
    let words: Vec<&str> = ARTICLE.split_whitespace().collect();
    for four in words.windows(4) {
        assert!(!log.contains(&four.join(" ")), "{log}");
    }
    for name in ["Zerafa", "Ben Yedder", "Valletta"] {
        assert!(!log.contains(name), "{log}");
    }
}

#[test]
fn nothing_is_told_unless_asked_for() {
    let folder = tempdir().unwrap();
    file(folder.path(), "a.txt", ARTICLE);
    chancery(folder.path()).args(["import", "a.txt"]).assert().success().stderr(is_empty());
    assert!(!folder.path().join("config").exists(), "no log was kept");
}

#[test]
fn verbose_tells_what_is_done_wherever_it_stands_and_no_word_of_an_article() {
    let folder = tempdir().unwrap();
    file(folder.path(), "a.txt", ARTICLE);
    let mut damaged = record().to_json().unwrap();
    damaged = damaged.replace("\"principal\"", "\"Maria Zerafa\"");
    file(folder.path(), "damaged.json", damaged);
    file(folder.path(), "none.json", "\"Maria Zerafa said\"");
    for subcommand in [
        &["extract", "a.txt", "--verbose"][..],
        &["--verbose", "extract", "a.txt"],
        &["import", "--verbose", "a.txt"],
        &["check", "--verbose", "damaged.json", "none.json", "data/library.chancery"],
        &["search", "--verbose", "Zerafa"],
        &["export", "--verbose", "--all", "-o", "out.json"],
    ] {
        let output = chancery(folder.path()).args(subcommand).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(
            told.contains(concat!("chancery ", env!("CARGO_PKG_VERSION"), " on ")),
            "{subcommand:?}: {told}"
        );
        // What `check` says of a fault is its answer, not its log.
        let log = told.lines().filter(|line| line.starts_with("20")).collect::<Vec<_>>().join("\n");
        tells_nothing_of_the_article(&log);
    }
    let told = contains("a.txt: an article of");
    chancery(folder.path()).args(["extract", "--verbose", "a.txt"]).assert().success().stderr(told);
    let missing = contains("nowhere.txt: reading failed");
    chancery(folder.path()).args(["extract", "--verbose", "nowhere.txt"]).assert().code(1).stderr(missing);
}

#[test]
fn the_window_keeps_a_log_while_it_is_asked_to_and_goes_on_at_the_next_start() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "a.txt", ARTICLE);
    let missing = folder.path().join("nowhere.txt");
    let settings = || SettingsFile::within(folder.path());
    let mut app = app().with_settings_file(settings());
    let log = app.log_file().unwrap();
    let lines = || fs::read_to_string(&log).unwrap_or_default();
    app.run(Do::Open(vec![article.clone()]));
    app.settle();
    assert!(!log.exists(), "nobody has asked for it");
    app.run(Do::Set(Setting::KeepLog(true)));
    app.run(Do::Open(vec![article.clone(), missing.clone()]));
    app.settle();
    assert!(lines().contains("nowhere.txt: reading failed"), "{}", lines());
    tells_nothing_of_the_article(&lines());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&log).unwrap().permissions().mode() & 0o777, 0o600);
    }

    app.run(Do::Set(Setting::KeepLog(false)));
    let before = lines();
    app.run(Do::Open(vec![missing.clone()]));
    app.settle();
    assert_eq!(lines(), before, "it was ended");

    app.run(Do::Set(Setting::KeepLog(true)));
    app.settle();
    drop(app);
    let before = lines();
    let mut next = common::app().with_settings_file(settings());
    next.run(Do::Open(vec![missing]));
    next.settle();
    assert!(lines().len() > before.len() && lines().starts_with(&before), "it goes on");

    let panic = std::thread::spawn(|| {
        chancery::work::log_panics();
        let words = ARTICLE.to_owned();
        panic!("the article said {words}");
    });
    assert!(panic.join().is_err());
    let told = lines().rsplit_once("failed at ").unwrap().1.to_owned();
    assert!(told.starts_with("tests/log_file.rs:"), "{told}");
    assert!(told.contains("backtrace") || told.contains("0: "), "the way there: {told}");
    tells_nothing_of_the_article(&lines());
}

#[test]
fn a_log_that_cannot_be_written_is_told_with_its_place() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("chancery.log")).unwrap();
    let mut app = app().with_settings_file(SettingsFile::within(folder.path()));
    app.run(Do::Set(Setting::KeepLog(true)));
    let told = common::notices(&app, chancery::app::Level::Warning);
    assert!(told.len() == 1 && told[0].contains("chancery.log cannot be written"), "{told:?}");
}
