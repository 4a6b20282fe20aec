//! What was left out of a saved page is shown below its article, and comes back into the text at its place.

use chancery::app::Command;
use chancery::model::Ruling;
use chancery::review::{Field, RecordEdit};
use chancery::store::Library;
use chancery::work::marks;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

const CAPTION: &str = "Prime Minister Slim Gharbi of Tunisia watched the talks in the old customs house.";
const PLEDGE: &str = "Background: Malta will dredge the channel by March, its ministry said in a statement.";

/// A saved page with a caption, a box, a teaser and what every page has around its article.
fn page() -> String {
    let prose = [
        "Foreign Minister Maria Zerafa of Malta met Foreign Minister Jan Borg of Chile in Valletta on Friday, and both \
         spoke for two hours about the harbour line that has been closed for nine years.",
        "“Malta will reopen the harbour line by June,” Zerafa said. Borg thanked his host, and both sides agreed to \
         meet again in Santiago before the year is over.",
        "In the afternoon the ministers visited the dockyard, where forty pilots of both countries are trained, and \
         left for the airport together.",
    ];
    format!(
        "<!DOCTYPE html><html><head><title>Ministers meet in Valletta</title></head><body><nav><a href=/>Home</a> \
         <a href=/w>World</a></nav><main><article><h1>Ministers meet in Valletta</h1>\
         <figure><img src=a><figcaption>{CAPTION}</figcaption></figure><p>{}</p><p>{}</p><aside><p>{PLEDGE}</p></aside>\
         <p>Read also: <a href=/b>Why the bridge at Sfax was closed</a></p><p>{}</p></article></main></body></html>",
        prose[0], prose[1], prose[2]
    )
}

fn seat() -> Seat {
    let mut seat = Seat::with_library();
    seat.open_text("talks.html", &page());
    seat
}

fn show(seat: &mut Seat) {
    seat.click("Show what was left out of the page");
    seat.settle();
}

fn bring_back(seat: &mut Seat, words: &str) {
    let label = format!("Bring back: {words}");
    seat.harness.get_by_label_contains(&label).click();
    seat.harness.run();
    seat.settle();
}

fn text(seat: &Seat) -> String {
    seat.record().article.text.to_string()
}

#[test]
fn what_was_left_out_is_shown_in_the_order_of_the_page_and_as_what_it_was() {
    let mut seat = seat();
    assert!(!text(&seat).contains(CAPTION) && !text(&seat).contains(PLEDGE));
    show(&mut seat);
    assert!(seat.sees("3 paragraphs of the page were left out:"));
    let found = seat.app().left_out(seat.document().id()).unwrap().unwrap();
    let told: Vec<(&str, &str)> = found.iter().map(|found| (found.why, found.text.as_str())).collect();
    let teaser = "Read also: Why the bridge at Sfax was closed";
    assert_eq!(told, [("caption", CAPTION), ("aside", PLEDGE), ("teaser", teaser)]);
    assert!(seat.sees("caption") && seat.sees(CAPTION));
    seat.click("Hide");
    assert!(!seat.sees(CAPTION));
    seat.menu("View", "What was left out of the page");
    seat.settle();
    assert!(seat.sees(CAPTION), "the menu leads there too");
}

#[test]
fn a_paragraph_comes_back_at_its_place_and_all_evidence_moves_with_its_words() {
    let mut seat = seat();
    let people = seat.record().meeting.participants.clone();
    let field = Field::from(people.iter().find(|person| person.name == *"Maria Zerafa").unwrap().id.clone());
    seat.run(Command::Edit(RecordEdit::Rule(field.clone(), Ruling::Confirmed)));
    let before = seat.record().clone();
    show(&mut seat);
    bring_back(&mut seat, "Prime Minister Slim Gharbi");
    let now = text(&seat);
    let paragraphs: Vec<&str> = now.split("\n\n").collect();
    assert_eq!(
        paragraphs[..2],
        ["Ministers meet in Valletta", CAPTION],
        "below the headline, as on the page"
    );
    assert_eq!(seat.record().faults(), []);
    assert_eq!(field.ruling(seat.record()), Some(Ruling::Confirmed));
    let words = |record: &chancery::model::Record| -> Vec<String> {
        field.evidence(record).iter().map(|quoted| quoted.exact().to_owned()).collect()
    };
    assert_eq!(words(seat.record()), words(&before));
    assert_eq!(seat.record().id, before.id, "it is the same article");
    assert!(seat.sees("2 paragraphs of the page were left out:"), "what is back is not left out");
    let edits = &seat.record().provenance.edits;
    assert_eq!(edits.last().map(|edit| edit.path.as_str()), Some("/article/text"), "it is accounted for");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(*seat.record(), before, "one step takes it back");
    assert!(seat.sees("3 paragraphs of the page were left out:"));
}

#[test]
fn the_engine_reads_what_came_back_and_the_library_keeps_it() {
    let mut seat = seat();
    let says =
        |seat: &Seat| seat.record().commitments.iter().any(|found| found.text.contains("dredge the channel"));
    assert!(!says(&seat));
    show(&mut seat);
    bring_back(&mut seat, "Background: Malta will dredge");
    assert!(says(&seat), "a commitment is proposed of it");
    let library = seat.app().library().unwrap().to_owned();
    seat.run(Command::OpenLibrary(seat.folder.path().join("other.chancery")));
    let kept = Library::open(&library, marks).unwrap();
    assert_eq!(kept.check().unwrap(), Vec::<String>::new());
    assert_eq!(kept.best("dredge channel", 9).unwrap().len(), 1, "it is found by its words");
    drop(kept);
    seat.run(Command::OpenLibrary(library));
    assert!(text(&seat).contains(PLEDGE));
    seat.run(Command::Undo);
    assert!(!text(&seat).contains(PLEDGE) && !says(&seat));
}

#[test]
fn a_page_whose_file_is_gone_says_so() {
    let mut seat = seat();
    std::fs::remove_file(seat.folder.path().join("talks.html")).unwrap();
    show(&mut seat);
    assert!(seat.sees("any more. Put it back there, or open it from where it is now."));
}

#[test]
fn articles_of_other_files_offer_nothing_of_a_page() {
    let mut seat = Seat::with_library();
    seat.open_text("talks.txt", "Envoys meet\n\nThe ministers of Malta and Chile met in Sfax on Friday.\n");
    assert!(!seat.sees("Show what was left out of the page"));
}
