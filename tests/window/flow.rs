//! What makes a review quick: flags, skipping, remedies, people who are offered, words that are typed
//! for one, a calendar, and evidence that is added and taken away.

use chancery::across::Show;
use chancery::app::{Command, Density};
use chancery::model::{ReviewStatus, Ruling};
use chancery::review::{Field, RecordEdit};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

#[test]
fn a_flag_is_set_and_removed_by_one_key_and_told_wherever_one_looks() {
    let mut seat = Seat::at_the_talks();
    let is_flagged = |seat: &Seat| seat.document().flag().is_some();
    seat.press(Modifiers::COMMAND, Key::Num3);
    seat.press(Modifiers::ALT, Key::F);
    assert!(is_flagged(&seat));
    assert!(seat.sees("is flagged for another look. Alt+F removes the flag."));
    seat.click("Review");
    assert!(seat.sees("Remove flag"), "the menu says what the key does now");
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::ALT, Key::F);
    assert!(!is_flagged(&seat));
    assert!(seat.sees("The flag of “Ministers agree to reopen the harbour line” is removed."));
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert!(is_flagged(&seat), "undo takes that back as well");
}

#[test]
fn a_record_is_flagged_by_a_key_and_the_reason_typed_at_once() {
    let mut seat = Seat::at_the_talks();
    // Systems send the letter along with the key.
    let (key, modifiers) = (Key::F, Modifiers::ALT);
    let press = Event::Key { key, modifiers, physical_key: None, pressed: true, repeat: false };
    seat.harness.input_mut().events.extend([press, Event::Text("f".into())]);
    seat.harness.run();
    assert!(seat.input("Flag").is_focused());
    assert_eq!(seat.document().flag(), Some(""));
    seat.input("Flag").type_text("is it the 12th?");
    seat.harness.run();
    assert_eq!(seat.document().flag(), Some(""), "it is not entered yet");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(seat.document().flag(), Some("is it the 12th?"));
    let row = "Ministers agree to reopen the harbour line, In review, flagged is it the 12th?, not saved";
    assert!(seat.sees(row));
    seat.click("Flagged 1");
    assert_eq!(seat.app().filter().show, Show::Flagged);
    seat.click("Remove flag");
    assert_eq!(seat.document().flag(), None);
}

#[test]
fn a_record_is_skipped_and_stays_to_be_reviewed() {
    let mut seat = Seat::at_the_talks();
    seat.open_letter();
    let second = seat.document().id();
    seat.press(Modifiers::ALT, Key::N);
    assert_ne!(seat.document().id(), second);
    assert_eq!(seat.document().status(), ReviewStatus::Unreviewed);
    assert!(seat.sees("0 of 2 done, 2 left"), "the pile is counted");
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    seat.press(Modifiers::COMMAND, Key::Enter);
    assert!(seat.sees("1 of 2 done, 1 left"));
}

#[test]
fn a_finished_record_says_what_became_of_its_values() {
    let mut seat = Seat::at_the_talks();
    seat.click("Reject Participant Slim Gharbi");
    seat.fill("Venue", "the town hall");
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    assert!(seat.sees("9 confirmed, 1 corrected, 1 rejected"));
}

#[test]
fn a_problem_is_mended_by_its_button() {
    let mut seat = Seat::at_the_talks();
    seat.enter("Last day", "10 Mar");
    assert!(seat.sees("The meeting ends before it starts."));
    seat.click("Swap the days");
    assert!(!seat.sees("The meeting ends before it starts."));
    let date = seat.record().meeting.date.as_ref().unwrap();
    assert_eq!(
        (date.start.to_string(), date.end.unwrap().to_string()),
        ("2021-03-10".into(), "2021-03-12".into())
    );
}

#[test]
fn a_typed_value_asks_for_its_words_or_is_marked_as_inferred() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    seat.enter("Undertaking", "Both will meet again");
    assert!(seat.sees("No words of the article support this."));
    seat.press(Modifiers::ALT, Key::I);
    assert!(!seat.sees("No words of the article support this."));
    assert_eq!(seat.record().commitments[4].ruling, Ruling::Confirmed);
}

#[test]
fn whoever_else_is_named_is_one_click_from_being_a_participant() {
    let mut seat = Seat::at_the_line();
    let before = seat.record().meeting.participants.len();
    seat.click("Participant Maria Zerafa");
    seat.fill("Name", "Zer");
    seat.settle();
    seat.click("Maria Zerafa");
    assert_eq!(seat.record().meeting.participants[0].name, "Maria Zerafa", "offered below the input");
    seat.fill("Name", "Someone Else");
    seat.press(Modifiers::NONE, Key::Enter);
    seat.click("Add Maria Zerafa as a participant");
    let people = &seat.record().meeting.participants;
    assert_eq!(people.len(), before + 1);
    assert_eq!(people[before].title.as_deref(), Some("Minister for Foreign Affairs"));
}

#[test]
fn names_in_the_library_and_the_titles_of_whoever_has_them_are_offered() {
    let mut seat = Seat::at_the_line();
    let talks = seat.file("talks.json", &crate::talks::record().to_json().unwrap());
    seat.open(&talks);
    seat.harness.get_by_label_contains("Ministers agree to reopen the harbour line, ").click();
    seat.harness.run();
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(!seat.sees("Salwa Jaziri"), "nothing is typed yet");
    seat.input("Name").type_text("jaz");
    seat.harness.run();
    seat.settle();
    seat.click("Salwa Jaziri");
    assert_eq!(seat.record().meeting.participants[4].name, "Salwa Jaziri");
    seat.fill("Title", "amb");
    seat.settle();
    seat.click("Ambassador to Malta");
    assert_eq!(seat.record().meeting.participants[4].title.as_deref(), Some("Ambassador to Malta"));
}

