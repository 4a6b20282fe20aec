//! Checks of the participants.

use std::collections::HashSet;

use super::{Problem, people};
use crate::lexicon::fold;
use crate::model::Record;
use crate::review::edit::RecordEdit;

pub(super) fn nameless(record: &Record, problems: &mut Vec<Problem>) {
    let nameless = people(record).filter(|p| p.name.trim().is_empty());
    problems.extend(nameless.map(|p| Problem::new(p.id.clone(), "No name: who is this?")));
}

pub(super) fn without_party(record: &Record, problems: &mut Vec<Problem>) {
    let alone = people(record).filter(|p| p.party.is_none());
    problems.extend(alone.map(|p| Problem::new(p.id.clone(), "No party: which country or organization?")));
}

/// The same name once more, however it is capitalized and accented.
pub(super) fn twice(record: &Record, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for participant in people(record) {
        let name: Vec<_> = participant.name.split_whitespace().map(fold).collect();
        let name = name.join(" ");
        if name.is_empty() {
            continue;
        }
        if !seen.insert(name) {
            let text = format!("{} is already among the participants.", participant.name.trim());
            let edit = RecordEdit::RemoveParticipant(participant.id.clone());
            let problem = Problem::new(participant.id.clone(), text);
            problems.push(problem.mended_by("Reject this one", edit));
        }
    }
}
