//! The clock is wrong, or goes back.

use std::path::Path;
use std::sync::Arc;

use chancery::app::{App, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{EntryId, Instant};
use chancery::store::Library;
use chancery::work::marks;

use crate::scene::{all, articles, backups, checked, import, note, notes_of, wait_until};

/// A start of the program at this moment.
fn start(library: &Path, at: &str) -> App {
    let now: Instant = at.parse().unwrap();
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    let mut app = app.with_backups().with_clock(Arc::new(move || now));
    app.settle();
    app
}

#[test]
fn histories_stay_in_order_whatever_the_clock_says() {
    let (folder, texts) = articles(1, 0);
    let library = folder.path().join("talks.chancery");
    import(&texts, &library);
    let days =
        ["2026-11-26T10:00:00Z", "2026-11-25T10:00:00Z", "1971-01-01T00:00:00Z", "2026-11-26T09:00:00Z"];
    for (at, now) in days.iter().enumerate() {
        let mut app = start(&library, now);
        for edit in 0..2 {
            note(&mut app, EntryId::FIRST, &format!("{at}-{edit}"));
        }
        app.settle();
        assert!(app.unsaved().next().is_none());
    }
    let taken = all(&checked(&library));
    let expected: Vec<String> =
        (0..days.len()).flat_map(|at| [format!("{at}-0"), format!("{at}-1")]).collect();
    assert_eq!(notes_of(&taken[&EntryId::FIRST]), expected);
}

#[test]
fn the_window_backs_its_library_up_once_a_day() {
    let (folder, texts) = articles(2, 0);
    let library = folder.path().join("talks.chancery");
    import(&texts, &library);
    let mut app = start(&library, "2026-11-20T10:00:00Z");
    wait_until(&mut app, "the backup", |_| backups(&library) == ["talks-2026-11-20.chancery"]);
    note(&mut app, EntryId::FIRST, "after it");
    app.settle();
    assert_eq!(app.notices().len(), 0, "nobody need hear of it");
    let copy = checked(&library.with_file_name("backups/talks-2026-11-20.chancery"));
    assert_eq!((all(&copy).len(), notes_of(&all(&copy)[&EntryId::FIRST]).len()), (2, 0));
}

#[test]
fn the_three_backups_that_hold_most_stay_whatever_the_clock_says() {
    let (folder, texts) = articles(1, 0);
    let path = folder.path().join("talks.chancery");
    import(&texts, &path);
    let mut library = Library::open(&path, marks).unwrap();
    // Each day, and the backup that is made then, if any.
    let days = [
        ("2026-11-20", "talks-2026-11-20.chancery"),
        ("2026-11-20", ""),
        ("2026-11-21", "talks-2026-11-21.chancery"),
        ("2026-11-22", "talks-2026-11-22.chancery"),
        ("2026-11-23", "talks-2026-11-23.chancery"),
        // The battery of the clock is empty: what is written then is newer all the same.
        ("1970-01-01", "talks-1970-01-01.chancery"),
        ("1970-01-01", ""),
        ("2026-11-23", "talks-2026-11-23-2.chancery"),
        ("2026-11-24", "talks-2026-11-24.chancery"),
    ];
    for (number, (day, expected)) in days.into_iter().enumerate() {
        let made = library.back_up_for(day.parse().unwrap()).unwrap();
        let name = made.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
        assert_eq!(name.unwrap_or_default(), expected, "on {day}");
        library.write(|writing| writing.put_away(EntryId::FIRST, number % 2 == 0)).unwrap();
    }
    let kept = ["talks-1970-01-01.chancery", "talks-2026-11-23-2.chancery", "talks-2026-11-24.chancery"];
    assert_eq!(backups(&path), kept);
    assert!(library.back_up_for("2026-11-25".parse().unwrap()).unwrap().is_some());
    assert_eq!(
        library.back_up_for("2026-11-26".parse().unwrap()).unwrap(),
        None,
        "nothing was changed since"
    );
    assert_eq!(backups(&path).len(), 3);
}
