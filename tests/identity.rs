//! An article is in a library once, whatever file it comes from, in whatever order and how often.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery::app::{App, Command, Exported, Level, Settings};
use chancery::export::{Contents, FORMATS as EXPORT_FORMATS};
use chancery::lexicon::Lexicon;
use chancery::model::{Record, ReviewStatus, Ruling};
use chancery::review::{Field, RecordEdit};
use common::{ARTICLE, c, file, notices};
use tempfile::{TempDir, tempdir};

/// An app over a library of its own.
fn app_over(library: &Path) -> App {
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let mut app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    app.settle();
    app
}

fn open(app: &mut App, path: &Path) {
    app.run(Command::Open(vec![path.to_owned()]));
    app.settle();
}

fn review(app: &mut App) {
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    app.run(Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed)));
}

fn export(app: &mut App, to: &Path) {
    let format = EXPORT_FORMATS.iter().find(|f| to.extension().is_some_and(|e| e == f.extension)).unwrap();
    app.run(Command::Export {
        what: Exported::Reviewed,
        to: to.to_owned(),
        format,
        contents: Contents::default(),
    });
    app.settle();
    assert!(to.is_file());
}

/// A folder with an article, exports of it of two ages, with ruled-out values and without, and a saved record.
struct Work {
    folder: TempDir,
    files: Vec<PathBuf>,
    /// The record as it stands at the end.
    last: Record,
}

fn work() -> Work {
    let folder = tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let article = file(folder.path(), "line.txt", ARTICLE);
    let mut app = app_over(&at("first.chancery"));
    open(&mut app, &article);
    review(&mut app);
    export(&mut app, &at("early.json"));
    export(&mut app, &at("early.jsonl"));
    app.run(Command::Edit(RecordEdit::Rule(Field::Commitment(c(1)), Ruling::RuledOut)));
    app.run(Command::Edit(RecordEdit::Notes("looked at twice".into())));
    export(&mut app, &at("late.json"));
    let id = app.current().unwrap().id();
    app.run(Command::SaveTo(id, at("record.json")));
    app.settle();
    let last = Record::clone(app.current().unwrap().record());
    let files = ["line.txt", "early.json", "early.jsonl", "late.json", "record.json"].map(at).to_vec();
    Work { folder, files, last }
}

/// Every order of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(count - 1);
    let with = |order: &Vec<usize>| {
        let parts = (0..=order.len()).map(|at| order.split_at(at));
        parts.map(|(before, after)| [before, &[count - 1], after].concat()).collect::<Vec<_>>()
    };
    shorter.iter().flat_map(with).collect()
}

#[test]
fn files_of_one_article_give_one_article_in_every_order() {
    let work = work();
    for (number, order) in orders(work.files.len()).into_iter().enumerate() {
        let library = work.folder.path().join(format!("{number}.chancery"));
        let mut app = app_over(&library);
        for &place in &order {
            open(&mut app, &work.files[place]);
            assert_eq!(app.catalog().rows().len(), 1, "{order:?}");
        }
    }
}

#[test]
fn a_folder_with_all_of_them_gives_one_article_however_often_it_is_opened() {
    let work = work();
    let library = tempdir().unwrap();
    let mut app = app_over(&library.path().join("talks.chancery"));
    for _ in 0..2 {
        open(&mut app, work.folder.path());
        assert_eq!(app.catalog().rows().len(), 1);
        assert_eq!((app.articles(), app.counts().reviewed), (1, 1));
    }
    drop(app);
    let stats = said(&["stats"], &library.path().join("talks.chancery"));
    assert!(stats.starts_with("articles     1\n"), "{stats}");
}

#[test]
fn files_on_the_command_line_give_one_article_and_what_differs_is_told() {
    let work = work();
    let library = work.folder.path().join("new.chancery");
    let paths: Vec<&str> = work.files.iter().map(|path| path.to_str().unwrap()).collect();
    let mut command = assert_cmd::Command::cargo_bin("chancery").unwrap();
    let done = command.arg("import").arg("--library").arg(&library).args(&paths).assert().success();
    let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    assert!(told.contains("late.json holds another record of an article than the library"), "{told}");
    assert!(!told.contains("early.jsonl"), "it holds the same as early.json: {told}");
    assert!(said(&["stats"], &library).starts_with("articles     1\n"));
}

#[test]
fn ones_own_export_changes_nothing_and_is_no_news() {
    let work = work();
    let mut app = app_over(&work.folder.path().join("first.chancery"));
    open(&mut app, &work.folder.path().join("late.json"));
    assert_eq!(app.catalog().rows().len(), 1);
    assert_eq!(**app.current().unwrap().record(), work.last, "values that were ruled out are still there");
    assert_eq!(notices(&app, Level::Warning), Vec::<&str>::new());
}

#[test]
fn a_file_with_another_record_is_told_and_the_librarys_own_is_kept() {
    let work = work();
    let mut app = app_over(&work.folder.path().join("first.chancery"));
    open(&mut app, &work.folder.path().join("early.json"));
    assert_eq!(**app.current().unwrap().record(), work.last);
    let told = notices(&app, Level::Warning).join(" ");
    assert!(told.contains("early.json holds another record of “Malta and Tunisia agree"), "{told}");
    assert!(told.contains("The library keeps its own"), "{told}");
}

#[test]
fn records_of_two_reviewers_are_one_article() {
    let folder = tempdir().unwrap();
    let mut theirs = common::record();
    theirs.review.notes = "theirs".into();
    let ours = file(folder.path(), "ours.json", common::record().to_json().unwrap());
    let theirs = file(folder.path(), "theirs.json", theirs.to_json().unwrap());
    let mut app = app_over(&folder.path().join("talks.chancery"));
    open(&mut app, &ours);
    open(&mut app, &theirs);
    assert_eq!(app.catalog().rows().len(), 1);
    assert_eq!(app.current().unwrap().record().review.notes, "", "what was there first stays");
    assert!(notices(&app, Level::Warning).iter().any(|told| told.contains("theirs.json")));
}

#[test]
fn an_article_that_was_put_away_comes_back_with_any_of_its_files() {
    let work = work();
    for path in &work.files {
        let mut app = app_over(&work.folder.path().join("first.chancery"));
        let id = app.catalog().rows()[0].id;
        app.run(Command::Close(id));
        app.settle();
        assert_eq!(app.articles(), 0);
        open(&mut app, path);
        assert_eq!(app.articles(), 1, "{}", path.display());
        assert_eq!(app.current().map(|document| document.id()), Some(id));
    }
}

fn said(arguments: &[&str], library: &Path) -> String {
    let (first, rest) = arguments.split_first().unwrap();
    let mut command = assert_cmd::Command::cargo_bin("chancery").unwrap();
    let done = command.arg(first).arg("--library").arg(library).args(rest).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}
