//! Opening, listing, saving and exporting, without a window.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::path::Path;

use chancery::app::{App, Command, Exported, Level};
use chancery::export::{Contents, ExportFormat};
use chancery::model::Record;
use chancery::review::RecordEdit;
use common::{app, app_with, current, file, notices, p, read_tables, saved};
use tempfile::tempdir;

#[test]
fn a_saved_record_takes_the_place_of_an_untouched_proposal_only() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "harbour-line.txt", common::ARTICLE);
    let mut app = app_with(&[&article]);
    app.run(Command::Open(vec![saved(folder.path())]));
    app.settle();
    assert_eq!(app.documents().len(), 1, "nobody had done anything with the proposal");
    assert_eq!(current(&app).record().meeting.participants.len(), 2);

    let mut app = app_with(&[&article]);
    app.run(Command::Edit(RecordEdit::Notes("mine".into())));
    app.run(Command::Open(vec![saved(folder.path())]));
    app.settle();
    assert_eq!(app.articles(), 1, "it is one article");
    assert_eq!(current(&app).record().review.notes, "mine", "a touched record stays");
    let told = notices(&app, Level::Warning);
    assert!(told.iter().any(|told| told.contains("harbour-line.json holds another record")), "{told:?}");
}

#[test]
fn the_list_is_searched_without_accents_and_filtered() {
    let folder = tempdir().unwrap();
    let other = "Čaputová visits Tunis\n\nTUNIS, March 3 - The president arrived in Tunis on a visit.\n";
    let paths = [saved(folder.path()), file(folder.path(), "other.txt", other)];
    let mut app = app_with(&[&paths[0], &paths[1]]);
    let search = |app: &mut App, words: &str| {
        app.run(Command::Search(words.into()));
        app.settle();
        app.listed().len()
    };
    assert_eq!(search(&mut app, ""), 2);
    assert_eq!(search(&mut app, "caputova"), 1);
    assert_eq!(search(&mut app, "ZERAFA malta"), 1);
    assert_eq!(search(&mut app, "zerafa Čaputová"), 0);
}

#[test]
fn save_all_gives_homeless_records_files_of_their_own() {
    let folder = tempdir().unwrap();
    let out = tempdir().unwrap();
    let stranger = file(out.path(), "1.json", "not ours");
    for number in 1..=2 {
        file(folder.path(), &format!("{number}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app_with(&[folder.path()]);
    for _ in 0..2 {
        app.run(Command::Edit(RecordEdit::ConfirmRest));
        app.run(Command::ReviewedAndNext);
    }
    app.run(Command::SaveAll { folder: None });
    app.settle();
    assert_eq!(app.unsaved().count(), 2, "without a folder they stay");
    assert_eq!(notices(&app, Level::Warning).len(), 1);
    app.run(Command::SaveAll { folder: Some(out.path().to_owned()) });
    app.settle();
    assert_eq!(app.unsaved().count(), 0);
    assert_eq!(std::fs::read_to_string(stranger).unwrap(), "not ours");
    for name in ["1-2.json", "2.json"] {
        Record::from_json(&std::fs::read_to_string(out.path().join(name)).unwrap()).unwrap();
    }
}

#[test]
fn no_save_destroys_an_article_or_another_record() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "other.txt", common::ARTICLE.replace("Malta", "Cyprus"));
    let mut app = app_with(&[&saved(folder.path()), &article]);
    let id = current(&app).id();
    app.run(Command::SaveTo(id, article.clone()));
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 1);
    assert_eq!(std::fs::read_to_string(article).unwrap(), common::ARTICLE.replace("Malta", "Cyprus"));
}

#[test]
fn a_record_is_saved_under_a_name_that_opens_again() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "harbour-line.txt", common::ARTICLE);
    let mut app = app_with(&[&article]);
    let id = current(&app).id();
    app.run(Command::SaveTo(id, folder.path().join("record.txt")));
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 1, "a record is a .json file");
    file(folder.path(), "taken.json", "of somebody else");
    app.run(Command::SaveTo(id, folder.path().join("taken")));
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 2);
    app.run(Command::SaveTo(id, folder.path().join("record")));
    app.settle();
    assert_eq!(current(&app).saved_to().unwrap().file_name().unwrap(), "record.json");
    assert!(!folder.path().join("record.txt").exists());
}

