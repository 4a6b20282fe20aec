//! The contacts of an article: tabs above the record, one to add, one to remove, values to move between them.

use chancery::app::Command;
use chancery::model::{EntryId, Ruling};
use chancery::review::{Field, RecordEdit};
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

/// What was moved is not there to be moved once more, and what was done is said.
#[test]
fn a_value_is_moved_once_and_the_window_says_where_it_is() {
    let mut seat = with_two_contacts();
    turn_to(&mut seat, FIRST);
    seat.click("Participant Leila Trabelsi");
    seat.click("Move to contact 2  nothing known yet");
    assert!(seat.sees("Moved Leila Trabelsi to contact 2."), "it says what was done");
    assert!(seat.sees("Moved to contact 2"), "and the form says where she is");
    assert!(!seat.sees("Move to contact 2"), "without a button");
    let moved = Field::Participant(seat.record().meeting.participants[3].id.clone());
    let to = contact(&seat, 2);
    seat.run(Command::MoveTo(to, moved));
    turn_to(&mut seat, "Contact 2  Tunisia");
    assert_eq!(names(&seat), ["Leila Trabelsi"], "no command moves her twice");

    // Moved on, she is where she was, and once.
    seat.click("Participant Leila Trabelsi");
    seat.click(&FIRST.replace("Contact", "Move to contact"));
    assert_eq!(names(&seat), [""; 0]);
    turn_to(&mut seat, FIRST);
    assert_eq!(seat.record().meeting.participants[3].ruling, Ruling::Proposed);
    assert_eq!(names(&seat).len(), 4);
}

#[test]
fn one_undo_takes_a_move_back_in_both_contacts_whatever_is_shown() {
    let mut seat = with_two_contacts();
    turn_to(&mut seat, FIRST);
    seat.click("Participant Leila Trabelsi");
    seat.click("Move to contact 2  nothing known yet");
    let (first, second) = (contact(&seat, 1), contact(&seat, 2));
    seat.open_letter();
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    let rulings = |seat: &Seat, id| -> Vec<Ruling> {
        let people = &seat.app().document(id).unwrap().record().meeting.participants;
        people.iter().map(|person| person.ruling).collect()
    };
    assert_eq!(rulings(&seat, first), [Ruling::Proposed; 4]);
    assert_eq!(rulings(&seat, second), []);
    assert!(seat.sees("Undone: move of Leila Trabelsi to contact 2"));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    seat.settle();
    assert_eq!(rulings(&seat, first)[3], Ruling::RuledOut);
    assert_eq!(rulings(&seat, second).len(), 1);
}

#[test]
fn what_was_moved_to_a_contact_that_is_removed_is_back_and_what_goes_with_it_is_told() {
    let mut seat = with_two_contacts();
    turn_to(&mut seat, FIRST);
    seat.click("Participant Leila Trabelsi");
    seat.click("Move to contact 2  nothing known yet");
    turn_to(&mut seat, "Contact 2  Tunisia");
    seat.run(Command::Edit(RecordEdit::AddParticipant { name: "Ana Torres".into(), at: None }));
    seat.click("Remove this one");
    seat.settle();
    assert_eq!(seat.record().number.get(), 1);
    assert_eq!(seat.record().meeting.participants[3].ruling, Ruling::Proposed, "she is back as she was");
    assert!(seat.sees("Leila Trabelsi is in contact 1 again"));
    assert!(seat.sees("with what only it has: Ana Torres"));
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(names(&seat), ["Leila Trabelsi", "Ana Torres"], "one undo takes all of it back");
    turn_to(&mut seat, FIRST);
    assert_eq!(seat.record().meeting.participants[3].ruling, Ruling::RuledOut);
}

/// By the key of an action, and from the menu of the value.
#[test]
fn a_value_is_moved_by_keys() {
    let mut seat = with_two_contacts();
    turn_to(&mut seat, FIRST);
    let person =
        |seat: &Seat, at: usize| Field::Participant(seat.record().meeting.participants[at].id.clone());
    let last = person(&seat, 3);
    seat.run(Command::Focus(Some(last)));
    seat.press(Modifiers::ALT | Modifiers::SHIFT, Key::PageDown);
    seat.settle();
    assert!(seat.sees("Moved Leila Trabelsi to contact 2."));
    seat.press(Modifiers::ALT | Modifiers::SHIFT, Key::PageDown);
    assert_eq!(seat.app().document(contact(&seat, 2)).unwrap().record().meeting.participants.len(), 1);

    seat.press(Modifiers::COMMAND, Key::ArrowUp);
    seat.harness.run();
    seat.press(Modifiers::SHIFT, Key::F10);
    seat.harness.run();
    for _ in 0..9 {
        if seat.focused().starts_with("Move to contact 2") {
            break;
        }
        seat.press(Modifiers::NONE, Key::ArrowDown);
        seat.harness.run();
    }
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    assert!(seat.sees("Moved Karmenu Borg to contact 2."));
    assert_eq!(seat.record().meeting.participants[2].ruling, Ruling::RuledOut);
}

/// Each contact has a record, and an article may have several: what is counted is named by what it is.
#[test]
fn counts_say_articles_where_they_count_articles_and_records_where_they_count_those() {
    let mut seat = with_two_contacts();
    seat.open_letter();
    assert!(seat.sees("0 of 2 done, 2 left"), "the list counts articles");
    seat.press(Modifiers::COMMAND, Key::B);
    assert!(seat.sees("2 articles in the list."));
    seat.harness.get_by_role_and_label(Role::RadioButton, "Set the reviewer").click();
    seat.harness.run();
    seat.harness.get_all_by_label("Reviewer").last().unwrap().focus();
    seat.harness.run();
    seat.types("Ada Nouvel");
    seat.settle();
    assert!(seat.sees("It changes 3 records of 2 articles:"));
    seat.click("Change 3 records of 2 articles");
    seat.settle();
    assert!(seat.sees("Changed 3 records: reviewer set to Ada Nouvel."));
    seat.dismiss_notices();

    seat.by_keys("progress");
    seat.settle();
    for (what, figure) in [("Articles finished", "0 of 2"), ("Contacts finished", "0 of 3")] {
        assert!(seat.sees(what) && seat.sees(figure), "{what}: {figure}");
    }
    seat.press(Modifiers::NONE, Key::Escape);

    // What every choice of the filters counts is said where it is not one to one.
    seat.click("Filters");
    assert!(seat.sees("One with several contacts counts for each of them"));
    assert!(seat.sees("Unreviewed"), "a status is no kind of the list");
}

/// The record of a contact of the article that is shown.
fn contact(seat: &Seat, number: u32) -> EntryId {
    let mut rows = seat.app().contacts(seat.document().id());
    rows.find(|row| row.contact.get() == number).unwrap().id
}

/// The names of the participants of the record that is shown.
fn names(seat: &Seat) -> Vec<&str> {
    seat.record().meeting.participants.iter().map(|person| &*person.name).collect()
}
