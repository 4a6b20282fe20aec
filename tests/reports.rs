//! Meetings across articles: what reports the same is proposed as one meeting, what is printed twice is
//! told, and what people decide of it stays.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::path::Path;
use std::sync::Arc;

use chancery::app::{App, Command, Level, OtherReport, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{EntryId, Ruling};
use chancery::review::{Field, RecordEdit};
use common::{ARTICLE, file, notices};
use tempfile::tempdir;

/// The talks of that article, told by somebody else two days later.
const OTHER: &str = "Old customs house hosts talks on ferry

Example Daily
Tuesday, 16 March 2021

TUNIS, March 16 (Example Daily) – Foreign Minister Karim Ben Yedder of Tunisia was received by Maria Zerafa, the Foreign Minister of Malta, in Valletta on Friday, 12 March 2021.

\"Malta will reopen the harbour line by July at the latest,\" Zerafa said. Ben Yedder said that Tunisia will host a conference on fisheries in the autumn.
";

const LETTER: &str = "Letter on grain\n\nExample Daily\n\nThe President of Chile wrote to the President of Ghana about grain.\n";

/// An app over a library, as a start of the program has it.
fn app_over(library: &Path) -> App {
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let mut app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    app.settle();
    app
}

/// A library with these articles, in a folder of its own.
fn library_of(texts: &[&str]) -> (tempfile::TempDir, App) {
    let folder = tempdir().unwrap();
    let name = |number| format!("{number}.txt");
    let paths = texts.iter().enumerate().map(|(number, text)| file(folder.path(), &name(number), text));
    let mut app = app_over(&folder.path().join("talks.chancery"));
    app.run(Command::Open(paths.collect()));
    app.settle();
    (folder, app)
}

fn run(app: &mut App, command: Command) {
    app.run(command);
    app.settle();
}

fn ids(app: &App) -> Vec<EntryId> {
    app.catalog().rows().iter().map(|row| row.id).collect()
}

/// The other reports of an article's meeting.
fn others(app: &App, article: EntryId) -> Vec<EntryId> {
    let of_meeting = app.other_reports(article).into_iter().filter(|other| other.is_same_meeting);
    of_meeting.map(|other| other.article).collect()
}

#[test]
fn two_reports_of_a_meeting_are_proposed_as_one() {
    let (_folder, mut app) = library_of(&[ARTICLE, OTHER, LETTER]);
    let [wire, daily, letter] = ids(&app)[..] else { panic!("three articles") };
    assert_eq!([wire, daily, letter].map(|id| app.reports_of(id)), [2, 2, 0]);
    let told =
        OtherReport { article: daily, is_same_meeting: true, is_near_text: false, days_later: Some(2) };
    assert_eq!(app.other_reports(wire), [told]);
    run(&mut app, Command::ListReports(wire));
    assert_eq!(app.listed(), [wire, daily]);
    run(&mut app, Command::Unpick);
    assert_eq!(app.listed().len(), 3);
}

#[test]
fn reports_are_found_in_a_library_of_an_earlier_version_too() {
    let (folder, app) = library_of(&[ARTICLE, OTHER, LETTER]);
    let [wire, daily, _] = ids(&app)[..] else { panic!("three articles") };
    let before = app.other_reports(wire);
    drop(app);
    let library = folder.path().join("talks.chancery");
    let connection = rusqlite::Connection::open(&library).unwrap();
    for column in ["published", "met_on", "met_until", "country"] {
        connection.execute(&format!("ALTER TABLE articles DROP COLUMN {column}"), []).unwrap();
    }
    connection.pragma_update(None, "user_version", 2).unwrap();
    drop(connection);
    let app = app_over(&library);
    assert_eq!((app.other_reports(wire), others(&app, daily)), (before, vec![wire]));
}

#[test]
fn what_a_person_decides_holds_after_a_restart_and_can_be_taken_back() {
    let (folder, mut app) = library_of(&[ARTICLE, OTHER, LETTER]);
    let [wire, daily, letter] = ids(&app)[..] else { panic!("three articles") };
    app.run(Command::Separate(wire, vec![daily]));
    assert_eq!(others(&app, wire), [], "at once");
    app.settle();
    assert_eq!((others(&app, wire), app.reports_of(daily)), (vec![], 0));
    assert_eq!(notices(&app, Level::Info).len(), 1);
    run(&mut app, Command::TakeDecisionBack);
    assert_eq!((others(&app, wire), app.decided(wire, daily)), (vec![daily], None));
    assert_eq!(
        notices(&app, Level::Info),
        ["Undone: decision about a meeting."],
        "the offer to undo it is gone"
    );

    run(&mut app, Command::Separate(wire, vec![daily]));
    app.run(Command::Link(letter, wire));
    assert_eq!(others(&app, letter), [wire], "at once");
    drop(app);
    let mut app = app_over(&folder.path().join("talks.chancery"));
    assert_eq!((others(&app, wire), others(&app, daily)), (vec![letter], vec![]));
    // Linking is the way back from separating, and the other way round.
    run(&mut app, Command::Link(daily, wire));
    assert_eq!(others(&app, daily), [wire, letter]);
    run(&mut app, Command::Separate(letter, vec![wire, daily]));
    assert_eq!((others(&app, wire), others(&app, letter)), (vec![daily], vec![]));
    run(&mut app, Command::TakeDecisionBack);
    assert_eq!(app.decided(letter, wire), Some(true), "as it was before");
}

#[test]
fn an_edited_copy_is_told_as_nearly_the_same_text() {
    let sample = include_str!("../assets/samples/harbour-line.txt");
    let copy = sample.replace("Example Wire", "Example Daily").replacen(
        "Malta and Tunisia agree to reopen the harbour line",
        "Harbour line to see ships again, say both capitals",
        1,
    );
    let (_folder, mut app) = library_of(&[sample, &copy, LETTER]);
    let [wire, daily, _] = ids(&app)[..] else { panic!("three articles") };
    let near = |app: &App| {
        app.other_reports(wire)
            .iter()
            .map(|o| (o.article, o.is_near_text, o.is_same_meeting))
            .collect::<Vec<_>>()
    };
    assert_eq!(near(&app), [(daily, true, true)]);
    run(&mut app, Command::Separate(wire, vec![daily]));
    assert_eq!(near(&app), [(daily, true, false)], "it stays nearly the same text");
    run(&mut app, Command::PutAway(daily, true));
    assert_eq!(near(&app), []);
}

#[test]
fn meetings_are_sorted_anew_once_the_person_has_turned_to_something_else() {
    let (_folder, mut app) = library_of(&[ARTICLE, OTHER]);
    let [wire, daily] = ids(&app)[..] else { panic!("two articles") };
    run(&mut app, Command::Select(wire));
    run(&mut app, Command::Edit(RecordEdit::Rule(Field::Date, Ruling::RuledOut)));
    assert_eq!(others(&app, wire), [daily], "not while something is edited");
    run(&mut app, Command::EndEdit);
    assert_eq!(others(&app, wire), []);
    run(&mut app, Command::Undo);
    run(&mut app, Command::Select(daily));
    assert_eq!(others(&app, wire), [daily]);
}

#[test]
fn two_reports_are_set_side_by_side() {
    let (_folder, mut app) = library_of(&[ARTICLE, OTHER]);
    let [wire, daily] = ids(&app)[..] else { panic!("two articles") };
    assert!(app.wants_comparison(wire, daily));
    app.run(Command::Compare(wire, daily));
    assert!(!app.wants_comparison(wire, daily), "it is under way");
    app.settle();
    let compared = app.side_by_side(wire, daily).unwrap();
    assert_eq!(compared.record_there.article.publisher.as_deref(), Some("Example Daily"));
    assert!(compared.divergence.summary().contains("only in the other"), "{}", compared.divergence.summary());
    run(&mut app, Command::Edit(RecordEdit::Notes("mine".into())));
    assert!(app.wants_comparison(wire, daily), "one of them has changed");
}

#[test]
fn articles_near_in_time_are_offered_to_be_linked() {
    let (_folder, mut app) = library_of(&[ARTICLE, OTHER, LETTER]);
    let [wire, daily, _] = ids(&app)[..] else { panic!("three articles") };
    assert_eq!(app.near_in_time(wire), [], "what is known to report it is not offered");
    run(&mut app, Command::Separate(wire, vec![daily]));
    assert_eq!(app.near_in_time(wire), [daily]);
}
