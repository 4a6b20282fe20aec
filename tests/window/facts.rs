//! What an article says of itself can be set: by typing, or from words of the text. All weekdays hang on its day.

use chancery::app::Command;
use chancery::model::{Basis, Day, Ruling};
use chancery::review::{Field, Part, PartValue, RecordEdit};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

const TEXT: &str = "Envoys meet\n\nExample Wire, 14 March 2021\n\nForeign Minister Slim Gharbi of Tunisia met Foreign Minister \
                    Maria Zerafa of Malta in Sfax on Friday.\n";

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

fn seat() -> Seat {
    let mut seat = Seat::with_library();
    seat.open_text("talks.txt", TEXT);
    seat
}

/// Sets the day of publication, as a person does who types it.
fn publish(seat: &mut Seat, words: &str) {
    seat.enter("Published", words);
    seat.settle();
}

fn met(seat: &Seat) -> Day {
    seat.record().meeting.date.as_ref().unwrap().start
}

#[test]
fn a_day_of_publication_that_is_set_otherwise_moves_the_weekdays_that_hang_on_it() {
    let mut seat = seat();
    publish(&mut seat, "14 March 2021");
    assert_eq!(met(&seat), day("2021-03-12"));
    publish(&mut seat, "24 March 2021");
    assert_eq!(met(&seat), day("2021-03-19"), "Friday is another day now");
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Proposed);
    let edits = &seat.record().provenance.edits;
    assert!(edits.iter().any(|edit| edit.path == "/article/published"), "it is accounted for: {edits:?}");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!((met(&seat), seat.record().article.published), (day("2021-03-12"), Some(day("2021-03-14"))));
}

#[test]
fn a_day_that_a_person_has_confirmed_stays_and_the_other_is_offered() {
    let mut seat = seat();
    publish(&mut seat, "14 March 2021");
    seat.click("Confirm Date of the meeting");
    publish(&mut seat, "24 March 2021");
    assert_eq!(met(&seat), day("2021-03-12"));
    assert!(seat.sees(
        "The day of the meeting stays Friday 12 March 2021, as you decided; counted from the new day it is Friday 19"
    ));
    seat.click("Use the new dates");
    seat.settle();
    let date = seat.record().meeting.date.clone().unwrap();
    assert_eq!((date.start, date.ruling), (day("2021-03-19"), Ruling::Corrected));
    assert!(!seat.sees("counted from the new day it is"));
}

#[test]
fn a_day_that_a_person_has_typed_was_never_counted() {
    let mut seat = seat();
    publish(&mut seat, "14 March 2021");
    seat.enter("First day", "2021-03-02");
    publish(&mut seat, "24 March 2021");
    let date = seat.record().meeting.date.clone().unwrap();
    assert_eq!((date.start, date.basis), (day("2021-03-02"), Basis::Reviewer));
    assert!(!seat.sees("counted from the new day"));
}

#[test]
fn what_is_offered_stays_while_the_article_is_read_again() {
    let mut seat = seat();
    let offered = |seat: &Seat| seat.document().other_days().map(|choice| choice.value).collect::<Vec<_>>();
    publish(&mut seat, "14 March 2021");
    let before = offered(&seat);
    assert!(!before.is_empty());
    let id = seat.document().id();
    let value = PartValue::Days("2021-03-24".parse().ok(), None);
    let edit = RecordEdit::Set { part: Part::PUBLISHED, of: None, value };
    seat.harness.state_mut().run(Command::EditOf(id, edit));
    assert_eq!(offered(&seat), before, "the engine has not answered yet");
    seat.settle();
    assert_ne!(offered(&seat), before);
}

#[test]
fn what_the_article_says_of_itself_is_taken_from_its_words_and_leads_back_to_them() {
    let mut seat = seat();
    // The keyboard begins at the headline; the next paragraph is "Example Wire, 14 March 2021".
    seat.input("Article").focus();
    seat.harness.run();
    seat.press(Modifiers::COMMAND, Key::Home);
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.press(Modifiers::NONE, Key::Home);
    for _ in 0.."Example Wire".len() {
        seat.press(Modifiers::SHIFT, Key::ArrowRight);
    }
    seat.click("Use the selected words as publisher");
    seat.settle();
    assert_eq!(seat.record().article.publisher.as_deref(), Some("Example Wire"));
    let row = seat.app().row(seat.document().id()).unwrap();
    assert!(seat.app().catalog().summary(row).ends_with("Example Wire"), "the list says so too");
    seat.click("Show the words for publisher");
    assert!(!seat.sees("No words of the text say"));
    seat.enter("Publisher", "Another Wire");
    seat.click("Show the words for publisher");
    assert!(seat.sees("No words of the text say the publisher."));
}

#[test]
fn the_facts_are_the_same_for_all_contacts_of_an_article() {
    let mut seat = seat();
    seat.click("Add a contact");
    seat.settle();
    seat.enter("Publisher", "Example Wire");
    seat.settle();
    let publishers: Vec<bool> =
        seat.app().catalog().rows().iter().map(|row| row.publisher.is_some()).collect();
    assert_eq!(publishers, [true, true]);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    let publishers: Vec<bool> =
        seat.app().catalog().rows().iter().map(|row| row.publisher.is_some()).collect();
    assert_eq!(publishers, [false, false], "one step takes it back in all");
}

#[test]
fn the_line_above_the_headline_leads_to_where_the_facts_are_set() {
    let mut seat = seat();
    seat.harness.get_by_label_contains("talks.txt").click();
    seat.harness.run();
    assert!(seat.input("Published").is_focused());
}

#[test]
fn typing_in_the_headline_names_the_article() {
    let mut seat = seat();
    seat.enter("Headline", "Envoys meet again");
    assert_eq!(seat.document().title(), "Envoys meet again");
    let flag = RecordEdit::Rule(Field::Kind, Ruling::Confirmed);
    seat.harness.state_mut().run(Command::Edit(flag));
    assert_eq!(seat.document().title(), "Envoys meet again");
}
