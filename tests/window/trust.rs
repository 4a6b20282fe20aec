//! Nothing is recorded that nobody chose, and whoever undoes something is told what it was and sees it.

use chancery::across::BulkEdit;
use chancery::app::{App, Command, Setting, Settings, Surface};
use chancery::lexicon::Lexicon;
use chancery::model::{Instant, Record, ReviewStatus, Ruling};
use chancery::review::{Field, RecordEdit};
use chancery::store::SettingsFile;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::{Arc, Mutex};

use crate::seat::Seat;
use crate::talks;

const NONE: Modifiers = Modifiers::NONE;

fn venue(seat: &Seat) -> Option<String> {
    seat.record().meeting.location.as_ref().unwrap().venue.as_ref().map(ToString::to_string)
}

#[test]
fn arrows_in_an_open_list_go_on_from_what_is_chosen() {
    let mut seat = Seat::at_the_talks();
    seat.click("Participant Karmenu Borg");
    let role = |seat: &Seat| seat.record().meeting.participants[2].role.label();
    assert_eq!(role(&seat), "Delegation");
    seat.harness.get_by_role_and_label(Role::ComboBox, "Role").focus();
    seat.harness.run();
    seat.press(NONE, Key::Enter);
    seat.press(NONE, Key::ArrowUp);
    seat.press(NONE, Key::Enter);
    assert_eq!(role(&seat), "Principal", "the one above the chosen one");
    let focused = seat.harness.get_by_role_and_label(Role::ComboBox, "Role").accesskit_node().is_focused();
    assert!(focused, "the keyboard goes back to the list");
}

#[test]
fn undo_says_what_it_undid_with_the_values_and_shows_it() {
    let mut seat = Seat::at_the_talks();
    seat.enter("Venue", "the town hall");
    seat.click("Show the words for Commitment 4");
    seat.press(Modifiers::COMMAND, Key::Num3);
    seat.settle();
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(venue(&seat).as_deref(), Some("Auberge de Castille"));
    assert!(seat.sees("Undone in “Ministers agree to reopen the harbour line”: change of venue"));
    assert!(seat.sees("venue: from the town hall to Auberge de Castille"));
    assert_eq!(seat.document().focus(), Some(&Field::Location), "it is attended to");
    assert_eq!(seat.harness.state().surface(), Surface::Article, "and on the screen");
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(seat.sees("venue: from Auberge de Castille to the town hall"));
    assert!(!seat.sees("Undone in"), "one such notice at a time");
}

#[test]
fn the_history_shows_values_before_and_after_and_when_also_of_a_file() {
    let mut seat = Seat::at_the_talks();
    seat.enter("Venue", "the town hall");
    seat.click("Confirm Date of the meeting");
    seat.press(Modifiers::COMMAND, Key::H);
    assert!(seat.sees("venue: from Auberge de Castille to the town hall"));
    assert!(seat.sees("ruling on date: from proposed to confirmed"));
    let today = seat.app().today().to_string();
    assert!(
        seat.document()
            .history()
            .steps()
            .iter()
            .all(|step| { step.made().at.is_some_and(|at| at.day().to_string() == today) })
    );
    let saved = seat.record().to_json().unwrap();

    let mut seat = Seat::on("talks.json", &saved);
    assert_eq!(seat.document().history().labels().count(), 0);
    seat.press(Modifiers::COMMAND, Key::H);
    assert!(seat.sees("before it was opened here, by A. Reviewer"));
    assert!(seat.sees("venue: from Auberge de Castille to the town hall"));
}

#[test]
fn a_record_that_is_rejected_is_left_for_the_next_and_says_so() {
    let mut seat = Seat::at_the_talks();
    let talks = seat.document().id();
    seat.open_letter();
    seat.harness.state_mut().run(Command::Select(talks));
    seat.harness.run();
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Backspace);
    seat.settle();
    assert_eq!(seat.app().row(talks).unwrap().status, ReviewStatus::Rejected);
    assert!(seat.sees("“Ministers agree to reopen the harbour line” is rejected"));
    assert_eq!(seat.document().title(), "Letter on grain");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(seat.document().id(), talks, "undo shows what it takes back");
    assert_eq!(seat.document().status(), ReviewStatus::Unreviewed);
}

