//! The article: its marks lead to the form and back, and selected words become values.

use chancery::review::Field;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

/// Selects the words of a mark by dragging over them.
fn select(seat: &mut Seat, mark: &str) {
    let rect = seat.harness.get_by_role_and_label(Role::Link, mark).rect();
    let (from, to) = (rect.left_center() + egui::vec2(0.5, 0.0), rect.right_center() - egui::vec2(0.5, 0.0));
    seat.harness.drag_at(from);
    seat.harness.run();
    seat.harness.hover_at(to);
    seat.harness.run();
    seat.harness.drop_at(to);
    seat.harness.run();
}

#[test]
fn marked_words_lead_to_their_field() {
    let mut seat = Seat::at_the_talks();
    seat.harness.get_by_role_and_label(Role::Link, "Participant Leila Trabelsi").click();
    seat.harness.run();
    let leila = seat.record().meeting.participants[3].id.clone();
    assert_eq!(seat.document().focus(), Some(&Field::Participant(leila)));
    let title = seat.harness.get_by_role_and_label(Role::Button, "Participant Leila Trabelsi");
    assert!(title.is_focused(), "the form has the keyboard there");
}

#[test]
fn a_field_leads_to_its_words() {
    let mut seat = Seat::at_the_talks();
    seat.click("Show the words for Commitment 4");
    let commitment = seat.record().commitments[3].id.clone();
    assert_eq!(seat.document().focus(), Some(&Field::Commitment(commitment)));
}

#[test]
fn selected_words_become_a_participant_by_one_key() {
    let mut seat = Seat::at_the_talks();
    select(&mut seat, "Participant Slim Gharbi");
    seat.press(Modifiers::NONE, Key::P);
    let people = &seat.record().meeting.participants;
    assert_eq!(people.len(), 5);
    assert_eq!(people[4].name, "Slim Gharbi");
    assert_eq!(people[4].evidence[0].exact(), "Slim Gharbi");
}

#[test]
fn selected_words_become_a_commitment_from_the_bar() {
    let mut seat = Seat::at_the_talks();
    select(&mut seat, "Participant Karmenu Borg");
    seat.harness.get_by_label_contains("Commitment C").click();
    seat.harness.run();
    assert_eq!(seat.record().commitments[4].text, "Karmenu Borg");
}

#[test]
fn selected_words_become_the_place() {
    let mut seat = Seat::at_the_talks();
    select(&mut seat, "Participant Karmenu Borg");
    seat.press(Modifiers::NONE, Key::L);
    let location = seat.record().meeting.location.as_ref().unwrap();
    assert_eq!(location.place.as_deref(), Some("Karmenu Borg"));
    assert_eq!(location.evidence[0].exact(), "Karmenu Borg");
}

#[test]
fn the_selection_outlives_the_keyboard_and_becomes_evidence_for_a_field() {
    let mut seat = Seat::at_the_talks();
    select(&mut seat, "Participant Slim Gharbi");
    seat.input("Venue").focus();
    seat.harness.run();
    seat.harness.get_by_label_contains("Evidence for place").click();
    seat.harness.run();
    let location = seat.record().meeting.location.as_ref().unwrap();
    assert_eq!(location.evidence[0].exact(), "Slim Gharbi");
}

#[test]
fn a_double_click_on_a_marked_word_selects_it() {
    let mut seat = Seat::at_the_talks();
    let mark = seat.harness.get_by_role_and_label(Role::Link, "Participant Slim Gharbi").rect();
    let on_the_name = mark.right_center() - egui::vec2(12.0, 0.0);
    let press = |pressed| egui::Event::PointerButton {
        pos: on_the_name,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    seat.harness.hover_at(on_the_name);
    for pressed in [true, false, true, false] {
        seat.harness.event(press(pressed));
        seat.harness.step();
    }
    seat.harness.run();
    seat.press(Modifiers::NONE, Key::P);
    assert_eq!(seat.record().meeting.participants[4].name, "Gharbi");
}

#[test]
fn escape_lets_the_selection_go() {
    let mut seat = Seat::at_the_talks();
    select(&mut seat, "Participant Karmenu Borg");
    assert!(seat.sees("Commitment C"));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("Commitment C"));
}
