//! Bytes of a library change: what is read is right or an error, and what can be read is recovered.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chancery::app::Command;
use chancery::model::{EntryId, Record};
use chancery::store::{Library, LibraryError, Recovery};
use chancery::work::{marks, recover};

use crate::dice::Dice;
use crate::scene::{all, app_over, articles, checked, import, note, show, told, wait_until};

const ARTICLES: usize = 30;
const PAGE: usize = 8192;

/// A library with edits, a backup of it from before some of them, and what both hold.
struct Whole {
    bytes: Vec<u8>,
    backup: Vec<u8>,
    records: BTreeMap<EntryId, Record>,
    before: BTreeMap<EntryId, Record>,
    titles: Vec<String>,
    _folder: tempfile::TempDir,
}

impl Whole {
    fn new() -> Self {
        let (folder, texts) = articles(ARTICLES, 40);
        let path = folder.path().join("talks.chancery");
        import(&texts, &path);
        let mut app = app_over(&path);
        let ids = app.listed().to_vec();
        for id in &ids[..8] {
            note(&mut app, *id, "before the backup");
        }
        app.settle();
        let copy = folder.path().join("copy.chancery");
        Library::open_for_reading(&path, marks).unwrap().back_up(&copy).unwrap();
        for id in &ids[4..12] {
            note(&mut app, *id, "after the backup");
        }
        app.settle();
        drop(app);
        let records =
            |path: &Path| all(&checked(path)).into_iter().map(|(id, taken)| (id, taken.record)).collect();
        let titles = titles(&checked(&path)).unwrap();
        Self {
            records: records(&path),
            before: records(&copy),
            backup: fs::read(&copy).unwrap(),
            bytes: fs::read(&path).unwrap(),
            titles,
            _folder: folder,
        }
    }

    /// These bytes as a library in a folder of its own, with the backup beside it or without.
    fn put(&self, bytes: &[u8], with_backup: bool) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.chancery");
        fs::write(&path, bytes).unwrap();
        if with_backup {
            fs::create_dir(folder.path().join("backups")).unwrap();
            fs::write(folder.path().join("backups/talks-2026-11-25.chancery"), &self.backup).unwrap();
        }
        (folder, path)
    }

    /// Whether everything in a library is as it was.
    fn is_all_right(&self, path: &Path) -> Result<bool, LibraryError> {
        let library = Library::open_for_reading(path, marks)?;
        let mut is_right = titles(&library)? == self.titles;
        for (id, record) in &self.records {
            is_right &= library.take(*id)?.is_some_and(|taken| taken.record == *record);
        }
        is_right &= library.find("harbour")?.is_some_and(|found| found.len() == ARTICLES);
        library.stats()?;
        Ok(is_right)
    }
}

fn titles(library: &Library) -> Result<Vec<String>, LibraryError> {
    let mut titles = Vec::new();
    library.entries(|entry| titles.push(entry.title))?;
    Ok(titles)
}

/// Damages a file somewhere. Says how.
fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) -> String {
    let pages = bytes.len() / PAGE;
    let page = dice.below(pages as u64) as usize;
    let at = page * PAGE;
    match dice.below(10) {
        0..=3 => {
            let byte = dice.below(bytes.len() as u64) as usize;
            bytes[byte] ^= 1 << dice.below(8);
            format!("a bit of byte {byte}, page {} of {pages}", byte / PAGE + 1)
        }
        4..=6 => {
            bytes[at..at + PAGE].fill(0);
            format!("page {} of {pages} is blank", page + 1)
        }
        7 => {
            bytes[at..at + PAGE].iter_mut().for_each(|byte| *byte = dice.below(256) as u8);
            format!("page {} of {pages} is noise", page + 1)
        }
        8 => {
            bytes.truncate(at.max(PAGE));
            format!("cut off after page {} of {pages}", page.max(1))
        }
        _ => {
            let byte = dice.below(100) as usize;
            bytes[byte] = dice.below(256) as u8;
            format!("byte {byte} of the beginning")
        }
    }
}

#[test]
fn of_any_damaged_library_what_can_be_read_is_recovered() {
    let whole = Whole::new();
    let mut dice = Dice::of("damages");
    let (mut unharmed, mut by_itself, mut of_itself, mut with_help) = (0, 0, 0, 0);
    for number in 0..40 {
        let with_backup = number % 2 == 0;
        let mut bytes = whole.bytes.clone();
        let how = damage(&mut bytes, &mut dice);
        let (folder, path) = whole.put(&bytes, with_backup);
        let reading = whole.is_all_right(&path);
        match recover(&path) {
            Ok(None) => {
                assert!(matches!(reading, Ok(true)), "{how}: what is wrong is noticed: {reading:?}");
                unharmed += 1;
            }
            Ok(Some(recovery)) => {
                assert_eq!(fs::read(&recovery.set_aside).unwrap(), bytes, "{how}: the damaged file is kept");
                check_recovered(&whole, &path, &recovery, with_backup, &how);
                if with_backup {
                    with_help += 1;
                } else {
                    by_itself += 1;
                    of_itself += recovery.articles;
                }
                println!(
                    "{how}: {} recovered, {} with help, {} lost",
                    recovery.articles, recovery.from_backup, recovery.lost
                );
            }
            Err(error) => {
                assert!(!with_backup || matches!(error, LibraryError::Newer { .. }), "{how}: {error}");
                assert_eq!(fs::read(&path).unwrap(), bytes, "{how}: it stays as it is");
                println!("{how}: {error}");
                if !with_backup {
                    by_itself += 1;
                }
            }
        }
        let left = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name());
        let left: Vec<_> = left.filter(|name| name.to_str().unwrap().contains(".tmp")).collect();
        assert!(left.is_empty(), "{how}: {left:?}");
    }
    println!(
        "40 damages: {unharmed} harmed nothing that is read; {with_help} times all {ARTICLES} articles came back with a \
         backup; {by_itself} times without one: {of_itself} of {} articles",
        by_itself * ARTICLES
    );
}