#[test]
fn the_name_of_the_reviewer_is_asked_for_once_before_anything_is_decided() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    let app = app.with_settings_file(SettingsFile::within(folder.path()));
    let mut seat = Seat::over(app);
    let path = seat.file("talks.json", &talks::record().to_json().unwrap());
    seat.open(&path);
    seat.click("Confirm Date of the meeting");
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Proposed, "it waits");
    assert!(seat.sees("Who reviews?"));
    let label = "Your name, as it stands in records";
    seat.fill(label, "Rita Camilleri");
    seat.press(NONE, Key::Enter);
    assert!(!seat.sees("Who reviews?"));
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Confirmed);
    assert_eq!(&*seat.record().provenance.edits[0].by, "Rita Camilleri");
    seat.click("Confirm Place of the meeting");
    assert!(!seat.sees("Who reviews?"), "once");
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().ruling, Ruling::Confirmed);
}

#[test]
fn whoever_undoes_what_is_not_there_is_told_so() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::Z);
    assert!(seat.sees("There is nothing left to undo."));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(seat.sees("There is nothing to redo.") && !seat.sees("There is nothing left to undo."));
    seat.click("Confirm Date of the meeting");
    seat.press(Modifiers::COMMAND, Key::Z);
    assert!(seat.sees("Undone") && !seat.sees("There is nothing"));
}

#[test]
fn a_question_that_was_put_off_is_asked_again_before_the_next_decision() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    let app = app.with_settings_file(SettingsFile::within(folder.path()));
    let mut seat = Seat::over(app);
    let path = seat.file("talks.json", &talks::record().to_json().unwrap());
    seat.open(&path);
    seat.fill("Venue", "the town hall");
    seat.press(Modifiers::ALT, Key::I);
    seat.fill("Your name, as it stands in records", "Ri");
    seat.press(NONE, Key::Escape);
    assert!(!seat.sees("Who reviews?"));
    assert_eq!(venue(&seat).as_deref(), Some("the town hall"), "nothing that was typed is lost");
    assert_eq!(&*seat.record().provenance.edits[0].by, "reviewer", "nobody signs half a name");
    assert!(seat.sees("It stands in the record as decided by “reviewer”"), "and that is said");

    seat.click("Confirm Date of the meeting");
    assert!(seat.sees("Who reviews?"), "again");
    seat.click("Not now");
    assert!(!seat.sees("Who reviews?"));
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Confirmed);
    seat.click("Confirm Participant Leila Trabelsi");
    seat.fill("Your name, as it stands in records", "Rita Camilleri");
    seat.press(NONE, Key::Enter);
    let by: Vec<String> = seat.record().provenance.edits.iter().map(|edit| edit.by.to_string()).collect();
    assert_eq!(by.last().map(String::as_str), Some("Rita Camilleri"), "{by:?}");
    seat.click("Confirm Participant Karmenu Borg");
    assert!(!seat.sees("Who reviews?"), "it is known now");
}

#[test]
fn the_reviewer_that_a_record_shows_is_the_one_that_is_saved_with_it() {
    let mut seat = Seat::at_the_talks();
    assert_eq!(seat.input("Reviewer").value().as_deref(), Some(""), "nobody has reviewed it");
    seat.run(Command::Edit(RecordEdit::ConfirmRest));
    seat.run(Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed)));
    seat.run(Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed)));
    assert_eq!(seat.input("Reviewer").value().as_deref(), Some("A. Reviewer"));
    let to_ada = BulkEdit::Reviewer("Ada Nouvel".into());
    seat.run(Command::PreviewBulk(to_ada.clone()));
    seat.run(Command::Bulk(to_ada));
    assert_eq!(seat.input("Reviewer").value().as_deref(), Some("Ada Nouvel"));
    seat.enter("Reviewer", "Bea Zwei");
    assert_eq!(seat.record().review.reviewer.as_deref(), Some("Bea Zwei"));
    assert!(seat.record().to_json().unwrap().contains("Bea Zwei"));
    assert_eq!(seat.app().settings().reviewer, "A. Reviewer", "whoever reviews from now on is the same");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(seat.input("Reviewer").value().as_deref(), Some("Ada Nouvel"));
}

#[test]
fn whoever_is_shown_around_is_asked_for_the_name_before_the_first_key() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    let app = app.with_settings_file(SettingsFile::within(folder.path()));
    let mut seat = Seat::over(app);
    seat.harness.get_by_label("Open the samples ").click();
    seat.harness.run();
    seat.settle();
    assert!(seat.sees("Who reviews?"));
    seat.fill("Your name, as it stands in records", "Rita Camilleri");
    seat.press(NONE, Key::Enter);
    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    seat.press(Modifiers::ALT, Key::Enter);
    seat.settle();
    assert!(!seat.sees("Who reviews?"), "not in the midst of it");
    assert_eq!(&*seat.record().provenance.edits[0].by, "Rita Camilleri");
    assert!(seat.sees("3 of 6"), "the tour has gone on by what was done");
}

