//! Days counted anew: the article turned out to be of another day than was thought, on which its weekdays and
//! relative days hang.

use crate::model::{Basis, Commitment, MeetingDate, Record, Ruling, Text};

/// How far days are counted anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those that nobody has ruled on.
    Proposals,
    /// Those too on which somebody has, because that person wants it.
    Rulings,
}

/// Takes the days of a record that was proposed anew, as far as they are within reach. What was ruled out stays out, and a
/// day that a person typed was never counted.
pub fn days_anew(record: &mut Record, anew: &Record, reach: Reach) {
    let date = &mut record.meeting.date;
    match (date.as_ref(), &anew.meeting.date) {
        (None, new) => date.clone_from(new),
        (Some(old), new) if old.ruling == Ruling::Proposed => {
            // Where no day can be counted any more the one that was proposed is none.
            date.clone_from(new);
        }
        (Some(old), Some(new)) if is_within(old, reach) && (old.start, old.end) != (new.start, new.end) => {
            *date = Some(MeetingDate { ruling: Ruling::Corrected, ..new.clone() });
        }
        (Some(_), _) => {}
    }
    for commitment in &mut record.commitments {
        let same = |new: &&Commitment| has_same_words(new, commitment, &anew.article.text);
        let Some(new) = anew.commitments.iter().find(same) else { continue };
        match commitment.ruling {
            Ruling::Proposed => commitment.deadline = new.deadline,
            Ruling::Confirmed if reach == Reach::Rulings && commitment.deadline != new.deadline => {
                commitment.deadline = new.deadline;
                commitment.ruling = Ruling::Corrected;
            }
            _ => {}
        }
    }
}

fn is_within(old: &MeetingDate, reach: Reach) -> bool {
    let is_standing = matches!(old.ruling, Ruling::Confirmed | Ruling::Corrected);
    reach == Reach::Rulings && is_standing && old.basis != Basis::Reviewer
}

/// Whether two commitments of one article have the same words.
fn has_same_words(one: &Commitment, other: &Commitment, text: &Text) -> bool {
    let words = |commitment: &Commitment| commitment.evidence.first().and_then(|quoted| quoted.span(text));
    words(one).is_some() && words(one) == words(other)
}
