//! An afternoon with the program by keys alone: nothing is clicked, nothing is given the keyboard but by a key. From the
//! first page over reviewing, adding, searching, many articles at once and what is made of them to the export.

use std::sync::Arc;

use chancery::app::{App, Settings, Theme};
use chancery::lexicon::Lexicon;
use chancery::model::{MeetingKind, ReviewStatus, Ruling};
use chancery::review::Field;
use chancery::store::SettingsFile;
use egui::{Key, Modifiers};

use crate::seat::Seat;

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn every_step_of_an_afternoon_is_done_by_keys_alone() {
    let mut seat = first_page();
    samples_are_opened_and_the_name_is_typed(&mut seat);
    values_are_confirmed_corrected_and_rejected(&mut seat);
    words_are_selected_and_become_values(&mut seat);
    what_was_forgotten_is_found_flagged_tagged_and_noted(&mut seat);
    the_record_is_reviewed_and_saved(&mut seat);
    an_article_is_put_away_and_comes_back(&mut seat);
    the_list_is_searched_filtered_and_the_search_kept(&mut seat);
    several_articles_are_changed_together(&mut seat);
    what_is_made_of_them_leads_back_to_the_words(&mut seat);
    two_reports_are_linked_and_compared(&mut seat);
    the_window_is_set_up_and_its_history_gone_through(&mut seat);
    an_export_is_written_and_known_when_it_is_opened_again(&mut seat);
}

fn first_page() -> Seat {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("library.chancery");
    let app = App::with_library(&library, Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    let mut app = app.with_settings_file(SettingsFile::within(folder.path()));
    app.settle();
    Seat { folder, ..Seat::over(app) }
}

/// Presses a key so often.
fn times(seat: &mut Seat, count: usize, held: Modifiers, key: Key) {
    for _ in 0..count {
        seat.press(held, key);
    }
}

/// Goes from field to field until this one is attended to, down and then up.
fn go_to(seat: &mut Seat, field: &str) {
    for key in [[Key::ArrowDown; 30], [Key::ArrowUp; 30]].concat() {
        if seat.focused().starts_with(field) {
            return;
        }
        seat.press(CTRL, key);
        seat.harness.run();
    }
    panic!("no key leads to {field}");
}

fn day(seat: &Seat) -> (String, Ruling) {
    let date = seat.record().meeting.date.as_ref().unwrap();
    (date.start.to_string(), date.ruling)
}

fn samples_are_opened_and_the_name_is_typed(seat: &mut Seat) {
    seat.tab_to("Open the samples");
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(seat.sees("Who reviews?"), "the name is asked for before anything else");
    seat.types("Rita Camilleri");
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().settings().reviewer, "Rita Camilleri");
    assert_eq!(seat.app().listed().len(), 6);
    // The tour is a part of the window of its own.
    for _ in 0..4 {
        if ["Next step", "End the tour"].contains(&&*seat.focused()) {
            break;
        }
        seat.press(NONE, Key::F6);
        seat.harness.run();
    }
    if seat.focused() != "End the tour" {
        seat.tab_to("End the tour");
    }
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    assert!(seat.app().tour().is_none());
}

fn values_are_confirmed_corrected_and_rejected(seat: &mut Seat) {
    seat.press(CTRL, Key::ArrowDown);
    assert!(seat.focused().starts_with("Kind"), "{}", seat.focused());
    seat.press(NONE, Key::F2);
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    assert_ne!(seat.record().meeting.known_kind(), Some(MeetingKind::InPerson), "another kind is chosen");
    seat.press(CTRL, Key::Z);
    assert_eq!(seat.record().meeting.known_kind(), Some(MeetingKind::InPerson), "and undone");
    seat.press(ALT, Key::Enter);
    assert_eq!(seat.record().meeting.kind.as_ref().unwrap().ruling, Ruling::Confirmed);

    go_to(seat, "Date of the meeting");
    let before = day(seat);
    seat.press(NONE, Key::F2);
    seat.press(CTRL, Key::A);
    seat.types("March 2025");
    seat.press(NONE, Key::Escape);
    assert_eq!(day(seat), before, "half a day is nothing");
    seat.press(NONE, Key::F2);
    seat.press(CTRL, Key::A);
    seat.types("11 Mar");
    seat.press(NONE, Key::Tab);
    assert_eq!(day(seat), ("2021-03-11".to_owned(), Ruling::Corrected));
    seat.press(CTRL, Key::Z);
    assert_eq!(day(seat), before);
    // What else the words may mean is taken by a key, and so is a day of the calendar.
    seat.press(NONE, Key::F2);
    seat.tab_to("Fri 19 Mar 2021");
    seat.press(NONE, Key::Enter);
    assert_eq!(day(seat).0, "2021-03-19");
    seat.press(CTRL, Key::Z);
    seat.press(NONE, Key::F2);
    seat.tab_to("Calendar for First day");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    seat.tab_to("Friday 5 March 2021");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    assert_eq!(day(seat).0, "2021-03-05");
    seat.press(CTRL, Key::Z);

    go_to(seat, "Participant Salwa Jaziri");
    seat.press(ALT, Key::Backspace);
    let ruled = |seat: &Seat| {
        let people = &seat.record().meeting.participants;
        people.iter().find(|person| person.name == "Salwa Jaziri").unwrap().ruling
    };
    assert_eq!(ruled(seat), Ruling::RuledOut);
    seat.press(CTRL, Key::Z);
    assert_eq!(ruled(seat), Ruling::Proposed);
    go_to(seat, "Participant Maria Zerafa");
    seat.press(NONE, Key::F2);
    seat.press(CTRL, Key::A);
    seat.types("Marija Zerafa");
    seat.press(NONE, Key::Enter);
    assert_eq!(seat.record().meeting.participants.first().unwrap().name, "Marija Zerafa");
}

