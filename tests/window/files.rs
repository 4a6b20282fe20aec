//! Opening, saving, closing, and what goes wrong with files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery::model::{Record, Ruling};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;

#[test]
fn the_first_page_shows_where_to_begin() {
    let seat = Seat::empty();
    for begin in
        ["Open files…", "Open folder…", "Open by path…", "Open the samples", "drop files and folders"]
    {
        assert!(seat.sees(begin), "{begin}");
    }
}

#[test]
fn an_article_is_opened_by_its_typed_path() {
    let seat =
        Seat::on("visit.txt", "Envoys discuss the river treaty\n\nSFAX, 3 May 2021 – Envoys met in Sfax.\n");
    assert_eq!(seat.document().title(), "Envoys discuss the river treaty");
    assert!(seat.input("Article").value().unwrap().contains("Envoys met in Sfax."));
}

#[test]
fn dropped_files_are_opened() {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("the window opens by path".into())
        }
    }
    let mut seat = Seat::empty();
    for name in ["one.txt", "two.txt"] {
        let path = seat.file(name, &format!("Headline of {name}\n\nMinisters met in Sfax on 3 May 2021.\n"));
        seat.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    }
    seat.harness.run();
    seat.settle();
    assert_eq!(seat.app().documents().len(), 2);
}

#[test]
fn files_that_hover_over_the_window_are_told_that_they_may_be_let_go() {
    let mut seat = Seat::at_the_talks();
    seat.harness.input_mut().hovered_files = vec![egui::HoveredFile::default(); 2];
    seat.harness.run_steps(3);
    assert!(seat.sees("Let go to open all 2"));
}

#[test]
fn a_record_is_saved_where_asked_then_to_the_same_place_and_opens_with_every_ruling() {
    let mut seat =
        Seat::on("visit.txt", "Envoys discuss the river treaty\n\nEnvoys met in Sfax on 3 May 2021.\n");
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    seat.fill("Name", "Slim Gharbi");
    let saved = seat.folder.path().join("visit.json");
    seat.press(Modifiers::COMMAND, Key::S);
    seat.type_path("Save the record as", &saved);
    assert!(!seat.document().is_unsaved());

    seat.enter("Title", "Foreign Minister");
    assert!(seat.document().is_unsaved());
    seat.press(Modifiers::COMMAND, Key::S);
    seat.settle();
    assert!(!seat.document().is_unsaved(), "the second time nobody is asked");

    let record = Record::from_json(&std::fs::read_to_string(&saved).unwrap()).unwrap();
    let mut again = Seat::empty();
    again.open(&saved);
    assert_eq!(*again.record(), record);
    let person = record.meeting.participants.last().unwrap();
    assert_eq!((person.name.as_str(), person.ruling), ("Slim Gharbi", Ruling::Corrected));
    assert_eq!(person.title.as_deref(), Some("Foreign Minister"));
}

#[test]
fn what_goes_wrong_is_told_with_the_files_name_and_can_be_put_away() {
    let mut seat = Seat::at_the_talks();
    seat.open(Path::new("/nowhere/at-all.txt"));
    assert!(seat.sees("at-all.txt"));
    assert_eq!(seat.app().documents().len(), 1, "nothing that is open is lost");
    seat.click("Dismiss this message");
    assert!(!seat.sees("at-all.txt"));
}

#[test]
fn a_picture_named_txt_is_no_article() {
    let mut seat = Seat::empty();
    let path = seat.folder.path().join("photo.txt");
    std::fs::write(&path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").unwrap();
    seat.open(&path);
    assert!(seat.sees("photo.txt"));
    assert_eq!(seat.app().documents().len(), 0);
}

#[test]
fn closing_with_unsaved_work_asks_and_saves_it() {
    let mut seat = Seat::at_the_talks();
    seat.click("Confirm Date of the meeting");
    seat.wish_to_close();
    assert!(seat.sees("1 record is not saved."));
    seat.click("Stay");
    assert!(!seat.sees("not saved."));

    seat.wish_to_close();
    seat.click("Save all");
    seat.settle();
    let saved = std::fs::read_to_string(seat.folder.path().join("talks.json")).unwrap();
    assert_eq!(Record::from_json(&saved).unwrap().meeting.date.unwrap().ruling, Ruling::Confirmed);
}

#[test]
fn closing_while_files_are_opened_waits_for_them_unless_it_is_told_not_to() {
    for waits in [true, false] {
        let mut seat = Seat::empty();
        let folder = seat.folder.path().join("many");
        std::fs::create_dir(&folder).unwrap();
        for number in 0..2000 {
            let text = format!("Talks number {number}\n\nMinisters met in Sfax on 3 May 2021.\n");
            std::fs::write(folder.join(format!("{number}.txt")), text).unwrap();
        }
        seat.press(Modifiers::COMMAND, Key::L);
        seat.fill("File or folder to open", folder.to_str().unwrap());
        seat.press(Modifiers::NONE, Key::Enter);
        seat.wish_to_close();
        assert!(seat.sees("The window closes when all are."));
        if waits {
            seat.wait_until_closed();
            assert_eq!(seat.app().listed().len(), 2000);
        } else {
            let when_told = seat.app().listed().len();
            seat.harness.get_by_label("Close now").click();
            seat.harness.step();
            seat.wait_until_closed();
            let opened = seat.app().listed().len();
            // On a machine with much else to do the window is drawn too seldom to be told before all are open.
            assert!(opened < 2000 || when_told > 1500, "{when_told} were open, and it waited for {opened}");
        }
    }
}

#[test]
fn reviewed_records_are_exported_into_one_file() {
    let mut seat = Seat::at_the_talks();
    seat.click("Confirm the rest");
    seat.click("Reviewed, next");
    seat.press(Modifiers::COMMAND, Key::E);
    seat.settle();
    assert!(seat.sees("It comes to 1 record:"));
    seat.click("Choose where…");
    let to = seat.folder.path().join("all.jsonl");
    seat.type_path("Export to", &to);
    let exported = std::fs::read_to_string(&to).unwrap();
    assert_eq!(exported.lines().count(), 1);
    assert!(exported.contains("\"reviewer\":\"A. Reviewer\""));
}

#[test]
fn an_export_begins_with_the_format_the_contents_and_the_folder_of_the_last_one() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::E);
    seat.settle();
    seat.choose("Format", "JSON Lines");
    seat.click_box("Rejected values");
    seat.click("Choose where…");
    let folder = seat.folder.path().join("exports");
    std::fs::create_dir(&folder).unwrap();
    seat.type_path("Export to", &folder.join("first.jsonl"));
    // Something else is opened from elsewhere, and a page is made meanwhile.
    seat.open_letter();
    seat.menu("File", "Export the record as a page…");
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::COMMAND, Key::E);
    seat.settle();
    let format = seat.harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Format");
    assert_eq!(format.accesskit_node().description().as_deref(), Some("JSON Lines"));
    assert!(seat.is_ticked("Rejected values") && seat.is_ticked("Whole texts of the articles"));
    seat.click("Choose where…");
    let begun = seat.input("Export to").value().unwrap();
    assert!(begun.starts_with(folder.to_str().unwrap()) && begun.ends_with(".jsonl"), "{begun}");
}

