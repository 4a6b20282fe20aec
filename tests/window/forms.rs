//! The forms: every kind of field can be edited, and every edit taken back.

use chancery::model::{MeetingKind, Obligation, Role, Ruling};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

#[test]
fn every_field_of_the_meeting_can_be_edited_and_all_of_it_undone() {
    let mut seat = Seat::at_the_talks();
    let before = seat.record().clone();
    seat.choose("Kind of contact", "Video call");
    seat.fill("First day", "16 Oct 2020");
    seat.fill("Last day", "2020-10-18");
    seat.fill("City or place", "Sfax");
    seat.pick("Country", "tunis");
    seat.fill("Venue", "the town hall");
    seat.fill("Headline", "A headline of ours");
    seat.enter("Notes", "Looked at twice.");
    let record = seat.record();
    assert_eq!(record.meeting.known_kind(), Some(MeetingKind::VideoCall));
    let date = record.meeting.date.as_ref().unwrap();
    assert_eq!(
        (date.start.to_string(), date.end.unwrap().to_string()),
        ("2020-10-16".into(), "2020-10-18".into())
    );
    assert_eq!(date.ruling, Ruling::Corrected);
    let location = record.meeting.location.as_ref().unwrap();
    assert_eq!(location.place.as_deref(), Some("Sfax"));
    assert_eq!(location.country.as_ref().unwrap().as_str(), "TUN");
    assert_eq!(location.venue.as_deref(), Some("the town hall"));
    assert_eq!(record.article.title.as_deref(), Some("A headline of ours"));
    assert_eq!(record.review.notes, "Looked at twice.");
    seat.undo_all();
    assert_eq!(*seat.record(), before);
}

#[test]
fn every_field_of_a_participant_can_be_edited_and_all_of_it_undone() {
    let mut seat = Seat::at_the_talks();
    let before = seat.record().clone();
    seat.click("Participant Slim Gharbi");
    seat.fill("Name", "Selim Gharbi");
    seat.enter("Title", "Minister of Fisheries");
    seat.pick("Party", "libya");
    seat.choose("Role", "Witness");
    let person = seat.record().meeting.participants[1].clone();
    assert_eq!(person.name, "Selim Gharbi");
    assert_eq!(person.title.as_deref(), Some("Minister of Fisheries"));
    assert_eq!(person.party.unwrap().code.as_str(), "LBY");
    assert_eq!(person.role, Role::Witness);
    seat.click("Move up");
    assert_eq!(seat.record().meeting.participants[0].name, "Selim Gharbi");
    seat.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(seat.record().meeting.participants[1].name, "Selim Gharbi");
    seat.undo_all();
    assert_eq!(*seat.record(), before);
}

#[test]
fn every_field_of_a_commitment_can_be_edited_and_all_of_it_undone() {
    let mut seat = Seat::at_the_talks();
    let before = seat.record().clone();
    seat.click("Commitment 1");
    seat.fill("Undertaking", "Malta will reopen the line");
    seat.pick("Parties", "tunisia");
    seat.pick("Toward", "italy");
    seat.choose("Speaker", "Leila Trabelsi");
    seat.choose("Obligation", Obligation::Legal.label());
    seat.choose("Precision", "3 · with amount or deadline and more");
    seat.fill("Deadline", "autumn 2021");
    seat.enter("Condition", "if the weather allows");
    seat.pick("Topics", "transp");
    let commitment = seat.record().commitments[0].clone();
    let codes: Vec<&str> = commitment.parties.iter().map(|party| party.code.as_str()).collect();
    assert_eq!(commitment.text, "Malta will reopen the line");
    assert_eq!(codes, ["MLT", "TUN"]);
    assert_eq!(commitment.toward[0].code.as_str(), "ITA");
    assert_eq!(commitment.speaker.unwrap().as_str(), "p4");
    assert_eq!(commitment.obligation, Obligation::Legal);
    assert_eq!(commitment.precision.get(), 3);
    assert_eq!(commitment.deadline.unwrap().to_string(), "2021-23");
    assert_eq!(commitment.condition.as_deref(), Some("if the weather allows"));
    assert_eq!(commitment.topics, ["transport"]);
    seat.click("Remove Malta from Parties");
    assert_eq!(seat.record().commitments[0].parties.len(), 1);
    seat.undo_all();
    assert_eq!(*seat.record(), before);
}

