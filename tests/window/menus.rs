//! The menus by keys alone.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

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

/// Puts these events in, each in a frame of its own, as the desktop sends them.
fn send(seat: &mut Seat, events: impl IntoIterator<Item = Event>) {
    for event in events {
        seat.harness.event(event);
        seat.harness.step();
    }
    seat.harness.run();
}

/// A key going down or up, with what is held by then.
fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers }
}

const ALT_DOWN: [Event; 2] = [
    Event::Key {
        key: Key::AltLeft,
        physical_key: Some(Key::AltLeft),
        pressed: true,
        repeat: false,
        modifiers: NONE,
    },
    Event::ModifiersChanged(Modifiers::ALT),
];

const ALT_UP: [Event; 2] = [
    Event::Key {
        key: Key::AltLeft,
        physical_key: Some(Key::AltLeft),
        pressed: false,
        repeat: false,
        modifiers: Modifiers::ALT,
    },
    Event::ModifiersChanged(NONE),
];

#[test]
fn alt_by_itself_goes_to_the_menus_and_back() {
    let mut seat = Seat::at_the_talks();
    seat.fill("Venue", "the town hall");
    send(&mut seat, ALT_DOWN);
    assert!(!seat.sees("Open files…"), "not before it is let go");
    send(&mut seat, ALT_UP);
    assert!(seat.sees("Open files…"));
    seat.press(NONE, Key::ArrowRight);
    assert!(seat.sees("History…"), "the arrows go on from there");
    send(&mut seat, ALT_DOWN.into_iter().chain(ALT_UP));
    assert!(!seat.sees("History…"));
    assert!(seat.input("Venue").is_focused(), "the keyboard is where it was");
}

#[test]
fn alt_with_another_key_or_the_pointer_and_alt_tab_go_to_no_menu() {
    let mut seat = Seat::at_the_talks();
    let click = |pressed| Event::PointerButton {
        pos: egui::pos2(700.0, 900.0),
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::ALT,
    };
    let letter =
        [key(Key::N, true, Modifiers::ALT), Event::Text("n".into()), key(Key::N, false, Modifiers::ALT)];
    let between: [Vec<Event>; 4] = [
        letter.to_vec(),
        vec![Event::WindowFocused(false), Event::WindowFocused(true)],
        vec![click(true), click(false)],
        vec![key(Key::AltRight, true, NONE)],
    ];
    for events in between {
        let what = format!("{events:?}");
        send(&mut seat, ALT_DOWN.into_iter().chain(events).chain(ALT_UP));
        assert!(!seat.sees("Open files…"), "{what}");
    }
}

#[test]
fn enter_on_a_button_of_a_sheet_is_the_buttons() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::SHIFT, Key::F1);
    seat.types("next field");
    seat.tab_to("Key of Next field");
    seat.press(NONE, Key::Enter);
    assert!(
        seat.sees("Press a key, or Backspace for none."),
        "its key is asked for, and nothing else is done"
    );
    seat.press(NONE, Key::Escape);
    seat.press(NONE, Key::Escape);
    seat.press(Modifiers::COMMAND, Key::G);
    seat.types("minister");
    seat.settle();
    seat.tab_to("Close");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    assert!(!seat.sees("A few letters of its title"));
}

#[test]
fn a_key_of_several_is_chosen_by_pressing_them_one_after_the_other() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::SHIFT, Key::F1);
    seat.fill("Search actions", "skip");
    seat.harness.get_by_label_contains("Key of Skip to the next to review").click();
    seat.harness.run();
    let (ctrl, both) = (Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT);
    send(
        &mut seat,
        [
            key(Key::ControlLeft, true, NONE),
            Event::ModifiersChanged(ctrl),
            key(Key::ShiftLeft, true, ctrl),
            Event::ModifiersChanged(both),
        ],
    );
    assert!(seat.sees("Press a key, or Backspace for none."), "what is held is no key yet");
    send(&mut seat, [key(Key::Y, true, both)]);
    seat.fill("Search actions", "skip");
    assert!(seat.sees("Key of Skip to the next to review: Ctrl+Shift+Y"));
}
