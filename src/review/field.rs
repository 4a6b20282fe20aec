//! Fields: the values of a record that a person attends to and rules on one by one.

use crate::model::{
    CommitmentId, Evidence, Location, MeetingDate, Participant, ParticipantId, Record, Ruling,
};

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
    /// The fields of a record in the order of its form.
    pub fn all(record: &Record) -> impl Iterator<Item = Field> {
        let participants = record.meeting.participants.iter().map(|p| Field::Participant(p.id.clone()));
        let commitments = record.commitments.iter().map(|c| Field::Commitment(c.id.clone()));
        [Field::Kind, Field::Date, Field::Location].into_iter().chain(participants).chain(commitments)
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
        match self {
            Self::Kind => "kind".to_owned(),
            Self::Date => "day".to_owned(),
            Self::Location => "place".to_owned(),
            Self::Participant(id) => {
                participant(record, id).map_or_else(|| id.to_string(), |person| person.name.to_string())
            }
            Self::Commitment(id) => {
                let place = record.commitments.iter().position(|commitment| commitment.id == *id);
                place.map_or_else(|| id.to_string(), |place| format!("commitment {}", place + 1))
            }
        }
    }

    /// What a person has said of this field; none for a value that is not there, and for the kind.
    pub fn ruling(&self, record: &Record) -> Option<Ruling> {
        self.parts(record).map(|(_, ruling)| ruling)
    }

    /// The words that support this field.
    pub fn evidence<'r>(&self, record: &'r Record) -> &'r [Evidence] {
        self.parts(record).map_or(&[], |(evidence, _)| evidence)
    }

    /// Every field that is there and has a ruling, with its evidence and its ruling, in one go: a record from
    /// elsewhere may have thousands.
    pub(super) fn ruled(record: &Record) -> impl Iterator<Item = (Self, &[Evidence], Ruling)> {
        let meeting = &record.meeting;
        let date = meeting.date.iter().map(|date| (Self::Date, &*date.evidence, date.ruling));
        let place = meeting.location.iter().map(|at| (Self::Location, &*at.evidence, at.ruling));
        let people = meeting.participants.iter();
        let people = people.map(|p| (Self::Participant(p.id.clone()), &*p.evidence, p.ruling));
        let commitments = record.commitments.iter();
        let commitments = commitments.map(|c| (Self::Commitment(c.id.clone()), &*c.evidence, c.ruling));
        date.chain(place).chain(people).chain(commitments)
    }

    fn parts<'r>(&self, record: &'r Record) -> Option<(&'r [Evidence], Ruling)> {
        match self {
            Self::Kind => None,
            Self::Date => record.meeting.date.as_ref().map(|d| (&*d.evidence, d.ruling)),
            Self::Location => record.meeting.location.as_ref().map(|l| (&*l.evidence, l.ruling)),
            Self::Participant(id) => participant(record, id).map(|p| (&*p.evidence, p.ruling)),
            Self::Commitment(id) => {
                record.commitments.iter().find(|c| c.id == *id).map(|c| (&*c.evidence, c.ruling))
            }
        }
    }

    /// The field's evidence and ruling, to change.
    pub fn parts_mut<'r>(&self, record: &'r mut Record) -> Option<(&'r mut Vec<Evidence>, &'r mut Ruling)> {
        let meeting = &mut record.meeting;
        match self {
            Self::Kind => None,
            Self::Date => {
                meeting.date.as_mut().map(|MeetingDate { evidence, ruling, .. }| (evidence, ruling))
            }
            Self::Location => {
                meeting.location.as_mut().map(|Location { evidence, ruling, .. }| (evidence, ruling))
            }
            Self::Participant(id) => {
                let found = meeting.participants.iter_mut().find(|p| p.id == *id);
                found.map(|Participant { evidence, ruling, .. }| (evidence, ruling))
            }
            Self::Commitment(id) => {
                let found = record.commitments.iter_mut().find(|c| c.id == *id);
                found.map(|c| (&mut c.evidence, &mut c.ruling))
            }
        }
    }
}

/// The participant with this id.
pub fn participant<'r>(record: &'r Record, id: &ParticipantId) -> Option<&'r Participant> {
    record.meeting.participants.iter().find(|p| p.id == *id)
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
