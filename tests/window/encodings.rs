//! The encoding in which a file was read stands among the facts of its article, and another can be chosen: the file is
//! read again, and what the person has decided stays.

use std::path::PathBuf;

use chancery::app::Command;
use chancery::model::{Line, Ruling};
use chancery::review::{Field, RecordEdit};
use chancery::store::Library;
use chancery::work::marks;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

const TEXT: &str = "<p>Foreign Minister Maria Zerafa of Malta met Foreign Minister Jan Čapek of Czechia in Valletta on \
    Friday.</p><p>“Malta will reopen the harbour line by June,” Zerafa said. Čapek thanked his host, and both sides \
    agreed to meet again.</p>";

/// The bytes of a text in the encoding of Central Europe.
fn central_european(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'Č' => 0xc8,
        '“' => 0x93,
        '”' => 0x94,
        c => u8::try_from(c).unwrap(),
    };
    text.chars().map(byte).collect()
}

/// A saved page that says it is Western European, and is Central European.
fn page(seat: &Seat) -> PathBuf {
    let head =
        "<!DOCTYPE html><html><head><meta charset=\"windows-1252\"><title>Ministers meet</title></head>";
    let page =
        format!("{head}<body><article><h1>Ministers meet in Valletta</h1>{TEXT}</article></body></html>");
    let path = seat.folder.path().join("talks.html");
    std::fs::write(&path, central_european(&page)).unwrap();
    path
}

fn seat() -> Seat {
    let mut seat = Seat::with_library();
    let path = page(&seat);
    seat.open(&path);
    seat
}

fn choose(seat: &mut Seat, encoding: &str) {
    seat.choose("Encoding", encoding);
    seat.settle();
}

fn text(seat: &Seat) -> String {
    seat.record().article.text.to_string()
}

fn names(seat: &Seat) -> Vec<String> {
    seat.record().meeting.participants.iter().map(|person| person.name.to_string()).collect()
}

fn person(seat: &Seat, name: &str) -> Field {
    let people = &seat.record().meeting.participants;
    people.iter().find(|person| person.name == *name).unwrap().id.clone().into()
}

const CENTRAL: &str = "windows-1250 (Central European)";

#[test]
fn the_file_is_read_again_in_the_encoding_that_is_chosen_and_one_step_takes_it_back() {
    let mut seat = seat();
    assert!(text(&seat).contains("Jan Èapek"), "the page says something else than it is");
    assert_eq!(seat.record().article.encoding.as_deref(), Some("windows-1252"));
    let id = seat.record().id.clone();
    let before = seat.record().clone();
    choose(&mut seat, CENTRAL);
    assert!(text(&seat).contains("Jan Čapek"));
    assert!(names(&seat).contains(&"Jan Čapek".to_owned()), "the engine reads it anew: {:?}", names(&seat));
    assert_eq!(seat.record().article.encoding.as_deref(), Some("windows-1250"));
    assert_eq!(seat.record().id, id, "it is the same article");
    assert_eq!(seat.record().faults(), []);
    let edits = &seat.record().provenance.edits;
    assert_eq!(edits.len(), 1, "what the engine proposes is nobody's edit: {edits:?}");
    assert_eq!((edits[0].path.as_str(), edits[0].to.as_str()), ("/article/encoding", Some("windows-1250")));
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(*seat.record(), before);
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    seat.settle();
    assert!(text(&seat).contains("Jan Čapek"));
}

