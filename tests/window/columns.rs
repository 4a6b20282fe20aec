//! A table of articles whose columns nobody has seen yet is shown before it is read: its first rows, and what each
//! column is taken for. What the person chooses holds, and is remembered for the next such table.

use std::path::PathBuf;

use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::store::SettingsFile;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;

const MET: &str = "VALLETTA - Foreign Minister Maria Zerafa of Malta met Foreign Minister Jan Moravec of Czechia in Valletta on \
    Friday, and both spoke of the harbour line.";

/// A table in which the notes of a desk are longer than the articles.
fn table(seat: &Seat, name: &str, rows: usize) -> PathBuf {
    let notes =
        "Read twice by the desk and filed below the harbor line, with all that came before. ".repeat(4);
    let row = |number: usize| {
        format!("Round {number};1{number}/03/2021;\"{MET} Round {number}.\";{notes};Harbor News\n")
    };
    let rows: String = (1..=rows).map(row).collect();
    seat.file(name, &format!("kop;wann;wire;desk;Publisher\n{rows}"))
}

fn seat() -> Seat {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("library.chancery");
    let settings = Settings { reviewer: "A. Reviewer".into(), toured: true, ..Settings::default() };
    let file = SettingsFile::within(folder.path());
    file.write(&settings).unwrap();
    let mut app = App::with_library(&library, Lexicon::built_in, settings, std::sync::Arc::new(|| {}));
    app = app.with_settings_file(file);
    app.settle();
    Seat { folder, ..Seat::over(app) }
}

/// What a column is taken for.
fn holds(seat: &Seat, column: &str) -> String {
    let label = format!("What “{column}” holds");
    let node = seat.harness.get_by_role_and_label(Role::ComboBox, &label);
    node.accesskit_node().description().unwrap_or_default()
}

fn choose(seat: &mut Seat, column: &str, role: &str) {
    seat.harness.get_by_role_and_label(Role::ComboBox, &format!("What “{column}” holds")).click();
    seat.harness.run();
    // The form behind the sheet has labels of the same words.
    seat.harness.get_by_role_and_label(Role::Button, role).click();
    seat.harness.run();
}

fn titles(seat: &Seat) -> Vec<String> {
    let rows = seat.app().catalog().rows().iter().filter(|row| !row.is_put_away);
    rows.map(|row| row.title.to_string()).collect()
}

fn texts_hold(seat: &mut Seat, words: &str) -> Vec<bool> {
    let ids: Vec<_> =
        seat.app().catalog().rows().iter().filter(|row| !row.is_put_away).map(|row| row.id).collect();
    let has = |seat: &mut Seat, id| {
        seat.run(Command::Select(id));
        seat.record().article.text.contains(words)
    };
    ids.into_iter().map(|id| has(seat, id)).collect()
}

#[test]
fn what_is_guessed_is_shown_and_what_is_chosen_is_read() {
    let mut seat = seat();
    let path = table(&seat, "talks.csv", 3);
    seat.open(&path);
    assert!(seat.sees("Which column holds what?") && seat.sees("talks.csv"));
    assert!(seat.sees("Round 2") && seat.sees("12/03/2021"), "the first rows are there");
    assert_eq!(titles(&seat), [""; 0], "nothing is read before");
    assert_eq!((holds(&seat, "desk"), holds(&seat, "Publisher")), ("Text".into(), "Publisher".into()));
    assert!(seat.sees("by its name") && seat.sees("by what is in it"));
    choose(&mut seat, "wire", "Text");
    assert_eq!(holds(&seat, "desk"), "Leave out", "one column holds the text");
    choose(&mut seat, "kop", "Headline");
    choose(&mut seat, "wann", "Published");
    seat.click("Import 3 articles");
    seat.settle();
    assert_eq!(titles(&seat), ["Round 1", "Round 2", "Round 3"]);
    assert_eq!(texts_hold(&mut seat, "Read twice"), [false; 3]);
    assert_eq!(seat.record().article.published, "2021-03-13".parse().ok());
    assert!(!seat.sees("Which column holds what?"));
}

