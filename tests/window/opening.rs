//! Ways to open besides files that are chosen: a text that is pasted, and what was opened before.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

const PASTED: &str = "Envoys discuss the river treaty\n\nSFAX, 3 May 2021 – Foreign Minister Slim Gharbi of Tunisia met \
                      Foreign Minister Maria Zerafa of Malta in Sfax on Monday.";

fn paste(seat: &mut Seat, text: &str) {
    seat.harness.input_mut().events.push(Event::Paste(text.to_owned()));
    seat.harness.run();
    seat.settle();
}

#[test]
fn a_text_that_is_pasted_is_a_new_article() {
    let mut seat = Seat::with_library();
    paste(&mut seat, PASTED);
    assert_eq!(seat.document().title(), "Envoys discuss the river treaty");
    assert_eq!(seat.record().meeting.participants.len(), 2);
    assert_eq!(seat.record().article.file_name.as_str(), "Envoys discuss the river treaty.txt");
    paste(&mut seat, PASTED);
    assert_eq!(seat.app().catalog().rows().len(), 1, "the same text is known");
    paste(
        &mut seat,
        "<html><head><title>Talks in Lima</title></head><body><article><h1>Talks in Lima</h1><p>Foreign \
                      Minister Ana Torre of Peru met Foreign Minister Jan Moravec of Czechia in Lima on 9 July \
                      2020.</p></article></body></html>",
    );
    assert_eq!(seat.document().title(), "Talks in Lima", "the source of a page is read as one");
    paste(&mut seat, " \n ");
    assert_eq!(seat.app().catalog().rows().len(), 2);
}

#[test]
fn files_that_are_copied_in_a_file_manager_are_opened_by_pasting() {
    let mut seat = Seat::with_library();
    let path = seat.file("talks.txt", PASTED);
    paste(&mut seat, &format!("file://{}\n", path.display()));
    assert_eq!(seat.document().title(), "Envoys discuss the river treaty");
    assert_eq!(seat.record().article.file_name.as_str(), "talks.txt");
}

#[test]
fn an_input_that_has_the_keyboard_takes_what_is_pasted() {
    let mut seat = Seat::with_library();
    paste(&mut seat, PASTED);
    seat.input("Notes").focus();
    seat.harness.run();
    paste(&mut seat, "Seen in the press room.");
    seat.press(Modifiers::NONE, Key::Tab);
    assert_eq!(seat.app().catalog().rows().len(), 1);
    assert_eq!(seat.record().review.notes, "Seen in the press room.");
    seat.input("Article").focus();
    seat.harness.run();
    paste(&mut seat, "Other talks\n\nMinisters met in Lima on 9 July 2020.");
    assert_eq!(seat.app().catalog().rows().len(), 2, "the article's text takes nothing");
}

#[test]
fn what_was_opened_before_is_opened_again_from_a_list() {
    let mut seat = Seat::with_library();
    let path = seat.file("treaty.txt", PASTED);
    seat.open(&path);
    let first = seat.app().library().unwrap().to_owned();
    let other = seat.folder.path().join("other.chancery");
    seat.harness.state_mut().run(chancery::app::Command::OpenLibrary(other));
    seat.settle();
    assert_eq!(seat.app().catalog().rows().len(), 0);
    seat.press(Modifiers::COMMAND, Key::R);
    seat.harness.get_by_label_contains("treaty.txt").click();
    seat.harness.run();
    seat.settle();
    assert_eq!(seat.document().title(), "Envoys discuss the river treaty");
    seat.press(Modifiers::COMMAND, Key::R);
    assert!(!seat.sees("other.chancery"), "it is open");
    seat.harness.get_by_label_contains("library.chancery").click();
    seat.harness.run();
    seat.settle();
    assert_eq!(seat.app().library(), Some(first.as_path()));
}
