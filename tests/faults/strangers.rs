//! Libraries that somebody else has made, and what stands beside them: nothing in them acts, swells or leads
//! a write astray.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command as Process;

use chancery::app::{Command, Level};
use chancery::model::EntryId;
use chancery::model::{ContactNumber, Record, RecordId};
use chancery::store::{Library, LibraryError};
use chancery::work::{Put, import_files, marks, recover};
use rusqlite::Connection;
use serde_json::Value;
use tempfile::{TempDir, tempdir};

use crate::scene::{all, app_over, article, articles, chancery, checked, import, note, told};
use crate::versions::version_4;

/// A library of three articles, in a folder of its own.
fn library() -> (TempDir, PathBuf) {
    let (folder, texts) = articles(3, 0);
    let library = folder.path().join("talks.chancery");
    import(&texts, &library);
    (folder, library)
}

fn change(library: &Path, sql: &str) {
    Connection::open(library).unwrap().execute_batch(sql).unwrap();
}

/// Views with an endless answer, triggers and further tables: (what is put into the file, its kind).
const MORE_THAN_OURS: &[(&str, &str)] = &[
    (
        "ALTER TABLE articles RENAME TO hidden; \
         CREATE VIEW articles AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) \
         SELECT hidden.* FROM n JOIN hidden;",
        "view",
    ),
    ("CREATE TRIGGER loot AFTER INSERT ON texts BEGIN DELETE FROM texts WHERE number < 3; END;", "trigger"),
    ("CREATE TABLE loot (text TEXT);", "table"),
    ("CREATE INDEX loot ON people (lower(name));", "index"),
    ("CREATE VIEW loot AS SELECT * FROM texts;", "view"),
];

#[test]
fn a_library_with_more_in_it_than_ours_is_refused_and_its_articles_can_be_had() {
    for (sql, kind) in MORE_THAN_OURS {
        let (folder, path) = library();
        let records = all(&checked(&path));
        change(&path, sql);
        let before = fs::read(&path).unwrap();
        for error in [
            Library::open_for_reading(&path, marks).map(|_| ()).unwrap_err(),
            Library::open(&path, marks).map(|_| ()).unwrap_err(),
        ] {
            assert!(matches!(error, LibraryError::Foreign { .. }), "{sql}: {error}");
            assert!(error.to_string().contains(&format!("the {kind} \"")), "{sql}: {error}");
        }
        for arguments in [&["stats"][..], &["search", "harbour"], &["export", "--all"]] {
            assert_eq!(chancery(arguments, &path).status.code(), Some(1), "{sql}: {arguments:?}");
        }
        let app = app_over(&path);
        assert!(app.library().is_none() && told(&app).contains("chancery recover"), "{sql}: {}", told(&app));
        drop(app);
        assert_eq!(fs::read(&path).unwrap(), before, "{sql}: it stays as it is");

        let recovery = recover(&path).unwrap().unwrap();
        assert_eq!((recovery.articles, recovery.lost), (3, 0), "{sql}");
        let again = all(&checked(&path));
        assert!(records.iter().all(|(id, taken)| again[id].record == taken.record), "{sql}");
        drop(folder);
    }
}

#[test]
fn a_table_that_is_missing_or_another_is_damage_and_is_recovered() {
    for sql in
        ["DROP INDEX articles_by_record", "DROP TABLE links", "ALTER TABLE people ADD COLUMN more TEXT"]
    {
        let (_folder, path) = library();
        change(&path, sql);
        assert!(matches!(Library::open(&path, marks), Err(LibraryError::Damaged(_))), "{sql}");
        let app = app_over(&path);
        assert_eq!(app.articles(), 3, "{sql}: {}", told(&app));
    }
}

#[test]
fn a_packed_record_that_says_it_is_larger_than_it_can_be_is_not_unpacked() {
    let (_folder, path) = library();
    let connection = Connection::open(&path).unwrap();
    // What it says comes first: so many bytes, without a digest.
    for size in [u32::MAX >> 1, 256 << 20] {
        let packed: Vec<u8> = size.to_le_bytes().into_iter().chain([0x0f; 4000]).collect();
        connection.execute("UPDATE records SET record = ?1 WHERE number = 2", [packed]).unwrap();
        let library = Library::open_for_reading(&path, marks).unwrap();
        let id = EntryId::FIRST.next();
        assert!(matches!(library.record(id), Err(LibraryError::BadRecord { .. })));
        assert_eq!(library.check().unwrap(), ["article 2: it cannot be unpacked"]);
    }
}

