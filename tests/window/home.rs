//! Where the keyboard goes back to: what lies over the window has it for a while, and then it is where it was. Tab goes on
//! from there, too, where nothing has it any more.

use chancery::app::{ACTIONS, Ask, Command, Intent, Notice};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::seat::Seat;

const NONE: Modifiers = Modifiers::NONE;

/// Whether a sheet lies over the window, or a bar asks for a path.
fn is_asked(seat: &Seat) -> bool {
    let asks = |label: String| {
        ["File or folder", "Save the record as", "Library to", "New library"]
            .iter()
            .any(|bar| label.contains(bar))
    };
    seat.harness.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        node.is_modal() || node.label().is_some_and(asks)
    })
}

/// Whoever was in this input is there again.
#[track_caller]
fn is_back(seat: &Seat, input: &str, after: &str) {
    assert!(seat.input(input).is_focused(), "after {after} the keyboard is at {:?}", seat.focused());
}

#[test]
fn the_keyboard_goes_back_to_where_it_was_after_every_sheet_and_every_question() {
    let mut asked = Vec::new();
    for action in ACTIONS.iter().filter(|action| action.id != "quit") {
        let mut seat = Seat::at_the_talks();
        seat.open_letter();
        seat.press(Modifiers::ALT, Key::F);
        seat.input("Venue").focus();
        seat.harness.run();
        if !matches!(action.intent(seat.app()), Some(Intent::Ask(what)) if what != Ask::Paste) {
            continue;
        }
        seat.by_keys(action.id);
        seat.settle();
        if !is_asked(&seat) {
            continue;
        }
        asked.push(action.id);
        seat.press(NONE, Key::Escape);
        seat.harness.run();
        assert!(!is_asked(&seat), "Escape puts {} away", action.id);
        is_back(&seat, "Venue", action.id);
    }
    for sheet in ["export", "settings", "history", "bulk", "palette", "go_to_article", "about", "open_path"] {
        assert!(asked.contains(&sheet), "{sheet} is not among {asked:?}");
    }
}

#[test]
fn it_goes_back_whichever_way_a_sheet_is_left_and_from_lists_and_messages_too() {
    let mut seat = Seat::at_the_talks();
    let begin = |seat: &mut Seat| {
        seat.input("Venue").focus();
        seat.harness.run();
    };
    begin(&mut seat);
    seat.by_keys("about");
    seat.tab_to("Close");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    is_back(&seat, "Venue", "the button that closes a sheet");
    seat.press(Modifiers::COMMAND, Key::Comma);
    seat.click("Close");
    is_back(&seat, "Venue", "a click on it");
    seat.run(Command::Tell(Notice::warning("The disk is nearly full.")));
    begin(&mut seat);
    seat.press(NONE, Key::F6);
    assert_eq!(seat.focused(), "Dismiss this message");
    seat.press(NONE, Key::Enter);
    seat.harness.run();
    is_back(&seat, "Venue", "a message");
    seat.press(Modifiers::COMMAND, Key::F);
    seat.press(NONE, Key::Escape);
    seat.harness.run();
    is_back(&seat, "Venue", "a search that found nothing");
    seat.open_letter();
    seat.tab_to("Searches");
    seat.press(NONE, Key::Enter);
    seat.press(NONE, Key::Escape);
    seat.harness.run();
    assert_eq!(seat.focused(), "Searches");
}

#[test]
fn what_is_chosen_among_all_actions_gets_the_keyboard_that_it_wants() {
    for (typed, wants) in [
        ("select words by", "Article"),
        ("search articles", "Search articles"),
        ("find in the", "Find in the article"),
    ] {
        let mut seat = Seat::at_the_talks();
        seat.input("Venue").focus();
        seat.press(Modifiers::COMMAND, Key::K);
        seat.types(typed);
        seat.press(NONE, Key::Enter);
        seat.harness.run();
        assert!(seat.input(wants).is_focused(), "{typed}: {:?}", seat.focused());
    }
}

#[test]
fn tab_goes_on_from_what_was_left_or_is_gone() {
    let mut seat = Seat::at_the_talks();
    seat.fill("City or place", "Sf");
    seat.press(NONE, Key::Escape);
    assert_eq!(seat.focused(), "", "the input is left");
    seat.press(NONE, Key::Tab);
    assert!(seat.input("Country").is_focused(), "{}", seat.focused());

    let mut seat = Seat::at_the_line();
    seat.input("Last day").focus();
    seat.harness.run();
    seat.tab_to("Fri 19 Mar 2021");
    seat.press(NONE, Key::Enter);
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().start.to_string(), "2021-03-19");
    seat.press(NONE, Key::Tab);
    let here = seat.focused();
    let is_near = here == "Place of the meeting" || here.contains("Place") || here.contains("Mar 2021");
    assert!(is_near, "what is chosen cannot be chosen again, and Tab goes on to what is next: {here:?}");
}

/// What has the keyboard is in sight: nothing of it is cut off.
#[track_caller]
fn is_in_sight(seat: &Seat) {
    let ctx = &seat.harness.ctx;
    let id = ctx.memory(|memory| memory.focused()).unwrap();
    let widget = ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).copied()).unwrap();
    let seen = widget.interact_rect;
    let is_whole = seen.is_positive() && seen.height() > widget.rect.height() - 2.0;
    assert!(is_whole, "{:?} at {} is seen at {seen}", seat.focused(), widget.rect);
}

#[test]
fn what_tab_goes_to_comes_into_sight_in_a_low_window_too() {
    let mut seat = Seat::at_the_talks();
    seat.harness.set_size(egui::vec2(1240.0, 600.0));
    seat.harness.run();
    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    for _ in 0..150 {
        seat.press(NONE, Key::Tab);
        seat.harness.run();
        is_in_sight(&seat);
        if seat.focused() == "Notes" {
            break;
        }
    }
    assert_eq!(seat.focused(), "Notes", "the end of the form is reached");
    seat.press(Modifiers::COMMAND, Key::Comma);
    for _ in 0..60 {
        seat.press(NONE, Key::Tab);
        seat.harness.run();
        is_in_sight(&seat);
        if seat.focused() == "Close" {
            return;
        }
    }
    panic!("the end of the settings is not reached");
}
