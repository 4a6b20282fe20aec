//! Divergence: two reports of one meeting side by side, and what they tell differently.
//!
//! Each is seen from one of the two: what is *here*, and what is *there*. Seen from the other it is the
//! same divergence, mirrored. What reviewers ruled out is left out on both sides.

mod aligned;
mod commitments;
mod compared;
mod content;
mod participants;
mod wording;

pub use aligned::Aligned;
pub use commitments::CommitmentPair;
pub use compared::{Compared, Difference};
pub use participants::ParticipantPair;
pub use wording::Wording;

use crate::model::{CommitmentId, ParticipantId, Record};
use crate::review::Part;

/// Two reports of one meeting, side by side. A value that neither gives is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// How, when and where it was: each part that either report gives.
    pub meeting: Vec<Difference>,
    /// Who took part, in the order here.
    pub participants: Vec<Aligned<ParticipantPair, ParticipantId>>,
    /// What was undertaken, in the order here.
    pub commitments: Vec<Aligned<CommitmentPair, CommitmentId>>,
}

impl Divergence {
    /// Sets two records side by side.
    pub fn between(here: &Record, there: &Record) -> Self {
        let (here, there) = (here.without_ruled_out(), there.without_ruled_out());
        let (ours, theirs) = (&here.meeting, &there.meeting);
        let meeting = |part: &Part| [part.get(&here, None), part.get(&there, None)];
        Self {
            meeting: Difference::each(meeting),
            participants: participants::compare(&ours.participants, &theirs.participants),
            commitments: commitments::compare(&here.commitments, &there.commitments),
        }
    }

    /// In a line: "5 commitments in both, 2 of them worded otherwise, 1 only here; 1 participant only
    /// there; the date differs".
    pub fn summary(&self) -> String {
        let parts = [self.commitments_in_words(), self.participants_in_words(), self.meeting_in_words()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    fn commitments_in_words(&self) -> String {
        let (both, here, there) = counts(&self.commitments);
        if self.commitments.is_empty() {
            return "no commitments in either".into();
        }
        let pairs = || {
            self.commitments.iter().filter_map(|row| match row {
                Aligned::Both(pair) => Some(pair),
                _ => None,
            })
        };
        let otherwise = pairs().filter(|pair| pair.wording != Wording::Alike).count();
        let terms = pairs().filter(|pair| pair.differences.iter().any(|d| d.values.differs())).count();
        let noun = if both == 1 { "commitment" } else { "commitments" };
        let parts = [
            format!("{both} {noun} in both"),
            if both == otherwise { told(otherwise, "reworded") } else { told(otherwise, "of them reworded") },
            told(terms, "with different terms"),
            told(here, "only in this report"),
            told(there, "only in the other"),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn participants_in_words(&self) -> String {
        let (_, here, there) = counts(&self.participants);
        let noun = |count: usize| if count == 1 { "participant" } else { "participants" };
        match (here, there) {
            (0, there) => told(there, &format!("{} only in the other", noun(there))),
            (here, 0) => told(here, &format!("{} only in this report", noun(here))),
            (here, there) => format!("{here} {} only in this report, {there} only in the other", noun(here)),
        }
    }

    /// "the date and the place differ"
    fn meeting_in_words(&self) -> String {
        let differs = self.meeting.iter().filter(|part| part.values.differs());
        let mut names: Vec<&str> = differs.map(Difference::label).collect();
        match (names.pop(), names.is_empty()) {
            (None, _) => String::new(),
            (Some(only), true) => format!("{only} differs"),
            (Some(last), false) => format!("{} and {last} differ", names.join(", ")),
        }
    }
}

/// How many rows are on both sides, here only and there only.
fn counts<Pair, Id>(rows: &[Aligned<Pair, Id>]) -> (usize, usize, usize) {
    let count = |of: fn(&Aligned<Pair, Id>) -> bool| rows.iter().filter(|row| of(row)).count();
    (
        count(|row| matches!(row, Aligned::Both(_))),
        count(|row| matches!(row, Aligned::OnlyHere(_))),
        count(|row| matches!(row, Aligned::OnlyThere(_))),
    )
}

/// "2 only here"; nothing for none.
fn told(count: usize, what: &str) -> String {
    if count == 0 { String::new() } else { format!("{count} {what}") }
}

#[cfg(test)]
pub(super) mod tests;
