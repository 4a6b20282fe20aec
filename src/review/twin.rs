//! Twins: the same person or commitment in the records of two contacts of one article, as it is where a value was
//! moved from one to the other, or where both were proposed with it.

use super::edit::{RecordEdit, is_same_commitment, is_same_person};
use super::field::{Field, commitment, participant};
use super::origin::is_added;
use crate::model::{Record, Ruling};

/// The value of another record that is the same person or commitment as this one, rejected there or not; one that
/// stands before one that is rejected.
pub fn twin(record: &Record, field: &Field, other: &Record) -> Option<Field> {
    let found: Vec<Field> = match field {
        Field::Participant(id) => {
            let person = participant(record, id)?;
            let others = other.meeting.participants.iter().filter(|there| is_same_person(person, there));
            others.map(|there| there.id.clone().into()).collect()
        }
        Field::Commitment(id) => {
            let said = commitment(record, id)?;
            let others = other.commitments.iter().filter(|there| is_same_commitment(said, there));
            others.map(|there| there.id.clone().into()).collect()
        }
        Field::Kind | Field::Date | Field::Location => return None,
    };
    let standing = found.iter().find(|found| stands(other, found)).cloned();
    standing.or_else(|| found.into_iter().next())
}

/// Whether the same person or commitment stands in another record, and is not rejected there.
pub fn stands_in(record: &Record, field: &Field, other: &Record) -> bool {
    twin(record, field, other).is_some_and(|there| stands(other, &there))
}

/// Whether the same person or commitment was put into another record by somebody, and stands there: what was proposed
/// in both was not moved from one to the other.
pub fn was_put_in(record: &Record, field: &Field, other: &Record) -> bool {
    twin(record, field, other).is_some_and(|there| stands(other, &there) && is_added(other, &there))
}

/// What people put into a record that is about to go.
#[derive(Debug, Default, PartialEq)]
pub struct PutIn {
    /// What was moved from another record: it is rejected there, and would be in none.
    pub moved: Vec<Field>,
    /// What is in no other record, so that it goes with this one.
    pub alone: Vec<Field>,
}

impl PutIn {
    /// What people put into a record, beside those of the article's other contacts.
    pub fn of(record: &Record, others: &[&Record]) -> Self {
        let people = record.meeting.participants.iter().map(|person| person.id.clone().into());
        let said = record.commitments.iter().map(|commitment| commitment.id.clone().into());
        let put_in = people.chain(said).filter(|field| stands(record, field) && is_added(record, field));
        let mut found = Self::default();
        for field in put_in {
            if others.iter().any(|other| stands_in(record, &field, other)) {
                continue;
            }
            let was_moved = others.iter().any(|other| twin(record, &field, other).is_some());
            if was_moved { &mut found.moved } else { &mut found.alone }.push(field);
        }
        found
    }
}

/// What gives these values of a record back to another one, from which they were moved; nothing where none was.
pub fn giving_back(record: &Record, moved: &[Field], other: &Record) -> Option<RecordEdit> {
    let theirs = moved.iter().filter(|field| twin(record, field, other).is_some());
    let edits: Vec<RecordEdit> = theirs.filter_map(|field| RecordEdit::take_of(record, field)).collect();
    (!edits.is_empty()).then_some(RecordEdit::GiveBack(edits))
}

/// Whether a value is not rejected.
fn stands(record: &Record, field: &Field) -> bool {
    field.ruling(record).is_some_and(|ruling| ruling != Ruling::RuledOut)
}
