//! The parts of the window: a key goes from one to the next, another opens the menu of what has the keyboard, and those
//! beside the article are as wide as the window allows.

use std::sync::Arc;

use chancery::app::{App, Command, Notice, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::Ruling;
use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;

const NONE: Modifiers = Modifiers::NONE;

/// A key of its own leads from part to part.
#[test]
fn a_key_goes_through_the_parts_of_the_window_and_back() {
    let mut seat = Seat::at_the_talks();
    seat.open_letter();
    seat.dismiss_notices();
    seat.run(Command::Tell(Notice::warning("The disk is nearly full.")));
    let mut parts = Vec::new();
    for _ in 0..4 {
        seat.press(NONE, Key::F6);
        seat.harness.run();
        parts.push(seat.focused());
    }
    assert!(parts[0].starts_with("Letter on grain, "), "the row of what is shown: {parts:?}");
    assert_eq!(parts[1], "Article", "its text");
    assert!(!parts[2].is_empty() && seat.sees(&parts[2]), "its record: {parts:?}");
    assert_eq!(parts[3], "Dismiss this message", "what is told");
    for part in parts.iter().rev().skip(1) {
        seat.press(Modifiers::SHIFT, Key::F6);
        seat.harness.run();
        assert_eq!(seat.focused(), *part);
    }
}

#[test]
fn the_key_goes_to_what_lies_in_the_middle_whatever_that_is() {
    let mut seat = Seat::at_the_talks();
    for (key, first) in [(Key::Num3, "Words of the commitment"), (Key::Num4, "Meetings over time")] {
        seat.press(Modifiers::COMMAND, key);
        seat.settle();
        seat.settle();
        seat.harness.root().children_recursive().next().unwrap();
        seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
        seat.press(NONE, Key::F6);
        seat.harness.run();
        assert_eq!(seat.focused(), first);
    }
}

#[test]
fn the_menu_of_a_row_of_a_value_and_of_words_is_opened_by_a_key() {
    let mut seat = Seat::at_the_talks();
    seat.press(NONE, Key::F6);
    seat.press(Modifiers::SHIFT, Key::F10);
    seat.harness.run();
    assert!(seat.focused().starts_with("Mark reviewed"), "{}", seat.focused());
    seat.press(NONE, Key::Escape);
    seat.harness.run();
    assert!(seat.focused().starts_with("Ministers agree to reopen the harbour line, "), "{}", seat.focused());

    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(seat.focused(), "Date of the meeting");
    seat.press(NONE, Key::Menu);
    seat.harness.run();
    assert_eq!(seat.focused(), "Copy");
    for _ in 0..9 {
        if seat.focused() == "Confirm" {
            break;
        }
        seat.press(NONE, Key::ArrowDown);
        seat.harness.run();
    }
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Confirmed);
    assert_eq!(seat.focused(), "Date of the meeting", "and the keyboard is there again");

    seat.press(NONE, Key::F7);
    seat.press(NONE, Key::J);
    seat.press(Modifiers::SHIFT, Key::F10);
    seat.harness.run();
    assert!(seat.sees("Search articles for “"));
    assert_eq!(seat.focused(), "Copy");
    let menu = seat.harness.get_by_label("Copy").rect();
    let bar = seat.harness.get_by_label_contains("More evidence").rect();
    assert!((menu.top() - bar.top()).abs() < 40.0, "it lies below the words: {menu} beside {bar}");
    seat.press(NONE, Key::Escape);
    seat.harness.run();
    assert_eq!(seat.focused(), "Article");
    assert!(seat.sees("Use the selected words as publisher"), "what was selected is selected still");
}

/// How wide the list and the record are.
fn widths(seat: &Seat) -> (f32, f32) {
    let left = seat.harness.get_by_label("Search articles").rect().left();
    let list = seat.harness.get_by_label("Search articles").rect().right() + left;
    let size = seat.harness.ctx.content_rect().width();
    (list, size - seat.input("Venue").rect().left())
}

fn resize(seat: &mut Seat, width: f32) {
    seat.harness.set_size(vec2(width, 1080.0));
    seat.harness.run();
}

/// Drags an edge by so much, as a hand does.
fn drag(seat: &mut Seat, from: Pos2, by: f32) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: NONE,
    };
    let to = from + vec2(by, 0.0);
    let steps = [Event::PointerMoved(from), button(from, true), Event::PointerMoved(to), button(to, false)];
    for step in steps {
        seat.harness.event(step);
        seat.harness.step();
        seat.harness.step();
    }
    seat.harness.run();
}

#[test]
fn the_panes_grow_with_the_window_and_a_width_that_was_dragged_is_kept() {
    let mut seat = Seat::at_the_talks();
    resize(&mut seat, 1280.0);
    let small = widths(&seat);
    resize(&mut seat, 1920.0);
    let large = widths(&seat);
    assert!(large.0 > small.0 * 1.3 && large.1 > small.1 * 1.1, "{small:?}, {large:?}");
    resize(&mut seat, 3840.0);
    assert!(widths(&seat).0 < large.0 * 1.2, "a list of titles needs no more: {:?}", widths(&seat));
    resize(&mut seat, 1280.0);
    assert_eq!(widths(&seat), small, "and they shrink with it");
    let edge = Pos2::new(small.0, 500.0);
    drag(&mut seat, edge, -60.0);
    let dragged = widths(&seat).0;
    assert!(dragged < small.0 - 30.0, "{dragged} of {small:?}");
    for width in [1920.0, 1280.0] {
        resize(&mut seat, width);
        assert_eq!(widths(&seat).0, dragged);
    }
}

/// The program is closed and started again, with what the window remembers between two runs.
fn restarted(seat: Seat) -> Seat {
    let remembered = seat.harness.ctx.data(Clone::clone);
    let Seat { harness, folder } = seat;
    drop(harness);
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let library = folder.path().join("library.chancery");
    let app = App::with_library(&library, Lexicon::built_in, settings, Arc::new(|| {}));
    let mut again = Seat { folder, ..Seat::over(app) };
    again.harness.ctx.data_mut(|data| *data = remembered);
    again.settle();
    resize(&mut again, 1280.0);
    again
}

#[test]
fn the_panes_are_as_wide_as_they_were_after_a_restart_and_while_an_article_is_read() {
    let mut seat = Seat::with_library();
    seat.open_text("talks.json", &crate::talks::record().to_json().unwrap());
    resize(&mut seat, 1280.0);
    let usual = widths(&seat);
    let mut seat = restarted(seat);
    assert_eq!(widths(&seat), usual, "nobody has dragged anything");
    drag(&mut seat, Pos2::new(usual.0, 500.0), -60.0);
    let dragged = widths(&seat);
    assert!(dragged.0 < usual.0 - 30.0, "{dragged:?} of {usual:?}");
    let seat = restarted(seat);
    assert_eq!(widths(&seat), dragged);
}
