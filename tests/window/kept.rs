//! What is done to files and to the list is done as the person wants it: no file is replaced without a
//! question, what is put away comes back, all is saved that is said to be, searches keep their names.

use std::fs;

use chancery::across::Show;
use chancery::app::Command;
use chancery::model::{Record, ReviewStatus};
use chancery::review::RecordEdit;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

const OTHER: &str = "Letter on grain\n\nThe minister wrote to his counterpart.\n";

/// Every question where something goes: how it is asked for, its bar, and the ending that it adds.
type Asks = (fn(&mut Seat), &'static str, &'static str);

const WHERE_TO: &[Asks] = &[
    (|seat| seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S), "Save the record as", "json"),
    (export, "Export to", "json"),
    (save_picture, "Save the picture as", "svg"),
];

fn export(seat: &mut Seat) {
    seat.press(Modifiers::COMMAND, Key::E);
    seat.settle();
    seat.click("Choose where…");
}

fn save_picture(seat: &mut Seat) {
    seat.press(Modifiers::COMMAND, Key::Num4);
    seat.settle();
    seat.click("Save as SVG…");
}

fn reviewed_talks() -> Seat {
    let mut seat = Seat::at_the_talks();
    seat.click("Confirm the rest");
    seat.click("Reviewed, next");
    seat
}

#[test]
fn no_file_is_replaced_without_a_question_whether_its_ending_was_typed_or_not() {
    for (ask, bar, ending) in WHERE_TO {
        for typed in ["okoro", &format!("okoro.{ending}")] {
            let mut seat = reviewed_talks();
            let taken = seat.file(&format!("okoro.{ending}"), "of somebody else");
            ask(&mut seat);
            let path = seat.folder.path().join(typed);
            seat.type_path(bar, &path);
            assert!(seat.sees(&format!("Replace okoro.{ending}?")), "{bar}: {typed}");
            assert_eq!(fs::read_to_string(&taken).unwrap(), "of somebody else");

            seat.press(Modifiers::NONE, Key::Enter);
            assert_eq!(seat.input(bar).value().as_deref(), taken.to_str(), "Enter alone chooses another");
            seat.type_path(bar, &path);
            seat.press(Modifiers::NONE, Key::Escape);
            seat.settle();
            assert!(!seat.sees("Replace okoro"));
            assert_eq!(fs::read_to_string(&taken).unwrap(), "of somebody else");

            ask(&mut seat);
            seat.type_path(bar, &path);
            seat.click("Replace");
            seat.settle();
            assert_ne!(fs::read_to_string(&taken).unwrap(), "of somebody else");
            assert!(seat.sees(&format!("okoro.{ending}")), "the file is named");
        }
    }
}

#[test]
fn a_record_goes_to_its_own_file_again_without_a_question() {
    let mut seat = Seat::at_the_talks();
    seat.enter("Venue", "the town hall");
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    let own = seat.folder.path().join("talks");
    seat.type_path("Save the record as", &own);
    assert!(!seat.sees("Replace"));
    let saved = fs::read_to_string(seat.folder.path().join("talks.json")).unwrap();
    assert!(saved.contains("the town hall"));
}

