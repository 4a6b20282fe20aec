//! Edits of participants.

use super::rulings::quote;
use crate::extract::NamedPerson;
use crate::model::{Line, Participant, ParticipantId, Party, Record, Ruling, Span};
use crate::review::origin::is_added;

/// A further participant, at the end.
pub(super) fn add(record: &mut Record, name: String, at: Option<Span>) {
    push(record, name, None, None, at);
}

/// Somebody whom the article names took part.
pub(super) fn add_named(record: &mut Record, NamedPerson { name, title, party, span }: NamedPerson) {
    push(record, name, title, party, Some(span));
}

fn push(record: &mut Record, name: String, title: Option<String>, party: Option<Party>, at: Option<Span>) {
    let evidence = at.map(|span| quote(record, span)).into_iter().collect();
    let participants = &mut record.meeting.participants;
    let id = ParticipantId::free(participants.iter().map(|p| &p.id));
    let title = title.map(Line::from);
    let named = Participant::named(id, name.trim(), Ruling::Corrected);
    participants.push(Participant { title, party, evidence, ..named });
}

/// A participant of another contact, with the words that name the person.
pub(super) fn take(record: &mut Record, person: Participant) {
    let participants = &mut record.meeting.participants;
    let id = ParticipantId::free(participants.iter().map(|p| &p.id));
    participants.push(Participant { id, ruling: Ruling::Corrected, ..person });
}

/// Takes a participant away: the engine's is ruled out, a reviewer's is gone.
pub(super) fn remove(record: &mut Record, id: &ParticipantId) {
    let is_reviewers = is_added(record, &id.clone().into());
    let participants = &mut record.meeting.participants;
    if !is_reviewers {
        participants.iter_mut().filter(|p| p.id == *id).for_each(|found| found.ruling = Ruling::RuledOut);
        return;
    }
    participants.retain(|p| p.id != *id);
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