#[test]
fn a_library_of_names_with_line_breaks_is_brought_up_to_date() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("talks.chancery");
    as_it_was_taken_in(&path, |record| {
        record["meeting"]["participants"][0]["party"]["name"] = "Mal\nta\r".into();
        record["article"]["title"] = "Two\nlines".into();
        record["id"] = "CHN".into();
    });
    let library = checked_after(&path);
    assert_eq!(library.entry(EntryId::FIRST).unwrap().unwrap().title, "Two lines");
    let record = library.record(EntryId::FIRST).unwrap().unwrap();
    assert_eq!(record.meeting.participants[0].party.as_ref().unwrap().name, "Mal ta ");
    assert_eq!(record.id, RecordId::of(&record.article.sha256, ContactNumber::MAIN));
    let app = app_over(&path);
    assert_eq!((app.articles(), app.notices().len()), (3, 0), "{}", told(&app));
    assert_eq!(files_like(&path, "damaged"), 0);
}

/// A library of version 3, with the record of the first article as it would have been taken in.
fn as_it_was_taken_in(path: &Path, change: impl FnOnce(&mut Value)) {
    version_4(path);
    let copy = path.with_extension("copy");
    fs::copy(path, &copy).unwrap();
    let library = Library::open(&copy, marks).unwrap();
    let record = library.record(EntryId::FIRST).unwrap().unwrap();
    drop(library);
    let mut value = serde_json::to_value(record.without_text()).unwrap();
    change(&mut value);
    let connection = Connection::open(path).unwrap();
    let party = value["meeting"]["participants"][0]["party"]["name"].as_str().unwrap().to_owned();
    let text = |pointer: &str| value.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    let listed = [text("/article/title"), text("/id"), format!("MLT {}", party.replace('\n', " "))];
    let sql = "UPDATE articles SET title = ?1, record_id = ?2, parties = ?3 WHERE number = 1";
    connection.execute(sql, listed).unwrap();
    connection.execute("UPDATE records SET record = ?1 WHERE number = 1", [value.to_string()]).unwrap();
    connection.execute_batch("PRAGMA user_version = 3").unwrap();
}

fn checked_after(path: &Path) -> Library {
    let library = Library::open(path, marks).unwrap();
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
    library
}

fn files_like(library: &Path, what: &str) -> usize {
    let files = fs::read_dir(library.parent().unwrap()).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(what) && name.ends_with(".chancery")).count()
}

#[test]
fn of_damaged_files_the_newest_three_are_kept() {
    let (_folder, path) = library();
    for _ in 0..5 {
        change(&path, "UPDATE articles SET title = 'Another' WHERE number = 1");
        let recovery = recover(&path).unwrap().unwrap();
        assert!(recovery.set_aside.is_file());
        assert!(recovery.to_string().contains("newest 3"), "{recovery}");
    }
    assert_eq!(files_like(&path, "-damaged-"), 3);
    checked(&path);
}

#[test]
fn numbers_that_no_counting_comes_to_do_not_make_later_articles_overwrite_one_another() {
    let (folder, path) = library();
    change(
        &path,
        "UPDATE origins SET number = 4294967295 WHERE number = 3; \
                   UPDATE texts SET number = 4294967295 WHERE number = 3; \
                   UPDATE records SET number = 4294967295 WHERE number = 3; \
                   UPDATE articles SET number = 4294967295 WHERE number = 3;",
    );
    change(&path, "DELETE FROM commitments WHERE number = 3; DELETE FROM people WHERE number = 3");
    for number in 10..12 {
        let file = folder.path().join(format!("{number}.txt"));
        fs::write(&file, article(number, 0)).unwrap();
        import_files(&path, vec![file], |imported| assert_eq!(imported.put.unwrap(), Put::Added)).unwrap();
    }
    assert_eq!(all(&Library::open(&path, marks).unwrap()).len(), 5);
    change(&path, "UPDATE origins SET number = 4294967296 WHERE number = 4294967295");
    let recovery = recover(&path).unwrap().unwrap();
    assert!(recovery.lost >= 1, "{recovery}");
}