#[test]
fn what_was_put_away_is_brought_back_by_its_key_its_menu_and_its_row() {
    let mut seat = Seat::at_the_talks();
    let path = seat.file("other.txt", OTHER);
    seat.open(&path);
    let letter = seat.document().id();
    let back: [fn(&mut Seat); 3] = [
        |seat| seat.press(Modifiers::COMMAND, Key::W),
        |seat| {
            seat.click("File");
            seat.harness.get_by_label_contains("Bring article back").click();
            seat.harness.run();
        },
        |seat| seat.click("Bring Letter on grain back"),
    ];
    for bring in back {
        seat.harness.state_mut().run(Command::Select(letter));
        seat.harness.run();
        seat.press(Modifiers::COMMAND, Key::W);
        seat.settle();
        assert!(seat.app().row(letter).unwrap().is_put_away);
        seat.click("Put away 1");
        assert_eq!(seat.app().filter().show, Show::PutAway);
        seat.harness.state_mut().run(Command::Select(letter));
        seat.harness.run();
        bring(&mut seat);
        seat.settle();
        assert!(!seat.app().row(letter).unwrap().is_put_away);
        assert_eq!(seat.document().id(), letter, "it is shown");
        seat.harness.state_mut().run(Command::Show(Show::All));
        seat.harness.run();
    }
    seat.press(Modifiers::COMMAND, Key::W);
    seat.open(&path);
    assert!(!seat.app().row(letter).unwrap().is_put_away, "its file brings it back, too");
}

#[test]
fn undo_brings_back_what_was_put_away_and_leaves_the_neighbor_alone() {
    let mut seat = reviewed_talks();
    let talks = (seat.document().id(), seat.record().clone());
    seat.open_letter();
    seat.harness.get_by_label_contains("Letter on grain, ").click();
    seat.harness.run();
    let letter = seat.document().id();
    seat.press(Modifiers::COMMAND, Key::W);
    assert_eq!(seat.document().id(), talks.0);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(seat.document().id(), letter);
    assert!(!seat.app().row(letter).unwrap().is_put_away);
    assert_eq!(**seat.app().document(talks.0).unwrap().record(), talks.1);
}

#[test]
fn undo_takes_back_a_change_of_many_and_its_banner_goes() {
    let mut seat = Seat::at_the_talks();
    seat.open_letter();
    seat.press(Modifiers::COMMAND, Key::B);
    choose_status(&mut seat, "Rejected");
    seat.settle();
    seat.click("Change 2 articles");
    seat.settle();
    let offers = |seat: &Seat| seat.harness.query_all_by_role_and_label(Role::Button, "Undo").count();
    assert_eq!(offers(&seat), 1);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(offers(&seat), 0);
    assert!(seat.app().documents().all(|document| document.status() == ReviewStatus::Unreviewed));
}

/// Chooses the status in the sheet, which lies over that of the record.
fn choose_status(seat: &mut Seat, status: &str) {
    let boxes: Vec<_> = seat.harness.get_all_by_role_and_label(Role::ComboBox, "Status").collect();
    boxes.last().unwrap().click();
    seat.harness.run();
    seat.harness.get_all_by_label(status).last().unwrap().click();
    seat.harness.run();
}

#[test]
fn a_change_of_many_to_reviewed_says_how_much_it_decides() {
    let mut seat = Seat::at_the_talks();
    seat.open_letter();
    let values: usize = seat.app().documents().map(|document| document.remaining()).sum();
    seat.press(Modifiers::COMMAND, Key::B);
    choose_status(&mut seat, "Reviewed");
    seat.settle();
    assert!(seat.sees(&format!("Not decided yet: {values} values in")));
    seat.click(&format!("Confirm {values} values and change 2 articles"));
    seat.settle();
    assert!(seat.app().documents().all(|document| document.remaining() == 0));
    assert!(seat.app().documents().all(|document| document.status() == ReviewStatus::Reviewed));
}