fn check_recovered(whole: &Whole, path: &Path, recovery: &Recovery, with_backup: bool, how: &str) {
    let recovered = all(&checked(path));
    assert_eq!(recovered.len(), recovery.articles, "{how}");
    let mut older = 0;
    for (id, taken) in &recovered {
        if taken.record != whole.records[id] {
            assert_eq!(taken.record, whole.before[id], "{how}: article {}", id.number());
            older += 1;
        }
    }
    assert!(older <= recovery.from_backup, "{how}");
    assert!(!with_backup || recovered.len() == ARTICLES, "{how}: {recovery}");
    assert!(with_backup || recovery.from_backup == 0, "{how}");
}

#[test]
fn a_damaged_library_is_recovered_when_it_is_opened_and_the_person_is_told() {
    let whole = Whole::new();
    let mut bytes = whole.bytes.clone();
    // The pages behind the beginning hold the roots of the tables.
    let half = bytes.len() / 2;
    bytes[PAGE..half].fill(0x5a);
    let (folder, path) = whole.put(&bytes, true);
    let mut check = std::process::Command::new(env!("CARGO_BIN_EXE_chancery"));
    let said = check.arg("check").arg(&path).output().unwrap();
    let said = String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned();
    assert!(said.contains("is damaged") && said.contains("chancery recover"), "{said}");
    let mut app = app_over(&path);
    assert_eq!(app.articles(), ARTICLES, "{}", told(&app));
    let told = told(&app);
    assert!(told.contains("was damaged. 30 articles recovered"), "{told}");
    assert!(told.contains("with the help of a backup") && told.contains("talks-damaged-"), "{told}");
    note(&mut app, EntryId::FIRST, "goes on");
    app.settle();
    assert!(app.keeps_edits() && app.unsaved().next().is_none());
    drop(app);
    checked(&path);
    let is_aside = |name: &str| name.starts_with("talks-damaged-") && name.ends_with(".chancery");
    let files = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name());
    assert_eq!(files.filter(|name| is_aside(name.to_str().unwrap())).count(), 1);
}

#[test]
fn damage_that_shows_while_the_library_is_open_is_recovered_then_and_no_edit_is_lost() {
    let whole = Whole::new();
    let (_folder, path) = whole.put(&whole.bytes, true);
    let mut app = app_over(&path);
    note(&mut app, EntryId::FIRST, "before");
    app.settle();
    // A letter of a text that nobody has looked at yet.
    let mut bytes = fs::read(&path).unwrap();
    let words = b"came back to point 25003";
    let at = bytes.windows(words.len()).position(|window| window == words).unwrap();
    bytes[at] = b'C';
    std::os::unix::fs::FileExt::write_all_at(
        &fs::OpenOptions::new().write(true).open(&path).unwrap(),
        &bytes[at..=at],
        at as u64,
    )
    .unwrap();
    let damaged = whole.records.keys().copied().nth(24).unwrap();
    app.run(Command::Select(damaged));
    wait_until(&mut app, "the damage", |app| app.shown().is_none());
    note(&mut app, EntryId::FIRST, "meanwhile");
    wait_until(&mut app, "recovery", |app| told(app).contains("was damaged"));
    app.settle();
    assert!(
        told(&app).contains("30 articles recovered, 1 of them with the help of a backup"),
        "{}",
        told(&app)
    );
    show(&mut app, damaged);
    assert_eq!(**app.current().unwrap().record(), whole.before[&damaged]);
    note(&mut app, EntryId::FIRST, "after");
    app.settle();
    assert!(app.unsaved().next().is_none() && app.articles() == ARTICLES);
    app.run(Command::Search("harbour".into()));
    app.settle();
    assert_eq!(app.listed().len(), ARTICLES);
    drop(app);
    assert_eq!(all(&checked(&path))[&EntryId::FIRST].record.review.notes, "after");
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("letter.chancery");
    let other = folder.path().join("other.chancery");
    let blank = folder.path().join("blank.chancery");
    fs::write(&letter, "Dear colleague, this is a letter.").unwrap();
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("PRAGMA page_size = 8192; CREATE TABLE texts (number, text);")
        .unwrap();
    fs::write(&blank, vec![0; PAGE * 4]).unwrap();
    for path in [letter, other, blank] {
        let before = fs::read(&path).unwrap();
        assert!(matches!(recover(&path), Err(LibraryError::NotALibrary(_))), "{}", path.display());
        assert!(app_over(&path).library().is_none());
        assert_eq!(fs::read(&path).unwrap(), before, "{}", path.display());
    }
    let names = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name());
    assert!(names.into_iter().all(|name| !name.to_str().unwrap().contains("damaged")));
}