#[test]
fn people_and_commitments_are_added_struck_and_restored() {
    let mut seat = Seat::at_the_talks();
    seat.click("Add a participant");
    seat.fill("Name", "Rita Camilleri");
    seat.click("Add a commitment");
    seat.enter("Undertaking", "Both will meet again");
    assert_eq!(seat.record().meeting.participants.len(), 5);
    assert_eq!(seat.record().commitments.len(), 5);

    seat.click("Reject Participant Slim Gharbi");
    assert_eq!(seat.record().meeting.participants[1].ruling, Ruling::RuledOut, "kept for the audit");
    seat.click("Restore Participant Slim Gharbi");
    assert_eq!(seat.record().meeting.participants[1].ruling, Ruling::Proposed);

    seat.click("Reject Participant Rita Camilleri");
    assert_eq!(seat.record().meeting.participants.len(), 4, "what a reviewer added goes for good");
}

#[test]
fn a_new_participant_can_be_typed_at_once() {
    let mut seat = Seat::at_the_talks();
    seat.click("Add a participant");
    assert!(seat.input("Name").is_focused());
}

#[test]
fn a_day_that_cannot_be_read_stays_as_typed_and_says_what_is_expected() {
    let mut seat = Seat::at_the_talks();
    seat.fill("First day", "31 Feb 2021");
    let expected =
        "The calendar has no such day. Type a day, such as 2021-10-16, 16 Oct 2021, 16 Oct or last Fri.";
    assert!(seat.sees(expected));
    seat.input("Venue").focus();
    seat.harness.run();
    assert_eq!(seat.input("First day").value().as_deref(), Some("31 Feb 2021"), "it outlives its focus");
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().start.to_string(), "2021-03-12");
    seat.enter("First day", "28 Feb 2021");
    assert!(!seat.sees("The calendar has no such day"));
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().start.to_string(), "2021-02-28");
}

#[test]
fn undo_within_an_input_takes_back_the_last_step_of_the_record() {
    let mut seat = Seat::at_the_talks();
    seat.click("Confirm Date of the meeting");
    seat.fill("Venue", "the town hall");
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.input("Venue").value().as_deref(), Some("Auberge de Castille"));
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Proposed);
    seat.press(Modifiers::COMMAND, Key::Y);
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(seat.input("Venue").value().as_deref(), Some("the town hall"));
}

#[test]
fn words_can_be_typed_with_spaces_between() {
    let mut seat = Seat::at_the_talks();
    seat.fill("Venue", "");
    for letters in ["the", " ", "town", " ", "hall"] {
        seat.input("Venue").type_text(letters);
        seat.harness.run();
    }
    assert_eq!(seat.input("Venue").value().as_deref(), Some("the town hall"));
}

#[test]
fn a_picker_is_worked_by_keys_alone() {
    let mut seat = Seat::at_the_talks();
    seat.input("Country").focus();
    seat.harness.run();
    seat.input("Country").type_text("guinea");
    seat.harness.run();
    let answers = seat.harness.query_all_by_label_contains("Guinea").count();
    assert!(answers > 1, "several are offered");
    seat.press(Modifiers::NONE, Key::Escape);
    assert_eq!(seat.input("Country").value().as_deref(), Some("Malta"), "Escape cancels");
    seat.pick("Country", "gnb");
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().country.as_ref().unwrap().as_str(), "GNB");
}

#[test]
fn a_picker_is_worked_by_the_pointer() {
    let mut seat = Seat::at_the_talks();
    seat.input("Country").click();
    seat.harness.run();
    seat.input("Country").type_text("iceland");
    seat.harness.run();
    seat.harness.get_by_label_contains("Iceland").click();
    seat.harness.run();
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().country.as_ref().unwrap().as_str(), "ISL");
    seat.input("Country").click();
    seat.harness.run();
    seat.click("No country");
    assert_eq!(seat.record().meeting.location.as_ref().unwrap().country, None);
}

