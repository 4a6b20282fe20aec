//! Checks of the commitments.

use super::{Problem, commitments, date, people};
use crate::app::field::participant;
use crate::model::{PartialDate, PartyCode, Record, Ruling};

pub(super) fn nobody_bound(record: &Record, problems: &mut Vec<Problem>) {
    let loose = commitments(record).filter(|c| c.parties.is_empty());
    problems.extend(loose.map(|c| Problem::new(c.id.clone(), "Who is bound by this commitment is missing.")));
}

/// A party commits itself that nobody at the meeting represents. Without known parties there is
/// nothing to compare with.
pub(super) fn bound_but_absent(record: &Record, problems: &mut Vec<Problem>) {
    let present: Vec<&PartyCode> = people(record).flat_map(|p| p.party.as_ref()).map(|p| &p.code).collect();
    if present.is_empty() {
        return;
    }
    for commitment in commitments(record) {
        for absent in commitment.parties.iter().filter(|party| !present.contains(&&party.code)) {
            let text = format!("No participant represents {}, which is bound here.", absent.name);
            problems.push(Problem::new(commitment.id.clone(), text));
        }
    }
}

pub(super) fn speaker_ruled_out(record: &Record, problems: &mut Vec<Problem>) {
    for commitment in commitments(record) {
        let speaker = commitment.speaker.as_ref().and_then(|id| participant(record, id));
        if let Some(struck) = speaker.filter(|speaker| speaker.ruling == Ruling::RuledOut) {
            let text = format!("Its speaker, {}, was ruled out as a participant.", struck.name);
            problems.push(Problem::new(commitment.id.clone(), text));
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
