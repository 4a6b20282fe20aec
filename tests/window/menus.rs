//! The menus by keys alone.

use egui::{Key, Modifiers};

use crate::seat::Seat;

const NONE: Modifiers = Modifiers::NONE;

#[test]
fn the_menus_are_opened_and_gone_through_by_keys() {
    let mut seat = Seat::at_the_talks();
    seat.press(NONE, Key::F10);
    assert!(seat.sees("Open files…"), "the first menu is open");
    seat.press(NONE, Key::ArrowRight);
    seat.press(NONE, Key::ArrowRight);
    assert!(seat.sees("Next field") && !seat.sees("Open files…"), "the next but one");
    seat.press(NONE, Key::ArrowLeft);
    seat.press(NONE, Key::ArrowLeft);
    seat.press(NONE, Key::ArrowUp);
    seat.press(NONE, Key::ArrowDown);
    assert!(seat.sees("Open files…"), "up from the first item is the last, and down from that the first");
    seat.press(NONE, Key::Escape);
    assert!(!seat.sees("Open files…"));
}

#[test]
fn enter_does_what_the_arrows_have_gone_to() {
    let mut seat = Seat::at_the_talks();
    seat.press(NONE, Key::F10);
    seat.press(NONE, Key::ArrowRight);
    seat.press(NONE, Key::ArrowRight);
    seat.press(NONE, Key::Enter);
    assert!(seat.document().focus().is_some(), "the first item of Review goes to the next field");
    assert!(!seat.sees("Next problem"), "and the menu is closed");
}

#[test]
fn whoever_leaves_the_menus_goes_on_where_the_keyboard_was() {
    let mut seat = Seat::at_the_talks();
    seat.fill("Venue", "the town hall");
    seat.press(NONE, Key::F10);
    seat.press(NONE, Key::F10);
    assert!(!seat.sees("Open files…"));
    assert!(seat.input("Venue").is_focused());
    assert_eq!(seat.input("Venue").value().as_deref(), Some("the town hall"));
}
