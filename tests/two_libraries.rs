//! Two libraries, opened one after the other in one window while something of the first is under way: nothing of
//! the one is ever seen, offered or written in the other.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use chancery::across::{BulkEdit, LedgerFilter, Narrowing, Show};
use chancery::app::{App, Command, Exported, Settings, Suggest};
use chancery::charts::{Selection, Who};
use chancery::export::{Contents, FORMATS};
use chancery::lexicon::Lexicon;
use chancery::model::{EntryId, Party, Record, ReviewStatus};
use chancery::review::RecordEdit;
use chancery::store::Library;
use chancery::work::{import_files, marks};
use common::{ARTICLE, file};
use tempfile::{TempDir, tempdir};

/// More than are in memory, and more than are changed at a time.
const MANY: usize = 130;

/// Two libraries with articles of the same numbers, and a folder for whatever is written.
struct Two {
    folder: TempDir,
    first: PathBuf,
    second: PathBuf,
}

/// The two libraries as they are made once, to be copied.
static MADE: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempdir().unwrap();
    for name in ["First", "Second"] {
        let texts = folder.path().join(name);
        fs::create_dir(&texts).unwrap();
        let article = |number| {
            let text = format!("{ARTICLE}\n{name} article {number} speaks of {name}.\n");
            file(&texts, &format!("{name}-{number:03}.txt"), text.replace("Harbour", name))
        };
        let files = (0..MANY).map(article).collect();
        let library = folder.path().join(format!("{name}.chancery"));
        import_files(&library, files, |imported| assert!(imported.put.is_ok())).unwrap();
    }
    folder
});

impl Two {
    fn new() -> Self {
        let folder = tempdir().unwrap();
        let library = |name: &str| {
            let library = folder.path().join(name);
            fs::copy(MADE.path().join(name), &library).unwrap();
            library
        };
        let (first, second) = (library("First.chancery"), library("Second.chancery"));
        fs::create_dir(folder.path().join("written")).unwrap();
        Self { folder, first, second }
    }

    fn open(&self) -> App {
        let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
        let app = App::with_library(&self.first, Lexicon::built_in, settings, Arc::new(|| {}));
        let mut app = app.with_backups();
        app.settle();
        app
    }

    fn written(&self) -> PathBuf {
        self.folder.path().join("written")
    }
}

/// Every record of a library, as it is on disk.
fn records(path: &Path) -> Vec<Record> {
    let library = Library::open_for_reading(path, marks).unwrap();
    let mut ids = Vec::new();
    library.entries(|entry| ids.push(entry.id)).unwrap();
    ids.into_iter().map(|id| library.record(id).unwrap().unwrap()).collect()
}

/// Where the records of a library are saved.
fn saved_to(path: &Path) -> Vec<Option<PathBuf>> {
    let library = Library::open_for_reading(path, marks).unwrap();
    let mut ids = Vec::new();
    library.entries(|entry| ids.push(entry.id)).unwrap();
    ids.into_iter().map(|id| library.take(id).unwrap().unwrap().origin.saved_to).collect()
}

fn near(app: &App) -> EntryId {
    *app.listed().first().unwrap()
}

fn far(app: &App) -> EntryId {
    *app.listed().last().unwrap()
}

/// Begins something in the first library.
type Begin = fn(&Two, &mut App);

