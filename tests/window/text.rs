//! The article: its marks lead to the form and back, and selected words become values.

use chancery::review::Field;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

/// Selects the words of a mark by dragging over them.
fn select(seat: &mut Seat, mark: &str) {
    let rect = seat.harness.get_by_role_and_label(Role::Link, mark).rect();
    drag(seat, rect.left_center() + egui::vec2(0.5, 0.0), rect.right_center() - egui::vec2(0.5, 0.0));
}

fn drag(seat: &mut Seat, from: egui::Pos2, to: egui::Pos2) {
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
    seat.press(Modifiers::NONE, Key::L);
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().evidence[0].exact(), "Gharbi");
}

#[test]
fn escape_lets_the_selection_go() {
    let mut seat = Seat::at_the_talks();
    select(&mut seat, "Participant Karmenu Borg");
    assert!(seat.sees("Commitment C"));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("Commitment C"));
}

#[test]
fn a_drag_that_slips_selects_whole_words_without_the_marks_around() {
    let mut seat = Seat::at_the_talks();
    let rect = seat.harness.get_by_role_and_label(Role::Link, "Participant Karmenu Borg").rect();
    // From within the K to the space behind the name.
    drag(&mut seat, rect.left_center() + egui::vec2(6.0, 0.0), rect.right_center() + egui::vec2(4.0, 0.0));
    seat.press(Modifiers::NONE, Key::L);
    let place = seat.record().meeting.location.as_ref().unwrap();
    assert_eq!(place.evidence[0].exact(), "Karmenu Borg");
}

#[test]
fn a_drag_that_ends_within_a_word_takes_the_whole_of_it() {
    let mut seat = Seat::at_the_talks();
    let rect = seat.harness.get_by_role_and_label(Role::Link, "Participant Karmenu Borg").rect();
    // To the third letter of the name, of seven and four.
    let within = egui::pos2(rect.left() + rect.width() * 0.28, rect.center().y);
    drag(&mut seat, rect.left_center() + egui::vec2(1.0, 0.0), within);
    seat.press(Modifiers::NONE, Key::L);
    let place = seat.record().meeting.location.as_ref().unwrap();
    assert_eq!(place.evidence[0].exact(), "Karmenu");
}

#[test]
fn alt_selects_to_the_letter() {
    let mut seat = Seat::at_the_talks();
    let rect = seat.harness.get_by_role_and_label(Role::Link, "Participant Karmenu Borg").rect();
    seat.harness.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    drag(&mut seat, rect.left_center() + egui::vec2(0.5, 0.0), rect.right_center() - egui::vec2(12.0, 0.0));
    seat.harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    seat.press(Modifiers::NONE, Key::L);
    let place = seat.record().meeting.location.as_ref().unwrap();
    let words = place.evidence[0].exact();
    assert!(words.starts_with("Karmenu ") && words != "Karmenu Borg", "{words}");
}

#[test]
fn words_are_selected_and_used_by_keys_alone() {
    let mut seat = Seat::at_the_talks();
    let exact = |seat: &Seat| seat.record().meeting.location.as_ref().unwrap().evidence[0].exact().to_owned();
    seat.press(Modifiers::NONE, Key::F7);
    assert!(seat.harness.get_by_label("Article").is_focused(), "F7 leads into the text");
    seat.press(Modifiers::NONE, Key::J);
    seat.press(Modifiers::NONE, Key::L);
    assert_eq!(exact(&seat), "Ministers agree to reopen the harbour line");
    seat.press(Modifiers::NONE, Key::F7);
    for (modifiers, key) in [(Modifiers::NONE, Key::W), (Modifiers::NONE, Key::W), (Modifiers::SHIFT, Key::W)]
    {
        seat.press(modifiers, key);
    }
    seat.press(Modifiers::NONE, Key::L);
    assert_eq!(exact(&seat), "agree to", "the second word and one more");
    seat.press(Modifiers::NONE, Key::F7);
    for key in [Key::J, Key::J, Key::J, Key::K] {
        seat.press(Modifiers::NONE, key);
    }
    seat.press(Modifiers::NONE, Key::L);
    assert!(exact(&seat).starts_with("VALLETTA, 14 March 2021") && exact(&seat).ends_with("migration"));
}

#[test]
fn the_bar_goes_away_when_its_work_is_done_and_stays_within_the_article() {
    let mut seat = Seat::at_the_talks();
    for key in [Key::P, Key::D, Key::L, Key::C] {
        select(&mut seat, "Participant Leila Trabelsi");
        let bar = seat.harness.get_by_label_contains("Commitment C").rect();
        let article = seat.harness.get_by_label("Article").rect();
        assert!(bar.right() <= article.right() + 40.0, "it covers no part of the record");
        seat.press(Modifiers::NONE, key);
        assert!(!seat.sees("Commitment C"), "after {key:?}");
        seat.undo_all();
    }
}

#[test]
fn a_right_click_on_a_value_copies_searches_and_rules() {
    let mut seat = Seat::at_the_talks();
    for at in [Role::Link, Role::Button] {
        seat.harness.get_by_role_and_label(at, "Participant Leila Trabelsi").click_secondary();
        seat.harness.run();
        for words in [
            "Copy",
            "Show its words",
            "Search articles for “Leila Trabelsi”",
            "Confirm",
            "Reject value",
            "Edit value",
        ] {
            assert!(seat.harness.query_by_role_and_label(Role::Button, words).is_some(), "{words}");
        }
        seat.press(Modifiers::NONE, Key::Escape);
    }
    seat.harness.get_by_role_and_label(Role::Button, "Participant Leila Trabelsi").click_secondary();
    seat.harness.run();
    seat.click("Confirm");
    let leila = &seat.record().meeting.participants[3];
    assert_eq!(leila.ruling, chancery::model::Ruling::Confirmed);
    seat.harness.get_by_role_and_label(Role::Button, "Participant Leila Trabelsi").click_secondary();
    seat.harness.run();
    seat.click("Search articles for “Leila Trabelsi”");
    seat.settle();
    assert_eq!(seat.app().filter().search, "\"Leila Trabelsi\"");
}