#[test]
fn many_saves_are_told_together() {
    let folder = tempdir().unwrap();
    for number in 0..30 {
        file(folder.path(), &format!("{number}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app_with(&[folder.path()]);
    for _ in 0..30 {
        app.run(Command::Edit(RecordEdit::ConfirmRest));
        app.run(Command::ReviewedAndNext);
    }
    app.run(Command::SaveAll { folder: Some(folder.path().join("nowhere")) });
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 9);
    assert_eq!(app.unsaved().count(), 30);
    app.run(Command::SaveAll { folder: Some(folder.path().to_owned()) });
    app.settle();
    assert!(notices(&app, Level::Info).contains(&"Saved 30 records."));
}

#[test]
fn an_article_is_there_once_whatever_its_names() {
    let folder = tempdir().unwrap();
    for name in ["a.txt", "b.txt"] {
        file(folder.path(), name, common::ARTICLE);
    }
    let mut app = app_with(&[folder.path()]);
    app.run(Command::Open(vec![folder.path().to_owned()]));
    app.settle();
    assert_eq!(app.articles(), 1);
}

#[test]
fn an_export_holds_what_is_reviewed_without_what_was_ruled_out() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let lines = folder.path().join("out.jsonl");
    let export = |app: &mut App, to: &Path, rejected| {
        let format = ExportFormat::of_path(to).unwrap();
        let contents = Contents { rejected, ..Contents::default() };
        app.run(Command::Export { what: Exported::Reviewed, to: to.to_owned(), format, contents });
        app.settle();
        std::fs::read_to_string(to).unwrap_or_default()
    };
    assert_eq!(export(&mut app, &lines, false), "");
    assert_eq!(notices(&app, Level::Error).len(), 1, "nothing is reviewed yet");
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(1))));
    // Malta is bound by a commitment, and nobody stands for it any more: that is asked about once.
    app.run(Command::ReviewedAndNext);
    assert_eq!(notices(&app, Level::Warning).len(), 1);
    app.run(Command::ReviewedAndNext);
    let exported = Record::from_json(export(&mut app, &lines, false).trim()).unwrap();
    assert_eq!(exported.meeting.participants.len(), 1);
    assert_eq!(exported.commitments[0].speaker, None);
    let array = folder.path().join("out.json");
    let exported: Vec<Record> = serde_json::from_str(&export(&mut app, &array, true)).unwrap();
    assert_eq!(exported[0], **current(&app).record());

    // An exported array opens as records, none of which has the array as its file.
    let again = app_with(&[&array]);
    assert_eq!(again.documents().len(), 1);
    assert_eq!(current(&again).record(), current(&app).record());
}

#[test]
fn opening_can_be_cancelled_and_a_file_is_opened_once() {
    let folder = tempdir().unwrap();
    for number in 0..40 {
        file(folder.path(), &format!("{number:02}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app();
    app.run(Command::Open(vec![folder.path().to_owned()]));
    assert!(app.progress().is_some());
    app.run(Command::CancelOpening);
    app.settle();
    assert!(app.documents().len() < 40);
    app.run(Command::Open(vec![folder.path().to_owned(), folder.path().join("07.txt")]));
    app.settle();
    assert_eq!(app.documents().len(), 40);
    assert!(app.progress().is_none());
    let mut names: Vec<_> = app.documents().map(|d| d.record().article.file_name.clone()).collect();
    let in_order = names.clone();
    names.sort();
    assert_eq!(in_order, names);
}

/// A table of so many articles, larger than what is held of a file at a time. One row has no text.
fn large_table(rows: usize) -> String {
    let text = "The ministers met in the old customs house of Valletta to speak of ferries. ".repeat(50);
    let row = |number: usize| match number {
        7 => "Round 7,2031-04-22,\n".to_owned(),
        _ => {
            format!("Round {number},2031-04-22,\"VALLETTA, April 22 - {text}\n\nNumber \"\"{number}\"\".\"\n")
        }
    };
    format!("title,date,text\n{}", (1..=rows).map(row).collect::<String>())
}

#[test]
fn a_table_that_is_not_held_is_opened_whole_with_what_is_to_be_told_of_it() {
    let folder = tempdir().unwrap();
    let content = large_table(400);
    assert!(content.len() > 1_300_000);
    let table = file(folder.path(), "rounds.csv", content);
    let mut app = app_with(&[&table]);
    read_tables(&mut app);
    app.settle();
    assert_eq!(app.articles(), 399);
    let told = app.account().unwrap().failed.join(" ");
    assert!(told.contains("rounds.csv: 1 of its entries have no text"), "{told}");
    let numbers = app.documents().filter_map(|document| document.record().article.part);
    let numbers: Vec<u32> = numbers.map(|part| part.get()).collect();
    assert!(numbers.is_sorted() && numbers.len() >= 16, "{numbers:?}");
    app.run(Command::Open(vec![table]));
    app.settle();
    assert_eq!((app.articles(), app.account().unwrap().known), (399, 399));
}

#[test]
fn a_large_file_that_is_stopped_tells_how_far_it_came() {
    let folder = tempdir().unwrap();
    let table = file(folder.path(), "rounds.csv", large_table(4_000));
    let mut app = app();
    app.run(Command::Open(vec![table]));
    app.settle();
    read_tables(&mut app);
    while app.articles() < 20 {
        app.receive();
        std::thread::yield_now();
    }
    let progress = app.progress().unwrap();
    assert_eq!((progress.done, progress.of), (0, 1));
    app.run(Command::CancelOpening);
    app.settle();
    let added = app.articles();
    assert!((20..3_999).contains(&added), "{added}");
    let told = notices(&app, Level::Info).join(" ");
    assert!(told.contains(&format!("{} added", chancery::model::number(added))), "{told}");
    assert!(told.contains("; stopped after ") && told.contains("% of the file"), "{told}");
}

#[test]
fn the_samples_open_without_a_file() {
    let mut app = app();
    app.run(Command::OpenSamples);
    app.settle();
    assert!(current(&app).title().contains("harbour"));
    assert_eq!(notices(&app, Level::Error), [] as [&str; 0]);
}
