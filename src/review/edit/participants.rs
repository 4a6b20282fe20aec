//! Edits of participants.

use super::rulings::quote;
use super::same::{brought_back, is_same_person};
use crate::extract::NamedPerson;
use crate::model::{Line, Participant, ParticipantId, Party, PartyCode, Record, Ruling, Span};
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

/// A participant of another contact, with the words that name the person. One who was rejected here, such as one who
/// was moved away, is back.
pub(super) fn take(record: &mut Record, person: Participant) {
    let participants = &mut record.meeting.participants;
    let is_back =
        |known: &&mut Participant| known.ruling == Ruling::RuledOut && is_same_person(known, &person);
    if let Some(known) = participants.iter_mut().find(is_back) {
        let back = Participant { id: known.id.clone(), ruling: Ruling::RuledOut, ..person };
        let ruling = brought_back(back == *known, &back.evidence);
        *known = Participant { ruling, ..back };
        return;
    }
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
        commitment.ruling = corrected(commitment.ruling);
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

/// A party is another, wherever it stands in the record.
pub fn replace_party(record: &mut Record, from: &PartyCode, to: &Party) {
    let replace = |party: &mut Party| {
        let is_it = party.code == *from && party != to;
        if is_it {
            *party = to.clone();
        }
        is_it
    };
    for person in &mut record.meeting.participants {
        if person.party.as_mut().is_some_and(replace) {
            person.ruling = corrected(person.ruling);
        }
    }
    for commitment in &mut record.commitments {
        let sides = commitment.parties.iter_mut().chain(&mut commitment.toward);
        // Every one of them, not only the first.
        if sides.map(replace).fold(false, |any, replaced| any | replaced) {
            commitment.ruling = corrected(commitment.ruling);
            once(&mut commitment.parties);
            once(&mut commitment.toward);
        }
    }
}

/// Two parties that have become one stand there once.
fn once(parties: &mut Vec<Party>) {
    let mut known: Vec<PartyCode> = Vec::new();
    parties.retain(|party| {
        let is_new = !known.contains(&party.code);
        known.push(party.code.clone());
        is_new
    });
}

/// A value that a person has changed is corrected, unless it is out.
pub fn corrected(ruling: Ruling) -> Ruling {
    if ruling == Ruling::RuledOut { Ruling::RuledOut } else { Ruling::Corrected }
}
