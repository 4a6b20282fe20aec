//! What the program says of itself: the manual beside the work, opened by F1, gone through by chapters, links and a
//! search; and whose work is in it.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;

/// A seat with the manual open.
fn reading() -> Seat {
    let mut seat = Seat::empty();
    seat.press(Modifiers::NONE, Key::F1);
    seat.harness.run();
    seat
}

#[test]
fn f1_opens_the_manual_and_escape_closes_it() {
    let mut seat = reading();
    assert!(seat.sees("Open the samples") && seat.sees("Coding guide"));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("Coding guide"));
}

#[test]
fn every_chapter_opens_by_a_click_on_its_name() {
    let mut seat = reading();
    for chapter in chancery::ui::MANUAL {
        let title = chapter.title();
        seat.harness.get_all_by_label(title).next().unwrap().click();
        seat.harness.run();
        let heads = seat.harness.query_all_by_role(Role::Heading);
        let heads: Vec<String> = heads
            .filter_map(|head| head.accesskit_node().value().or_else(|| head.accesskit_node().label()))
            .collect();
        assert!(heads.iter().any(|head| head == title), "{title}: {heads:?}");
    }
}

#[test]
fn a_search_finds_a_section_and_enter_goes_there() {
    let mut seat = reading();
    seat.fill("Search the manual", "weakest chain");
    seat.harness.run();
    assert!(seat.sees("Obligation"));
    seat.press(Modifiers::NONE, Key::Enter);
    seat.harness.run();
    assert!(seat.sees("how firmly the party is bound"));
    seat.fill("Search the manual", "zyzzyva");
    seat.harness.run();
    assert!(seat.sees("No section has all of these words."));
}

#[test]
fn a_link_leads_to_its_chapter() {
    let mut seat = reading();
    seat.click("Review an article");
    seat.harness.get_by_role_and_label(Role::Link, "coding guide").click();
    seat.harness.run();
    assert!(seat.sees("About the one that the headline"));
}

#[test]
fn the_manual_stays_open_while_one_works() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::NONE, Key::F1);
    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    assert!(seat.sees("Search the manual"));
    assert!(seat.document().focus().is_some(), "its keys work beside it");
}

#[test]
fn f1_in_the_manual_leads_back_to_its_search() {
    let mut seat = reading();
    seat.fill("Search the manual", "weakest chain");
    seat.press(Modifiers::NONE, Key::Enter);
    seat.press(Modifiers::NONE, Key::F1);
    seat.harness.run();
    assert!(seat.harness.get_by_label("Search the manual").is_focused());
}

#[test]
fn f1_closes_the_manual_where_its_search_has_the_keyboard_already() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::NONE, Key::F1);
    seat.harness.run();
    assert!(seat.sees("Search the manual"));
    seat.press(Modifiers::NONE, Key::F1);
    seat.harness.run();
    assert!(!seat.sees("Search the manual"));
    seat.press(Modifiers::NONE, Key::F1);
    seat.harness.run();
    seat.input("Venue").focus();
    seat.harness.run();
    seat.press(Modifiers::NONE, Key::F1);
    seat.harness.run();
    assert!(seat.input("Search the manual").is_focused(), "from elsewhere it leads there first");
}

#[test]
fn the_licenses_of_everything_within_are_shown_on_the_sheet_about_the_program() {
    let mut seat = Seat::empty();
    seat.menu("Help", "About Chancery");
    seat.harness.get_by_label("Whose work is in it, and on what terms").click();
    seat.harness.run();
    seat.harness.run();
    assert!(seat.sees("Chancery contains the work of others.") && seat.sees("accesskit v"));
}
