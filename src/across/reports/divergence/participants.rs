//! Participants of two reports, side by side: the same name, else the same surname for the same party,
//! else a name spelled very much alike.

use super::aligned::{Aligned, pairs, rows};
use super::compared::{Compared, Difference};
use crate::across::reports::name::Name;
use crate::model::{Participant, ParticipantId};

/// One person in two reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantPair {
    /// Whom the record here has.
    pub here: ParticipantId,
    /// Whom the record there has.
    pub there: ParticipantId,
    /// In what the two are not the same.
    pub differences: Vec<Difference>,
}

pub(super) fn compare(
    here: &[Participant],
    there: &[Participant],
) -> Vec<Aligned<ParticipantPair, ParticipantId>> {
    let names = |people: &[Participant]| people.iter().map(|p| Name::of(&p.name)).collect::<Vec<_>>();
    let (names_here, names_there) = (names(here), names(there));
    let likeness = |h: usize, t: usize| {
        let (name, other) = (names_here.get(h)?, names_there.get(t)?);
        let parties = (&here.get(h)?.party, &there.get(t)?.party);
        let (same_party, other_party) = match parties {
            (Some(party), Some(others)) => (party.code == others.code, party.code != others.code),
            _ => (false, false),
        };
        // A namesake of the other side is not taken for the person as long as somebody fits better.
        let known = u64::from(same_party);
        if name.is_same(other) {
            Some(6 + known)
        } else if name.is_like(other) {
            Some(2 + 2 * known)
        } else {
            (name.may_be(other) && !other_party).then_some(1 + 2 * known)
        }
    };
    let found = pairs(here.len(), there.len(), likeness);
    rows(here, there, &found, pair, |person| person.id.clone())
}

fn pair(here: &Participant, there: &Participant) -> ParticipantPair {
    let mut differences = Difference::each(|part| [part.of_participant(here), part.of_participant(there)]);
    differences.retain(|difference| difference.values != Compared::Agree);
    ParticipantPair { here: here.id.clone(), there: there.id.clone(), differences }
}
