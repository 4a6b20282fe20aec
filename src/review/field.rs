//! Fields: the values of a record that a person attends to and rules on one by one. What is particular to
//! each stands in the table of `fields.rs`.

use crate::model::{Commitment, CommitmentId, Participant, ParticipantId, Record};

/// A value of a record that evidence and a ruling hang on.
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
    /// The id by which it is known in its list; none for what stands by itself.
    pub(super) fn id(&self) -> Option<&str> {
        match self {
            Self::Kind | Self::Date | Self::Location => None,
            Self::Participant(id) => Some(id.as_str()),
            Self::Commitment(id) => Some(id.as_str()),
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