#[test]
fn an_export_counts_one_of_each_as_one() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::E);
    seat.settle();
    assert!(seat.sees("1 article") && seat.sees("1 meeting") && seat.sees("4 participants"));
    assert!(!seat.sees("1 articles") && !seat.sees("1 meetings"));
}

#[test]
fn a_path_that_leads_nowhere_is_told_until_another_is_opened() {
    let mut seat = Seat::empty();
    seat.open(Path::new("/nowhere/talks.txt"));
    assert!(seat.sees("There is no file /nowhere/talks.txt"));
    seat.open_letter();
    assert!(!seat.sees("There is no file /nowhere/talks.txt"));
}

#[test]
fn the_record_that_is_shown_is_exported_as_a_page_by_itself() {
    let mut seat = Seat::at_the_talks();
    seat.menu("File", "Export the record as a page…");
    seat.settle();
    assert!(seat.sees("It comes to 1 record:"));
    seat.click("Choose where…");
    let to = seat.folder.path().join("talks.html");
    seat.type_path("Export to", &to);
    let page = std::fs::read_to_string(&to).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<mark "), "{page}");
    assert_eq!(page.matches("<section class=\"record").count(), 1);
}

#[test]
fn all_that_is_listed_can_be_exported_before_anything_is_reviewed() {
    let mut seat = Seat::at_the_talks();
    seat.press(Modifiers::COMMAND, Key::E);
    seat.settle();
    assert_eq!(seat.app().counts().reviewed, 0);
    assert!(seat.sees("All that is listed (1)") && seat.sees("It comes to 1 record:"));
    seat.click("Choose where…");
    let to = seat.folder.path().join("all.json");
    seat.type_path("Export to", &to);
    assert!(to.is_file());
}

#[test]
fn the_record_that_is_shown_is_copied_as_text_with_its_citation() {
    let mut seat = Seat::at_the_talks();
    seat.click("Edit");
    seat.harness.get_by_label_contains("Copy as text with citation").click();
    // Frame by frame: in a run of several what is copied would pass unseen.
    let mut copied = None;
    for _ in 0..500 {
        seat.harness.step();
        let commands = &seat.harness.output().platform_output.commands;
        copied = copied.or_else(|| {
            commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        });
        if copied.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let copied = copied.unwrap();
    assert!(copied.contains("Commitments\n1. ") && copied.contains("Example Wire, "), "{copied}");
    seat.settle();
    assert!(seat.sees("Copied 1 record as text."));
}

#[test]
fn the_list_narrows_by_search_and_by_chip() {
    let mut seat = Seat::at_the_talks();
    seat.open_letter();
    seat.fill("Search articles", "harbour");
    seat.settle();
    assert!(seat.harness.query_by_label_contains("Letter on grain, ").is_none());
    assert!(seat.harness.query_by_label_contains("Ministers agree to reopen the harbour line, ").is_some());
    seat.fill("Search articles", "nothing like it");
    seat.settle();
    seat.click("Show all");
    seat.click("Reviewed 0");
    assert!(seat.app().listed().is_empty());
}

#[test]
fn the_arrows_go_through_the_list() {
    let mut seat = Seat::at_the_talks();
    seat.open_letter();
    seat.harness.get_by_label_contains("Ministers agree to reopen the harbour line, ").click();
    seat.harness.run();
    let first = seat.document().id();
    seat.press(Modifiers::NONE, Key::ArrowDown);
    assert_ne!(seat.document().id(), first);
    seat.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(seat.document().id(), first);
}

#[test]
fn the_next_question_begins_in_the_folder_of_the_last_answer() {
    let mut seat = Seat::empty();
    let path = seat.file("talks.txt", "Envoys meet\n\nThey met in Sfax on 3 May 2021.\n");
    seat.open(&path);
    seat.press(Modifiers::COMMAND, Key::L);
    let label = "File or folder to open";
    let begins = PathBuf::from(seat.input(label).value().unwrap());
    assert_eq!(begins, seat.folder.path(), "where the file was");
    // All of it is selected, so that another path takes its place.
    seat.input(label).type_text("/elsewhere");
    seat.harness.run();
    assert_eq!(seat.input(label).value().as_deref(), Some("/elsewhere"));
}
