//! Problems: what in a record a person should look at, in plain words beside the field.
//!
//! A check is a function in the list below. It sees the record only, and only what is not ruled out
//! counts. A newcomer adds a function and a line.

mod commitments;
mod days;
mod people;

use super::Field;
use crate::model::{Commitment, MeetingDate, Participant, Record, Ruling};

/// Something in a record that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field beside which it is shown; none if it is the record's as a whole.
    pub field: Option<Field>,
    /// What is the matter, in a sentence.
    pub text: String,
}

type Check = fn(&Record, &mut Vec<Problem>);

/// Every check, in the order in which problems are listed.
const CHECKS: &[Check] = &[
    days::ends_before_it_starts,
    days::after_publication,
    days::weekday_disagrees,
    people::nameless,
    people::without_party,
    people::twice,
    commitments::nobody_bound,
    commitments::bound_but_absent,
    commitments::speaker_ruled_out,
    commitments::due_before_the_meeting,
    no_evidence,
];

/// The problems of a record.
pub(super) fn find(record: &Record) -> Vec<Problem> {
    let mut problems = Vec::new();
    for check in CHECKS {
        check(record, &mut problems);
    }
    problems
}

impl Problem {
    fn new(field: impl Into<Field>, text: impl Into<String>) -> Self {
        Self { field: Some(field.into()), text: text.into() }
    }
}

/// A value that no words of the article support.
fn no_evidence(record: &Record, problems: &mut Vec<Problem>) {
    let stands = |ruling: Option<Ruling>| ruling.is_some_and(|ruling| ruling != Ruling::RuledOut);
    let bare = Field::all(record).filter(|f| stands(f.ruling(record)) && f.evidence(record).is_empty());
    problems.extend(bare.map(|field| {
        Problem::new(field, "No words of the article support this. Select them and set them as evidence.")
    }));
}

/// The date, unless it is ruled out.
fn date(record: &Record) -> Option<&MeetingDate> {
    record.meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut)
}

/// The participants that are not ruled out.
fn people(record: &Record) -> impl Iterator<Item = &Participant> {
    record.meeting.participants.iter().filter(|p| p.ruling != Ruling::RuledOut)
}

/// The commitments that are not ruled out.
fn commitments(record: &Record) -> impl Iterator<Item = &Commitment> {
    record.commitments.iter().filter(|c| c.ruling != Ruling::RuledOut)
}