fn words_are_selected_and_become_values(seat: &mut Seat) {
    let commitments = seat.record().commitments.len();
    seat.press(CTRL, Key::F);
    seat.types("thanked his host for the warm welcome");
    seat.press(NONE, Key::Escape);
    seat.press(NONE, Key::C);
    seat.harness.run();
    assert_eq!(
        seat.record().commitments.len(),
        commitments + 1,
        "what is found is selected, and becomes one"
    );
    seat.press(NONE, Key::F7);
    seat.press(NONE, Key::J);
    seat.press(NONE, Key::K);
    times(seat, 2, NONE, Key::W);
    seat.press(SHIFT, Key::W);
    seat.press(NONE, Key::E);
    seat.harness.run();
    let added = seat.document().focus().unwrap().clone();
    assert!(matches!(added, Field::Commitment(_)));
    assert_eq!(added.evidence(seat.record()).len(), 1, "other words support it now");
    seat.press(CTRL, Key::Z);
    seat.press(CTRL, Key::Z);
    assert_eq!(seat.record().commitments.len(), commitments);
    seat.press(CTRL | SHIFT, Key::P);
    seat.types("Giorgio Pace-Bonello");
    seat.press(NONE, Key::Tab);
    seat.types("Shipowner");
    seat.press(NONE, Key::Tab);
    seat.types("malta");
    seat.press(NONE, Key::Enter);
    let added = seat.record().meeting.participants.last().unwrap();
    assert_eq!((added.name.as_str(), added.title.as_deref()), ("Giorgio Pace-Bonello", Some("Shipowner")));
    assert_eq!(added.party.as_ref().unwrap().code.as_str(), "MLT");
    // The menu of a value has what no key of its own does.
    go_to(seat, "Participant Karim Ben Yedder");
    seat.press(SHIFT, Key::F10);
    seat.harness.run();
    for _ in 0..6 {
        if seat.focused().starts_with("Search articles for") {
            break;
        }
        seat.press(NONE, Key::ArrowDown);
        seat.harness.run();
    }
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().filter().search, "\"Karim Ben Yedder\"");
    seat.press(CTRL | SHIFT, Key::F);
    seat.press(CTRL, Key::A);
    seat.press(NONE, Key::Backspace);
    seat.settle();
    assert_eq!(seat.app().listed().len(), 6);
}

fn what_was_forgotten_is_found_flagged_tagged_and_noted(seat: &mut Seat) {
    seat.press(CTRL, Key::F);
    seat.types("pier");
    let first = seat.sees("1 of 2");
    assert!(first || seat.sees("2 of 2"), "it is found in two places");
    seat.press(NONE, Key::Enter);
    assert_ne!(seat.sees("1 of 2"), first, "and Enter goes to the other");
    seat.press(NONE, Key::Escape);
    seat.press(NONE, Key::Escape);
    seat.press(ALT, Key::F);
    seat.harness.run();
    seat.types("is it the 12th?");
    seat.press(NONE, Key::Enter);
    assert_eq!(seat.document().flag(), Some("is it the 12th?"));
    seat.press(ALT, Key::T);
    seat.harness.run();
    seat.types("Ferries");
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.record().review.tags.iter().map(ToString::to_string).collect::<Vec<_>>(), ["Ferries"]);
    seat.tab_to("Notes");
    seat.types("Ask the wire for the day.");
    seat.press(NONE, Key::Tab);
    assert_eq!(seat.record().review.notes, "Ask the wire for the day.");
    seat.press(ALT, Key::F);
    assert_eq!(seat.document().flag(), None);
}