#[test]
fn a_record_takes_no_other_articles_place() {
    let (folder, path) = library();
    let library = Library::open(&path, marks).unwrap();
    let honest = library.record(EntryId::FIRST).unwrap().unwrap();
    drop(library);
    let mut forged: Value = serde_json::from_str(&honest.to_json().unwrap()).unwrap();
    forged["article"]["text"] = "Totally different text.".into();
    forged["article"]["title"] = "Replaced".into();
    forged["meeting"]["kind"] = Value::Null;
    forged["meeting"]["date"] = Value::Null;
    forged["meeting"]["location"] = Value::Null;
    forged["meeting"]["participants"] = Value::Array(Vec::new());
    forged["commitments"] = Value::Array(Vec::new());
    let file = folder.path().join("forged.json");
    fs::write(&file, forged.to_string()).unwrap();
    let put = |library: &Path, file: &Path| {
        let mut put = Vec::new();
        import_files(library, vec![file.to_owned()], |imported| put.push(imported.put)).unwrap();
        put.pop().unwrap()
    };
    assert_eq!(put(&path, &file).unwrap(), Put::Added);
    let after = all(&checked(&path));
    assert_eq!((after.len(), &after[&EntryId::FIRST].record), (4, &honest), "it stands beside the article");

    let empty = folder.path().join("empty.chancery");
    assert_eq!(put(&empty, &file).unwrap(), Put::Added);
    let text = folder.path().join("articles/0001.txt");
    assert_eq!(put(&empty, &text).unwrap(), Put::Added, "the article is not known because of it");
    assert_eq!(put(&empty, &text).unwrap(), Put::Known);

    for id in ["CHN", "", "0123456789abcdef", &honest.id.as_str().to_uppercase()] {
        forged["id"] = id.into();
        fs::write(&file, forged.to_string()).unwrap();
        let error = put(&path, &file).unwrap_err().to_string();
        assert!(error.contains("/id"), "{id}: {error}");
        let said = chancery_check(&file);
        assert!(said.contains("/id"), "{id}: {said}");
    }
}

fn chancery_check(file: &Path) -> String {
    let output = Process::new(env!("CARGO_BIN_EXE_chancery")).arg("check").arg(file).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_library_from_somebody_else_leads_no_save_to_a_file_of_mine() {
    let (folder, path) = library();
    let thesis = folder.path().join("thesis.odt");
    let record = folder.path().join("other.json");
    fs::write(&thesis, "my thesis").unwrap();
    fs::write(&record, Record::to_json(&all(&checked(&path))[&EntryId::FIRST].record).unwrap()).unwrap();
    for file in [&thesis, &record, &folder.path().join("new.json")] {
        let before = fs::read(file).ok();
        change(&path, &format!("UPDATE origins SET saved_to = '{}', is_filed = 1", file.display()));
        for save in [Command::SaveAgain(EntryId::FIRST), Command::SaveAll { folder: None }] {
            let mut app = app_over(&path);
            note(&mut app, EntryId::FIRST, &format!("for {} by {save:?}", file.display()));
            app.settle();
            app.run(save);
            app.settle();
            assert_eq!(fs::read(file).ok(), before, "{}", file.display());
            let told: Vec<_> = app.notices().iter().filter(|notice| notice.level == Level::Warning).collect();
            assert!(told.iter().any(|notice| notice.text.contains("was not saved to")), "{told:?}");
            assert_eq!(app.take_homeless(), Some(EntryId::FIRST), "the window asks where it goes");
            drop(app);
            change(&path, &format!("UPDATE origins SET saved_to = '{}', is_filed = 1", file.display()));
        }
    }
}

#[test]
fn where_this_program_saved_a_record_it_saves_it_again_after_the_next_start() {
    let (folder, path) = library();
    let kept = folder.path().join("data");
    fs::create_dir(&kept).unwrap();
    let file = folder.path().join("mine.json");
    let mut app = app_over(&path).with_saved_files(&kept);
    note(&mut app, EntryId::FIRST, "once");
    app.run(Command::SaveTo(EntryId::FIRST, file.clone()));
    app.settle();
    drop(app);
    let mut app = app_over(&path).with_saved_files(&kept);
    note(&mut app, EntryId::FIRST, "again");
    app.run(Command::SaveAgain(EntryId::FIRST));
    app.settle();
    assert!(fs::read_to_string(&file).unwrap().contains("again"), "{}", told(&app));
    fs::write(&file, "something else by now").unwrap();
    note(&mut app, EntryId::FIRST, "once more");
    app.run(Command::SaveAgain(EntryId::FIRST));
    app.settle();
    assert_eq!(fs::read_to_string(&file).unwrap(), "something else by now", "{}", told(&app));
}

#[test]
fn a_pipe_or_a_link_in_the_place_of_the_lock_is_told_and_left_alone() {
    let (folder, path) = library();
    let lock = folder.path().join("talks.chancery-lock");
    let elsewhere = folder.path().join("elsewhere");
    let _ = fs::remove_file(&lock);
    for is_link in [false, true] {
        if is_link {
            symlink(&elsewhere, &lock).unwrap();
        } else {
            assert!(Process::new("mkfifo").arg(&lock).status().unwrap().success());
        }
        let output = chancery(&["import", &folder.path().join("articles").display().to_string()], &path);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("talks.chancery-lock") && said.contains("Move it away"), "{said}");
        assert!(!elsewhere.exists());
        fs::remove_file(&lock).unwrap();
    }
}

