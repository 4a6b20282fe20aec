//! Checks of the commitments.

use std::collections::{HashMap, HashSet};

use super::{Problem, commitments, date, people};
use crate::lexicon::fold;
use crate::model::{Obligation, PartialDate, Party, PartyCode, Precision, Record, Ruling};
use crate::review::edit::RecordEdit;

pub(super) fn wordless(record: &Record, problems: &mut Vec<Problem>) {
    let wordless = commitments(record).filter(|c| c.text.trim().is_empty());
    problems.extend(wordless.map(|c| Problem::new(c.id.clone(), "No undertaking: what is promised here?")));
}

/// The same words once more, however they are capitalized.
pub(super) fn twice(record: &Record, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for commitment in commitments(record).filter(|c| !c.text.trim().is_empty()) {
        let text: Vec<_> = commitment.text.split_whitespace().map(fold).collect();
        let text = text.join(" ");
        if !seen.insert(text) {
            let edit = RecordEdit::RemoveCommitment(commitment.id.clone());
            let problem = Problem::new(commitment.id.clone(), "This commitment stands here twice.");
            problems.push(problem.mended_by("Reject this one", edit));
        }
    }
}

/// A party promises something to others, not to itself.
pub(super) fn bound_toward_itself(record: &Record, problems: &mut Vec<Problem>) {
    for commitment in commitments(record) {
        let is_bound = |party: &&Party| commitment.parties.iter().any(|bound| bound.code == party.code);
        // Two parties that bind themselves toward each other stand on both sides.
        let alone = commitment.parties.len() == 1;
        if let Some(both) = commitment.toward.iter().find(is_bound).filter(|_| alone) {
            let text = format!("{} is bound here toward itself.", both.name);
            let rest = commitment.toward.iter().filter(|party| party.code != both.code).cloned().collect();
            let edit = RecordEdit::CommitmentToward(commitment.id.clone(), rest);
            let label = format!("Not toward {}", both.name);
            problems.push(Problem::new(commitment.id.clone(), text).mended_by(label, edit));
        }
    }
}

/// A deadline is a detail, and one detail makes the precision 2 (the record's own definition).
pub(super) fn vague_but_dated(record: &Record, problems: &mut Vec<Problem>) {
    let [_, _, detailed, _] = Precision::ALL;
    let vague = commitments(record).filter(|c| c.deadline.is_some() && c.precision < detailed);
    problems.extend(vague.map(|c| {
        let text = format!("With a deadline its precision is at least {}.", detailed.get());
        let edit = RecordEdit::CommitmentPrecision(c.id.clone(), detailed);
        Problem::new(c.id.clone(), text).mended_by(format!("Precision {}", detailed.get()), edit)
    }));
}

/// What stands under a condition is hedged (the record's own definition).
pub(super) fn firm_but_conditional(record: &Record, problems: &mut Vec<Problem>) {
    let firm = commitments(record).filter(|c| c.condition.is_some() && c.obligation != Obligation::Hedged);
    problems.extend(firm.map(|c| {
        let edit = RecordEdit::CommitmentObligation(c.id.clone(), Obligation::Hedged);
        Problem::new(c.id.clone(), "Under a condition it is hedged.").mended_by("Hedged", edit)
    }));
}

pub(super) fn nobody_bound(record: &Record, problems: &mut Vec<Problem>) {
    let loose = commitments(record).filter(|c| c.parties.is_empty());
    problems.extend(loose.map(|c| Problem::new(c.id.clone(), "No party: who is bound by this commitment?")));
}

/// A party commits itself that nobody at the meeting represents. Without known parties there is
/// nothing to compare with.
pub(super) fn bound_but_absent(record: &Record, problems: &mut Vec<Problem>) {
    let present: HashSet<&PartyCode> =
        people(record).flat_map(|p| p.party.as_ref()).map(|p| &p.code).collect();
    if present.is_empty() {
        return;
    }
    for commitment in commitments(record) {
        for absent in commitment.parties.iter().filter(|party| !present.contains(&party.code)) {
            let text = format!("No participant represents {}, which is bound here.", absent.name);
            problems.push(Problem::new(commitment.id.clone(), text));
        }
    }
}

pub(super) fn speaker_ruled_out(record: &Record, problems: &mut Vec<Problem>) {
    let everybody = record.meeting.participants.iter();
    let struck: HashMap<_, _> =
        everybody.filter(|p| p.ruling == Ruling::RuledOut).map(|person| (&person.id, person)).collect();
    for commitment in commitments(record) {
        if let Some(struck) = commitment.speaker.as_ref().and_then(|speaker| struck.get(speaker)) {
            let text = format!("Its speaker, {}, was rejected as a participant.", struck.name);
            let edit = RecordEdit::CommitmentSpeaker(commitment.id.clone(), None);
            problems.push(Problem::new(commitment.id.clone(), text).mended_by("Nobody named", edit));
        }
    }
}

/// A deadline that has wholly passed when the meeting begins. "2020" for a meeting in March 2020 is
/// no contradiction.
pub(super) fn due_before_the_meeting(record: &Record, problems: &mut Vec<Problem>) {
    let Some(date) = date(record) else { return };
    for commitment in commitments(record) {
        let Some(deadline) = commitment.deadline else { continue };
        let begins = deadline.first_day().is_some_and(|first| first < date.start);
        let within = match deadline {
            PartialDate::Year(year) => year == date.start.0.year(),
            // A season may be that of either half of the globe, so only its year is sure.
            PartialDate::Season(year, _) => year >= date.start.0.year(),
            PartialDate::Month(year, month) => (year, month) == (date.start.0.year(), date.start.0.month()),
            PartialDate::Day(_) => false,
        };
        if begins && !within {
            let text = format!("Its deadline ({deadline}) is before the meeting ({}).", date.start);
            problems.push(Problem::new(commitment.id.clone(), text));
        }
    }
}
