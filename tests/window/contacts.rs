//! The contacts of an article: tabs above the record, one to add, one to remove, values to move between them.

use chancery::model::Ruling;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

const FIRST: &str = "Contact 1  Malta, Tunisia · 2021-03-12";
const NEW: &str = "Contact 2  nothing known yet";

fn turn_to(seat: &mut Seat, tab: &str) {
    seat.harness.get_by_role_and_label(Role::Tab, tab).click();
    seat.settle();
}

/// A seat at the talks, with a second contact of the article, which is shown.
fn with_two_contacts() -> Seat {
    let mut seat = Seat::at_the_talks();
    assert!(!seat.sees(FIRST), "one contact needs no tab");
    seat.click("Add a contact");
    seat.settle();
    seat
}

#[test]
fn the_contacts_of_an_article_stand_as_tabs_above_the_record() {
    let mut seat = with_two_contacts();
    assert!(seat.sees(FIRST) && seat.sees(NEW));
    assert!(seat.record().meeting.participants.is_empty());
    assert!(seat.sees("2 contacts"), "the list says how many");
    seat.enter("First day", "12 Mar 2021");
    assert!(seat.sees("Contact 2  2021-03-12"), "the tab says what is known by now");
    turn_to(&mut seat, FIRST);
    assert_eq!(seat.record().meeting.participants.len(), 4);
    seat.press(Modifiers::ALT, Key::PageDown);
    assert_eq!(seat.record().number.get(), 2);
    seat.click("Remove this one");
    assert!(!seat.sees("Contact 2") && !seat.sees(FIRST));
    assert_eq!(seat.record().number.get(), 1);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert!(seat.sees("Contact 2  2021-03-12"));
}

#[test]
fn a_participant_is_moved_to_another_contact_from_its_form() {
    let mut seat = with_two_contacts();
    turn_to(&mut seat, FIRST);
    seat.click("Participant Leila Trabelsi");
    seat.click("Move to contact 2  nothing known yet");
    assert_eq!(seat.record().meeting.participants[3].ruling, Ruling::RuledOut);
    assert!(seat.sees("Contact 2  Tunisia"));
    turn_to(&mut seat, "Contact 2  Tunisia");
    assert_eq!(seat.record().meeting.participants[0].name, "Leila Trabelsi");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert!(seat.sees(NEW), "one step takes it back in both");
    turn_to(&mut seat, FIRST);
    assert_eq!(seat.record().meeting.participants[3].ruling, Ruling::Proposed);
}
