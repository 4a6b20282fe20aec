//! The disk is full, or nothing may be written to it.

use std::fs;
use std::path::Path;
use std::process::Command as Process;

use chancery::app::{App, Command, Exported, Level, Until};
use chancery::export::{Contents, FORMATS as EXPORT_FORMATS};
use chancery::model::{EntryId, ReviewStatus};
use chancery::review::RecordEdit;

use crate::scene::{
    Disk, all, app_over, articles, backups, chancery, checked, import, note, show, told, wait_until,
};

/// Edits until the disk takes no more. Says how many edits it took.
fn edit_until_full(app: &mut App) -> usize {
    for edit in 0..2000 {
        note(app, EntryId::FIRST, &format!("edit {edit} {}", "of many words ".repeat(20)));
        app.settle();
        if app.current().unwrap().is_unsaved() {
            return edit;
        }
    }
    panic!("the disk is not full");
}

#[test]
fn edits_stay_on_the_screen_while_the_disk_is_full_and_are_kept_as_soon_as_it_is_not() {
    let Some(disk) = Disk::of("size=3m") else { return };
    let (_folder, texts) = articles(3, 0);
    let library = disk.path().join("talks.chancery");
    import(&texts, &library);
    let mut app = app_over(&library);
    wait_until(&mut app, "the backup", |_| backups(&library).len() == 1);
    disk.fill(0);
    let taken = edit_until_full(&mut app);
    let document = app.current().unwrap();
    assert!(app.shows_unsaved(document) && !app.keeps_edits());
    assert!(document.record().review.notes.starts_with(&format!("edit {taken} ")));
    assert!(told(&app).contains("talks.chancery cannot be written: the disk is full"), "{}", told(&app));
    // Another article, and an undo, on top of it.
    let second = EntryId::FIRST.next();
    note(&mut app, second, "second");
    note(&mut app, second, "third");
    app.run(Command::Undo);
    app.settle();
    assert_eq!(app.unsaved().count(), 2);
    assert_eq!(
        app.notices().iter().filter(|notice| notice.until == Until::Saved).count(),
        1,
        "it is told once"
    );

    disk.empty();
    wait_until(&mut app, "saving", |app| app.unsaved().next().is_none());
    assert!(told(&app).contains("Everything is saved again."), "{}", told(&app));
    assert!(!told(&app).contains("disk is full"), "{}", told(&app));
    drop(app);
    let kept = all(&checked(&library));
    assert!(kept[&EntryId::FIRST].record.review.notes.starts_with(&format!("edit {taken} ")));
    assert_eq!(kept[&second].record.review.notes, "second");
    assert_eq!(kept[&second].history.as_ref().unwrap().steps.len(), 2);
    println!("full disk while editing: {taken} edits before, 0 lost");
}

#[test]
fn what_is_opened_on_a_full_disk_is_kept_as_soon_as_there_is_room() {
    let Some(disk) = Disk::of("size=3m") else { return };
    let (_folder, texts) = articles(3, 200);
    let library = disk.path().join("talks.chancery");
    let mut app = app_over(&library);
    disk.fill(16 * 1024);
    app.run(Command::Open(vec![texts.clone()]));
    app.settle();
    assert_eq!(app.unsaved().count(), 1, "{}", told(&app));
    assert!(told(&app).contains("Open the rest again"), "{}", told(&app));
    assert!(told(&app).contains("the disk is full"), "{}", told(&app));
    note(&mut app, EntryId::FIRST, "mine");
    app.settle();
    disk.empty();
    wait_until(&mut app, "saving", |app| app.unsaved().next().is_none());
    app.run(Command::Open(vec![texts]));
    app.settle();
    drop(app);
    let kept = all(&checked(&library));
    assert_eq!((kept.len(), kept[&EntryId::FIRST].record.review.notes.as_str()), (3, "mine"));
}

#[test]
fn an_import_that_fills_the_disk_is_told_and_goes_on_when_there_is_room() {
    let Some(disk) = Disk::of("size=6m") else { return };
    let (_folder, texts) = articles(450, 4);
    let library = disk.path().join("talks.chancery");
    disk.fill(1_500_000);
    let output = chancery(&["import", texts.to_str().unwrap()], &library);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("the disk is full"), "{said}");
    let before = if library.exists() { all(&checked(&library)).len() } else { 0 };
    assert!(before < 450);
    disk.empty();
    fs::remove_dir_all(disk.path().join("backups")).ok();
    import(&texts, &library);
    assert_eq!(all(&checked(&library)).len(), 450);
    println!("full disk while importing: {before} before, all after");
}

