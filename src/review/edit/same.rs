//! When a person or commitment of one contact is that of another contact of the same article.

use crate::lexicon::fold;
use crate::model::{Commitment, Evidence, Participant, Ruling};

/// A person is known by the name, or where that was mended by the very words that name it.
pub fn is_same_person(one: &Participant, other: &Participant) -> bool {
    is_same_text(&one.name, &other.name) || are_same_words(&one.evidence, &other.evidence)
}

/// A commitment is known by what it says, or where that was mended by the very words that undertake it.
pub fn is_same_commitment(one: &Commitment, other: &Commitment) -> bool {
    is_same_text(&one.text, &other.text) || are_same_words(&one.evidence, &other.evidence)
}

/// What is thought of a value that was rejected and is back: it is proposed again as it was, unless it is another now.
pub(super) fn brought_back(is_as_it_was: bool, evidence: &[Evidence]) -> Ruling {
    if is_as_it_was && !evidence.is_empty() { Ruling::Proposed } else { Ruling::Corrected }
}

fn is_same_text(one: &str, other: &str) -> bool {
    !one.trim().is_empty() && fold(one.trim()) == fold(other.trim())
}

fn are_same_words(one: &[Evidence], other: &[Evidence]) -> bool {
    !one.is_empty() && one == other
}