/// What may be under way when another library is opened.
const UNDER_WAY: &[(&str, Begin)] = &[
    ("an article is read", |_, app| app.run(Command::Select(far(app)))),
    ("an edit is kept", |_, app| {
        app.run(Command::Select(far(app)));
        app.settle();
        app.run(Command::Edit(RecordEdit::Notes("of the first".into())));
    }),
    ("all records are saved", |two, app| {
        app.run(Command::SaveAll { folder: Some(two.written()) });
    }),
    ("a record is saved", |two, app| {
        app.run(Command::Select(far(app)));
        app.settle();
        app.run(Command::SaveTo(far(app), two.written().join("one.json")));
    }),
    ("records are exported", |two, app| {
        let to = two.written().join("all.json");
        app.run(Command::Export {
            what: Exported::Reviewed,
            to,
            format: FORMATS.first().unwrap(),
            contents: Contents::ALL,
        });
    }),
    ("many records are changed", |_, app| {
        let edit = BulkEdit::Status(ReviewStatus::Reviewed);
        app.run(Command::PreviewBulk(edit.clone()));
        app.settle();
        app.run(Command::Bulk(edit));
    }),
    ("a change of many records was made", |_, app| {
        let edit = BulkEdit::Reviewer("Another".into());
        app.run(Command::PreviewBulk(edit.clone()));
        app.settle();
        app.run(Command::Bulk(edit));
        app.settle();
    }),
    ("whom a change concerns is looked up", |_, app| app.run(Command::PreviewBulk(rename()))),
    ("whom a change concerns was looked up", |_, app| {
        app.run(Command::PreviewBulk(BulkEdit::Status(ReviewStatus::Reviewed)));
        app.settle();
    }),
    ("charts are made", |_, app| app.run(Command::HangPictures)),
    ("charts were made", |_, app| {
        app.run(Command::HangPictures);
        app.settle();
    }),
    ("the articles behind a part of a chart are picked", |_, app| {
        app.run(Command::Pick("Malta".into(), Selection::Obliged { by: Who::Anyone, obligation: None }));
    }),
    ("words are searched for", |_, app| app.run(Command::Search("first".into()))),
    ("a title is searched for", |_, app| app.run(Command::FindTitles("First".into()))),
    ("names are looked up", |_, app| {
        app.run(Command::Suggest(Suggest::Names("M".into())));
        app.run(Command::Suggest(Suggest::Titles("Maria Zerafa".into())));
    }),
    ("the ledger is made", |_, app| app.run(Command::MakeLedger)),
    ("the ledger is searched, read and copied", |_, app| {
        app.run(Command::MakeLedger);
        app.settle();
        let words = "harbour".to_owned();
        app.run(Command::FilterLedger(LedgerFilter { words, ..LedgerFilter::default() }));
        app.run(Command::ReadCommitments(app.listed().to_vec()));
        app.run(Command::CopyCommitments(0..1_000));
    }),
    ("files are imported", |two, app| {
        let folder = two.folder.path().join("more");
        fs::create_dir(&folder).unwrap();
        for number in 0..MANY {
            file(&folder, &format!("{number}.txt"), format!("First again\n\n{ARTICLE}\nFirst {number}.\n"));
        }
        app.run(Command::Open(vec![folder]));
    }),
    ("two reports are compared", |_, app| {
        let (one, other) = (near(app), far(app));
        app.run(Command::Compare(one, other));
    }),
    ("reports of one meeting are told apart", |_, app| {
        let (one, other) = (near(app), far(app));
        app.run(Command::Separate(one, vec![other]));
    }),
    ("an article is put away", |_, app| app.run(Command::Close(far(app)))),
    ("a search is saved", |_, app| {
        app.run(Command::Show(Show::ToReview));
        app.run(Command::SaveSearch("First only".into()));
    }),
    ("the list is narrowed", |_, app| {
        app.run(Command::Narrow(Narrowing::Status(ReviewStatus::Reviewed)));
        app.run(Command::Show(Show::Reviewed));
    }),
];

fn rename() -> BulkEdit {
    let to = Party { code: "XYZ".parse().unwrap(), name: "Elsewhere".into() };
    BulkEdit::RenameParty { from: "MLT".parse().unwrap(), to }
}

