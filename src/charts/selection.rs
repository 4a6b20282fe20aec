//! What a part of a picture stands for, so that a click on it can show just these articles.

use std::sync::Arc;

use super::facts::{CommitmentFact, MeetingFact, PartyKey};
use crate::model::{Day, MeetingKind, Obligation};

/// Some of the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Those whose meeting began on one of these days, and was of this kind where one is given.
    Between {
        /// The first of the days.
        from: Day,
        /// The last of the days.
        to: Day,
        /// The kind, or none for every kind.
        kind: Option<MeetingKind>,
    },
    /// Those in which one met another.
    Met {
        /// The one.
        one: Who,
        /// Another party than the one.
        other: Who,
    },
    /// Those with a commitment of one toward another.
    Promised {
        /// Who is bound.
        by: Who,
        /// To whom.
        toward: Who,
    },
    /// Those with a commitment of this party, and of this firmness where one is given.
    Obliged {
        /// Who is bound.
        by: Who,
        /// How firmly, or none for any firmness.
        obligation: Option<Obligation>,
    },
}

/// Which party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// This one.
    Party(PartyKey),
    /// Any but these, which have a row of their own.
    Others(Arc<[PartyKey]>),
    /// Any.
    Anyone,
    /// None at all.
    Nobody,
}

impl Who {
    /// Whether it is one of these parties.
    pub fn is_among(&self, parties: &[PartyKey]) -> bool {
        match self {
            Self::Nobody => parties.is_empty(),
            _ => parties.iter().any(|party| self.is(*party)),
        }
    }

    fn is(&self, party: PartyKey) -> bool {
        match self {
            Self::Party(this) => *this == party,
            Self::Others(these) => !these.contains(&party),
            Self::Anyone => true,
            Self::Nobody => false,
        }
    }
}

impl Selection {
    /// Whether a meeting is one of those that are meant.
    pub fn holds_meeting(&self, meeting: &MeetingFact<'_>) -> bool {
        meeting.kind.is_contact()
            && match self {
                Self::Between { from, to, kind } => {
                    meeting.day.is_some_and(|day| *from <= day && day <= *to)
                        && kind.is_none_or(|kind| kind == meeting.kind)
                }
                Self::Met { one, other } => {
                    meeting.parties.iter().filter(|party| one.is(**party)).any(|party| {
                        meeting.parties.iter().any(|second| second != party && other.is(*second))
                    })
                }
                Self::Promised { .. } | Self::Obliged { .. } => false,
            }
    }

    /// Whether a commitment is one of those that are meant.
    pub fn holds_commitment(&self, commitment: &CommitmentFact<'_>) -> bool {
        match self {
            Self::Promised { by, toward: Who::Nobody } => {
                by.is_among(commitment.by) && commitment.counterparts().is_empty()
            }
            Self::Promised { by, toward } => {
                commitment.pairs().any(|(one, other)| by.is(one) && toward.is(other))
            }
            Self::Obliged { by, obligation } => {
                by.is_among(commitment.by) && obligation.is_none_or(|firm| firm == commitment.obligation)
            }
            Self::Between { .. } | Self::Met { .. } => false,
        }
    }
}