#[test]
fn the_next_table_with_these_columns_is_read_at_once_and_can_be_changed() {
    let mut seat = seat();
    let path = table(&seat, "talks.csv", 2);
    seat.open(&path);
    choose(&mut seat, "wire", "Text");
    seat.press(Modifiers::NONE, Key::Tab);
    seat.click("Import 2 articles");
    seat.settle();
    let row = |number: u32| {
        format!(
            "Harbor News,\"{MET} Again, {number}.\",Round {number},They parted in Sfax.,2021-03-{number}\n"
        )
    };
    let turned = format!("Publisher,WIRE,kop,desk,wann\n{}{}", row(18), row(19));
    let turned = seat.file("later.csv", &turned);
    seat.open(&turned);
    assert!(!seat.sees("Which column holds what?"));
    assert!(seat.sees("later.csv is read with its columns as last time."));
    assert_eq!(texts_hold(&mut seat, "Maria Zerafa"), [true; 4]);
    seat.click("Change");
    assert_eq!((holds(&seat, "WIRE"), holds(&seat, "kop")), ("Text".into(), "Leave out".into()));
    choose(&mut seat, "desk", "Text");
    choose(&mut seat, "kop", "Headline");
    seat.click("Import 2 articles");
    seat.settle();
    assert_eq!(titles(&seat).get(2..), Some(&["Round 18".to_owned(), "Round 19".to_owned()][..]));
    assert_eq!(titles(&seat).len(), 4, "the article as it was read before is put away: {:?}", titles(&seat));
    seat.press(Modifiers::COMMAND, Key::Comma);
    assert!(seat.sees("like later.csv (desk: Text, kop: Headline"), "settings show what is remembered");
    seat.click("Forget later.csv");
    seat.settle();
    assert!(!seat.sees("like later.csv"));
    let kept = std::fs::read_to_string(SettingsFile::within(seat.folder.path()).path()).unwrap();
    assert!(kept.contains("\"columns\": []"), "{kept}");
}

#[test]
fn a_choice_that_was_wrong_is_set_right_by_opening_the_table_again() {
    let mut seat = seat();
    let path = table(&seat, "talks.csv", 2);
    seat.open(&path);
    assert_eq!(holds(&seat, "desk"), "Text");
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    assert_eq!(titles(&seat), ["talks.csv"], "the notes are the same in every row");
    seat.open(&path);
    seat.click("Change");
    choose(&mut seat, "wire", "Text");
    choose(&mut seat, "kop", "Headline");
    seat.click("Import 2 articles");
    seat.settle();
    assert_eq!(titles(&seat), ["Round 1", "Round 2"], "what was read wrongly is put away");
    seat.press(Modifiers::COMMAND, Key::Z);
    seat.settle();
    assert_eq!(titles(&seat).len(), 3, "and comes back by undo");
}

#[test]
fn who_wants_to_be_asked_again_is() {
    let mut seat = seat();
    let path = table(&seat, "talks.csv", 1);
    seat.open(&path);
    seat.click_box("Use for every table with these columns");
    seat.click("Import 1 article");
    seat.settle();
    assert_eq!(titles(&seat).len(), 1);
    seat.open(&path);
    assert!(seat.sees("Which column holds what?"));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("Which column holds what?") && seat.app().tables_asked() == 0);
}

#[test]
fn tables_of_a_folder_are_asked_about_once_for_each_set_of_columns_and_hold_nothing_else_up() {
    let mut seat = seat();
    let folder = seat.folder.path().join("articles");
    std::fs::create_dir(&folder).unwrap();
    for name in ["a.csv", "b.csv", "c.csv"] {
        let path = table(&seat, name, 2);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(
            folder.join(name),
            text.replace("Round", name).replace("kop;wann;wire", "title;date;text"),
        )
        .unwrap();
    }
    std::fs::write(
        folder.join("d.tsv"),
        format!("title\ttext\nOther talks\t{MET}\nMore talks\t{MET} Twice.\n"),
    )
    .unwrap();
    std::fs::write(folder.join("e.txt"), format!("Talks in Lima\n\n{MET}\n")).unwrap();
    seat.open(&folder);
    assert_eq!((titles(&seat), seat.app().tables_asked()), (vec!["Talks in Lima".to_owned()], 2));
    assert!(seat.sees("and 2 files with the same columns") && seat.sees("(1 of 2 tables)"));
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    assert!(seat.sees("d.tsv"), "the next question comes by itself");
    assert_eq!(titles(&seat).len(), 7);
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    assert_eq!((titles(&seat).len(), seat.app().tables_asked()), (9, 0));
    seat.open(&folder);
    assert!(!seat.sees("Which column holds what?"));
    assert_eq!(titles(&seat).len(), 9, "all are known");
}

#[test]
fn a_table_that_is_read_again_in_another_encoding_keeps_its_columns() {
    for is_remembered in [true, false] {
        let mut seat = seat();
        let path = table(&seat, "talks.csv", 1);
        seat.open(&path);
        choose(&mut seat, "wire", "Text");
        if !is_remembered {
            seat.click_box("Use for every table with these columns");
        }
        seat.press(Modifiers::COMMAND, Key::Enter);
        seat.settle();
        seat.choose("Encoding", "windows-1251 (Cyrillic)");
        seat.settle();
        assert_eq!(seat.record().article.encoding.as_deref(), Some("windows-1251"));
        assert!(seat.record().article.text.contains("Zerafa"), "{}", &*seat.record().article.text);
    }
}

#[test]
fn tab_brings_the_columns_into_sight_that_it_goes_to() {
    let mut seat = seat();
    let names: Vec<String> = (0..12).map(|at| format!("c{at}")).collect();
    let path = seat.file("wide.csv", &format!("{},text\n{}\"{MET}\"\n", names.join(","), "x,".repeat(12)));
    seat.open(&path);
    let is_in_sight = |seat: &Seat, column: &str| {
        let label = format!("What “{column}” holds");
        let choice = seat.harness.get_by_role_and_label(Role::ComboBox, &label);
        (choice.rect().right() < 1280.0, choice.is_focused())
    };
    assert_eq!(is_in_sight(&seat, "c11"), (false, false));
    for _ in 0..40 {
        seat.press(Modifiers::NONE, Key::Tab);
        if is_in_sight(&seat, "c11").1 {
            break;
        }
    }
    assert_eq!(is_in_sight(&seat, "c11"), (true, true));
}

