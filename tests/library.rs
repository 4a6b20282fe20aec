//! The library: what is put in comes out again, is found, and survives what befalls it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::thread::sleep;
use std::time::Duration;

use assert_cmd::Command;
use chancery::app::{Library, LibraryError, Put};
use chancery::model::Record;
use common::{ARTICLE, file, record};
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
    let mut command = Command::cargo_bin("chancery").unwrap();
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
fn what_is_put_in_comes_out_the_same() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(&folder.path().join("talks.chancery")).unwrap();
    let record = record();
    assert_eq!(library.put_all([&record, &record]).unwrap(), [Put::Added, Put::Known]);
    assert_eq!(library.record(&record.id).unwrap(), Some(record));
    assert!(library.check().unwrap().is_empty());
}

#[test]
fn a_library_is_exported_counted_checked_and_backed_up() {
    let (folder, texts, library) = articles(2);
    said(&["import", texts.to_str().unwrap()], &library);
    assert_eq!(said(&["export", "--format", "jsonl"], &library), "", "nothing is reviewed");
    let exported = said(&["export", "--format", "jsonl", "--all"], &library);
    assert_eq!(exported.lines().filter(|line| Record::from_json(line).is_ok()).count(), 2);
    let stats = said(&["stats"], &library);
    assert!(stats.starts_with("articles     2\n  unreviewed      2\n"), "{stats}");

    let copy = folder.path().join("copy.chancery");
    said(&["backup", copy.to_str().unwrap()], &library);
    chancery(&["backup", copy.to_str().unwrap()], &library).failure().stderr(contains("is there already"));
    assert_eq!(said(&["search", "harbour"], &copy).lines().count(), 2);
    let mut check = Command::cargo_bin("chancery").unwrap();
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
    let mut check = Command::cargo_bin("chancery").unwrap();
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
            let library = Library::open_existing(&library).unwrap();
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
    let error = Library::open(&library).unwrap_err();
    assert!(matches!(error, LibraryError::Newer { version: 999, .. }), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn anything_may_be_typed_into_a_search(typed in "[\\PC\"*():^+{}-]{0,24}") {
        let folder = tempdir().unwrap();
        let mut library = Library::open(&folder.path().join("talks.chancery")).unwrap();
        library.put_all([&record()]).unwrap();
        prop_assert!(library.search(&typed, 10).is_ok());
    }
}