#[test]
fn what_was_typed_before_the_name_was_asked_for_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    let app = app.with_settings_file(SettingsFile::within(folder.path()));
    let mut seat = Seat::over(app);
    let path = seat.file("talks.json", &talks::record().to_json().unwrap());
    seat.open(&path);
    seat.fill("Venue", "the town hall");
    seat.press(Modifiers::ALT, Key::I);
    assert!(seat.sees("Who reviews?"));
    let label = "Your name, as it stands in records";
    assert!(seat.input(label).is_focused(), "what is typed now is the name");
    seat.fill(label, "Rita Camilleri");
    seat.press(NONE, Key::Enter);
    assert_eq!(venue(&seat).as_deref(), Some("the town hall"), "nothing is lost");
    assert_eq!(&*seat.record().provenance.edits[0].by, "Rita Camilleri");
}

#[test]
fn where_the_record_is_kept_is_said_in_plain_words() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let library = folder.path().join("a.chancery");
    let mut seat = Seat::over(App::with_library(&library, Lexicon::built_in, settings, Arc::new(|| {})));
    seat.settle();
    seat.open_letter();
    assert!(seat.sees("Saved in the library; in no file of its own yet"));
    seat.press(Modifiers::COMMAND, Key::S);
    let file = seat.folder.path().join("grain.json");
    seat.type_path("Save the record as", &file);
    assert!(seat.sees("Saved in the library and in grain.json"));
    seat.enter("Notes", "mine");
    seat.settle();
    assert!(seat.sees("Saved in the library; grain.json is out of date: Ctrl+S saves it"));
    seat.press(Modifiers::COMMAND, Key::S);
    seat.settle();
    assert!(seat.sees("Saved in the library and in grain.json"));
}

/// A window over a library with the talks, edited, and the path of a file with another record of them.
fn with_two_records() -> Seat {
    let mut seat = Seat::at_the_talks();
    seat.enter("Venue", "the town hall");
    let mut other = talks::record();
    other.meeting.location.as_mut().unwrap().venue = Some("Casa Leone".into());
    other.review.reviewer = Some("B. Other".into());
    seat.open_text("other.json", &other.to_json().unwrap());
    seat
}

#[test]
fn two_records_of_one_article_are_shown_side_by_side_and_one_is_chosen() {
    for takes in [false, true] {
        let mut seat = with_two_records();
        assert_eq!(seat.app().articles(), 1, "no second copy");
        assert_eq!(venue(&seat).as_deref(), Some("the town hall"));
        seat.click("Compare");
        seat.settle();
        for words in ["In the library", "In other.json", "the town hall", "Casa Leone", "by B. Other"] {
            assert!(seat.sees(words), "{words}");
        }
        seat.click(if takes { "Use the one in other.json" } else { "Keep the library's" });
        seat.settle();
        assert!(!seat.sees("Two records of one article"), "nothing is left to choose");
        assert!(!seat.sees("Compare"), "nor to offer");
        assert_eq!(venue(&seat).as_deref(), Some(if takes { "Casa Leone" } else { "the town hall" }));
        if takes {
            seat.press(Modifiers::COMMAND, Key::Z);
            assert_eq!(venue(&seat).as_deref(), Some("the town hall"), "undo brings the other back");
        }
    }
}

#[test]
fn evidence_changes_no_ruling_and_the_proposed_value_set_again_is_a_proposal() {
    let mut seat = Seat::at_the_talks();
    let text = seat.record().article.text.clone();
    let at = text.find("Slim Gharbi").unwrap();
    let words = text.span(at..at + 4).unwrap();
    let before = Record::clone(seat.record());
    for field in Field::all(&before).collect::<Vec<_>>() {
        for edit in [
            RecordEdit::MoreEvidence(field.clone(), words),
            RecordEdit::Evidence(field.clone(), words),
            RecordEdit::SameWords(field.clone()),
        ] {
            seat.harness.state_mut().run(Command::Edit(edit.clone()));
            assert_eq!(field.ruling(seat.record()), Some(Ruling::Proposed), "{edit:?}");
        }
    }
    let date = |seat: &Seat| seat.record().meeting.date.clone().unwrap();
    seat.enter("First day", "13 March 2021");
    assert_eq!(date(&seat).ruling, Ruling::Corrected);
    seat.enter("First day", "12 March 2021");
    assert_eq!(
        (date(&seat).ruling, date(&seat).basis),
        (Ruling::Proposed, before.meeting.date.unwrap().basis)
    );
    seat.enter("Venue", "the town hall");
    seat.enter("Venue", "Auberge de Castille");
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().ruling, Ruling::Proposed);
}