fn the_record_is_reviewed_and_saved(seat: &mut Seat) {
    let saved = seat.folder.path().join("harbour.json");
    seat.press(CTRL, Key::S);
    seat.harness.run();
    seat.press(CTRL, Key::A);
    seat.types(saved.to_str().unwrap());
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(saved.exists());
    let reviewed = seat.document().id();
    seat.press(CTRL | SHIFT, Key::Enter);
    times(seat, 2, CTRL, Key::Enter);
    seat.settle();
    let status = seat.app().row(reviewed).unwrap().status;
    assert_eq!(status, ReviewStatus::Reviewed);
    assert_ne!(seat.document().id(), reviewed, "the next one is shown");
    seat.press(ALT, Key::N);
    seat.settle();
}

fn an_article_is_put_away_and_comes_back(seat: &mut Seat) {
    let here = seat.document().id();
    seat.press(CTRL, Key::W);
    seat.settle();
    assert!(seat.app().row(here).unwrap().is_put_away);
    seat.press(CTRL, Key::Z);
    seat.settle();
    assert!(!seat.app().row(here).unwrap().is_put_away);
}

fn the_list_is_searched_filtered_and_the_search_kept(seat: &mut Seat) {
    seat.press(CTRL | SHIFT, Key::F);
    seat.types("kenya");
    seat.settle();
    seat.settle();
    assert_eq!(seat.app().listed().len(), 1);
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(seat.document().title().contains("Kenya"), "Enter goes to what was found");
    seat.press(CTRL | SHIFT, Key::F);
    seat.tab_to("Searches");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    seat.press(CTRL, Key::A);
    seat.types("On Kenya");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    assert!(seat.app().searches().contains_key("On Kenya"));
    assert_eq!(seat.focused(), "Searches", "the keyboard is where it was");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    seat.tab_to("Remove the search On Kenya");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    assert!(seat.app().searches().is_empty());
    seat.press(NONE, Key::Escape);
    seat.press(CTRL | SHIFT, Key::F);
    seat.press(NONE, Key::Escape);
    seat.settle();
    assert_eq!(seat.app().listed().len(), 6, "Escape empties the search");
    seat.press(CTRL | SHIFT, Key::F);
    seat.tab_to("Filters");
    seat.press(NONE, Key::Enter);
    seat.tab_to("Find a filter");
    seat.types("norway");
    seat.tab_to("Norway");
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().listed().len(), 1);
    seat.tabs_to("Remove the filter", SHIFT);
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().listed().len(), 6);
    seat.tabs_to("Filters", SHIFT);
    seat.press(NONE, Key::Enter);
    seat.tabs_to("To review", SHIFT);
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().listed().len(), 5);
    seat.tabs_to("All", SHIFT);
    seat.press(NONE, Key::Enter);
    seat.settle();
}

fn several_articles_are_changed_together(seat: &mut Seat) {
    for _ in 0..5 {
        seat.press(NONE, Key::F6);
        seat.harness.run();
        let titles = seat.app().catalog().rows().iter().map(|row| row.title.to_string());
        let here = seat.focused();
        if titles.into_iter().any(|title| here.starts_with(&title)) {
            break;
        }
    }
    times(seat, 6, NONE, Key::ArrowUp);
    times(seat, 2, SHIFT, Key::ArrowDown);
    seat.settle();
    assert_eq!(seat.app().several(), 3, "{}", seat.focused());
    seat.press(CTRL, Key::B);
    seat.harness.run();
    seat.tab_to("Add a tag");
    seat.press(NONE, Key::Space);
    seat.harness.run();
    seat.tab_to("Tag");
    seat.types("Batch 1");
    seat.settle();
    seat.tab_to("Change ");
    seat.press(NONE, Key::Enter);
    seat.settle();
    let tagged = |seat: &Seat| {
        let rows = seat.app().catalog().rows();
        let batch = |row: &&chancery::across::Row| {
            row.tags
                .iter()
                .any(|tag| seat.app().catalog().tags.name(*tag).is_some_and(|tag| &**tag == "Batch 1"))
        };
        rows.iter().filter(batch).count()
    };
    assert_eq!(tagged(seat), 3);
    seat.press(CTRL, Key::Z);
    seat.settle();
    assert_eq!(tagged(seat), 0);
    seat.press(NONE, Key::Escape);
    seat.harness.run();
}

