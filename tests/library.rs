//! The library: what is put in comes out again, is found, and survives what befalls it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::thread::{self, sleep};
use std::time::Duration;

use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{Record, Ruling};
use chancery::review::{Field, RecordEdit};
use chancery::store::{Library, LibraryError};
use chancery::work::marks;
use common::{ARTICLE, file, p, saved};
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use proptest::prelude::*;
use tempfile::{TempDir, tempdir};

/// A folder with so many articles, each with a text of its own, and a place for a library.
fn articles(count: usize) -> (TempDir, PathBuf, PathBuf) {
    let folder = tempdir().unwrap();
    let texts = folder.path().join("articles");
    fs::create_dir(&texts).unwrap();
    for number in 1..=count {
        file(&texts, &format!("{number:03}.txt"), format!("{ARTICLE}\nNumber {number}.\n"));
    }
    let library = folder.path().join("new/talks.chancery");
    (folder, texts, library)
}

fn chancery(arguments: &[&str], library: &Path) -> assert_cmd::assert::Assert {
    let (first, rest) = arguments.split_first().unwrap();
    let mut command = assert_cmd::Command::cargo_bin("chancery").unwrap();
    command.arg(first).arg("--library").arg(library).args(rest).assert()
}

fn said(arguments: &[&str], library: &Path) -> String {
    let done = chancery(arguments, library).success().stderr(is_empty());
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

#[test]
fn articles_are_imported_once_and_found_by_their_words() {
    let (_folder, texts, library) = articles(3);
    let other =
        file(&texts, "other.txt", "Letter on grain\n\nThe minister of Malta wrote to Çelik about grain.\n");
    file(&texts, "broken.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0");
    let texts = texts.to_str().unwrap();
    chancery(&["import", texts], &library)
        .failure()
        .stdout(contains("4 added, 0 known already, 1 failed"))
        .stderr(contains("broken.txt"));
    fs::rename(&other, other.with_file_name("another-name.txt")).unwrap();
    chancery(&["import", texts], &library).stdout(contains("0 added, 4 known already, 1 failed"));

    assert_eq!(said(&["search", "harbour", "li"], &library).lines().count(), 3);
    assert_eq!(said(&["search", "--most", "2", "harbour"], &library).lines().count(), 2);
    for words in [["celik"], ["GRAIN"], ["Çel"]] {
        assert!(said(&[["search"], words].concat(), &library).contains("Letter on grain"), "{words:?}");
    }
    assert_eq!(said(&["search", "harbour", "grain"], &library), "");
    assert!(said(&["search", "--most", "1", "harbour"], &library).contains("Malta, Tunisia ·"), "each once");
    assert_eq!(said(&["search"], &library).lines().count(), 4);
}

#[test]
fn an_article_that_reports_several_contacts_is_imported_as_one() {
    let (_folder, texts, library) = articles(0);
    file(
        &texts,
        "day.txt",
        "Torre, Lind agree on fish\n\nForeign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in \
         Oslo on 16 October 2020.\n\nTorre also spoke by phone with President Omar Haddad of Jordan on 15 October 2020.\n",
    );
    let texts = texts.to_str().unwrap();
    chancery(&["import", texts], &library).success().stdout(contains("1 added, 0 known already, 0 failed"));
    chancery(&["import", texts], &library).success().stdout(contains("0 added, 1 known already, 0 failed"));
    assert!(said(&["stats"], &library).contains("records      2"), "each contact has one");
}

/// An app over a library, as a start of the program has it.
fn app_over(library: &Path) -> App {
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let mut app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    app.settle();
    app
}

fn open(app: &mut App, paths: &[&Path]) {
    app.run(Command::Open(paths.iter().map(|path| path.to_path_buf()).collect()));
    app.settle();
}

#[test]
fn rulings_edits_and_the_way_back_outlive_the_program() {
    let folder = tempdir().unwrap();
    let library = folder.path().join("talks.chancery");
    let mut app = app_over(&library);
    open(&mut app, &[&saved(folder.path())]);
    let before = app.current().unwrap().record().clone();
    app.run(Command::Edit(RecordEdit::Rule(Field::Date, Ruling::Confirmed)));
    app.run(Command::Edit(RecordEdit::ParticipantName(p(1), "M. Zer".into())));
    app.run(Command::Edit(RecordEdit::ParticipantName(p(1), "M. Zerafa".into())));
    app.run(Command::Edit(RecordEdit::Notes("mine".into())));
    app.run(Command::Undo);
    let after = app.current().unwrap().record().clone();
    app.settle();
    assert!(!app.current().unwrap().is_unsaved());
    drop(app);

    let mut app = app_over(&library);
    let current = app.current().expect("what was shown is shown again");
    assert_eq!(*current.record(), after);
    assert_eq!(current.history().labels().count(), 3, "a name that was typed is one step");
    assert_eq!(current.can_redo(), Some("notes"));
    assert!(
        current.why(&Field::Date).len() > 1,
        "the engine's working is there too: {:?}",
        current.why(&Field::Date)
    );
    app.run(Command::Redo);
    assert_eq!(app.current().unwrap().record().review.notes, "mine");
    for _ in 0..3 {
        app.run(Command::Undo);
    }
    assert_eq!(*app.current().unwrap().record(), before);
    app.run(Command::Edit(RecordEdit::Rule(Field::Date, Ruling::RuledOut)));
    drop(app);
    let app = app_over(&library);
    assert_eq!(app.current().unwrap().history().labels().count(), 1, "what was undone and left is gone");
}

#[test]
fn an_article_that_is_put_away_is_kept_with_its_rulings() {
    let (_folder, texts, library) = articles(2);
    let mut app = app_over(&library);
    open(&mut app, &[&texts]);
    app.run(Command::Edit(RecordEdit::Notes("mine".into())));
    let id = app.current().unwrap().id();
    app.run(Command::Close(id));
    assert_eq!((app.articles(), app.listed().len()), (1, 1));
    drop(app);
    let mut app = app_over(&library);
    assert_eq!((app.articles(), app.counts().put_away), (1, 1));
    open(&mut app, &[&texts.join("001.txt")]);
    assert_eq!(app.articles(), 2, "whoever opens it again gets it back");
    assert_eq!(app.current().unwrap().record().review.notes, "mine");
}

#[test]
fn one_program_writes_and_others_hand_it_their_files() {
    let (_folder, texts, library) = articles(3);
    let mut app = app_over(&library);
    open(&mut app, &[&texts.join("001.txt")]);
    app.run(Command::Edit(RecordEdit::Notes("mine".into())));
    let import = {
        let (library, texts) = (library.clone(), texts.clone());
        thread::spawn(move || said(&["import", texts.to_str().unwrap()], &library))
    };
    let mut called = false;
    while app.articles() < 3 {
        app.receive();
        // As the window does: it comes to the front and opens the files.
        if let Some(files) = app.take_call() {
            called = true;
            app.run(Command::Open(files));
        }
        sleep(Duration::from_millis(20));
    }
    assert!(import.join().unwrap().contains("handed to the window that has it open"));
    assert!(called, "the window comes to the front");
    assert_eq!(app.current().unwrap().record().review.notes, "mine");
    assert_eq!(said(&["search", "harbour"], &library).lines().count(), 3, "others may read");

    let second = app_over(&library);
    assert!(second.library().is_none(), "a second window could only lose what the first one writes");
    assert!(second.notices().iter().any(|notice| notice.text.contains("in use by another Chancery")));
    app.settle();
    drop((app, second));
    assert_eq!(app_over(&library).articles(), 3);
}

#[test]
fn a_library_is_exported_counted_checked_and_backed_up() {
    let (folder, texts, library) = articles(2);
    said(&["import", texts.to_str().unwrap()], &library);
    assert_eq!(said(&["export", "--format", "jsonl"], &library), "", "nothing is reviewed");
    let exported = said(&["export", "--format", "jsonl", "--all"], &library);
    assert_eq!(exported.lines().filter(|line| Record::from_json(line).is_ok()).count(), 2);
    let stats = said(&["stats"], &library);
    assert!(stats.starts_with("articles     2\nrecords      2\n  unreviewed      2\n"), "{stats}");

    let copy = folder.path().join("copy.chancery");
    said(&["backup", copy.to_str().unwrap()], &library);
    chancery(&["backup", copy.to_str().unwrap()], &library).failure().stderr(contains("is there already"));
    assert_eq!(said(&["search", "harbour"], &copy).lines().count(), 2);
    let mut check = assert_cmd::Command::cargo_bin("chancery").unwrap();
    check
        .arg("check")
        .args([&library, &copy])
        .assert()
        .success()
        .stdout(contains("a sound library").count(2));
}

#[test]
fn what_is_no_library_is_told_so_and_left_alone() {
    let folder = tempdir().unwrap();
    let letter = file(folder.path(), "letter.chancery", "Dear colleague, this is a letter and no library.");
    chancery(&["search", "x"], &letter)
        .failure()
        .stderr(contains("letter.chancery is not a Chancery library"));
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear colleague, this is a letter and no library.");
    let nowhere = folder.path().join("nowhere.chancery");
    chancery(&["stats"], &nowhere).failure().stderr(contains("There is no library"));
    assert!(!nowhere.exists(), "looking makes none");
    chancery(&["import", "/nowhere/at-all.txt"], &nowhere).failure().stderr(contains("at-all.txt"));
    assert!(!nowhere.exists(), "nor do articles that are not there");
    let within_a_file = letter.join("talks.chancery");
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    chancery(&["import", samples], &within_a_file).failure().stderr(contains("cannot be opened or made"));
}

#[test]
fn a_damaged_library_is_told_so() {
    let (_folder, texts, library) = articles(60);
    said(&["import", texts.to_str().unwrap()], &library);
    let mut bytes = fs::read(&library).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 9000].fill(0x5a);
    fs::write(&library, bytes).unwrap();
    let mut check = assert_cmd::Command::cargo_bin("chancery").unwrap();
    let told =
        contains("talks.chancery").and(contains("damaged").or(contains("malformed")).or(contains("page")));
    let output = check.arg("check").arg(&library).assert().failure();
    let output = output.get_output();
    assert!(told.eval(&String::from_utf8_lossy(&[output.stdout.clone(), output.stderr.clone()].concat())));
}