#[test]
fn what_a_person_has_decided_stays_and_its_words_are_found_again() {
    let mut seat = seat();
    for name in ["Maria Zerafa", "Jan Èapek"] {
        let field = person(&seat, name);
        seat.run(Command::Edit(RecordEdit::Rule(field, Ruling::Confirmed)));
    }
    seat.enter("Headline", "Talks in Valletta");
    choose(&mut seat, CENTRAL);
    let people = &seat.record().meeting.participants;
    let of = |name: &str| people.iter().find(|person| person.name == *name).unwrap();
    assert_eq!(of("Maria Zerafa").ruling, Ruling::Confirmed);
    assert!(!of("Maria Zerafa").evidence.is_empty());
    let garbled = of("Jan Èapek");
    assert_eq!(
        (garbled.ruling, garbled.evidence.len()),
        (Ruling::Confirmed, 0),
        "no words of the text say so now"
    );
    assert_eq!(of("Jan Čapek").ruling, Ruling::Proposed);
    assert_eq!(seat.record().article.title.as_deref(), Some("Talks in Valletta"), "as it was typed");
    assert_eq!(seat.record().faults(), []);
    assert!(seat.sees("1 value that you decided stayed without evidence"));
}

#[test]
fn what_a_list_of_references_said_of_the_article_stays() {
    let list = "@article{a, title = {The harbour line}, journal = {Sfax Evening Post}, author = {Bechir Tounsi}, \
        date = {2031-05-07}, url = {https://post.example/1}, file = {:talks.html:text/html}}";
    let facts = |seat: &Seat| {
        let article = &seat.record().article;
        let line = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
        let (title, publisher, byline) =
            (line(&article.title), line(&article.publisher), line(&article.byline));
        (title, publisher, byline, article.published.map(|day| day.to_string()), article.url.clone())
    };
    for by_hand in [None, Some("Talks in Valletta")] {
        let mut seat = Seat::with_library();
        page(&seat);
        let list = seat.file("list.bib", list);
        seat.open(&list);
        if let Some(headline) = by_hand {
            seat.enter("Headline", headline);
        }
        let before = facts(&seat);
        assert_eq!(before.0.as_deref(), by_hand.or(Some("The harbour line")));
        assert_eq!(before.1.as_deref(), Some("Sfax Evening Post"));
        std::fs::remove_file(&list).unwrap();
        choose(&mut seat, CENTRAL);
        assert!(text(&seat).contains("Jan Čapek"));
        assert_eq!(facts(&seat), before);
        assert_eq!(seat.record().faults(), []);
    }
}

#[test]
fn a_headline_that_the_file_itself_garbled_is_read_anew() {
    let mut seat = Seat::with_library();
    let page = "<html><head><meta charset=\"windows-1252\"></head><body><article><h1>Čapek in Valletta</h1>";
    let path = seat.folder.path().join("talks.html");
    std::fs::write(&path, central_european(&format!("{page}{TEXT}</article></body></html>"))).unwrap();
    seat.open(&path);
    assert_eq!(seat.record().article.title.as_deref(), Some("Èapek in Valletta"));
    choose(&mut seat, CENTRAL);
    assert_eq!(seat.record().article.title.as_deref(), Some("Čapek in Valletta"));
}

#[test]
fn the_library_keeps_the_text_as_it_is_read_and_the_way_back() {
    let mut seat = seat();
    seat.run(Command::Edit(RecordEdit::Notes("Looked at.".into())));
    choose(&mut seat, CENTRAL);
    seat.run(Command::Edit(RecordEdit::Notes("Looked at twice.".into())));
    let library = seat.app().library().unwrap().to_owned();
    seat.run(Command::OpenLibrary(seat.folder.path().join("other.chancery")));
    let found = |words: &str| {
        let library = Library::open(&library, marks).unwrap();
        assert_eq!(library.check().unwrap(), Vec::<String>::new());
        library.best(words, 9).unwrap().len()
    };
    assert_eq!((found("Čapek"), found("Èapek")), (1, 0), "the text is searched as it is now");
    seat.run(Command::OpenLibrary(library.clone()));
    assert!(text(&seat).contains("Jan Čapek"));
    seat.undo_all();
    seat.settle();
    assert!(text(&seat).contains("Jan Èapek"), "the first text comes back");
    assert_eq!((seat.record().review.notes.as_str(), seat.record().faults()), ("", Vec::new()));
    seat.run(Command::OpenLibrary(seat.folder.path().join("other.chancery")));
    seat.run(Command::OpenLibrary(library.clone()));
    assert!(text(&seat).contains("Jan Èapek"));
    seat.run(Command::GoTo(3));
    assert!(text(&seat).contains("Jan Čapek"), "and goes again");
    seat.run(Command::OpenLibrary(seat.folder.path().join("other.chancery")));
    assert_eq!(Library::open(&library, marks).unwrap().check().unwrap(), Vec::<String>::new());
}