/// What is seen of a library is its own and nothing else.
fn shows_only(app: &App, name: &str, when: &str) {
    for row in app.catalog().rows() {
        let path = app.document(row.id).map(|document| document.source().to_owned());
        let is_own = path.is_none_or(|path| path.to_string_lossy().contains(name));
        assert!(is_own, "{when}: {} is an article of another library", row.title);
    }
    assert!(app.gallery().is_none(), "{when}: charts");
    assert!(app.ledger().is_none(), "{when}: the ledger");
    assert!(app.previewed(&BulkEdit::Status(ReviewStatus::Reviewed)).is_none(), "{when}: a preview");
    assert!(app.previewed(&rename()).is_none(), "{when}: a preview");
    assert!(app.last_bulk().is_none(), "{when}: a change to take back");
    assert!(app.account().is_none(), "{when}: an account");
    assert!(app.picked().is_none(), "{when}: picked articles");
    assert!(app.titles().1.is_empty(), "{when}: titles");
    assert!(app.suggested(&Suggest::Names("M".into())).is_empty(), "{when}: names");
    assert!(app.suggested(&Suggest::Titles("Maria Zerafa".into())).is_empty(), "{when}: titles of a person");
    assert!(app.searches().is_empty(), "{when}: searches");
    assert_eq!(app.filter().show, Show::All, "{when}: the filter");
    assert!(app.filter().search.is_empty() && app.filter().chosen.is_empty(), "{when}: the filter");
    assert!(app.notices().iter().all(|notice| notice.offer.is_none()), "{when}: an offer");
    assert!(app.current().is_none_or(|document| document.record().review.notes.is_empty()), "{when}: a note");
}

#[test]
fn what_is_under_way_in_one_library_reaches_nobody_in_another() {
    for (what, begin) in UNDER_WAY {
        let two = Two::new();
        let untouched = records(&two.second);
        let mut app = two.open();
        begin(&two, &mut app);
        app.run(Command::OpenLibrary(two.second.clone()));
        shows_only(&app, "Second", what);
        assert!(app.take_copied().is_none(), "{what}: something was copied");
        app.settle();
        shows_only(&app, "Second", what);
        assert_eq!(app.library(), Some(two.second.as_path()), "{what}");
        assert_eq!(app.listed().len(), MANY, "{what}");
        // Whatever is done next is done here.
        let edit = BulkEdit::Status(ReviewStatus::Rejected);
        app.run(Command::PreviewBulk(edit.clone()));
        app.settle();
        app.run(Command::Bulk(edit));
        app.settle();
        let rejected = app.catalog().rows().iter().filter(|row| row.status == ReviewStatus::Rejected);
        assert_eq!(rejected.count(), MANY, "{what}: a change of many records goes on for ever");
        app.run(Command::TakeBulkBack);
        app.settle();
        drop(app);
        assert_eq!(records(&two.second), untouched, "{what}: records of the second library");
        assert!(saved_to(&two.second).iter().all(Option::is_none), "{what}: files of the second library");
        let wrong = Library::open_existing(&two.first, marks).unwrap().check().unwrap();
        assert!(wrong.is_empty(), "{what}: {wrong:?}");
    }
}

#[test]
fn two_libraries_are_opened_to_and_fro_while_much_is_under_way() {
    let two = Two::new();
    let untouched = records(&two.second);
    let mut app = two.open();
    for (what, begin) in UNDER_WAY {
        // Some things can be done once.
        if *what != "files are imported" {
            begin(&two, &mut app);
        }
        app.run(Command::OpenLibrary(two.second.clone()));
        app.receive();
        app.run(Command::OpenLibrary(two.first.clone()));
        app.settle();
        assert_eq!(app.library(), Some(two.first.as_path()), "{what}");
        assert!(app.is_ready() && app.catalog().rows().len() >= MANY, "{what}");
        app.run(Command::Show(Show::All));
        app.run(Command::Search(String::new()));
        app.settle();
    }
    drop(app);
    assert_eq!(records(&two.second), untouched);
    let wrong = Library::open_existing(&two.first, marks).unwrap().check().unwrap();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_was_being_saved_is_on_disk_and_known_to_its_own_library() {
    let two = Two::new();
    let mut app = two.open();
    let id = far(&app);
    app.run(Command::Select(id));
    app.settle();
    app.run(Command::Edit(RecordEdit::Notes("of the first".into())));
    app.run(Command::SaveTo(id, two.written().join("one.json")));
    app.run(Command::OpenLibrary(two.second.clone()));
    app.settle();
    let file = fs::canonicalize(two.written().join("one.json")).unwrap();
    let saved = Record::from_json(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(saved.review.notes, "of the first");
    drop(app);
    assert!(saved_to(&two.first).contains(&Some(file)));
    assert!(records(&two.first).contains(&saved), "the edit is kept, too");
}
