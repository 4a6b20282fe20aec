//! Edits of participants.

use super::rulings::{is_engines, quote};
use crate::model::{Participant, ParticipantId, Record, Role, Ruling, Span};

/// A further participant, at the end.
pub(super) fn add(record: &mut Record, name: String, at: Option<Span>) {
    let evidence = at.map(|span| quote(record, span)).into_iter().collect();
    let participants = &mut record.meeting.participants;
    participants.push(Participant {
        id: ParticipantId::free(participants.iter().map(|p| &p.id)),
        name: name.trim().to_owned(),
        title: None,
        party: None,
        role: Role::Principal,
        evidence,
        ruling: Ruling::Corrected,
    });
}

/// Takes a participant away: the engine's is ruled out, a reviewer's is gone.
pub(super) fn remove(record: &mut Record, id: &ParticipantId) {
    let participants = &mut record.meeting.participants;
    let Some(at) = participants.iter().position(|p| p.id == *id) else { return };
    if let Some(found) = participants.get_mut(at).filter(|p| is_engines(&p.evidence)) {
        found.ruling = Ruling::RuledOut;
        return;
    }
    participants.remove(at);
    // Nobody speaks who is not there.
    for commitment in record.commitments.iter_mut().filter(|c| c.speaker.as_ref() == Some(id)) {
        commitment.speaker = None;
        commitment.ruling = match commitment.ruling {
            Ruling::RuledOut => Ruling::RuledOut,
            _ => Ruling::Corrected,
        };
    }
}

/// Changes a participant; one that comes out different has been corrected.
pub(super) fn change(record: &mut Record, id: &ParticipantId, change: impl FnOnce(&mut Participant)) {
    let Some(found) = record.meeting.participants.iter_mut().find(|p| p.id == *id) else { return };
    let before = found.clone();
    change(found);
    if *found != before {
        found.ruling = Ruling::Corrected;
    }
}
