//! Checks of the kind of contact against what else the record says.

use super::{Problem, location, people};
use crate::model::{MeetingKind, Record, Ruling};
use crate::review::edit::RecordEdit;
use crate::review::field::Field;

/// A contact is between people; a record of one that names nobody is not finished.
pub(super) fn nobody_met(record: &Record, problems: &mut Vec<Problem>) {
    if record.meeting.kind.is_contact() && people(record).next().is_none() {
        let text = "Nobody took part yet. Add a participant, or choose that there was no meeting.";
        problems.push(Problem::new(Field::Kind, text));
    }
}

pub(super) fn met_by_no_contact(record: &Record, problems: &mut Vec<Problem>) {
    let kind = record.meeting.kind;
    if kind == MeetingKind::NotDiplomatic && people(record).next().is_some() {
        let text = format!("The kind is \u{201C}{}\u{201D}, but there are participants.", kind.label());
        problems.push(Problem::new(Field::Kind, text));
    }
}

/// Calls and letters take place nowhere in particular.
pub(super) fn place_of_a_call(record: &Record, problems: &mut Vec<Problem>) {
    let kind = record.meeting.kind;
    if kind.is_contact() && !kind.has_place() && location(record).is_some() {
        let text = format!("The kind is \u{201C}{}\u{201D}, which has no place.", kind.label());
        let edit = RecordEdit::Rule(Field::Location, Ruling::RuledOut);
        problems.push(Problem::new(Field::Location, text).mended_by("Rule the place out", edit));
    }
}