/// Whatever moment the power goes: what is in the library is whole, and the rest can be put in after.
#[test]
fn a_library_outlives_the_end_of_the_program_at_any_moment() {
    let (_folder, texts, library) = articles(400);
    let mut sizes = BTreeMap::new();
    for kill in 0..12_u64 {
        let mut import = Process::new(env!("CARGO_BIN_EXE_chancery"));
        import.arg("import").arg("--library").arg(&library).arg(&texts);
        let mut import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // From before the file is there to after the first hundreds are in it.
        sleep(Duration::from_millis(40 + 137 * kill));
        import.kill().unwrap();
        import.wait().unwrap();
        if library.is_file() {
            let library = Library::open_existing(&library, marks).unwrap();
            assert_eq!(library.check().unwrap(), Vec::<String>::new(), "after {kill} kills");
            let count: u64 = library.stats().unwrap().by_status.iter().map(|(_, count)| count).sum();
            assert!(sizes.values().all(|before| *before <= count), "what was in it stays");
            sizes.insert(kill, count);
        }
    }
    said(&["import", texts.to_str().unwrap()], &library);
    assert!(said(&["stats"], &library).starts_with("articles     400\n"), "after {sizes:?}");
}

#[test]
fn a_newer_library_is_left_to_a_newer_program() {
    let (_folder, texts, library) = articles(1);
    said(&["import", texts.to_str().unwrap()], &library);
    // The version stands in bytes 60 to 63 of an SQLite file.
    let mut bytes = fs::read(&library).unwrap();
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    fs::write(&library, bytes).unwrap();
    let error = Library::open(&library, marks).unwrap_err();
    assert!(matches!(error, LibraryError::Newer { version: 999, .. }), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn anything_may_be_typed_into_a_search(typed in "[\\PC\"*():^+{}-]{0,24}") {
        let folder = tempdir().unwrap();
        let library = Library::open(&folder.path().join("talks.chancery"), marks).unwrap();
        prop_assert!(library.find(&typed).is_ok() && library.best(&typed, 10).is_ok());
        prop_assert!(library.find_first(&typed, 10).is_ok());
    }
}