#[test]
fn what_is_no_file_in_the_place_of_sqlites_files_is_told_and_left_alone() {
    for what in ["journal", "wal", "shm"] {
        let (folder, path) = library();
        let place = folder.path().join(format!("talks.chancery-{what}"));
        let elsewhere = folder.path().join("elsewhere");
        let _ = fs::remove_file(&place);
        for kind in ["pipe", "folder", "link"] {
            match kind {
                "pipe" => assert!(Process::new("mkfifo").arg(&place).status().unwrap().success()),
                "folder" => fs::create_dir(&place).unwrap(),
                _ => symlink(&elsewhere, &place).unwrap(),
            }
            for arguments in [&["stats"][..], &["import", "nothing.txt"], &["export"], &["recover"]] {
                let output = chancery(arguments, &path);
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                assert_eq!(output.status.code(), Some(1), "{what} {kind} {arguments:?}: {said}");
                let is_told =
                    said.contains(&format!("talks.chancery-{what}")) && said.contains("Move it away");
                assert!(is_told || arguments[0] == "import", "{what} {kind} {arguments:?}: {said}");
            }
            assert!(app_over(&path).library().is_none(), "{what} {kind}");
            assert!(!elsewhere.exists());
            if kind == "folder" {
                fs::remove_dir(&place).unwrap();
            } else {
                fs::remove_file(&place).unwrap();
            }
        }
        checked(&path);
    }
}

/// What makes the tables of a full-text index others than we have left them.
const INDEXES_SPOILT: &[&str] = &[
    "DELETE FROM words_config",
    "DELETE FROM said_config",
    "UPDATE words_config SET v = 9",
    "UPDATE words_config SET v = 'x'",
    "ALTER TABLE words_docsize ADD COLUMN more AS (id + 1)",
    "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = \
     'CREATE TABLE ''said_data''(id INTEGER PRIMARY KEY, block BLOB, CHECK (length(block) < 9))' \
     WHERE name = 'said_data'",
];

#[test]
fn an_index_that_is_not_as_we_left_it_is_damage_and_is_made_anew() {
    for sql in INDEXES_SPOILT {
        let (_folder, path) = library();
        let records = all(&checked(&path));
        let connection = Connection::open(&path).unwrap();
        connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
        connection.execute_batch(sql).unwrap();
        drop(connection);
        let found = Library::open(&path, marks).and_then(|library| library.check());
        assert!(matches!(found, Err(LibraryError::Damaged(_))), "{sql}: {found:?}");
        let recovery = recover(&path).unwrap().unwrap();
        assert_eq!((recovery.articles, recovery.lost), (3, 0), "{sql}");
        let library = checked(&path);
        assert!(library.find("harbour").unwrap().is_some_and(|found| found.len() == 3), "{sql}");
        let again = all(&library);
        assert!(records.iter().all(|(id, taken)| again[id].record == taken.record), "{sql}");
    }
}

