//! Typing is a preview: nothing is recorded that was not entered, in any field, and nothing that was
//! entered is lost.

use chancery::app::Command;
use chancery::model::Ruling;
use chancery::review::Field;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

/// Every input with words to type: the card that has it, its name, words that can be entered.
const INPUTS: &[(Option<&str>, &str, &str)] = &[
    (None, "First day", "16 Oct 2020"),
    (None, "Last day", "2021-03-18"),
    (None, "City or place", "Sfax"),
    (None, "Country", "Tunisia"),
    (None, "Venue", "the town hall"),
    (None, "Headline", "A headline of ours"),
    (None, "Notes", "Looked at twice."),
    (Some("Participant Slim Gharbi"), "Name", "Selim Gharbi"),
    (Some("Participant Slim Gharbi"), "Title", "Minister of Fisheries"),
    (Some("Participant Slim Gharbi"), "Party", "Libya"),
    (Some("Commitment 1"), "Undertaking", "Malta will reopen the line"),
    (Some("Commitment 1"), "Parties", "Tunisia"),
    (Some("Commitment 1"), "Toward", "Italy"),
    (Some("Commitment 1"), "Deadline", "autumn 2021"),
    (Some("Commitment 1"), "Condition", "if the weather allows"),
    (Some("Commitment 1"), "Topics", "Transport"),
];

/// A seat with this input in sight.
fn seat_at(card: Option<&str>) -> Seat {
    let mut seat = Seat::at_the_talks();
    if let Some(card) = card {
        seat.click(card);
    }
    seat
}

/// Types letter by letter, as a person does; whatever the speed, each letter is a frame.
fn type_slowly(seat: &mut Seat, label: &str, words: &str, mut after_each: impl FnMut(&Seat, &str)) {
    seat.fill(label, "");
    let mut typed = String::new();
    for letter in words.chars() {
        seat.input(label).type_text(&letter.to_string());
        seat.harness.run();
        typed.push(letter);
        after_each(seat, &typed);
    }
}

#[test]
fn no_letter_of_what_is_typed_is_recorded_before_the_input_is_left() {
    for (card, label, words) in INPUTS {
        let mut seat = seat_at(*card);
        let before = seat.record().clone();
        type_slowly(&mut seat, label, words, |seat, typed| {
            assert_eq!(*seat.record(), before, "{label} with {typed:?} in it");
        });
        assert_eq!(seat.input(label).value().as_deref(), Some(*words), "{label} shows what is typed");
        seat.press(Modifiers::NONE, Key::Tab);
        assert_ne!(*seat.record(), before, "{label} is entered by Tab");
        assert_eq!(seat.document().history().labels().count(), 1, "{label}: one step");
        seat.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(*seat.record(), before, "{label}");
    }
}

#[test]
fn escape_brings_back_what_was_there_in_every_input() {
    for (card, label, words) in INPUTS {
        let mut seat = seat_at(*card);
        let before = seat.record().clone();
        let shown = seat.input(label).value();
        seat.fill(label, words);
        seat.press(Modifiers::NONE, Key::Escape);
        assert_eq!(*seat.record(), before, "{label}");
        assert_eq!(seat.input(label).value(), shown, "{label}");
        seat.input("Article").focus();
        seat.harness.run();
        assert_eq!(*seat.record(), before, "{label}: nothing of it is left to be entered");
        assert_eq!(seat.document().can_undo(), None, "{label}");
    }
}

#[test]
fn a_day_that_was_never_finished_is_never_recorded() {
    for (typed, on_the_way) in [("March 2025", "March 20"), ("2021-02-30", "2021-02-3")] {
        let mut seat = Seat::at_the_talks();
        let before = seat.record().clone();
        type_slowly(&mut seat, "First day", typed, |seat, _| assert_eq!(*seat.record(), before));
        seat.press(Modifiers::NONE, Key::Tab);
        assert_eq!(*seat.record(), before, "{typed} is no day, and {on_the_way} was not meant");
        assert_eq!(seat.input("First day").value().as_deref(), Some(typed), "it says so where it stands");
        assert!(seat.sees("Type a day, such as 2021-10-16"));
        assert!(seat.sees("Friday 12 March 2021"), "the day of the record is told beside it");
        seat.input("First day").focus();
        seat.harness.run();
        seat.press(Modifiers::NONE, Key::Escape);
        assert_eq!(seat.input("First day").value().as_deref(), Some("2021-03-12"));
        assert!(!seat.sees("Type a day, such as 2021-10-16"));
    }
}

#[test]
fn a_day_is_shown_as_it_is_read_while_it_is_typed() {
    let mut seat = Seat::at_the_talks();
    seat.fill("First day", "last Wed");
    assert!(seat.sees("Wednesday 10 March 2021. Enter sets it, Escape leaves it as it was."));
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().start.to_string(), "2021-03-12");
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.sees("Wednesday 10 March 2021, set by the reviewer"));
    assert_eq!(seat.input("First day").value().as_deref(), Some("2021-03-10"));
}

#[test]
fn a_last_day_waits_for_the_first() {
    let mut seat = Seat::empty();
    seat.open_letter();
    seat.enter("Last day", "2021-03-18");
    assert!(seat.sees("Type the first day before the last."));
    assert_eq!(seat.document().can_undo(), None);
}