#[test]
fn a_party_that_no_table_has_can_be_typed() {
    let mut seat = Seat::at_the_talks();
    seat.click("Participant Slim Gharbi");
    seat.pick("Party", "ZQXW");
    assert_eq!(seat.record().meeting.participants[1].party.as_ref().unwrap().code.as_str(), "ZQXW");
}

#[test]
fn another_reading_of_the_day_is_one_click_away() {
    let mut seat = Seat::on("line.txt", include_str!("../fixtures/review/harbour-line.txt"));
    let start = |seat: &Seat| seat.record().meeting.date.as_ref().unwrap().start.to_string();
    assert_eq!(start(&seat), "2021-03-12");
    seat.click("Fri 19 Mar 2021");
    assert_eq!(start(&seat), "2021-03-19");
    assert!(seat.sees("Friday 19 March 2021, from the weekday"));
    seat.click("Fri 12 Mar 2021");
    assert_eq!(start(&seat), "2021-03-12");
    seat.undo_all();
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().ruling, Ruling::Proposed);
}

#[test]
fn a_day_is_typed_as_people_say_it_and_shown_as_it_was_read() {
    let mut seat = Seat::at_the_talks();
    seat.enter("First day", "last Wed");
    assert!(
        seat.sees("Wednesday 10 March 2021, set by the reviewer"),
        "the article is of Sunday 14 March 2021"
    );
    seat.enter("First day", "11 Mar");
    assert!(seat.sees("Thursday 11 March 2021, set by the reviewer"));
    seat.fill("First day", "Mon 11 Mar");
    assert!(seat.sees("11 March 2021 is a Thursday."), "the two disagree");
    assert_eq!(seat.record().meeting.date.as_ref().unwrap().start.to_string(), "2021-03-11");
}

#[test]
fn several_days_that_are_typed_as_the_first_fill_the_last_too() {
    let mut seat = Seat::at_the_talks();
    let before = seat.record().clone();
    seat.enter("First day", "10-12 Mar");
    assert!(seat.sees("Wednesday 10 March 2021 to Friday 12 March 2021, set by the reviewer"));
    assert_eq!(seat.input("Last day").value().as_deref(), Some("2021-03-12"));
    seat.enter("First day", "March 30 to April 2, 2021");
    let date = seat.record().meeting.date.clone().unwrap();
    assert_eq!(
        (date.start.to_string(), date.end.unwrap().to_string()),
        ("2021-03-30".into(), "2021-04-02".into())
    );
    seat.undo_all();
    assert_eq!(*seat.record(), before);
}

#[test]
fn the_history_leads_back_and_forth() {
    let mut seat = Seat::at_the_talks();
    let before = seat.record().clone();
    seat.fill("Venue", "the town hall");
    seat.choose("Kind of contact", "Video call");
    let after = seat.record().clone();
    seat.press(Modifiers::COMMAND, Key::H);
    seat.click("0  as it was opened");
    assert_eq!(*seat.record(), before);
    seat.click("2  change of kind");
    assert_eq!(*seat.record(), after);
    seat.click("1  change of venue");
    assert_eq!(seat.record().meeting.kind, before.meeting.kind);
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("1  change of venue"), "the sheet is put away");
}

#[test]
fn problems_are_listed_walked_and_asked_about_once() {
    let mut seat = Seat::at_the_talks();
    seat.enter("Last day", "10 Mar");
    seat.click("1 problem");
    seat.click("Date of the meeting: The meeting ends before it starts.");
    assert_eq!(seat.document().focus(), Some(&chancery::review::Field::Date));
    seat.press(Modifiers::COMMAND, Key::Enter);
    assert!(seat.sees("1 problem is open: The meeting ends before it starts. Press Ctrl+Enter again"));
    assert_ne!(seat.record().review.status, chancery::model::ReviewStatus::Reviewed);
    seat.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(seat.record().review.status, chancery::model::ReviewStatus::Reviewed);
}