#[test]
fn several_questions_are_put_away_at_once() {
    let mut seat = seat();
    let folder = seat.folder.path().join("articles");
    std::fs::create_dir(&folder).unwrap();
    for number in 0..3 {
        std::fs::write(folder.join(format!("{number}.csv")), format!("n{number},text\n1,{MET}\n2,{MET}\n"))
            .unwrap();
    }
    seat.open(&folder);
    seat.click("Cancel all 3");
    seat.settle();
    assert!(!seat.sees("Which column holds what?") && titles(&seat).is_empty());
}

#[test]
fn a_table_without_rows_is_not_imported_and_what_is_remembered_of_columns_that_are_gone_is_asked_again() {
    let mut seat = seat();
    let path = seat.file("empty.csv", "title,text\n");
    seat.open(&path);
    assert!(seat.sees("No row has anything in “text”."));
    let button = seat.harness.get_by_role_and_label(Role::Button, "Import 0 articles");
    assert!(button.accesskit_node().is_disabled());
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.sees("Which column holds what?"));
    seat.click("Cancel");
    let path = table(&seat, "talks.csv", 2);
    seat.open(&path);
    seat.click("Import 2 articles");
    seat.settle();
    let file = SettingsFile::within(seat.folder.path());
    let kept =
        std::fs::read_to_string(file.path()).unwrap().replace("\"text\": \"desk\"", "\"text\": \"gone\"");
    std::fs::write(file.path(), &kept).unwrap();
    let app =
        App::new(Lexicon::built_in, Settings::default(), std::sync::Arc::new(|| {})).with_settings_file(file);
    assert_eq!(app.settings().columns.len(), 1, "{kept}");
    let mut again = Seat::over(app);
    again.open(&path);
    assert!(again.sees("Which column holds what?"));
    assert_eq!(holds(&again, "desk"), "Text");
}

#[test]
fn without_a_text_nothing_is_imported_and_what_cannot_be_read_is_told() {
    let mut seat = seat();
    let path = seat.file("odd.csv", "a,b\nsoon,They met.\n22 April 2031,They parted.\n");
    seat.open(&path);
    assert!(seat.sees("No column is chosen for the text of the articles: say which one it is."));
    let button = seat.harness.get_by_role_and_label(Role::Button, "Import");
    assert!(button.accesskit_node().is_disabled());
    choose(&mut seat, "b", "Text");
    choose(&mut seat, "a", "Published");
    assert!(seat.sees("The cells of “b” are short for texts of articles."));
    assert!(seat.sees("1 of 2 days in “a” can be read"));
    seat.click("Import 2 articles");
    seat.settle();
    assert_eq!(titles(&seat).len(), 2);
}

#[test]
fn a_table_without_names_is_read_by_its_columns_and_so_is_the_next() {
    let mut seat = seat();
    let row =
        |number: usize| format!("2021-03-1{number},Round {number} of the talks,\"{}\"\n", MET.repeat(2));
    let rows = |from: usize| row(from) + &row(from + 1);
    let path = seat.file("bare.csv", &rows(1));
    seat.open(&path);
    assert!(!seat.is_ticked("The first row holds the names of the columns"));
    assert_eq!((holds(&seat, "#3"), holds(&seat, "#1")), ("Text".into(), "Published".into()));
    seat.click_box("The first row holds the names of the columns");
    assert!(seat.sees("Import 1 article"));
    seat.click_box("The first row holds the names of the columns");
    seat.click("Import 2 articles");
    seat.settle();
    assert_eq!(titles(&seat), ["Round 1 of the talks", "Round 2 of the talks"]);
    let path = seat.file("next.csv", &rows(5));
    seat.open(&path);
    assert!(!seat.sees("Which column holds what?"));
    assert_eq!(titles(&seat).len(), 4);
}

#[test]
fn names_that_nobody_can_write_and_thousands_of_columns_are_shown_all_the_same() {
    let mut seat = seat();
    let names: Vec<String> = (0..5_000).map(|at| format!("\"v{at}\n\u{202e}gnp\"")).collect();
    let path =
        seat.file("wide.csv", &format!("{},maintext\n{}\"{MET}\"\n", names.join(","), "x,".repeat(5_000)));
    seat.open(&path);
    assert!(seat.sees("wide.csv · 4,901 columns more, which are left out"));
    assert_eq!(holds(&seat, "maintext"), "Text");
    assert_eq!(holds(&seat, "v0 gnp"), "Leave out");
    seat.click("Import 1 article");
    seat.settle();
    assert_eq!(titles(&seat).len(), 1);
}