#[test]
fn all_contacts_of_an_article_are_of_one_text() {
    let mut seat = seat();
    seat.click("Add a contact");
    seat.settle();
    seat.run(Command::Edit(RecordEdit::Notes("The call.".into())));
    choose(&mut seat, CENTRAL);
    let texts = |seat: &mut Seat| -> Vec<bool> {
        let ids: Vec<_> = seat.app().catalog().rows().iter().map(|row| row.id).collect();
        let has = |seat: &mut Seat, id| {
            seat.run(Command::Select(id));
            text(seat).contains("Jan Čapek")
        };
        ids.into_iter().map(|id| has(seat, id)).collect()
    };
    assert_eq!(texts(&mut seat), [true, true]);
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(texts(&mut seat), [false, false], "one step takes it back in both");
    let library = seat.app().library().unwrap().to_owned();
    seat.run(Command::OpenLibrary(seat.folder.path().join("other.chancery")));
    assert_eq!(Library::open(&library, marks).unwrap().check().unwrap(), Vec::<String>::new());
}

#[test]
fn why_a_file_cannot_be_read_again_is_told_beside_the_choice() {
    let mut seat = seat();
    let path = seat.folder.path().join("talks.html");
    let before = text(&seat);
    choose(&mut seat, "UTF-8 (all writings)");
    assert!(seat.sees("The file cannot be in UTF-8: too much of it means nothing there."), "of few words");
    std::fs::write(
        &path,
        "<html><body><p>They met in Sfax, and spoke of the harbour line.</p></body></html>",
    )
    .unwrap();
    choose(&mut seat, CENTRAL);
    assert!(seat.sees("holds another text by now than when it was opened. Open it again"));
    std::fs::remove_file(&path).unwrap();
    choose(&mut seat, CENTRAL);
    assert!(seat.sees("any more. Put it back there, or open it from where it is now."));
    assert_eq!(text(&seat), before);
    assert_eq!(seat.document().can_undo(), None, "nothing was changed");
}

#[test]
fn where_no_encoding_can_be_chosen_it_is_said_why() {
    let mut seat = Seat::with_library();
    let table = "title,text\nFirst,The ministers of Malta and Tunisia met in Sfax on Friday.\nSecond,They parted again.\n";
    let table = seat.file("talks.csv", table);
    seat.open(&table);
    seat.click("Import 2 articles");
    seat.settle();
    assert!(seat.sees("Its file holds several articles, all in one encoding."));
    seat.open_text("talks.rtf", r"{\rtf1\ansi The ministers of Malta and Tunisia met in Sfax on Friday.}");
    assert!(seat.sees("Files of this kind say their encoding themselves."));
    seat.run(Command::Paste("The ministers of Malta and Chile met in Sfax on Friday.".into()));
    let pasted = seat.app().catalog().rows().last().unwrap().id;
    seat.run(Command::Select(pasted));
    assert!(seat.sees("there is no file to read again"));
    let mut seat = Seat::at_the_talks();
    seat.settle();
    assert!(seat.sees("It was opened as a saved record."));
}

#[test]
fn the_choice_is_reached_by_the_menu_and_its_list_is_made_by_keys() {
    let mut seat = seat();
    seat.menu("Edit", "Choose another encoding");
    let choice = seat.harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Encoding");
    assert!(choice.is_focused());
}
