//! Nothing jumps: what is told, asked, warned of or chosen comes and goes, and all else stays where it is.

use std::collections::BTreeMap;

use chancery::app::{Command, Notice};
use egui::{Key, Modifiers, Pos2, Rect, accesskit::Role};
use egui_kittest::kittest::NodeT;

use crate::seat::Seat;

/// Another article than the talks.
const OTHER: &str = "Ministers agree to reopen the harbour line\n\nVALLETTA, 14 March 2021 – Foreign Minister Marija Vella \
                     received her Tunisian counterpart Slim Gharbi on Friday.\n";

/// Where everything is that has a name, in the order of the window.
fn places(seat: &Seat) -> BTreeMap<(String, String), Vec<Rect>> {
    let mut places: BTreeMap<_, Vec<Rect>> = BTreeMap::new();
    for node in seat.harness.root().children_recursive() {
        let (role, name) = (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default());
        let is_placed = node.accesskit_node().bounding_box().is_some();
        if is_placed && !name.is_empty() && role != Role::Window {
            places.entry((format!("{role:?}"), name)).or_default().push(node.rect());
        }
    }
    places
}

/// All that was there stands where it stood.
#[track_caller]
fn nothing_has_moved(before: &BTreeMap<(String, String), Vec<Rect>>, seat: &Seat, when: &str) {
    let now = places(seat);
    for (what, places) in before {
        let here = now.get(what).cloned().unwrap_or_default();
        for place in places {
            assert!(here.contains(place), "{when}: {what:?} was at {place}, and is at {here:?}");
        }
    }
}

#[test]
fn notices_lie_over_the_content() {
    let mut seat = Seat::at_the_talks();
    seat.open_text("b.txt", OTHER);
    seat.dismiss_notices();
    let before = places(&seat);
    let notices = [
        Notice::info("Saved."),
        Notice::warning("The disk is nearly full."),
        Notice::error("x.json: not saved, because the disk is full. Make room and save again."),
    ];
    for (count, notice) in notices.iter().cycle().take(9).enumerate() {
        seat.run(Command::Tell(notice.clone()));
        nothing_has_moved(&before, &seat, &format!("with {} notices", count + 1));
    }
    seat.click("Dismiss all");
    assert!(seat.app().notices().is_empty());
    nothing_has_moved(&before, &seat, "with none");
}

#[test]
fn what_is_asked_lies_over_the_content() {
    let mut seat = Seat::at_the_talks();
    let before = places(&seat);
    seat.press(Modifiers::COMMAND, Key::L);
    assert!(seat.sees("File or folder to open"));
    nothing_has_moved(&before, &seat, "while a path is asked for");
    seat.press(Modifiers::NONE, Key::Escape);
    nothing_has_moved(&before, &seat, "after that");
}

#[test]
fn what_is_typed_stays_under_the_hand_when_a_warning_comes() {
    let mut seat = Seat::at_the_talks();
    for (input, typed) in [
        ("First day", "2021-02-30"),
        ("First day", "12-14 Mar"),
        ("Last day", "nonsense"),
        ("Country", "Atlantis"),
    ] {
        let before = places(&seat);
        seat.fill(input, typed);
        nothing_has_moved(&before, &seat, &format!("while {typed} is typed in {input}"));
        if typed == "12-14 Mar" {
            // What is read of it is said before it is entered.
            assert!(seat.sees("Enter sets it, Escape leaves it as it was."));
            seat.press(Modifiers::NONE, Key::Escape);
            continue;
        }
        seat.press(Modifiers::NONE, Key::Tab);
        nothing_has_moved(&before, &seat, &format!("while {typed} stands in {input}"));
        seat.input(input).focus();
        seat.harness.run();
        seat.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn filters_that_are_chosen_stand_in_a_row_of_their_own() {
    let mut seat = Seat::at_the_talks();
    seat.open_text("b.txt", OTHER);
    seat.dismiss_notices();
    let listed = |seat: &Seat| {
        let mut listed = places(seat);
        listed.retain(|(_, name), _| ["Filters", "As added", "Searches"].contains(&name.as_str()));
        listed
    };
    let before = listed(&seat);
    assert_eq!(before.len(), 3);
    let chosen = seat.app().facets().into_iter().flat_map(|(_, options)| options);
    for option in chosen.take(4).collect::<Vec<_>>() {
        seat.run(Command::Narrow(option.narrowing));
        nothing_has_moved(&before, &seat, &option.label);
    }
}

#[test]
fn what_can_be_done_with_selected_words_pushes_nothing() {
    let mut seat = Seat::at_the_talks();
    seat.dismiss_notices();
    seat.input("Article").focus();
    seat.harness.run();
    let before = places(&seat);
    seat.press(Modifiers::NONE, Key::J);
    assert!(seat.sees("Use the selected words as publisher"));
    nothing_has_moved(&before, &seat, "with words selected");
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("Use the selected words as publisher"));
    nothing_has_moved(&before, &seat, "with none selected");
}

/// Presses and releases the pointer here, without moving it.
fn press_at(seat: &mut Seat, at: Pos2) {
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        let event = egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE };
        seat.harness.event(event);
        seat.harness.step();
    }
}