#[test]
fn what_was_typed_is_entered_in_its_own_article_when_that_is_left() {
    for (card, label, words) in INPUTS {
        let mut seat = Seat::empty();
        seat.open_letter();
        let neighbor = (seat.document().id(), seat.record().clone());
        let talks = seat.file("talks.json", &crate::talks::record().to_json().unwrap());
        seat.open(&talks);
        seat.harness.get_by_label_contains("Ministers agree to reopen the harbour line, ").click();
        seat.harness.run();
        if let Some(card) = card {
            seat.click(card);
        }
        let (id, before) = (seat.document().id(), seat.record().clone());
        seat.fill(label, words);
        seat.press(Modifiers::COMMAND, Key::PageDown);
        seat.press(Modifiers::COMMAND, Key::PageUp);
        let document = |seat: &Seat, id| seat.app().document(id).unwrap().record().clone();
        assert_ne!(*document(&seat, id), before, "{label}");
        assert_eq!(*document(&seat, neighbor.0), neighbor.1, "{label}");

        // The same by something that comes from elsewhere and shows another article.
        seat.harness.state_mut().run(Command::Select(id));
        seat.harness.run();
        seat.fill(label, "");
        seat.fill(label, words);
        seat.harness.state_mut().run(Command::Select(neighbor.0));
        seat.harness.run();
        assert_eq!(*document(&seat, neighbor.0), neighbor.1, "{label}");
    }
}

#[test]
fn what_cannot_be_read_does_not_outlive_its_article() {
    let mut seat = Seat::at_the_talks();
    let talks = seat.document().id();
    seat.enter("First day", "31 Feb 2021");
    seat.open_letter();
    seat.harness.get_by_label_contains("Ministers agree to reopen the harbour line, ").click();
    seat.harness.run();
    assert_eq!(seat.document().id(), talks);
    assert_eq!(seat.input("First day").value().as_deref(), Some("2021-03-12"));
    assert!(!seat.sees("The calendar has no such day."));
}

#[test]
fn whatever_is_done_next_comes_after_what_was_typed() {
    let mut seat = Seat::at_the_talks();
    seat.fill("Venue", "the town hall");
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().ruling, Ruling::Corrected);
    let labels: Vec<&str> = seat.document().history().labels().collect();
    assert_eq!(labels, ["change of venue", "confirmation of the rest"]);
    seat.fill("Notes", "Looked at twice.");
    seat.click("Reviewed, next");
    assert_eq!(seat.record().review.notes, "Looked at twice.");
}

#[test]
fn closing_the_window_enters_what_can_be_read_and_lets_the_rest_be() {
    let mut seat = Seat::at_the_talks();
    let before = seat.record().clone();
    seat.enter("First day", "31 Feb 2021");
    seat.wish_to_close();
    assert!(!seat.sees("not saved."), "half a day is nothing to ask about");
    assert_eq!(*seat.record(), before);

    let mut seat = Seat::at_the_talks();
    seat.fill("Venue", "the town hall");
    seat.wish_to_close();
    let venue = seat.record().meeting.location.as_ref().unwrap().venue.clone();
    assert_eq!(venue.as_deref(), Some("the town hall"));
    assert!(seat.sees("1 record is not saved."));
}

#[test]
fn a_party_is_picked_from_the_list_or_not_at_all() {
    let mut seat = Seat::at_the_talks();
    seat.click("Participant Slim Gharbi");
    let before = seat.record().clone();
    seat.enter("Party", "lib");
    assert_eq!(*seat.record(), before, "no code is made of a half-typed name");
    assert!(seat.sees("Nothing is chosen. Choose one of the list"));
    seat.enter("Party", "libya");
    assert_eq!(seat.record().meeting.participants[1].party.as_ref().unwrap().code.as_str(), "LBY");
    assert!(!seat.sees("Nothing is picked."));
}

#[test]
fn a_name_that_is_offered_takes_the_place_of_what_was_typed_in_one_step() {
    let mut seat = Seat::at_the_line();
    seat.click("Participant Maria Zerafa");
    seat.enter("Name", "Somebody");
    seat.fill("Name", "Zer");
    seat.settle();
    seat.click("Maria Zerafa");
    assert_eq!(seat.record().meeting.participants[0].name, "Maria Zerafa");
    assert_eq!(seat.document().history().labels().count(), 2, "“Zer” was never anybody's name");
}

#[test]
fn the_name_of_the_reviewer_is_entered_whole() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::Comma);
    let label = "Your name, as it stands in records";
    seat.fill(label, "Rita Cami");
    assert_eq!(seat.app().settings().reviewer, "A. Reviewer");
    seat.press(Modifiers::NONE, Key::Escape);
    assert_eq!(seat.app().settings().reviewer, "A. Reviewer");
    seat.fill(label, "Rita Camilleri");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(seat.app().settings().reviewer, "Rita Camilleri");
}

#[test]
fn no_tooltip_lies_over_what_is_typed_until_the_pointer_moves() {
    let mut seat = Seat::at_the_talks();
    let place = seat.harness.get_by_role_and_label(Role::Button, "Place of the meeting").rect().center();
    let rest = |seat: &mut Seat, at: egui::Pos2| {
        seat.harness.hover_at(at);
        seat.harness.run_steps(20);
    };
    rest(&mut seat, place);
    let told = seat.document().why(&Field::Location)[0].clone();
    assert!(seat.sees(&told), "why it is there: {told}");
    seat.harness.state_mut().run(Command::Focus(Some(Field::Location)));
    seat.press(Modifiers::NONE, Key::F2);
    seat.harness.run_steps(20);
    assert!(!seat.sees(&told), "a tooltip covers the input");
    rest(&mut seat, place + egui::vec2(2.0, 0.0));
    assert!(seat.sees(&told), "and comes back with the pointer");
}
