//! What edits are called in menus and in the history: "Undo ruling out of Slim Gharbi".

use super::RecordEdit;
use crate::model::{Record, Ruling};
use crate::review::field::Field;

impl RecordEdit {
    /// What the step is called, with what it was done to in the record as it was before.
    pub fn label(&self, record: &Record) -> String {
        let of = self.field().filter(|_| !self.tells_field()).map(|field| field.short(record));
        match of.filter(|of| !of.is_empty()) {
            Some(of) => format!("{}: {of}", self.kind()),
            None => self.kind().to_owned(),
        }
    }

    /// Whether the kind of change says already what was changed.
    fn tells_field(&self) -> bool {
        !matches!(
            self,
            Self::Rule(..)
                | Self::Evidence(..)
                | Self::MoreEvidence(..)
                | Self::LessEvidence(..)
                | Self::SameWords(_)
        ) && matches!(self.field(), Some(Field::Date | Field::Location | Field::Kind))
    }

    /// The field that it changes, if it is one.
    fn field(&self) -> Option<Field> {
        Some(match self {
            Self::Kind(_) => Field::Kind,
            Self::Day { .. } | Self::DayFrom(_) | Self::DayChoice(_) => Field::Date,
            Self::Place(_)
            | Self::Country(_)
            | Self::Venue(_)
            | Self::PlaceFrom(_)
            | Self::PlaceChoice(_) => Field::Location,
            Self::RemoveParticipant(id)
            | Self::MoveParticipant(id, _)
            | Self::ParticipantName(id, _)
            | Self::ParticipantTitle(id, _)
            | Self::ParticipantParty(id, _)
            | Self::ParticipantRole(id, _) => id.clone().into(),
            Self::RemoveCommitment(id)
            | Self::MoveCommitment(id, _)
            | Self::CommitmentText(id, _)
            | Self::CommitmentParties(id, _)
            | Self::CommitmentSpeaker(id, _)
            | Self::CommitmentToward(id, _)
            | Self::CommitmentObligation(id, _)
            | Self::CommitmentPrecision(id, _)
            | Self::CommitmentDeadline(id, _)
            | Self::CommitmentCondition(id, _)
            | Self::CommitmentTopics(id, _) => id.clone().into(),
            Self::Evidence(field, _)
            | Self::MoreEvidence(field, _)
            | Self::LessEvidence(field, _)
            | Self::SameWords(field)
            | Self::Rule(field, _) => field.clone(),
            Self::Title(_)
            | Self::AddParticipant { .. }
            | Self::AddNamed(_)
            | Self::AddCommitment { .. }
            | Self::ConfirmRest
            | Self::Status(_)
            | Self::Notes(_)
            | Self::Flag(_) => return None,
        })
    }

    /// What kind of change it is.
    fn kind(&self) -> &'static str {
        match self {
            Self::Title(_) => "change of headline",
            Self::Kind(_) => "change of kind",
            Self::Day { .. } | Self::DayFrom(_) | Self::DayChoice(_) => "change of day",
            Self::Place(_) | Self::PlaceFrom(_) | Self::PlaceChoice(_) => "change of place",
            Self::Country(_) => "change of country",
            Self::Venue(_) => "change of venue",
            Self::AddParticipant { .. } | Self::AddNamed(_) => "new participant",
            Self::RemoveParticipant(_) => "removal of participant",
            Self::MoveParticipant(..) => "move of participant",
            Self::ParticipantName(..) => "change of name",
            Self::ParticipantTitle(..) => "change of title",
            Self::ParticipantParty(..) => "change of party",
            Self::ParticipantRole(..) => "change of role",
            Self::AddCommitment { .. } => "new commitment",
            Self::RemoveCommitment(_) => "removal of commitment",
            Self::MoveCommitment(..) => "move of commitment",
            Self::CommitmentText(..) => "change of commitment",
            Self::CommitmentParties(..) => "change of parties",
            Self::CommitmentSpeaker(..) => "change of speaker",
            Self::CommitmentToward(..) => "change of addressees",
            Self::CommitmentObligation(..) => "change of obligation",
            Self::CommitmentPrecision(..) => "change of precision",
            Self::CommitmentDeadline(..) => "change of deadline",
            Self::CommitmentCondition(..) => "change of condition",
            Self::CommitmentTopics(..) => "change of topics",
            Self::Evidence(..) => "change of evidence",
            Self::MoreEvidence(..) => "further evidence",
            Self::SameWords(_) => "evidence at the same words",
            Self::LessEvidence(..) => "removal of evidence",
            Self::Rule(_, Ruling::Confirmed) => "confirmation",
            Self::Rule(_, Ruling::RuledOut) => "ruling out",
            Self::Rule(..) => "ruling",
            Self::ConfirmRest => "confirmation of the rest",
            Self::Status(_) => "change of status",
            Self::Notes(_) => "notes",
            Self::Flag(Some(_)) => "flag",
            Self::Flag(None) => "removal of the flag",
        }
    }
}
