//! The flow of a review by keys, and what the window shows of it.

use chancery::app::ACTIONS;
use chancery::model::{ReviewStatus, Ruling};
use chancery::review::Field;
use egui::{Key, Modifiers};

use crate::seat::Seat;

#[test]
fn enter_confirms_a_field_and_goes_on_to_the_next() {
    let mut seat = Seat::at_the_talks();
    seat.input("First day").focus();
    seat.harness.run();
    assert_eq!(seat.document().focus(), Some(&Field::Date));
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Confirmed);
    assert_eq!(seat.document().focus(), Some(&Field::Location));
    let left = seat.document().remaining();
    for _ in 0..left {
        seat.press(Modifiers::NONE, Key::Enter);
    }
    assert_eq!(seat.document().remaining(), 0);
    assert!(seat.sees("All values decided"));
}

#[test]
fn a_field_is_ruled_out_and_restored_by_keys() {
    let mut seat = Seat::at_the_talks();
    seat.click("Participant Slim Gharbi");
    seat.press(Modifiers::NONE, Key::Delete);
    assert_eq!(seat.record().meeting.participants[1].ruling, Ruling::RuledOut);
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.record().meeting.participants[1].ruling, Ruling::Proposed);
}

#[test]
fn a_confirmation_can_be_taken_back() {
    let mut seat = Seat::at_the_talks();
    seat.click("Confirm Participant Slim Gharbi");
    assert_eq!(seat.record().meeting.participants[1].ruling, Ruling::Confirmed);
    seat.click("Undo the confirmation of Participant Slim Gharbi");
    assert_eq!(seat.record().meeting.participants[1].ruling, Ruling::Proposed);
}

#[test]
fn reviewed_and_next_marks_the_record_and_shows_the_next_one() {
    let mut seat = Seat::at_the_talks();
    let first = seat.document().id();
    seat.open_letter();
    seat.harness.state_mut().run(chancery::app::Command::Select(first));
    seat.harness.run();
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    seat.press(Modifiers::COMMAND, Key::Enter);
    let reviewed = seat.app().document(first).unwrap();
    assert_eq!(reviewed.record().review.status, ReviewStatus::Reviewed);
    assert_eq!(reviewed.record().review.reviewer.as_deref(), Some("A. Reviewer"));
    assert_eq!(reviewed.remaining(), 0);
    assert_eq!(seat.document().title(), "Letter on grain");
}

#[test]
fn every_action_and_its_key_stand_in_the_list_of_keys() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::SHIFT, Key::F1);
    for action in ACTIONS {
        assert!(seat.sees(action.label), "{}", action.label);
        assert!(action.keys.iter().all(|key| seat.sees(key)), "{}", action.label);
    }
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("Confirms and goes on"));
}

#[test]
fn the_window_rests_when_nothing_happens() {
    let mut seat = Seat::at_the_talks();
    seat.harness.run();
    seat.harness.step();
    let root = egui::ViewportId::ROOT;
    let wish = seat.harness.output().viewport_output[&root].repaint_delay;
    assert!(wish > std::time::Duration::from_secs(60), "asks to be painted again in {wish:?}");
}

#[test]
fn keys_can_be_changed_and_given_back() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::SHIFT, Key::F1);
    seat.click("Key of History…: Ctrl+H");
    seat.press(Modifiers::NONE, Key::J);
    assert!(seat.sees("Hold Ctrl or Alt with it, or use a function key."));
    seat.press(Modifiers::COMMAND, Key::J);
    assert!(seat.sees("Key of History…: Ctrl+J"));
    seat.press(Modifiers::NONE, Key::Escape);
    seat.fill("Venue", "the town hall");
    seat.press(Modifiers::COMMAND, Key::H);
    assert!(!seat.sees("as it was opened"), "the old key does nothing");
    seat.press(Modifiers::COMMAND, Key::J);
    assert!(seat.sees("as it was opened"));
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::SHIFT, Key::F1);
    seat.click("Default key of History…");
    assert!(seat.sees("Key of History…: Ctrl+H"));
}

#[test]
fn the_palette_does_what_is_typed() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::K);
    seat.fill("Search actions", "rest confirm");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(seat.document().remaining(), 0);
    assert!(!seat.sees("Search actions"), "the palette is put away");
}

#[test]
fn the_list_of_keys_says_so_when_nothing_fits_and_finds_keys_as_well_as_names() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::K);
    let none = "No action and no key fits “zeppelin”. Fewer letters find more.";
    seat.fill("Search actions", "zeppelin");
    assert!(seat.sees(none));
    for (typed, found) in [
        ("f8", "Next problem"),
        ("ctrl+shift+p", "Add participant"),
        ("redo", "Redo"),
        ("picker", "Up and Down choose, Enter takes, Escape cancels"),
    ] {
        seat.fill("Search actions", typed);
        assert!(seat.sees(found) && !seat.sees("No action and no key"), "{typed}");
    }
    seat.fill("Search actions", "al");
    assert!(!seat.sees("Skip to the next to review"), "letters are those of a name, not of Alt");
}
