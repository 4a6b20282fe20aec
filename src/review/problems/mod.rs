//! Problems: what in a record a person should look at, in plain words beside the field; where one edit
//! would mend it, with that edit.
//!
//! A check is a function in the list below. It sees the record only, and only what is not ruled out
//! counts. A newcomer adds a function and a line.

mod commitments;
mod days;
mod meeting;
mod people;

use super::edit::RecordEdit;
use super::field::Field;
use crate::model::{Commitment, Location, MeetingDate, Participant, Record, Ruling};

/// Something in a record that a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The field beside which it is shown; none if it is the record's as a whole.
    pub field: Option<Field>,
    /// What is the matter, in a sentence.
    pub text: String,
    /// What would mend it at one stroke.
    pub remedy: Option<Remedy>,
}

/// An edit that mends a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// What it does, in words for a button.
    pub label: String,
    /// The edit.
    pub edit: RecordEdit,
}

type Check = fn(&Record, &mut Vec<Problem>);

/// Every check, in the order in which problems are listed.
const CHECKS: &[Check] = &[
    meeting::kind_missing,
    meeting::nobody_met,
    meeting::met_by_no_contact,
    meeting::place_of_a_call,
    days::missing,
    days::ends_before_it_starts,
    days::goes_on_for_long,
    days::after_publication,
    days::long_before_publication,
    days::weekday_disagrees,
    people::nameless,
    people::without_party,
    people::twice,
    commitments::wordless,
    commitments::twice,
    commitments::nobody_bound,
    commitments::bound_toward_itself,
    commitments::bound_but_absent,
    commitments::speaker_ruled_out,
    commitments::due_before_the_meeting,
    commitments::vague_but_dated,
    commitments::firm_but_conditional,
    no_evidence,
];

/// The problems of a record.
pub fn find(record: &Record) -> Vec<Problem> {
    let mut problems = Vec::new();
    for check in CHECKS {
        check(record, &mut problems);
    }
    problems
}

impl Problem {
    fn new(field: impl Into<Field>, text: impl Into<String>) -> Self {
        Self { field: Some(field.into()), text: text.into(), remedy: None }
    }

    fn mended_by(self, label: impl Into<String>, edit: RecordEdit) -> Self {
        Self { remedy: Some(Remedy { label: label.into(), edit }), ..self }
    }
}

/// A value that a person set, with no words of the article to support it. Once it is confirmed as
/// it is, it is the reviewer's own inference.
fn no_evidence(record: &Record, problems: &mut Vec<Problem>) {
    let bare = Field::ruled(record)
        .filter(|(_, ruled)| ruled.ruling == Ruling::Corrected && ruled.evidence.is_empty());
    problems.extend(bare.map(|(field, ..)| {
        let text = "No words of the article support this. Select them and press E, or mark it as inferred.";
        let edit = RecordEdit::Rule(field.clone(), Ruling::Confirmed);
        Problem::new(field, text).mended_by("Mark as inferred", edit)
    }));
}

/// The date, unless it is ruled out.
fn date(record: &Record) -> Option<&MeetingDate> {
    record.meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut)
}

/// The place, unless it is ruled out.
fn location(record: &Record) -> Option<&Location> {
    record.meeting.location.as_ref().filter(|location| location.ruling != Ruling::RuledOut)
}

/// The participants that are not ruled out.
fn people(record: &Record) -> impl Iterator<Item = &Participant> {
    record.meeting.participants.iter().filter(|p| p.ruling != Ruling::RuledOut)
}

/// The commitments that are not ruled out.
fn commitments(record: &Record) -> impl Iterator<Item = &Commitment> {
    record.commitments.iter().filter(|c| c.ruling != Ruling::RuledOut)
}