#[test]
fn a_name_of_sqlites_own_hides_nothing() {
    let (_folder, path) = library();
    change(
        &path,
        "CREATE INDEX loot ON people (lower(name)); PRAGMA writable_schema = 1; \
         UPDATE sqlite_schema SET name = 'sqlite_evil', sql = replace(sql, 'loot', 'sqlite_evil') \
         WHERE name = 'loot';",
    );
    let error = Library::open_for_reading(&path, marks).map(|_| ()).unwrap_err();
    assert!(matches!(error, LibraryError::Foreign { .. } | LibraryError::Damaged(_)), "{error}");
    let (_folder, path) = library();
    change(&path, "ANALYZE");
    checked(&path);
}

#[test]
fn a_version_that_no_chancery_gives_is_told_as_what_it_is() {
    for version in [0, -1] {
        let (_folder, path) = library();
        change(&path, &format!("PRAGMA user_version = {version}"));
        for opened in [Library::open_for_reading(&path, marks), Library::open(&path, marks)] {
            let error = opened.map(|_| ()).unwrap_err();
            assert!(matches!(error, LibraryError::Damaged(_)), "{version}: {error}");
        }
        assert_eq!(recover(&path).unwrap().unwrap().articles, 3, "{version}");
    }
    let folder = tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("empty.chancery"), "").unwrap();
    fs::create_dir(at("folder.chancery")).unwrap();
    symlink("loop.chancery", at("loop.chancery")).unwrap();
    assert!(Process::new("mkfifo").arg(at("pipe.chancery")).status().unwrap().success());
    for name in ["empty.chancery", "folder.chancery", "loop.chancery", "pipe.chancery"] {
        let error = Library::open_for_reading(&at(name), marks).map(|_| ()).unwrap_err();
        assert!(matches!(error, LibraryError::NotALibrary(_)), "{name}: {error}");
    }
    let none = Library::open_for_reading(&at("none.chancery"), marks).map(|_| ());
    assert!(matches!(none, Err(LibraryError::Missing(_))));
}

#[test]
fn a_library_and_what_stands_beside_it_are_its_users_alone() {
    let folder = tempdir().unwrap();
    let (_texts, texts) = articles(1, 0);
    let path = folder.path().join("deep/folder/talks.chancery");
    import(&texts, &path);
    let mut app = app_over(&path);
    note(&mut app, EntryId::FIRST, "open");
    app.settle();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    let mut seen = 0;
    let mut folders = vec![path.parent().unwrap().to_owned()];
    while let Some(next) = folders.pop() {
        for file in fs::read_dir(next).unwrap().map(|file| file.unwrap().path()) {
            if file.is_dir() {
                assert_eq!(mode(&file), 0o700, "{}", file.display());
                folders.push(file);
            } else {
                assert_eq!(mode(&file), 0o600, "{}", file.display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 4, "library, lock, what is written ahead, backup");
}

#[test]
fn a_name_that_begins_like_an_address_is_a_files() {
    let (folder, texts) = articles(1, 0);
    for name in ["file:mem?mode=memory", "file:z.chancery", "file::memory:"] {
        let mut command = Process::new(env!("CARGO_BIN_EXE_chancery"));
        command.current_dir(folder.path()).args(["import", "--library", name]).arg(&texts);
        assert_eq!(command.output().unwrap().status.code(), Some(0), "{name}");
        assert!(folder.path().join(name).is_file(), "{name}");
        checked(&folder.path().join(name));
    }
    assert!(!folder.path().join("z.chancery").exists());
}

#[test]
fn a_library_in_a_folder_whose_name_is_no_utf_8_is_backed_up_and_recovered() {
    use std::os::unix::ffi::OsStrExt;
    let (folder, texts) = articles(2, 0);
    let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"odd-\xff"));
    fs::create_dir(&odd).unwrap();
    let path = odd.join("talks.chancery");
    import(&texts, &path);
    let copy = odd.join("copy.chancery");
    Library::open_for_reading(&path, marks).unwrap().back_up(&copy).unwrap();
    assert_eq!(all(&checked(&copy)).len(), 2);
    change(&copy, "UPDATE articles SET title = 'Another' WHERE number = 1");
    assert_eq!(recover(&copy).unwrap().unwrap().articles, 2);
}

#[test]
fn a_library_that_may_only_be_read_is_checked() {
    let (folder, path) = library();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let before = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().mtime());
    let output = Process::new(env!("CARGO_BIN_EXE_chancery")).arg("check").arg(&path).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).matches("a sound library").count(), 1);
    assert_eq!((fs::read(&path).unwrap(), fs::metadata(&path).unwrap().mtime()), before);
    drop(folder);
}