const MERAND: &str = "Merand and Malta agree on ferries

VALLETTA, 14 March 2021 (Example Wire) - Foreign Minister Ana Torre of Merand met Malta's Foreign Minister Maria Zerafa in Valletta on Friday. Torre said Merand would open a ferry line by June. The Merandian ambassador, Ivo Kell, took part.
";

#[test]
fn a_party_that_no_table_knows_says_so_and_is_added_or_replaced_by_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("parties.tsv");
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let app = App::new(Lexicon::built_in, settings, Arc::new(|| {})).with_own_parties(table.clone());
    let mut seat = Seat::over(app);
    let path = seat.file("merand.txt", MERAND);
    seat.open(&path);
    let codes = |seat: &Seat| -> Vec<String> {
        let people = seat.record().meeting.participants.iter();
        people.filter_map(|person| Some(person.party.as_ref()?.code.to_string())).collect()
    };
    let of_merand = codes(&seat).iter().filter(|code| *code == "MERAND").count();
    assert!(of_merand > 0, "{:?}", codes(&seat));
    seat.click("Participant Ana Torre");
    assert!(seat.sees("Merand (MERAND) is not in the list of parties."));
    seat.press(Modifiers::ALT, Key::L);
    seat.settle();
    let added = std::fs::read_to_string(&table).unwrap();
    assert!(added.ends_with("MERAND\tcountry\tMerand\t\t\t\t\n"), "{added}");
    assert!(seat.sees("is in your list of parties"));

    seat.press(Modifiers::ALT, Key::K);
    assert!(seat.input("Party").is_focused());
    seat.input("Party").type_text("tunisia");
    seat.harness.run();
    seat.press(NONE, Key::Enter);
    assert_eq!(codes(&seat).iter().filter(|code| *code == "TUN").count(), of_merand, "wherever it stands");
    assert!(!codes(&seat).contains(&"MERAND".to_owned()));
    let bound = seat.record().commitments.iter().flat_map(|commitment| &commitment.parties);
    assert!(bound.into_iter().all(|party| party.code.as_str() != "MERAND"));
}

#[test]
fn time_counts_while_one_works_and_the_page_can_be_copied() {
    let now: Arc<Mutex<Instant>> = Arc::new(Mutex::new("2021-03-20T09:00:00Z".parse().unwrap()));
    let clock = now.clone();
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let app = App::new(Lexicon::built_in, settings, Arc::new(|| {}));
    let mut seat = Seat::over(app.with_clock(Arc::new(move || *clock.lock().unwrap())));
    seat.open_text("talks.json", &talks::record().to_json().unwrap());
    let work_at = |seat: &mut Seat, time: &str| {
        *now.lock().unwrap() = format!("2021-03-20T{time}Z").parse().unwrap();
        seat.harness.state_mut().run(Command::WorkOn);
    };
    for time in ["09:00:01", "09:00:31", "09:01:01"] {
        work_at(&mut seat, time);
    }
    // A pause is no work.
    work_at(&mut seat, "09:30:00");
    let values = seat.document().remaining();
    seat.enter("Venue", "the town hall");
    seat.click("Confirm the rest");
    seat.click("Reviewed, next");
    work_at(&mut seat, "09:30:58");
    seat.harness.state_mut().run(Command::Set(Setting::KeepTime(false)));
    work_at(&mut seat, "09:31:30");
    seat.click("Review");
    seat.harness.get_by_label_contains("Progress…").click();
    seat.harness.run();
    seat.settle();
    let done = seat.app().work_done().unwrap().clone();
    assert_eq!((done.seconds, done.decided), (118, i64::try_from(values).unwrap()));
    let figures: Vec<String> = done.figures().into_iter().map(|(_, figure)| figure).collect();
    assert_eq!(figures[..3], ["1 of 1", "1 of 1", "1 min"], "articles, contacts, time");
    for words in ["Proposals accepted", "Kind of contact", "Place", "How long you work is not kept"] {
        assert!(seat.sees(words), "{words}");
    }
    let place = done.fields.iter().find(|(name, _)| *name == "Place").unwrap().1;
    assert_eq!((place.corrected, place.confirmed), (1, 0));
    assert!(done.as_table().contains("Place\t0 %\t0\t1\t0\t0\n"), "{}", done.as_table());
    seat.click("Copy as a table");
}
