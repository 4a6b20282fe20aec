//! Edits of commitments.

use super::rulings::quote;
use super::same::{brought_back, is_same_commitment};
use crate::model::{Commitment, CommitmentId, Line, Record, Ruling, Span};
use crate::review::origin::is_added;

/// A further commitment, at the end.
pub(super) fn add(record: &mut Record, text: String, at: Option<Span>) {
    let evidence = at.map(|span| quote(record, span)).into_iter().collect();
    let id = CommitmentId::free(record.commitments.iter().map(|c| &c.id));
    let added = Commitment::in_words(id, text.trim(), Ruling::Corrected);
    record.commitments.push(Commitment { evidence, ..added });
}

/// A commitment of another contact or of selected words, said by whoever of this one has the name of its speaker. One
/// that was rejected here, such as one that was moved away, is back.
pub(super) fn take(record: &mut Record, taken: Commitment, speaker: Option<&Line>) {
    let id = CommitmentId::free(record.commitments.iter().map(|c| &c.id));
    let mut people = record.meeting.participants.iter();
    let speaker = speaker.and_then(|name| people.find(|person| person.name == **name));
    let speaker = speaker.map(|person| person.id.clone());
    let is_back =
        |known: &&mut Commitment| known.ruling == Ruling::RuledOut && is_same_commitment(known, &taken);
    if let Some(known) = record.commitments.iter_mut().find(is_back) {
        let back = Commitment { id: known.id.clone(), speaker, ruling: Ruling::RuledOut, ..taken };
        let ruling = brought_back(back == *known, &back.evidence);
        *known = Commitment { ruling, ..back };
        return;
    }
    record.commitments.push(Commitment { id, speaker, ruling: Ruling::Corrected, ..taken });
}

/// Takes a commitment away: the engine's is ruled out, a reviewer's is gone.
pub(super) fn remove(record: &mut Record, id: &CommitmentId) {
    if is_added(record, &id.clone().into()) {
        record.commitments.retain(|c| c.id != *id);
    } else {
        let found = record.commitments.iter_mut().filter(|c| c.id == *id);
        found.for_each(|found| found.ruling = Ruling::RuledOut);
    }
}

/// Changes a commitment; one that comes out different has been corrected.
pub(super) fn change(record: &mut Record, id: &CommitmentId, change: impl FnOnce(&mut Commitment)) {
    let Some(found) = record.commitments.iter_mut().find(|c| c.id == *id) else { return };
    let before = found.clone();
    change(found);
    if *found != before {
        found.ruling = Ruling::Corrected;
    }
}