fn what_is_made_of_them_leads_back_to_the_words(seat: &mut Seat) {
    seat.press(CTRL, Key::Num3);
    seat.settle();
    seat.settle();
    // From the search of the list into the table of commitments.
    seat.press(CTRL | SHIFT, Key::F);
    seat.press(NONE, Key::F6);
    seat.harness.run();
    assert_eq!(seat.focused(), "Words of the commitment");
    seat.types("ferr");
    seat.settle();
    seat.press(NONE, Key::Escape);
    seat.harness.run();
    times(seat, 2, NONE, Key::ArrowDown);
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(matches!(seat.document().focus(), Some(Field::Commitment(_))), "a row leads to its words");
    seat.press(CTRL, Key::Num4);
    seat.settle();
    seat.settle();
    seat.press(CTRL | SHIFT, Key::F);
    seat.press(NONE, Key::F6);
    seat.harness.run();
    assert_eq!(seat.focused(), "Meetings over time");
    seat.tab_to("Save as SVG…");
    seat.tab_to("Save as PNG…");
    seat.press(NONE, Key::Tab);
    seat.harness.run();
    assert!(
        seat.focused().contains("meeting"),
        "the parts of a picture are gone through: {}",
        seat.focused()
    );
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(seat.app().listed().len() < 6, "and lead to their articles");
    seat.press(CTRL | SHIFT, Key::F);
    seat.tab_to("Show all again");
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().listed().len(), 6);
    seat.press(CTRL, Key::Num1);
    seat.harness.run();
}

fn two_reports_are_linked_and_compared(seat: &mut Seat) {
    seat.press(CTRL, Key::G);
    seat.harness.run();
    seat.types("volta");
    seat.settle();
    seat.press(NONE, Key::Escape);
    seat.press(CTRL, Key::G);
    seat.harness.run();
    seat.types("harbour");
    seat.settle();
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(seat.document().title().contains("harbour"));
    seat.by_keys("link_report");
    seat.harness.run();
    seat.types("kenya");
    seat.settle();
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().reports_of(seat.document().id()), 2);
    seat.press(CTRL, Key::Num2);
    seat.settle();
    assert!(seat.sees("Not the same meeting"), "both stand side by side");
    seat.press(CTRL | SHIFT, Key::F);
    seat.press(NONE, Key::F6);
    seat.harness.run();
    assert_eq!(seat.focused(), "Not the same meeting");
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(seat.app().reports_of(seat.document().id()) < 2);
}

fn the_window_is_set_up_and_its_history_gone_through(seat: &mut Seat) {
    seat.press(CTRL, Key::Num1);
    seat.by_keys("settings");
    seat.harness.run();
    seat.tab_to("Dark");
    seat.press(NONE, Key::Space);
    seat.harness.run();
    assert_eq!(seat.app().settings().theme, Theme::Dark);
    seat.press(NONE, Key::Escape);
    seat.press(CTRL, Key::H);
    seat.harness.run();
    assert!(seat.sees("as it was opened"), "every step can be gone back to");
    seat.press(NONE, Key::Escape);
    seat.press(NONE, Key::F1);
    seat.harness.run();
    seat.types("calendar");
    seat.press(NONE, Key::Escape);
    seat.harness.run();
    seat.press(NONE, Key::Escape);
    seat.harness.run();
    assert!(!seat.sees("Search the manual"));
    seat.press(CTRL, Key::K);
    seat.harness.run();
    seat.types("progress");
    seat.press(NONE, Key::Enter);
    seat.settle();
    seat.press(NONE, Key::Escape);
}

fn an_export_is_written_and_known_when_it_is_opened_again(seat: &mut Seat) {
    let written = seat.folder.path().join("all.json");
    seat.press(CTRL, Key::E);
    seat.settle();
    assert_eq!(seat.focused(), "Choose where…", "what was exported last is exported again by Enter");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    seat.press(CTRL, Key::A);
    seat.types(written.to_str().unwrap());
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert!(written.exists());
    let articles = seat.app().catalog().rows().len();
    seat.press(CTRL, Key::L);
    seat.harness.run();
    seat.press(CTRL, Key::A);
    seat.types(written.to_str().unwrap());
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().catalog().rows().len(), articles, "it is the same article");
}
