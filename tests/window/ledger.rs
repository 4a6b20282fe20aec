//! The ledger: all commitments in one table, sorted, narrowed, followed to their words, copied.

use chancery::model::{CommitmentId, Record};
use chancery::review::Field;
use egui::{Event, Key, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;
use crate::talks;

/// A window on the ledger of the talks.
fn at_the_ledger() -> Seat {
    let mut seat = Seat::at_the_talks();
    show(&mut seat);
    seat
}

fn show(seat: &mut Seat) {
    seat.press(Modifiers::COMMAND, Key::Num3);
    // It is made, and then the words in sight are read.
    seat.settle();
    seat.settle();
}

/// What a screen reader says of the rows, from top to bottom.
fn rows(seat: &Seat) -> Vec<String> {
    let rows = seat.harness.query_all_by_role(Role::ListItem).filter_map(|node| {
        let label = node.accesskit_node().label()?;
        label.contains(", in ").then_some((node.rect().top(), label))
    });
    let mut rows: Vec<(f32, String)> = rows.collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    rows.into_iter().map(|(_, label)| label).collect()
}

/// How many rows there should be.
fn standing(record: &Record) -> usize {
    record.commitments.len()
}

#[test]
fn the_ledger_has_a_row_for_every_commitment() {
    let seat = at_the_ledger();
    let record = talks::record();
    assert_eq!(rows(&seat).len(), standing(&record));
    for commitment in &record.commitments {
        assert!(rows(&seat).iter().any(|row| row.contains(&commitment.text)), "{}", commitment.text);
    }
    assert!(seat.sees(&format!("{} commitments", standing(&record))));
}

#[test]
fn a_heading_sorts_and_sorts_the_other_way_round() {
    let mut seat = at_the_ledger();
    seat.click("Sort by who");
    let who = |seat: &Seat| -> Vec<String> {
        rows(seat).iter().filter_map(|row| row.split(':').next()).map(str::to_owned).collect()
    };
    let mut sorted = who(&seat);
    sorted.sort();
    assert_eq!(who(&seat), sorted);
    seat.click("Sort by who");
    sorted.reverse();
    assert_eq!(who(&seat), sorted);
}

#[test]
fn a_click_on_a_row_goes_to_its_words() {
    let mut seat = at_the_ledger();
    let record = seat.record().clone();
    let last = record.commitments.last().unwrap();
    seat.harness.get_by_label_contains(&format!(": {}", last.text)).click();
    seat.harness.run();
    assert_eq!(seat.document().focus(), Some(&Field::Commitment(last.id.clone())));
    assert!(seat.input("Article").value().unwrap().contains("harbour"), "the article is shown again");
    assert!(rows(&seat).is_empty());
}

#[test]
fn the_keys_go_through_the_rows_choose_several_and_open_one() {
    let mut seat = at_the_ledger();
    seat.press(Modifiers::NONE, Key::ArrowDown);
    let before = rows(&seat);
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.press(Modifiers::NONE, Key::X);
    assert_eq!(rows(&seat), before, "letters do nothing");
    seat.press(Modifiers::SHIFT, Key::ArrowUp);
    assert!(seat.sees("Copy 2"));
    seat.harness.input_mut().events.push(Event::Copy);
    seat.harness.step();
    seat.harness.state_mut().settle();
    seat.harness.step();
    let copied = seat.harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.map(|text| text.lines().count()), Some(3), "two rows and their heading");
    seat.press(Modifiers::NONE, Key::Home);
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(matches!(seat.document().focus(), Some(Field::Commitment(_))));
    assert!(rows(&seat).is_empty());
}

#[test]
fn the_ledger_is_narrowed_by_a_party_by_words_and_by_chips() {
    let mut seat = at_the_ledger();
    let all = rows(&seat).len();
    let bound = seat.record().commitments.first().unwrap().parties.first().unwrap().name.to_string();
    seat.pick("Who is bound", &bound);
    let left = rows(&seat);
    assert!(!left.is_empty() && left.iter().all(|row| row.contains(&bound)), "{left:?}");
    seat.click("Show all");
    assert_eq!(rows(&seat).len(), all);
    seat.fill("Words of the commitment", "zebra");
    seat.settle();
    assert!(seat.sees("No commitments match."));
    seat.click("Show all commitments");
    assert_eq!(rows(&seat).len(), all);
    seat.click("With a deadline");
    let with = seat.record().commitments.iter().filter(|commitment| commitment.deadline.is_some()).count();
    assert_eq!(rows(&seat).len(), with);
}

#[test]
fn an_edit_shows_in_the_ledger() {
    let mut seat = at_the_ledger();
    let first = CommitmentId::numbered(1);
    let text = "reopen the ferry".to_owned();
    seat.harness
        .state_mut()
        .run(chancery::app::Command::Edit(chancery::review::RecordEdit::CommitmentText(first, text)));
    seat.harness.run();
    seat.settle();
    assert!(rows(&seat).iter().any(|row| row.contains("reopen the ferry")));
}

#[test]
fn a_ledger_without_commitments_says_what_would_be_in_it() {
    let mut seat = Seat::on("note.txt", "A note\n\nNothing was said of anything.\n");
    show(&mut seat);
    assert!(seat.sees("No commitments yet."));
}
