//! What all of these tests need: articles, an app over a library, a small disk, and a look at what is kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::EntryId;
use chancery::review::RecordEdit;
use chancery::store::{Library, Taken, unfold};
use chancery::work::{import_files, marks};
use tempfile::{TempDir, tempdir};

/// An article that differs from others by its number, and is as long as one likes.
pub fn article(number: usize, paragraphs: usize) -> String {
    let told = include_str!("../fixtures/review/harbour-line.txt");
    let more = (0..paragraphs).map(|paragraph| {
        let what = number * 1000 + paragraph;
        format!("\nThe officials came back to point {what} and left it open; the port of Sliema keeps {what} berths.\n")
    });
    format!("{told}\nNumber {number}.\n{}", more.collect::<String>())
}

/// A folder with so many articles, in a folder of its own where a library may stand too.
pub fn articles(count: usize, paragraphs: usize) -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let texts = folder.path().join("articles");
    fs::create_dir(&texts).unwrap();
    for number in 1..=count {
        fs::write(texts.join(format!("{number:04}.txt")), article(number, paragraphs)).unwrap();
    }
    (folder, texts)
}

/// Puts all articles of a folder into a library.
pub fn import(texts: &Path, library: &Path) {
    let mut files: Vec<PathBuf> = fs::read_dir(texts).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    import_files(library, files, |imported| assert!(imported.put.is_ok())).unwrap();
}

/// An app over a library, as a start of the program has it.
pub fn app_over(library: &Path) -> App {
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    let mut app = app.with_backups();
    app.settle();
    app
}

/// The program as a command, over this library.
pub fn chancery(arguments: &[&str], library: &Path) -> Output {
    let (first, rest) = arguments.split_first().unwrap();
    let mut command = Process::new(env!("CARGO_BIN_EXE_chancery"));
    command.arg(first).arg("--library").arg(library).args(rest).output().unwrap()
}

/// Shows an article, once it was read.
pub fn show(app: &mut App, id: EntryId) {
    app.run(Command::Select(id));
    wait_until(app, "the article", |app| app.current().is_some_and(|document| document.id() == id));
}

/// Writes notes into the article of this id, as one step.
pub fn note(app: &mut App, id: EntryId, notes: &str) {
    show(app, id);
    app.run(Command::Edit(RecordEdit::Notes(notes.into())));
    app.run(Command::EndEdit);
}

/// Takes in what comes until this holds.
pub fn wait_until(app: &mut App, what: &str, mut holds: impl FnMut(&App) -> bool) {
    for _ in 0..3000 {
        app.receive();
        if holds(app) {
            return;
        }
        sleep(Duration::from_millis(10));
    }
    let told: Vec<_> = app.notices().iter().map(|notice| &notice.text).collect();
    panic!("{what} has not come about: {told:?}");
}

/// What there is to tell, in one text.
pub fn told(app: &App) -> String {
    app.notices().iter().map(|notice| notice.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The backups of a library, by their names.
pub fn backups(library: &Path) -> Vec<String> {
    let files = fs::read_dir(library.with_file_name("backups")).into_iter().flatten();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

/// Opens a library and says what is wrong with it: nothing.
pub fn checked(library: &Path) -> Library {
    let library = Library::open_existing(library, marks).unwrap();
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
    library
}

/// Every article of a library.
pub fn all(library: &Library) -> BTreeMap<EntryId, Taken> {
    let mut ids = Vec::new();
    library.entries(|entry| ids.push(entry.id)).unwrap();
    ids.into_iter().map(|id| (id, library.take(id).unwrap().unwrap())).collect()
}

/// The notes of an article after each step of its history.
pub fn notes_of(taken: &Taken) -> Vec<String> {
    let Some(history) = &taken.history else { return Vec::new() };
    let (_, states) = unfold(history, &taken.record.article.text).unwrap();
    states.iter().map(|state| state.record.review.notes.clone()).collect()
}

/// A small disk of its own, where the system lets this user mount one.
pub struct Disk {
    at: TempDir,
}

impl Disk {
    pub fn of(options: &str) -> Option<Self> {
        let disk = Self { at: tempdir().unwrap() };
        let mut mount = Process::new("mount");
        let mounted = mount.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(disk.path()).output();
        if !mounted.is_ok_and(|output| output.status.success()) {
            println!("skipped: this user may not mount a disk to test with");
            return None;
        }
        Some(disk)
    }

    pub fn path(&self) -> &Path {
        self.at.path()
    }

    /// From now on nothing can be written.
    pub fn make_read_only(&self) {
        let done = Process::new("mount").args(["-o", "remount,ro"]).arg(self.path()).status().unwrap();
        assert!(done.success());
    }

    /// Fills it to the last byte, but for so many.
    pub fn fill(&self, but: usize) {
        use std::io::Write;
        let mut file = fs::File::create(self.path().join("filler")).unwrap();
        let room = (0..).take_while(|_| file.write_all(&[1; 4096]).is_ok()).count() * 4096;
        file.set_len((room - but) as u64).unwrap();
    }

    /// Makes room again.
    pub fn empty(&self) {
        fs::remove_file(self.path().join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Process::new("umount").arg("-l").arg(self.path()).output();
    }
}
