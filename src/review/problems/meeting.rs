//! Checks of the kind of contact against what else the record says.

use super::{Problem, date, location, people};
use crate::model::{MeetingKind, Record, Ruling};
use crate::review::edit::RecordEdit;
use crate::review::field::Field;

/// A contact is between people; a record of one that names nobody is not finished.
pub(super) fn nobody_met(record: &Record, problems: &mut Vec<Problem>) {
    let is_contact = record.meeting.known_kind().is_some_and(MeetingKind::is_contact);
    if is_contact && people(record).next().is_none() {
        let text = "Nobody took part yet. Add a participant, or choose that there was no meeting.";
        problems.push(Problem::new(Field::Kind, text));
    }
}

pub(super) fn met_by_no_contact(record: &Record, problems: &mut Vec<Problem>) {
    let none = record.meeting.known_kind().filter(|kind| *kind == MeetingKind::NotDiplomatic);
    if let Some(kind) = none.filter(|_| people(record).next().is_some()) {
        let text = format!("The kind is \u{201C}{}\u{201D}, but there are participants.", kind.label());
        problems.push(Problem::new(Field::Kind, text));
    }
}

/// Whoever says when, where or between whom a contact was can say how.
pub(super) fn kind_missing(record: &Record, problems: &mut Vec<Problem>) {
    let is_told = date(record).is_some() || location(record).is_some() || people(record).next().is_some();
    if record.meeting.kind.is_none() && is_told {
        problems.push(Problem::new(Field::Kind, "No kind: how were the parties in contact?"));
    }
}

/// Calls and letters take place nowhere in particular.
pub(super) fn place_of_a_call(record: &Record, problems: &mut Vec<Problem>) {
    let placeless = record.meeting.known_kind().filter(|kind| kind.is_contact() && !kind.has_place());
    if let Some(kind) = placeless.filter(|_| location(record).is_some()) {
        let text = format!("The kind is \u{201C}{}\u{201D}, which has no place.", kind.label());
        let edit = RecordEdit::Rule(Field::Location, Ruling::RuledOut);
        problems.push(Problem::new(Field::Location, text).mended_by("Reject the place", edit));
    }
}