#[test]
fn a_search_is_saved_renamed_and_removed_by_the_pointer_and_by_keys() {
    let mut seat = Seat::at_the_talks();
    seat.open_letter();
    seat.fill("Search articles", "grain");
    seat.settle();
    seat.click("Searches");
    let input = "Save this search as";
    assert!(seat.input(input).is_focused());
    assert_eq!(seat.input(input).value().as_deref(), Some("grain"), "the words are a name to begin with");
    seat.input(input).click();
    seat.harness.run();
    assert!(seat.sees(input), "a click in it does not close it");
    let width = seat.input(input).rect().width();
    assert!((80.0..300.0).contains(&width), "{width}");
    seat.fill(input, "On grain");
    seat.click("Save");
    assert_eq!(names(&seat), ["On grain"]);
    assert!(!seat.sees(input), "it closes");

    seat.fill("Search articles", "harbour");
    seat.settle();
    seat.click("Searches");
    seat.fill(input, "Harbours");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(names(&seat), ["Harbours", "On grain"]);
    seat.click("Searches");
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees(input), "Escape closes it");

    seat.click("Searches");
    seat.click("Rename the search On grain");
    let renamed = "New name of the search";
    assert!(seat.input(renamed).is_focused());
    seat.fill(renamed, "Harbours");
    assert!(seat.sees("Another search has this name."));
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(names(&seat), ["Harbours", "On grain"], "the name is taken");
    seat.fill(renamed, "Grain");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(names(&seat), ["Grain", "Harbours"]);
    seat.click("Remove the search Harbours");
    assert_eq!(names(&seat), ["Grain"]);
    seat.click("Grain");
    seat.settle();
    assert_eq!(seat.app().filter().search, "grain");
}

fn names(seat: &Seat) -> Vec<String> {
    seat.app().searches().keys().cloned().collect()
}

#[test]
fn save_all_saves_what_is_listed_or_edited_whether_it_is_in_memory_or_not() {
    let mut seat = Seat::empty();
    let texts = seat.folder.path().join("texts");
    fs::create_dir(&texts).unwrap();
    let count = 90;
    for number in 1..=count {
        let words = if number <= 30 { "grain" } else { "ferries" };
        let text = format!(
            "Letter {number} on {words}\n\nThe minister of Malta wrote of {words}, number {number}.\n"
        );
        fs::write(texts.join(format!("{number:02}.txt")), text).unwrap();
    }
    seat.open(&texts);
    assert!(seat.app().documents().len() < count, "they are not all in memory");
    let edited = seat.app().catalog().rows().last().unwrap().id;
    seat.harness.state_mut().run(Command::Select(edited));
    seat.settle();
    seat.harness.state_mut().run(Command::Edit(RecordEdit::Notes("mine".into())));
    seat.fill("Search articles", "grain");
    seat.settle();
    let out = seat.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("05.json"), "of somebody else").unwrap();
    seat.press(Modifiers::COMMAND | Modifiers::ALT, Key::S);
    seat.settle();
    seat.type_path("Save all that is listed or edited: folder for records without a file", &out);
    assert!(seat.sees("Saved 31 records."));
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    assert_eq!(read("05.json"), "of somebody else");
    let saved = fs::read_dir(&out).unwrap().count();
    assert_eq!(saved, 32, "those of the list, the one that was edited, and the one that was there");
    assert_eq!(Record::from_json(&read("90.json")).unwrap().review.notes, "mine");
    assert!(Record::from_json(&read("05-2.json")).unwrap().article.text.as_str().contains("number 5."));

    seat.press(Modifiers::COMMAND | Modifiers::ALT, Key::S);
    seat.settle();
    assert!(seat.sees("Every record that is listed or was edited is in its file."));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 32, "what is in its file is not written again");
    let first = seat.app().listed()[0];
    seat.harness.state_mut().run(Command::Select(first));
    seat.settle();
    seat.harness.state_mut().run(Command::Edit(RecordEdit::Notes("again".into())));
    seat.press(Modifiers::COMMAND | Modifiers::ALT, Key::S);
    seat.settle();
    let own = seat.app().document(first).unwrap().saved_to().unwrap().to_owned();
    assert_eq!(Record::from_json(&fs::read_to_string(own).unwrap()).unwrap().review.notes, "again");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 32, "each goes to its own file");
}

#[test]
fn the_menu_says_which_of_the_pair_can_be_done() {
    let mut seat = Seat::at_the_talks();
    seat.click("File");
    assert!(seat.sees("Put article away"));
    assert!(!seat.sees("Bring article back"));
}
