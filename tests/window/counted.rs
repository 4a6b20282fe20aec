//! How many keys and how many clicks it takes to review each of the samples, value by value. The
//! manual tells the same numbers.

use std::collections::BTreeMap;

use chancery::app::Command;
use chancery::model::{ReviewStatus, Ruling};
use chancery::review::{Document, Field};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::seat::Seat;

const MANUAL: &str = include_str!("../../assets/manual/review.md");

/// A seat with the samples open, at the first of them.
fn at_the_samples() -> Seat {
    let mut seat = Seat::empty();
    seat.harness.get_by_label_contains("Open the samples").click();
    seat.harness.run();
    seat.settle();
    let first = *seat.app().listed().first().unwrap();
    seat.harness.state_mut().run(Command::Select(first));
    seat.harness.run();
    seat
}

/// Reviews every sample in turn. `rule` makes one step in the present one and says how many keys or
/// clicks it took; it is asked until the record is reviewed.
fn count(rule: fn(&mut Seat) -> usize) -> BTreeMap<String, (usize, usize)> {
    let mut seat = at_the_samples();
    let mut counts = BTreeMap::new();
    while seat.document().status() != ReviewStatus::Reviewed {
        let (id, values) = (seat.document().id(), seat.document().remaining());
        let name = seat.record().article.file_name.to_string();
        let reviewed =
            |seat: &Seat| seat.app().document(id).map(Document::status) == Some(ReviewStatus::Reviewed);
        let mut steps = 0;
        while !reviewed(&seat) {
            steps += rule(&mut seat);
        }
        counts.insert(name, (values, steps));
    }
    assert_eq!(counts.len(), seat.app().documents().len());
    counts
}

fn by_keys(seat: &mut Seat) -> usize {
    match seat.document().remaining() {
        0 => seat.press(Modifiers::COMMAND, Key::Enter),
        _ => seat.press(Modifiers::ALT, Key::Enter),
    }
    1
}

fn by_clicks(seat: &mut Seat) -> usize {
    let record = seat.record();
    let next = Field::all(record).find(|field| field.ruling(record) == Some(Ruling::Proposed));
    let button = match next {
        None => "Reviewed, next".to_owned(),
        Some(Field::Kind) => "Confirm Kind of contact".to_owned(),
        Some(Field::Date) => "Confirm Date of the meeting".to_owned(),
        Some(Field::Location) => "Confirm Place of the meeting".to_owned(),
        Some(Field::Participant(id)) => {
            let person = record.meeting.participants.iter().find(|person| person.id == id).unwrap();
            format!("Confirm Participant {}", person.name)
        }
        Some(Field::Commitment(id)) => {
            let place = record.commitments.iter().position(|commitment| commitment.id == id).unwrap();
            format!("Confirm Commitment {}", place + 1)
        }
    };
    seat.click(&button);
    1
}

#[test]
fn a_sample_takes_a_key_or_a_click_for_each_value_and_the_manual_says_how_many() {
    let (keys, clicks) = (count(by_keys), count(by_clicks));
    let mut wrong = Vec::new();
    for (name, (values, keys)) in &keys {
        let clicks = clicks[name].1;
        let row = format!("| `{name}` | {values} | {keys} | {clicks} |");
        if !MANUAL.contains(&row) {
            wrong.push(row);
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "what the manual should say");
}
