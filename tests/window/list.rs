//! The list: several rows selected together, and what is done to all of them, by the pointer, by keys, and from the
//! menu of a row.

use chancery::across::Show;
use chancery::app::Command;
use chancery::model::{Record, ReviewStatus};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;

/// A seat with so many articles in a library of their own.
pub fn seat_with(count: usize) -> Seat {
    let mut seat = Seat::with_library();
    let articles = seat.folder.path().join("articles");
    std::fs::create_dir(&articles).unwrap();
    for number in 1..=count {
        let text = format!(
            "Envoys meet for round {number}\n\nSFAX, 3 May 2021 – Foreign Minister Slim Gharbi of Tunisia met Foreign \
             Minister Maria Zerafa of Malta in Sfax on Monday. Round {number} of the talks ended with a dinner.\n"
        );
        std::fs::write(articles.join(format!("round-{number:02}.txt")), text).unwrap();
    }
    seat.open(&articles);
    seat
}

fn row<'s>(seat: &'s Seat, number: usize) -> egui_kittest::Node<'s> {
    let label = format!("Envoys meet for round {number},");
    let rows = seat.harness.query_all_by_role(Role::ListItem);
    let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    rows.into_iter().find(|node| name(node).starts_with(&label)).unwrap_or_else(|| panic!("no row {number}"))
}

pub fn select(seat: &mut Seat, number: usize, modifiers: Modifiers) {
    row(seat, number).click_modifiers(modifiers);
    seat.settle();
}

/// The numbers of the articles whose rows a screen reader calls selected.
fn selected(seat: &Seat) -> Vec<usize> {
    let rows = seat.harness.query_all_by_role(Role::ListItem);
    let selected = rows.into_iter().filter(|node| node.accesskit_node().is_selected() == Some(true));
    let number = |node: egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.split([' ', ',']).find_map(|word| word.parse().ok()).unwrap()
    };
    selected.map(number).collect()
}

fn statuses(seat: &Seat) -> Vec<ReviewStatus> {
    seat.app().catalog().rows().iter().map(|row| row.status).collect()
}

#[test]
fn shift_selects_up_to_a_row_and_ctrl_selects_one_more_or_less() {
    let mut seat = seat_with(6);
    select(&mut seat, 2, Modifiers::NONE);
    assert_eq!(selected(&seat), [2]);
    select(&mut seat, 4, Modifiers::SHIFT);
    assert_eq!(selected(&seat), [2, 3, 4]);
    assert!(seat.sees("3 articles selected"));
    select(&mut seat, 6, Modifiers::COMMAND);
    select(&mut seat, 3, Modifiers::COMMAND);
    assert_eq!(selected(&seat), [2, 4, 6]);
    assert_eq!(seat.document().title(), "Envoys meet for round 2", "what is shown stays");
    select(&mut seat, 5, Modifiers::NONE);
    assert_eq!(selected(&seat), [5]);
    assert_eq!(seat.document().title(), "Envoys meet for round 5");
}

#[test]
fn rows_are_selected_by_keys_alone() {
    let mut seat = seat_with(5);
    select(&mut seat, 1, Modifiers::NONE);
    seat.press(Modifiers::SHIFT, Key::ArrowDown);
    seat.press(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&seat), [1, 2, 3]);
    seat.press(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(selected(&seat), [1, 2]);
    seat.press(Modifiers::NONE, Key::Tab);
    seat.press(Modifiers::NONE, Key::Tab);
    seat.press(Modifiers::COMMAND, Key::Space);
    assert_eq!(selected(&seat), [1, 2, 4], "one further on, without those between");
    seat.press(Modifiers::NONE, Key::Escape);
    assert_eq!(selected(&seat), [1]);
    seat.press(Modifiers::COMMAND, Key::A);
    assert_eq!(selected(&seat), [1, 2, 3, 4, 5]);
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.settle();
    assert_eq!(selected(&seat), [2], "an arrow without Shift shows the next alone");
}

#[test]
fn all_that_are_selected_are_put_away_and_come_back_together() {
    let mut seat = seat_with(5);
    select(&mut seat, 2, Modifiers::NONE);
    select(&mut seat, 4, Modifiers::SHIFT);
    seat.press(Modifiers::COMMAND, Key::W);
    seat.settle();
    assert_eq!((seat.app().listed().len(), seat.app().counts().put_away), (2, 3));
    assert_eq!(seat.document().title(), "Envoys meet for round 5", "the next that stays is shown");
    assert!(seat.sees("3 articles are put away."));
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(seat.app().listed().len(), 5, "one step takes it back");
    assert!(!seat.sees("3 articles are put away."));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    seat.settle();
    assert_eq!(seat.app().counts().put_away, 3);

    seat.harness.state_mut().run(Command::Show(Show::PutAway));
    seat.harness.run();
    select(&mut seat, 2, Modifiers::NONE);
    select(&mut seat, 3, Modifiers::COMMAND);
    seat.click("Bring articles back");
    seat.settle();
    assert_eq!(seat.app().counts().put_away, 1);
}

