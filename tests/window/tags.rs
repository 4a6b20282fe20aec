//! Tags: records filed under names of the reviewer's own, one by one or many at once, and found by them.

use egui::{Key, Modifiers};

use crate::list::{seat_with, select};
use crate::seat::Seat;

fn tags(seat: &Seat) -> Vec<String> {
    seat.record().review.tags.iter().map(ToString::to_string).collect()
}

fn tag(seat: &mut Seat, name: &str) {
    seat.press(Modifiers::ALT, Key::T);
    assert!(seat.input("Add a tag").is_focused(), "Alt+T leads to where it is typed");
    seat.enter("Add a tag", name);
    seat.settle();
}

#[test]
fn a_record_is_filed_under_names_that_are_typed_or_offered() {
    let mut seat = seat_with(2);
    tag(&mut seat, "Sfax talks, Batch 12");
    assert_eq!(tags(&seat), ["Batch 12", "Sfax talks"], "a comma parts two");
    tag(&mut seat, "Sfax talks");
    assert_eq!(tags(&seat).len(), 2, "each once");
    seat.click("Remove Batch 12 from tags");
    seat.settle();
    assert_eq!(tags(&seat), ["Sfax talks"]);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(tags(&seat), ["Batch 12", "Sfax talks"], "undo brings it back");
    // The next article is offered what others are filed under.
    select(&mut seat, 2, Modifiers::NONE);
    assert!(tags(&seat).is_empty());
    seat.click("Sfax talks");
    seat.settle();
    assert_eq!(tags(&seat), ["Sfax talks"]);
    // What no record is filed under any more is not offered.
    tag(&mut seat, "Batch");
    seat.click("Remove Batch from tags");
    seat.settle();
    let offered: Vec<String> = seat.app().catalog().tags_in_use().map(ToString::to_string).collect();
    assert_eq!(offered, ["Batch 12", "Sfax talks"].map(String::from));
}

#[test]
fn all_that_are_selected_are_tagged_at_once_and_found_by_the_tag() {
    let mut seat = seat_with(4);
    select(&mut seat, 1, Modifiers::NONE);
    select(&mut seat, 3, Modifiers::COMMAND);
    seat.press(Modifiers::ALT, Key::T);
    assert!(seat.sees("Change selected articles"));
    assert!(seat.input("Tag").is_focused(), "what is typed is the tag, of several as of one");
    seat.types("Batch 12");
    seat.settle();
    seat.click("Change 2 articles");
    seat.settle();
    let filed = |seat: &Seat| -> Vec<bool> {
        seat.app().catalog().rows().iter().map(|row| !row.tags.is_empty()).collect()
    };
    assert_eq!(filed(&seat), [true, false, true, false]);
    let options = seat.app().facets().into_iter().flat_map(|(_, options)| options);
    let option = options.into_iter().find(|option| option.label == "Batch 12").unwrap();
    assert_eq!(option.count, 2);
    seat.run(chancery::app::Command::Narrow(option.narrowing));
    assert_eq!(seat.app().listed().len(), 2);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(filed(&seat), [false; 4], "one step takes it back");
}

#[test]
fn a_library_that_is_opened_again_knows_its_tags() {
    let mut seat = seat_with(1);
    tag(&mut seat, "Batch 12");
    let library = seat.app().library().unwrap().to_owned();
    seat.run(chancery::app::Command::OpenLibrary(seat.folder.path().join("other.chancery")));
    assert!(seat.app().catalog().rows().is_empty());
    seat.run(chancery::app::Command::OpenLibrary(library));
    let catalog = seat.app().catalog();
    let names: Vec<&str> =
        catalog.rows()[0].tags.iter().map(|key| &**catalog.tags.name(*key).unwrap()).collect();
    assert_eq!(names, ["Batch 12"]);
}
