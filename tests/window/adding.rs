//! What is added from selected words is filled as the engine fills what it proposes, and what is there already is
//! said to be.

use chancery::app::Command;
use chancery::model::{Commitment, Participant, Ruling};
use chancery::review::{Field, RecordEdit};
use egui::{Key, Modifiers};

use crate::seat::Seat;

const TALKS: &str = "Malta and Tunisia agree on a ferry

VALLETTA, 14 March 2021 - Malta's Minister for Foreign Affairs Maria Zerafa met Tunisian Foreign Minister Karim Ben \
Yedder in Valletta on Friday.

Ben Yedder said that Tunisia intends to send engineers to Valletta next month, and thanked his host for the warm \
welcome.

Zerafa's predecessor, Ambassador Carmen Vassallo of Malta, saw the engineers off by the end of June 2021.
";

fn at_the_talks() -> Seat {
    Seat::on("talks.txt", TALKS)
}

/// Finds words, which closing the bar selects, and makes them a value by a key.
fn take(seat: &mut Seat, words: &str, key: Key) {
    seat.press(Modifiers::COMMAND, Key::F);
    seat.fill("Find in the article", words);
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::NONE, key);
    seat.harness.run();
}

fn people(seat: &Seat) -> &[Participant] {
    &seat.record().meeting.participants
}

fn commitments(seat: &Seat) -> &[Commitment] {
    &seat.record().commitments
}

/// The window on the talks with nobody in the record.
fn without_people() -> Seat {
    let mut seat = at_the_talks();
    for person in people(&seat).to_vec() {
        seat.harness.state_mut().run(Command::Edit(RecordEdit::RemoveParticipant(person.id)));
    }
    seat.harness.run();
    seat
}

#[test]
fn a_participant_is_parted_into_name_title_and_party() {
    let mut seat = at_the_talks();
    let before = people(&seat).len();
    take(&mut seat, "Ambassador Carmen Vassallo of Malta", Key::P);
    assert_eq!(people(&seat).len(), before + 1);
    let added = people(&seat).last().unwrap();
    let party = added.party.as_ref().unwrap().code.as_str();
    assert_eq!(
        (added.name.as_str(), added.title.as_deref(), party),
        ("Carmen Vassallo", Some("Ambassador"), "MLT")
    );
    assert_eq!(added.evidence[0].exact(), "Ambassador Carmen Vassallo of Malta");
    assert_eq!(seat.document().focus(), Some(&Field::Participant(added.id.clone())));
}

#[test]
fn who_is_there_already_is_said_to_be_and_turned_to() {
    let mut seat = at_the_talks();
    let (id, count) = (people(&seat)[0].id.clone(), people(&seat).len());
    for words in ["Malta's Minister for Foreign Affairs Maria Zerafa", "Zerafa"] {
        take(&mut seat, words, Key::P);
        assert_eq!(people(&seat).len(), count, "{words}");
        assert_eq!(seat.document().focus(), Some(&Field::Participant(id.clone())));
        assert!(seat.sees("Already there: participant 1, Maria Zerafa. Nothing was added."));
    }
}

#[test]
fn who_was_rejected_is_brought_back() {
    let mut seat = without_people();
    assert_eq!(people(&seat)[0].ruling, Ruling::RuledOut);
    take(&mut seat, "Maria Zerafa", Key::P);
    assert_eq!(people(&seat)[0].ruling, Ruling::Confirmed);
    assert!(seat.sees("participant 1, Maria Zerafa had been rejected, and is back."));
}

#[test]
fn a_commitment_has_who_is_bound_who_said_so_and_to_whom() {
    let mut seat = at_the_talks();
    let before = commitments(&seat).len();
    take(&mut seat, "thanked his host for the warm welcome", Key::C);
    assert_eq!(commitments(&seat).len(), before + 1);
    let added = commitments(&seat).last().unwrap();
    let codes = |parties: &[chancery::model::Party]| {
        parties.iter().map(|party| party.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        (codes(&added.parties), codes(&added.toward)),
        (vec!["TUN".to_owned()], vec!["MLT".to_owned()])
    );
    let speaker = people(&seat).iter().find(|person| person.name == "Karim Ben Yedder").unwrap();
    assert_eq!(added.speaker.as_ref(), Some(&speaker.id));
    take(&mut seat, "saw the engineers off by the end of June 2021", Key::C);
    let added = commitments(&seat).last().unwrap();
    assert_eq!(added.deadline.map(|deadline| deadline.to_string()).as_deref(), Some("2021-06"));
}

#[test]
fn a_commitment_that_is_there_already_is_turned_to() {
    let mut seat = at_the_talks();
    let count = commitments(&seat).len();
    let words = commitments(&seat)[0].evidence[0].exact().to_owned();
    take(&mut seat, &words, Key::C);
    assert_eq!(commitments(&seat).len(), count);
    assert_eq!(seat.document().focus(), Some(&Field::Commitment(commitments(&seat)[0].id.clone())));
    assert!(seat.sees("Already there: commitment 1. Nothing was added."));
}

#[test]
fn words_that_take_the_place_of_several_say_so() {
    let mut seat = at_the_talks();
    let id = people(&seat)[0].id.clone();
    seat.harness.state_mut().run(Command::Edit(RecordEdit::SameWords(Field::Participant(id.clone()))));
    seat.harness.state_mut().run(Command::Focus(Some(Field::Participant(id))));
    seat.harness.run();
    let before = people(&seat)[0].evidence.len();
    assert!(before > 1);
    take(&mut seat, "Valletta on Friday", Key::E);
    assert_eq!(people(&seat)[0].evidence.len(), 1);
    assert!(seat.sees(&format!("in place of {before} others")));
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(people(&seat)[0].evidence.len(), before, "and it is undone at one stroke");
}
