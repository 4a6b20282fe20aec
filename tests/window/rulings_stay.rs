//! Whatever a person rules on, no other field moves: what is at the hand stays there.

use std::collections::BTreeMap;

use chancery::app::Command;
use chancery::review::Field;
use egui::{Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::kittest::NodeT;

use crate::seat::Seat;

/// A seat at a sample of which other days, places and people could be proposed.
fn seat() -> Seat {
    let mut seat = Seat::at_the_line();
    seat.dismiss_notices();
    assert!(seat.document().other_days().next().is_some(), "another day could be meant");
    seat
}

/// Where everything of the form is that has a name: inputs, choices, cards, buttons.
fn form(seat: &Seat) -> BTreeMap<(String, String), Vec<Rect>> {
    let left = seat.input("First day").rect().left() - 150.0;
    let mut form: BTreeMap<_, Vec<Rect>> = BTreeMap::new();
    for node in seat.harness.root().children_recursive() {
        let of = node.accesskit_node();
        let (role, name) = (of.role(), of.label().unwrap_or_default());
        let is_kind =
            [Role::TextInput, Role::MultilineTextInput, Role::ComboBox, Role::Button, Role::Heading];
        if is_kind.contains(&role)
            && of.bounding_box().is_some()
            && node.rect().left() > left
            && !name.is_empty()
        {
            form.entry((format!("{role:?}"), name)).or_default().push(node.rect());
        }
    }
    form
}

/// What is still there stands where it stood.
#[track_caller]
fn stays(before: &BTreeMap<(String, String), Vec<Rect>>, seat: &Seat, when: &str) {
    let now = form(seat);
    for (what, places) in before {
        if let Some(here) = now.get(what).filter(|here| here.len() == places.len()) {
            assert_eq!(here, places, "{when}: {what:?} has moved");
        }
    }
}

/// Rules on each field in turn, one way and the other, and takes each back.
#[track_caller]
fn rule_on_everything(seat: &mut Seat) {
    let fields: Vec<Field> = Field::all(seat.record()).collect();
    assert!(fields.len() > 5);
    for field in fields {
        let name = field.name(seat.record());
        for (key, ruling) in [(Key::Enter, "confirmed"), (Key::Backspace, "rejected")] {
            seat.run(Command::Focus(Some(field.clone())));
            let before = form(seat);
            seat.press(Modifiers::ALT, key);
            stays(&before, seat, &format!("{name} is {ruling}"));
            seat.press(Modifiers::COMMAND, Key::Z);
            seat.settle();
            stays(&before, seat, &format!("{name} is {ruling}, and undone"));
            seat.dismiss_notices();
        }
    }
}

#[test]
fn no_field_moves_by_a_ruling_on_another() {
    rule_on_everything(&mut seat());
}

#[test]
fn no_input_of_an_open_form_moves_by_a_ruling_on_another() {
    let mut seat = seat();
    seat.click("Participant Maria Zerafa");
    seat.click("Commitment 1");
    rule_on_everything(&mut seat);
}

#[test]
fn what_became_the_matter_with_a_commitment_is_told_in_the_room_that_its_card_has() {
    let mut seat = Seat::at_the_talks();
    let before = form(&seat);
    seat.click("Reject Participant Marija Vella");
    stays(&before, &seat, "the speaker of a commitment is rejected");
    let of = seat.harness.root();
    let told = of.children_recursive().any(|node| {
        let described = node.accesskit_node().description().unwrap_or_default();
        described.contains("Its speaker, Marija Vella, was rejected as a participant.")
    });
    assert!(told, "it is told where the commitment stands");
    seat.click("Commitment 1");
    assert!(seat.sees("Nobody named"), "and mended in its form");
}
