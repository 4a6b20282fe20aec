//! Parts: the single values that a record is made of, such as the venue within the place, each a row of the
//! table in `parts.rs`.

use std::fmt;

use super::field::{Field, commitment, participant};
use super::fields::{ROWS, Values};
use super::value::PartValue;
use crate::model::{Commitment, Location, Participant, Record};

/// A row of the table: everything that is particular to one part of a record.
pub struct Part {
    /// What its input is called: "City or place".
    pub name: &'static str,
    /// Its word in sentences: "change of place".
    pub word: &'static str,
    /// Where it stands in a saved record, as a JSON pointer (RFC 6901) in which `*` is a place in a list.
    pub path: &'static str,
    /// What is said to differ where two reports of one meeting tell it differently: "the place". None for a
    /// part that is not compared.
    pub compared: Option<&'static str>,
    /// Whether it is typed letter by letter, so that all of the typing is one step.
    pub is_typed: bool,
    pub(super) access: Access,
}

/// How a part is read and set, by what it is a part of. A value of another kind sets nothing.
pub(super) enum Access {
    /// Of the record as a whole, of the kind of contact or of its day.
    Record { get: fn(&Record) -> PartValue, set: fn(&mut Record, PartValue) },
    /// Of the place of the meeting.
    Location { get: fn(&Location) -> PartValue, set: fn(&mut Location, PartValue) },
    /// Of a participant.
    Participant { get: fn(&Participant) -> PartValue, set: fn(&mut Participant, PartValue) },
    /// Of a commitment.
    Commitment { get: fn(&Commitment) -> PartValue, set: fn(&mut Commitment, PartValue) },
}

impl Part {
    /// Its value; none where that of which it is a part is not there. `of` tells which participant or
    /// commitment.
    pub fn get(&self, record: &Record, of: Option<&Field>) -> Option<PartValue> {
        match (&self.access, of) {
            (Access::Record { get, .. }, _) => Some(get(record)),
            (Access::Location { get, .. }, _) => record.meeting.location.as_ref().map(get),
            (Access::Participant { get, .. }, Some(Field::Participant(id))) => {
                participant(record, id).map(get)
            }
            (Access::Commitment { get, .. }, Some(Field::Commitment(id))) => commitment(record, id).map(get),
            _ => None,
        }
    }

    /// Its value in this participant; none for a part of something else.
    pub fn of_participant(&self, person: &Participant) -> Option<PartValue> {
        match &self.access {
            Access::Participant { get, .. } => Some(get(person)),
            _ => None,
        }
    }

    /// Its value in this commitment; none for a part of something else.
    pub fn of_commitment(&self, commitment: &Commitment) -> Option<PartValue> {
        match &self.access {
            Access::Commitment { get, .. } => Some(get(commitment)),
            _ => None,
        }
    }

    /// The field within which it stands, if that is one by itself: the place, for the venue.
    pub fn field(&self) -> Option<Field> {
        let is_within =
            |path: &str| self.path.strip_prefix(path).is_some_and(|rest| !rest.starts_with(|c| c != '/'));
        ROWS.iter().find_map(|row| match &row.values {
            Values::One { field, .. } if is_within(row.path) => Some(field.clone()),
            _ => None,
        })
    }

    /// Whether it is a part of this field.
    pub fn is_of(&self, field: &Field) -> bool {
        self.path.strip_prefix(field.row().path).is_some_and(|rest| !rest.starts_with(|c| c != '/'))
    }

    /// Whether it is a part of the meeting or of the record, and not of one in a list.
    pub fn is_single(&self) -> bool {
        matches!(self.access, Access::Record { .. } | Access::Location { .. })
    }
}

/// A part is known by where it stands.
impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl Eq for Part {}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.path)
    }
}
