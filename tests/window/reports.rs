//! Reports of one meeting: told above the article, set side by side, linked and kept apart.

use std::sync::Arc;

use chancery::model::{
    CommitmentId, ContactNumber, EntryId, Evidence, MeetingKind, Record, Ruling, Sha256Hex, Text,
};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;
use crate::talks;

/// The talks as another paper has them, two days later: with one undertaking in other words, one less,
/// one more, and on another day.
fn told_otherwise() -> Record {
    let mut record = talks::record();
    let text = format!("Ferry talks in Valletta\n\n{}", record.article.text.as_str());
    let article = Arc::make_mut(&mut record.article);
    article.sha256 = Sha256Hex::of(text.as_bytes());
    article.text = Text::new(text);
    article.file_name = "ferry-talks.txt".into();
    article.title = Some("Ferry talks in Valletta".into());
    article.publisher = Some("Example Daily".into());
    article.published = article.published.and_then(|day| day.plus_days(2));
    record.id = record.article.record_id(ContactNumber::MAIN);
    let meeting = &mut record.meeting;
    assert_eq!(meeting.known_kind(), Some(MeetingKind::InPerson));
    // What a reviewer typed needs no words of the article.
    let typed = |evidence: &mut Vec<Evidence>, ruling: &mut Ruling| {
        evidence.clear();
        *ruling = Ruling::Corrected;
    };
    let kind = meeting.kind.as_mut().unwrap();
    typed(&mut kind.evidence, &mut kind.ruling);
    let date = meeting.date.as_mut().unwrap();
    date.start = date.start.plus_days(1).unwrap();
    typed(&mut date.evidence, &mut date.ruling);
    let location = meeting.location.as_mut().unwrap();
    typed(&mut location.evidence, &mut location.ruling);
    meeting.participants.iter_mut().for_each(|person| typed(&mut person.evidence, &mut person.ruling));
    record.commitments.iter_mut().for_each(|one| typed(&mut one.evidence, &mut one.ruling));
    let first = record.commitments.first_mut().unwrap();
    first.text = "Malta will reopen the harbour line before July".into();
    first.deadline = None;
    let last = record.commitments.last_mut().unwrap();
    last.text = "Malta will build a lighthouse on Filfla".into();
    last.id = CommitmentId::numbered(9);
    record
}

/// A seat at the talks with the other paper's report in the library too.
fn with_two_reports() -> (Seat, EntryId, EntryId) {
    let mut seat = Seat::at_the_talks();
    let wire = seat.document().id();
    seat.open_text("ferry.json", &told_otherwise().to_json().unwrap());
    let daily = seat.document().id();
    seat.harness.state_mut().run(chancery::app::Command::Select(wire));
    seat.harness.run();
    (seat, wire, daily)
}

fn follow(seat: &mut Seat, label: &str) {
    seat.harness.get_by_role_and_label(Role::Link, label).click();
    seat.harness.run();
}

const ALSO: &str = "Also reported by Example Daily, 2 days later, nearly the same text";

#[test]
fn other_reports_are_told_above_the_article_and_in_the_list() {
    let (mut seat, _, daily) = with_two_reports();
    assert!(seat.sees("Ministers agree to reopen the harbour line, Unreviewed, 2 reports"));
    follow(&mut seat, ALSO);
    assert_eq!(seat.document().id(), daily);
    assert!(seat.sees("Also reported by Example Wire, 2 days earlier"));
    seat.click("Show in the list");
    assert_eq!(seat.app().listed().len(), 2);
    assert!(seat.sees("Show all again, not only 2 reports of one meeting"));
}

#[test]
fn two_reports_are_seen_side_by_side_and_a_click_leads_to_the_words() {
    let (mut seat, wire, daily) = with_two_reports();
    seat.press(Modifiers::COMMAND, Key::Num2);
    seat.settle();
    assert!(seat.sees(
        "3 commitments in both, 1 of them reworded, 1 only in this report, 1 only in the other; the date differs."
    ));
    for heading in
        ["Commitments in both, reworded", "Commitments only in this report", "Commitments only in the other"]
    {
        let headings = seat.harness.query_all_by_role(Role::Heading);
        let values = headings.map(|node| node.accesskit_node().value().unwrap_or_default());
        assert!(values.collect::<Vec<_>>().iter().any(|value| value == heading), "{heading}");
    }
    assert!(seat.sees("By when: 2021-06 here, not said there"));
    assert!(seat.sees("Commitment there: Malta will build a lighthouse on Filfla"));
    follow(
        &mut seat,
        "Commitment here: Tunisia also stands ready to host a second round in Sfax in the autumn",
    );
    assert_eq!(seat.document().id(), wire);
    assert!(seat.input("Article").is_focused() || seat.sees("Commitment 4"));
    assert_eq!(seat.document().focus().unwrap().short(seat.record()), "commitment 4");

    seat.press(Modifiers::COMMAND, Key::Num2);
    follow(&mut seat, "Commitment there: Malta will build a lighthouse on Filfla");
    assert_eq!(seat.document().id(), daily);
    assert_eq!(seat.document().focus().unwrap().short(seat.record()), "commitment 4");
}

#[test]
fn reports_are_kept_apart_linked_again_and_either_is_taken_back() {
    let (mut seat, wire, daily) = with_two_reports();
    seat.click("Not the same meeting");
    seat.settle();
    assert!(!seat.sees("Also reported by"));
    assert!(seat.sees("Nearly the same text: Example Daily"));
    seat.click("Undo");
    seat.settle();
    assert!(seat.sees(ALSO));
    seat.click("Not the same meeting");
    seat.settle();
    seat.click("Link as one meeting");
    seat.settle();
    assert!(seat.sees(ALSO));
    assert_eq!(seat.app().decided(wire, daily), Some(true));
}

#[test]
fn a_report_is_found_by_its_title_and_linked() {
    let mut seat = Seat::at_the_talks();
    let wire = seat.document().id();
    seat.open_letter();
    let letter = seat.document().id();
    seat.harness.state_mut().run(chancery::app::Command::Select(wire));
    seat.harness.run();
    seat.press(Modifiers::COMMAND, Key::K);
    seat.fill("Search actions", "link to another");
    seat.press(Modifiers::NONE, Key::Enter);
    let label = "Which article reports the same meeting?";
    assert!(seat.input(label).is_focused());
    seat.input(label).type_text("grain");
    seat.settle();
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    assert_eq!(seat.app().decided(wire, letter), Some(true));
    assert!(seat.sees("Also reported by Letter on grain"));
    assert!(!seat.sees(label));
}

#[test]
fn two_reports_side_by_side_are_saved_as_a_page() {
    let (mut seat, ..) = with_two_reports();
    seat.press(Modifiers::COMMAND, Key::Num2);
    seat.settle();
    seat.click("Save as a page…");
    let to = seat.folder.path().join("compared.html");
    seat.type_path("Save the comparison as", &to);
    seat.settle();
    let page = std::fs::read_to_string(&to).unwrap();
    for words in [
        "reworded",
        "only in the first",
        "only in the second",
        "Example Daily",
        "lighthouse on Filfla",
        "<mark>",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(page.matches("<section class=\"record").count(), 2, "each record stands below");
}
