//! What inputs offer is taken by keys and by the pointer, in every input alike; nothing else is put in the place of
//! what is typed.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::list::{seat_with, select};
use crate::seat::Seat;

const NONE: Modifiers = Modifiers::NONE;

/// A seat at the second of two articles; the first is filed under these.
fn seat_with_tags(tags: &str) -> Seat {
    let mut seat = seat_with(2);
    seat.press(Modifiers::ALT, Key::T);
    seat.enter("Add a tag", tags);
    seat.settle();
    select(&mut seat, 2, NONE);
    seat
}

fn tags(seat: &Seat) -> Vec<String> {
    seat.record().review.tags.iter().map(ToString::to_string).collect()
}

fn type_tag(seat: &mut Seat, typed: &str) {
    seat.press(Modifiers::ALT, Key::T);
    seat.fill("Add a tag", typed);
}

#[test]
fn arrows_go_into_what_is_offered_and_enter_takes_the_marked_one() {
    let mut seat = seat_with_tags("Batch 11, Batch 12, Sfax talks");
    type_tag(&mut seat, "bat");
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(tags(&seat), ["Batch 12"]);
    type_tag(&mut seat, "bat");
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::Tab);
    seat.settle();
    assert_eq!(tags(&seat), ["Batch 11", "Batch 12"], "Tab takes the marked one too");
}

#[test]
fn tab_takes_the_only_one_of_which_half_a_word_is_typed_and_nothing_else() {
    let mut seat = seat_with_tags("Batch 12, Sfax talks");
    type_tag(&mut seat, "sf");
    seat.press(NONE, Key::Tab);
    seat.settle();
    assert_eq!(tags(&seat), ["Sfax talks"]);
    type_tag(&mut seat, "Batch");
    seat.press(NONE, Key::Tab);
    seat.settle();
    assert_eq!(tags(&seat), ["Batch", "Sfax talks"], "a whole word is what is meant");
    type_tag(&mut seat, "Sousse");
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(
        tags(&seat),
        ["Batch", "Sfax talks", "Sousse"],
        "Enter takes what is typed where none is marked"
    );
}

#[test]
fn a_party_is_taken_by_the_same_keys() {
    let mut seat = Seat::at_the_talks();
    seat.click("Participant Slim Gharbi");
    let code = |seat: &Seat| seat.record().meeting.participants[1].party.clone().unwrap().code.to_string();
    seat.enter("Party", "kyrgy");
    assert_eq!(code(&seat), "KGZ", "the only one that fits");
    seat.fill("Party", "ital");
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::ArrowUp);
    seat.press(NONE, Key::Tab);
    assert_eq!(code(&seat), "ITA", "the one that the arrows went to");
    seat.enter("Country", "kyrgy");
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().country.as_ref().unwrap().as_str(), "KGZ");
}

#[test]
fn a_name_that_comes_late_is_taken_only_by_who_goes_to_it() {
    let mut seat = Seat::at_the_line();
    seat.click("Participant Maria Zerafa");
    seat.enter("Name", "Somebody");
    seat.fill("Name", "Zer");
    seat.settle();
    seat.press(NONE, Key::Tab);
    let person = |seat: &Seat| seat.record().meeting.participants[0].clone();
    assert_eq!(person(&seat).name, "Zer", "what is typed is what is meant");
    seat.fill("Name", "Zera");
    seat.settle();
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::Enter);
    assert_eq!(person(&seat).name, "Maria Zerafa");
}

#[test]
fn a_tag_for_many_is_offered_in_the_same_way() {
    let mut seat = seat_with_tags("Batch 12");
    select(&mut seat, 1, NONE);
    select(&mut seat, 2, Modifiers::COMMAND);
    seat.press(Modifiers::ALT, Key::T);
    seat.fill("Tag", "bat");
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::Enter);
    assert_eq!(seat.input("Tag").value().as_deref(), Some("Batch 12"));
}

#[test]
fn tab_completes_a_path_and_the_arrows_go_through_what_is_there() {
    let mut seat = Seat::empty();
    let letter =
        seat.file("letter-of-may.txt", "Letter on grain\n\nThe minister wrote to his counterpart.\n");
    seat.file("letter-of-june.txt", "Another.\n");
    let bar = "File or folder to open";
    seat.press(Modifiers::COMMAND, Key::L);
    let begun = seat.folder.path().join("let").display().to_string();
    seat.fill(bar, &begun);
    seat.settle();
    seat.press(NONE, Key::Tab);
    seat.settle();
    let common = seat.folder.path().join("letter-of-").display().to_string();
    assert_eq!(seat.input(bar).value().as_deref(), Some(&*common), "as far as both go");
    assert!(seat.input(bar).is_focused());
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::ArrowDown);
    seat.press(NONE, Key::Enter);
    assert_eq!(seat.input(bar).value().as_deref(), letter.to_str());
    seat.press(NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.document().title(), "Letter on grain");
    assert!(seat.harness.query_all_by_role_and_label(Role::TextInput, bar).next().is_none());
}
