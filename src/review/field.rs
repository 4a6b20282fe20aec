//! Fields: the values of a record that a person attends to and rules on one by one.

use super::fields::{COMMITMENT, DATE, FieldRow, KIND, LOCATION, PARTICIPANT, ROWS, Ruled, Values};
use crate::model::{Commitment, CommitmentId, Evidence, Participant, ParticipantId, Record, Ruling};

/// A value of a record that evidence and a ruling hang on; and the kind of contact, which has neither.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// How the parties were in contact.
    Kind,
    /// The day of the meeting.
    Date,
    /// The place of the meeting.
    Location,
    /// A participant.
    Participant(ParticipantId),
    /// A commitment.
    Commitment(CommitmentId),
}

impl Field {
    /// Its row in the table of fields.
    pub(super) fn row(&self) -> &'static FieldRow {
        match self {
            Self::Kind => &KIND,
            Self::Date => &DATE,
            Self::Location => &LOCATION,
            Self::Participant(_) => &PARTICIPANT,
            Self::Commitment(_) => &COMMITMENT,
        }
    }

    /// The id by which it is known in its list; none for what stands by itself.
    pub(super) fn id(&self) -> Option<&str> {
        match self {
            Self::Kind | Self::Date | Self::Location => None,
            Self::Participant(id) => Some(id.as_str()),
            Self::Commitment(id) => Some(id.as_str()),
        }
    }

    /// The fields of a record in the order of its form.
    pub fn all(record: &Record) -> impl Iterator<Item = Field> {
        ROWS.iter().flat_map(|row| match &row.values {
            Values::Bare(field) | Values::One { field, .. } => vec![field.clone()],
            Values::Many { every, .. } => every(record).into_iter().map(|(field, _)| field).collect(),
        })
    }

    /// The next field after this one that nobody has ruled on, starting over at the end.
    pub fn next_proposal(record: &Record, after: Option<&Field>) -> Option<Field> {
        let fields: Vec<Field> = Field::all(record).collect();
        let at = after.and_then(|field| fields.iter().position(|other| other == field));
        let proposed = |field: &&Field| field.ruling(record) == Some(Ruling::Proposed);
        let (before, rest) = fields.split_at_checked(at.map_or(0, |at| at + 1))?;
        rest.iter().chain(before).find(proposed).cloned()
    }

    /// The field in a word or a few.
    pub fn short(&self, record: &Record) -> String {
        (self.row().word)(record, self)
    }

    /// The full name of the field, for lists, links and screen readers.
    pub fn name(&self, record: &Record) -> String {
        (self.row().name)(record, self)
    }

    /// What the field says, in words; nothing for one whose name says it.
    pub fn in_words(&self, record: &Record) -> String {
        (self.row().in_words)(record, self)
    }

    /// What a person has said of this field; none for a value that is not there, and for the kind.
    pub fn ruling(&self, record: &Record) -> Option<Ruling> {
        self.ruled_in(record).map(|ruled| ruled.ruling)
    }

    /// The words that support this field.
    pub fn evidence<'r>(&self, record: &'r Record) -> &'r [Evidence] {
        self.ruled_in(record).map_or(&[], |ruled| ruled.evidence)
    }

    /// Every field that is there and has a ruling, in one go: a record from elsewhere may have thousands.
    pub fn ruled(record: &Record) -> impl Iterator<Item = (Self, Ruled<'_>)> {
        ROWS.iter().flat_map(|row| match &row.values {
            Values::Bare(_) => Vec::new(),
            Values::One { field, get, .. } => {
                get(record).map(|ruled| (field.clone(), ruled)).into_iter().collect()
            }
            Values::Many { every, .. } => every(record),
        })
    }

    fn ruled_in<'r>(&self, record: &'r Record) -> Option<Ruled<'r>> {
        match &self.row().values {
            Values::Bare(_) => None,
            Values::One { get, .. } => get(record),
            Values::Many { get, .. } => get(record, self),
        }
    }

    /// The field's evidence and ruling, to change.
    pub fn parts_mut<'r>(&self, record: &'r mut Record) -> Option<(&'r mut Vec<Evidence>, &'r mut Ruling)> {
        match &self.row().values {
            Values::Bare(_) => None,
            Values::One { get_mut, .. } => get_mut(record),
            Values::Many { get_mut, .. } => get_mut(record, self),
        }
    }
}

/// The participant with this id.
pub fn participant<'r>(record: &'r Record, id: &ParticipantId) -> Option<&'r Participant> {
    record.meeting.participants.iter().find(|p| p.id == *id)
}

/// The commitment with this id.
pub fn commitment<'r>(record: &'r Record, id: &CommitmentId) -> Option<&'r Commitment> {
    record.commitments.iter().find(|c| c.id == *id)
}

impl From<ParticipantId> for Field {
    fn from(id: ParticipantId) -> Self {
        Self::Participant(id)
    }
}

impl From<CommitmentId> for Field {
    fn from(id: CommitmentId) -> Self {
        Self::Commitment(id)
    }
}