#[test]
fn all_that_are_selected_are_flagged_and_rejected_and_one_step_takes_it_back() {
    let mut seat = seat_with(4);
    select(&mut seat, 1, Modifiers::NONE);
    select(&mut seat, 3, Modifiers::COMMAND);
    seat.press(Modifiers::ALT, Key::F);
    seat.settle();
    let flagged: Vec<bool> = seat.app().catalog().rows().iter().map(|row| row.is_flagged).collect();
    assert_eq!(flagged, [true, false, true, false]);
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Backspace);
    seat.settle();
    use ReviewStatus::{Rejected, Unreviewed};
    assert_eq!(statuses(&seat), [Rejected, Unreviewed, Rejected, Unreviewed]);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(seat.app().counts().flagged, 0);
    assert!(statuses(&seat).iter().all(|status| *status != Rejected));
}

#[test]
fn several_are_marked_reviewed_only_after_it_was_told_what_nobody_decided() {
    let mut seat = seat_with(3);
    select(&mut seat, 1, Modifiers::NONE);
    select(&mut seat, 2, Modifiers::SHIFT);
    seat.click("Mark articles reviewed…");
    seat.settle();
    assert!(seat.sees("Not decided yet:"));
    assert!(seat.sees("2 articles are selected."));
    assert_eq!(seat.app().counts().reviewed, 0);
    let confirm = seat.harness.get_all_by_role(Role::Button);
    let is_it = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.ends_with("values and change 2 articles"))
    };
    confirm.into_iter().find(is_it).unwrap().click();
    seat.settle();
    assert_eq!(seat.app().counts().reviewed, 2);
}

#[test]
fn what_is_selected_is_exported_as_it_stands() {
    let mut seat = seat_with(4);
    select(&mut seat, 2, Modifiers::NONE);
    select(&mut seat, 4, Modifiers::COMMAND);
    let file = seat.folder.path().join("two.json");
    seat.press(Modifiers::COMMAND, Key::E);
    seat.click("Choose where…");
    seat.type_path("Export to", &file);
    let written: Vec<Record> = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let titles: Vec<&str> = written.iter().map(|record| record.article.name()).collect();
    assert_eq!(titles, ["Envoys meet for round 2", "Envoys meet for round 4"]);
}

#[test]
fn two_that_are_selected_are_set_side_by_side_whether_or_not_they_report_one_meeting() {
    let mut seat = Seat::with_library();
    let one = seat.file("one.txt", "Envoys meet\n\nSFAX, 3 May 2021 – Foreign Minister Slim Gharbi of Tunisia met Foreign Minister Maria Zerafa of Malta in Sfax on Monday.\n");
    let other = seat.file("two.txt", "Talks in Lima\n\nLIMA, 9 July 2020 – Foreign Minister Ana Torre of Peru met Foreign Minister Jan Moravec of Czechia in Lima on Thursday.\n");
    seat.open(&one);
    seat.open(&other);
    let rows: Vec<_> = seat.app().listed().to_vec();
    seat.harness.state_mut().run(Command::Select(rows[0]));
    seat.harness.state_mut().run(Command::SelectAlso(rows[1]));
    seat.harness.run();
    seat.menu("Review", "Compare the two selected");
    seat.settle();
    assert!(seat.sees("They report the same meeting") && !seat.sees("Not the same meeting"));
    assert!(seat.sees("Article Talks in Lima"));
    seat.click("They report the same meeting");
    seat.settle();
    assert!(seat.sees("Not the same meeting"));
}

#[test]
fn a_right_click_shows_what_can_be_done_to_the_row_or_to_all_that_are_selected() {
    let mut seat = seat_with(4);
    select(&mut seat, 1, Modifiers::NONE);
    row(&seat, 3).click_secondary();
    seat.settle();
    assert_eq!(selected(&seat), [3], "what is right clicked is selected");
    for words in ["Mark reviewed", "Flag for another look", "Put article away", "Reject, next article"] {
        assert!(seat.sees(words), "{words}");
    }
    seat.press(Modifiers::NONE, Key::Escape);
    select(&mut seat, 1, Modifiers::COMMAND);
    row(&seat, 3).click_secondary();
    seat.settle();
    assert_eq!(selected(&seat), [1, 3], "a right click on one of several leaves them selected");
    assert!(seat.sees("Compare the two selected"));
    seat.click("Put articles away");
    seat.settle();
    assert_eq!(seat.app().counts().put_away, 2);
}

#[test]
fn what_a_search_no_longer_lists_is_not_selected() {
    let mut seat = seat_with(4);
    select(&mut seat, 1, Modifiers::NONE);
    select(&mut seat, 3, Modifiers::SHIFT);
    seat.harness.state_mut().run(Command::Search("\"round 2\"".into()));
    seat.settle();
    seat.harness.state_mut().run(Command::Search(String::new()));
    seat.settle();
    assert_eq!(seat.app().several(), 0, "nothing is done to what was out of sight");
}