#[test]
fn a_day_is_picked_from_the_calendar() {
    let mut seat = Seat::at_the_talks();
    seat.click("Calendar for First day");
    assert!(seat.sees("Circled: the day of publication"));
    seat.click("Previous month");
    seat.click("Friday 26 February 2021");
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().start.to_string(), "2021-02-26");
    assert!(!seat.sees("February 2021 "), "the calendar closes");
    seat.undo_all();
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Proposed);
}

#[test]
fn parties_that_the_article_names_are_offered_first() {
    let mut seat = Seat::at_the_talks();
    seat.click("Participant Slim Gharbi");
    seat.input("Party").focus();
    seat.harness.run();
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.press(Modifiers::NONE, Key::Enter);
    let party = seat.record().meeting.participants[1].party.clone().unwrap();
    assert!(["Malta", "Tunisia"].contains(&party.name.as_str()), "{}", party.name);
}

#[test]
fn words_are_added_to_a_fields_evidence_and_taken_away() {
    let mut seat = Seat::at_the_talks();
    seat.click("Participant Slim Gharbi");
    seat.press(Modifiers::ALT, Key::M);
    let slim = Field::Participant(seat.record().meeting.participants[1].id.clone());
    let quoted = |seat: &Seat| -> Vec<String> {
        slim.evidence(seat.record()).iter().map(|quoted| quoted.exact().to_owned()).collect()
    };
    assert_eq!(quoted(&seat), ["Slim Gharbi", "Gharbi"]);
    seat.click("Remove the evidence Slim Gharbi");
    assert_eq!(quoted(&seat), ["Gharbi"]);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(quoted(&seat), ["Slim Gharbi"]);
}

#[test]
fn the_measure_and_the_density_are_set_and_kept() {
    let mut seat = Seat::at_the_talks();
    let width = |seat: &Seat| seat.input("Article").rect().width();
    let height = |seat: &Seat| seat.input("Article").rect().height();
    let (wide, high) = (width(&seat), height(&seat));
    seat.press(Modifiers::COMMAND, Key::Comma);
    seat.harness.get_by_role_and_label(Role::RadioButton, "Compact").click();
    seat.harness.run();
    let measure = seat.harness.get_by_role_and_label(Role::Slider, "Line length (characters)");
    measure.focus();
    seat.harness.run();
    for _ in 0..10 {
        seat.press(Modifiers::NONE, Key::ArrowLeft);
    }
    seat.press(Modifiers::NONE, Key::Escape);
    assert_eq!(seat.app().settings().density, Density::Dense);
    assert!(seat.app().settings().measure < 70.0);
    assert!(width(&seat) < wide && height(&seat) < high);
}

#[test]
fn a_text_of_many_megabytes_is_shown_part_by_part_and_led_to_its_words() {
    let mut seat = Seat::empty();
    let paragraph =
        "The ministers spoke of ferries, grain and the weather, and nothing was agreed. ".repeat(8);
    let middle = "Minister Ana Lind of Sweden met Minister Jon Borg of Malta on Friday in Valletta.";
    let half = vec![paragraph.trim(); 1600].join("\n\n");
    seat.open_text("long.txt", &format!("Long talks\n\n{half}\n\n{middle}\n\n{half}\n"));
    assert!(seat.record().article.text.len() > 2_000_000);
    assert!(seat.sees("Article, part 1 of"));
    assert!(
        seat.harness.query_all_by_label_contains("Article, part").count() < 10,
        "the rest is not laid out"
    );
    let text = seat.record().article.text.clone();
    let at = text.find("Ana Lind").unwrap();
    let edit = RecordEdit::AddParticipant { name: "Ana Lind".into(), at: text.span(at..at + 8) };
    seat.harness.state_mut().run(Command::Edit(edit));
    seat.harness.run();
    let link = seat.harness.get_by_role_and_label(Role::Link, "Participant Ana Lind").rect();
    assert!(link.top() > 0.0 && link.bottom() < 2400.0, "its words are in sight: {link}");
}

#[test]
fn whoever_opens_the_samples_first_is_shown_around_and_only_once() {
    let mut seat = Seat::empty();
    seat.harness.get_by_label_contains("Open the samples").click();
    seat.harness.run();
    seat.settle();
    assert!(seat.sees("1 of 6"));
    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    assert!(seat.sees("2 of 6"), "what was done is not asked for again");
    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    seat.press(Modifiers::ALT, Key::Enter);
    assert!(seat.sees("3 of 6"));
    seat.press(Modifiers::ALT, Key::Backspace);
    assert!(seat.sees("4 of 6"));
    seat.click("Next step");
    seat.press(Modifiers::COMMAND, Key::Z);
    assert!(seat.sees("6 of 6"));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    seat.press(Modifiers::COMMAND, Key::Enter);
    assert!(!seat.sees("6 of 6"), "the tour ends with the review");
    assert!(seat.app().settings().toured);
    seat.harness.state_mut().run(Command::OpenSamples);
    seat.settle();
    assert!(seat.app().tour().is_none());
}