#[test]
fn a_press_is_not_taken_by_what_has_only_just_come_under_the_pointer() {
    let mut seat = Seat::at_the_talks();
    seat.dismiss_notices();
    seat.run(Command::Tell(Notice::warning("The first.")));
    let cross = |seat: &Seat| {
        let crosses = places(seat);
        crosses[&("Button".to_owned(), "Dismiss this message".to_owned())][0].center()
    };
    let at = cross(&seat);
    seat.dismiss_notices();
    seat.harness.event(egui::Event::PointerMoved(at));
    seat.harness.run();
    // It comes while the finger is on its way down.
    seat.harness.state_mut().run(Command::Tell(Notice::warning("The second.")));
    seat.harness.step();
    seat.harness.step();
    press_at(&mut seat, at);
    assert_eq!(seat.app().notices().len(), 1, "it was not there when the person decided");
    // Once it has been there for a while, it is meant.
    for _ in 0..8 {
        seat.harness.step();
    }
    press_at(&mut seat, at);
    assert_eq!(seat.app().notices().len(), 0);
}

/// What each button that has a name of its own is known by.
fn buttons(seat: &Seat) -> BTreeMap<String, Option<String>> {
    let mut buttons = BTreeMap::new();
    for node in seat.harness.root().children_recursive() {
        let (role, name) = (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default());
        if role == Role::Button && node.accesskit_node().bounding_box().is_some() && !name.is_empty() {
            let id = format!("{:?}", node.accesskit_node().id());
            buttons.entry(name).and_modify(|known| *known = None).or_insert(Some(id));
        }
    }
    buttons
}

#[test]
fn a_button_is_the_same_button_while_others_come_and_go() {
    let mut seat = Seat::at_the_talks();
    seat.dismiss_notices();
    let mut renamed = std::collections::BTreeSet::new();
    let mut before = buttons(&seat);
    let mut look = |seat: &Seat, when: &str| {
        let now = buttons(seat);
        for (button, known) in &before {
            let here = now.get(button);
            // A day that is offered and a message are others each time.
            let is_one = button != "Dismiss this message" && !button.ends_with(char::is_numeric);
            if is_one && here.is_some_and(|here| here != known) {
                renamed.insert(format!("{when}: {button}"));
            }
        }
        before = now;
    };
    for input in ["Publisher", "First day", "Last day", "Venue", "Published", "Headline"] {
        seat.enter(input, "2021-03-02");
        look(&seat, &format!("after typing in {input}"));
    }
    seat.input("Article").focus();
    seat.harness.run();
    look(&seat, "in the article");
    seat.press(Modifiers::COMMAND, Key::A);
    look(&seat, "with words selected");
    seat.press(Modifiers::NONE, Key::ArrowLeft);
    look(&seat, "with none selected");
    seat.run(Command::Tell(Notice::info("Saved.")));
    look(&seat, "with a notice");
    seat.input("First day").focus();
    seat.press(Modifiers::NONE, Key::Enter);
    look(&seat, "with a date confirmed");
    seat.press(Modifiers::ALT, Key::Backspace);
    look(&seat, "with a date rejected");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    look(&seat, "after undo");
    assert!(renamed.is_empty(), "{renamed:#?}");
}