#[test]
fn a_row_tells_all_of_its_article_when_the_pointer_rests_on_it() {
    let mut seat = Seat::with_library();
    let headline = "Ministers of eleven countries of the river basin agree at last on the sharing of its waters in years of drought";
    seat.open_text("river.txt", &format!("{headline}\n\nSFAX, 3 May 2021 – Foreign Minister Slim Gharbi of Tunisia met Foreign Minister Maria Zerafa of Malta in Sfax on Monday.\n"));
    let told = |seat: &Seat| seat.harness.query_all_by_label_contains(headline).count();
    let before = told(&seat);
    seat.harness.query_all_by_role(Role::ListItem).next().unwrap().hover();
    seat.harness.run_steps(40);
    assert_eq!(told(&seat), before + 1, "the whole title is told");
}

#[test]
fn filters_and_searches_are_there_for_a_handful_of_articles_too() {
    let seat = seat_with(2);
    for words in ["Filters", "Searches", "As added"] {
        assert!(seat.sees(words), "{words}");
    }
}

#[test]
fn what_is_selected_is_copied_with_who_and_when() {
    let mut seat = seat_with(3);
    select(&mut seat, 1, Modifiers::NONE);
    select(&mut seat, 2, Modifiers::SHIFT);
    seat.harness.state_mut().run(Command::CopyArticles);
    seat.harness.step();
    let copied = seat.harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let expected = "Envoys meet for round 1 (Tunisia, Malta · 2021-05-03)\nEnvoys meet for round 2 (Tunisia, Malta · 2021-05-03)";
    assert_eq!(copied.as_deref(), Some(expected));
}

#[test]
fn what_is_deleted_comes_back_by_undo_and_is_gone_from_the_library_after_the_next_start() {
    let mut seat = seat_with(4);
    select(&mut seat, 2, Modifiers::NONE);
    select(&mut seat, 3, Modifiers::SHIFT);
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::W);
    assert!(seat.sees("Delete 2 articles for good?"));
    assert!(seat.harness.query_by_role_and_label(Role::Button, "Put away instead").is_some());
    seat.click("Delete 2 articles");
    seat.settle();
    let counts = |seat: &Seat| (seat.app().counts().all, seat.app().counts().put_away);
    assert_eq!(counts(&seat), (2, 0));
    assert_eq!(seat.document().title(), "Envoys meet for round 4");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(counts(&seat), (4, 0), "undo brings them back");
    assert_eq!(seat.document().title(), "Envoys meet for round 2");
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    seat.settle();
    assert_eq!(counts(&seat), (2, 0));

    let library = seat.app().library().unwrap().to_owned();
    let size = |seat: &mut Seat, count: usize| {
        let other = seat.folder.path().join(format!("other-{count}.chancery"));
        seat.harness.state_mut().run(Command::OpenLibrary(other));
        seat.settle();
        seat.harness.state_mut().run(Command::OpenLibrary(library.clone()));
        seat.settle();
        (
            seat.app().catalog().rows().len(),
            chancery::store::Library::open_for_reading(&library, chancery::work::marks)
                .unwrap()
                .count()
                .unwrap(),
        )
    };
    assert_eq!(size(&mut seat, 1), (2, 2));
    let again = seat.folder.path().join("articles/round-02.txt");
    seat.open(&again);
    assert_eq!(counts(&seat), (3, 0), "a file whose article was deleted is new");
}

#[test]
fn no_key_reaches_what_lies_behind_an_open_sheet() {
    let mut seat = seat_with(3);
    select(&mut seat, 2, Modifiers::NONE);
    seat.enter("Venue", "Hotel Thyna");
    let before = seat.record().clone();
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::W);
    assert!(seat.sees("Delete 1 article for good?"));
    for (modifiers, key) in [
        (Modifiers::COMMAND, Key::PageUp),
        (Modifiers::COMMAND, Key::PageDown),
        (Modifiers::COMMAND, Key::Z),
        (Modifiers::ALT, Key::Enter),
        (Modifiers::ALT, Key::Backspace),
        (Modifiers::ALT, Key::F),
        (Modifiers::COMMAND, Key::Num3),
    ] {
        seat.press(modifiers, key);
        assert_eq!(seat.document().title(), "Envoys meet for round 2", "{key:?}");
        assert_eq!(*seat.record(), before, "{key:?}");
        assert!(seat.sees("Delete 1 article for good?"), "{key:?}");
    }
    seat.click("Delete 1 article");
    seat.settle();
    let titles: Vec<&str> = seat.app().catalog().rows().iter().map(|row| &*row.title).collect();
    assert_eq!(titles, ["Envoys meet for round 1", "Envoys meet for round 3"], "the one that was named");
}

#[test]
fn a_deleted_article_comes_back_by_opening_its_file() {
    let mut seat = seat_with(2);
    select(&mut seat, 1, Modifiers::NONE);
    let articles = seat.app().to_delete();
    seat.run(Command::Delete(articles));
    seat.settle();
    assert_eq!(seat.app().counts().all, 1);
    let file = seat.folder.path().join("articles/round-01.txt");
    seat.open(&file);
    assert_eq!(seat.app().counts().all, 2);
    assert_eq!(seat.document().title(), "Envoys meet for round 1");
}
