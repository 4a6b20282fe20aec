//! Finding: in the article by its own bar, and in all of them by the search of the list, which shows what it found.

use chancery::app::Command;
use chancery::model::ReviewStatus;
use chancery::review::RecordEdit;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;

const BAR: &str = "Find in the article";
const SEARCH: &str = "Search articles";

/// A window on some articles of which two speak of grain.
fn at_some_articles() -> Seat {
    let mut seat = Seat::empty();
    let long = "The ministers spoke of the weather, which was fine, and of nothing else.\n\n".repeat(60);
    for (name, text) in [
        (
            "one",
            format!(
                "Talks on ferries\n\nThe talks were short.\n\n{long}Grain was sold. More grain will be.\n"
            ),
        ),
        ("two", "Talks on fish\n\nNobody spoke of anything else.\n".to_owned()),
        ("three", "Talks on bread\n\nGrain is dear, said the baker.\n".to_owned()),
        ("four", "Talks on salt\n\nSalt is cheap, said the cook.\n".to_owned()),
    ] {
        seat.file(&format!("{name}.txt"), &text);
    }
    let folder = seat.folder.path().to_owned();
    seat.open(&folder);
    seat
}

fn search(seat: &mut Seat, words: &str) {
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    seat.harness.run();
    seat.input(SEARCH).type_text(words);
    seat.settle();
    seat.settle();
}

/// What a row of the list tells a screen reader beyond its title.
fn told(seat: &Seat, title: &str) -> String {
    let rows = seat.harness.get_all_by_role(Role::ListItem);
    let row =
        rows.into_iter().find(|row| row.accesskit_node().label().unwrap_or_default().starts_with(title));
    row.unwrap().accesskit_node().description().unwrap_or_default()
}

#[test]
fn the_bar_finds_in_the_article_and_goes_from_place_to_place() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::F);
    assert!(seat.input(BAR).is_focused(), "Ctrl+F finds in the article, as in a browser");
    seat.input(BAR).type_text("harbour line");
    seat.harness.run();
    assert!(seat.sees("1 of 2"));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.sees("2 of 2"));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.sees("1 of 2"), "from the last to the first");
    seat.press(Modifiers::SHIFT, Key::Enter);
    assert!(seat.sees("2 of 2"));
    seat.press(Modifiers::SHIFT, Key::F3);
    assert!(seat.sees("1 of 2"));
    seat.press(Modifiers::NONE, Key::F3);
    assert!(seat.sees("2 of 2"));
    seat.click("The place before (Shift+F3)");
    assert!(seat.sees("1 of 2"));
    seat.fill(BAR, "zeppelin");
    assert!(seat.sees("Not found"));
}

#[test]
fn what_was_found_is_selected_when_the_bar_closes_and_becomes_a_value_by_a_key() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::F);
    seat.input(BAR).type_text("auberge de cast");
    seat.harness.run();
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(seat.harness.query_by_label(BAR).is_none(), "Escape closes it");
    seat.press(Modifiers::NONE, Key::L);
    let place = seat.record().meeting.location.as_ref().unwrap();
    assert_eq!(place.evidence[0].exact(), "Auberge de Castille", "whole words");
}

#[test]
fn selected_words_are_what_is_found_next() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::F);
    seat.input(BAR).type_text("gharbi");
    seat.harness.run();
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::COMMAND, Key::F);
    assert_eq!(seat.input(BAR).accesskit_node().value().as_deref(), Some("Gharbi"));
    assert!(seat.sees("1 of 2"));
    seat.input(BAR).type_text("Borg");
    seat.harness.run();
    assert!(seat.sees("1 of 1"), "what is typed takes the place of what stands there");
}

#[test]
fn every_row_tells_what_was_found_in_its_article() {
    let mut seat = at_some_articles();
    search(&mut seat, "grain");
    assert_eq!(seat.app().listed().len(), 2);
    let ferries = told(&seat, "Talks on ferries");
    assert!(ferries.contains("2 places found: ") && ferries.contains("Grain was sold"), "{ferries}");
    let bread = told(&seat, "Talks on bread");
    assert!(bread.contains("1 place found: ") && bread.contains("Grain is dear"), "{bread}");
    seat.fill(SEARCH, "salt");
    seat.settle();
    let salt = told(&seat, "Talks on salt");
    assert!(salt.contains("2 places found: "), "another search finds something else: {salt}");
}

#[test]
fn an_article_that_was_found_is_shown_at_the_first_place() {
    let mut seat = at_some_articles();
    search(&mut seat, "grain");
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.settle();
    let shown = seat.document().title().to_owned();
    assert!(["Talks on ferries", "Talks on bread"].contains(&&*shown), "{shown} is listed");
    seat.harness.get_all_by_role(Role::ListItem).next().unwrap().click();
    seat.harness.run();
    seat.settle();
    assert_eq!(seat.document().title(), "Talks on ferries");
    // What is found is in sight: its part of a text that is higher than the window was scrolled to.
    let text = seat.harness.get_by_label("Article").rect();
    assert!(text.top() < -500.0, "{text}");
    seat.press(Modifiers::COMMAND, Key::F);
    assert!(seat.sees("1 of 2"), "the bar goes through what the list was searched for");
    seat.press(Modifiers::NONE, Key::F3);
    assert!(seat.sees("2 of 2"));
}

#[test]
fn enter_in_the_search_goes_on_to_what_was_found() {
    let mut seat = at_some_articles();
    search(&mut seat, "salt");
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.document().title(), "Talks on salt");
    let mut rows = seat.harness.get_all_by_role(Role::ListItem);
    assert!(rows.next().unwrap().is_focused(), "the arrows go through the list from here");
}

#[test]
fn counts_are_of_what_the_search_and_the_filters_leave() {
    let mut seat = at_some_articles();
    let first = seat.app().listed()[0];
    seat.harness.state_mut().run(Command::EditOf(first, RecordEdit::Status(ReviewStatus::Reviewed)));
    let last = seat.app().listed()[3];
    seat.harness.state_mut().run(Command::Close(last));
    seat.settle();
    for pill in ["All 3", "To review 2", "Reviewed 1", "Put away 1"] {
        assert!(seat.sees(pill), "{pill}");
    }
    assert!(seat.sees("1 of 3 done, 2 left"));
    let title = seat.app().row(last).unwrap().title.to_string();
    search(&mut seat, "grain");
    let away = usize::from(["Talks on bread", "Talks on ferries"].contains(&&*title));
    let listed = 2 - away;
    for pill in [format!("All {listed}"), format!("Put away {away}")] {
        assert!(seat.sees(&pill), "{pill}");
    }
    assert!(!seat.sees("1 of 3 done, 2 left"), "what stands below the list is of what was found");
    seat.fill(SEARCH, "zeppelin");
    seat.settle();
    for pill in ["All 0", "Reviewed 0", "Put away 0", "None found"] {
        assert!(seat.sees(pill), "{pill}");
    }
}