#[test]
fn a_save_an_export_and_a_backup_on_a_full_disk_are_told_and_leave_nothing_behind() {
    let Some(disk) = Disk::of("size=3m") else { return };
    let (folder, texts) = articles(6, 100);
    let library = folder.path().join("talks.chancery");
    import(&texts, &library);
    let mut app = app_over(&library);
    show(&mut app, EntryId::FIRST);
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    app.run(Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed)));
    app.settle();
    disk.fill(4096);
    let (saved, exported) = (disk.path().join("record.json"), disk.path().join("records.json"));
    let format = &EXPORT_FORMATS[0];
    let try_both = |app: &mut App| {
        app.run(Command::SaveTo(EntryId::FIRST, saved.clone()));
        app.run(Command::Export {
            what: Exported::Reviewed,
            to: exported.clone(),
            format,
            contents: Contents::default(),
        });
        app.settle();
    };
    try_both(&mut app);
    for name in ["record.json", "records.json"] {
        let is_told = |line: &str| line.contains(name) && line.contains("disk is full");
        assert!(told(&app).lines().any(is_told), "{}", told(&app));
    }
    assert!(app.current().unwrap().is_unfiled() && !app.current().unwrap().is_unsaved());
    assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 1, "the filler alone");
    let copy = disk.path().join("copy.chancery");
    let output = chancery(&["backup", copy.to_str().unwrap()], &library);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("copy.chancery") && said.contains("full"), "{said}");
    assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 1, "nor half a copy");
    disk.empty();
    try_both(&mut app);
    assert!(saved.is_file() && exported.is_file());
}

#[test]
fn a_backup_without_room_is_told_and_the_next_start_makes_it() {
    let Some(disk) = Disk::of("size=3m") else { return };
    let (_folder, texts) = articles(6, 100);
    let library = disk.path().join("talks.chancery");
    import(&texts, &library);
    disk.fill(150_000);
    let mut app = app_over(&library);
    wait_until(&mut app, "a word about the backup", |app| told(app).contains("No backup was made today"));
    let notice = &app.notices()[0];
    assert!(notice.level == Level::Warning && notice.text.contains("disk is full"), "{}", notice.text);
    assert!(notice.text.contains("backups/talks-"), "{}", notice.text);
    let backups = disk.path().join("backups");
    assert_eq!(fs::read_dir(&backups).unwrap().count(), 0, "nothing half-written stays");
    drop(app);
    disk.empty();
    let mut app = app_over(&library);
    let is_made = |_: &App| {
        let mut names = fs::read_dir(&backups).unwrap().map(|file| file.unwrap().file_name());
        names.any(|name| name.to_str().unwrap().starts_with("talks-"))
    };
    wait_until(&mut app, "the backup", is_made);
    let made = fs::read_dir(&backups).unwrap().next().unwrap().unwrap().path();
    assert_eq!(all(&checked(&made)).len(), 6);
}

/// What a library that can only be read promises.
fn is_read_and_not_written(library: &Path) {
    let mut app = app_over(library);
    assert_eq!((app.articles(), app.listed().len()), (3, 3));
    assert!(told(&app).contains("can be read but not written"), "{}", told(&app));
    app.run(Command::Search("harbour".into()));
    app.settle();
    assert_eq!(app.listed().len(), 3);
    note(&mut app, EntryId::FIRST, "mine");
    app.settle();
    let document = app.current().unwrap();
    assert!(document.is_unsaved() && app.shows_unsaved(document) && document.record().review.notes == "mine");
    drop(app);
    for asked in [&["search", "harbour"][..], &["stats"], &["export", "--all"]] {
        let output = chancery(asked, library);
        assert!(output.status.success(), "{asked:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_library_on_a_disk_that_may_not_be_written_is_read() {
    let Some(disk) = Disk::of("size=3m") else { return };
    let (_folder, texts) = articles(3, 0);
    let library = disk.path().join("talks.chancery");
    import(&texts, &library);
    disk.make_read_only();
    is_read_and_not_written(&library);
}

#[test]
fn a_library_whose_file_alone_may_not_be_written_is_read() {
    let Some(disk) = Disk::of("size=3m") else { return };
    let (folder, texts) = articles(3, 0);
    import(&texts, &disk.path().join("talks.chancery"));
    disk.make_read_only();
    let library = folder.path().join("talks.chancery");
    fs::write(&library, "").unwrap();
    let bind =
        Process::new("mount").arg("--bind").args([&disk.path().join("talks.chancery"), &library]).status();
    assert!(bind.unwrap().success());
    let _bound = Bound(&library);
    is_read_and_not_written(&library);
}

/// A file that is bound to another until this ends, however it ends.
struct Bound<'p>(&'p Path);

impl Drop for Bound<'_> {
    fn drop(&mut self) {
        let _ = Process::new("umount").arg("-l").arg(self.0).status();
    }
}
