//! "X will …": the plain undertaking. "will" alone never makes one: the subject must be somebody who
//! can be bound, and the act more than an item of a programme.

use super::Undertaking;
use super::actor::Who;
use super::found::Found;
use super::frame::Frame;
use super::reader::{Form, Reader, form};
use super::subject::Subject;
use super::tags::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "modal_will",
    says: "A party, office or side \"will\" or \"shall\" do something, or was said to be going to (\"would\").",
    hits: &[
        (
            "Malta will reopen the harbour line with Tunisia by June, Minister Anna Lind said.",
            "Malta will reopen the harbour line with Tunisia by June",
        ),
        (
            "Lind told reporters that the Maltese side attaches importance to the line and will do its best to protect it.",
            "the Maltese side attaches importance to the line and will do its best to protect it",
        ),
        ("Norway thanked Chile for its help. It will also send two ships.", "It will also send two ships"),
        (
            "The two sides will open a joint office, and the ministers thanked the hosts.",
            "The two sides will open a joint office",
        ),
        (
            "The final list will be drawn up by Norway and Chile.",
            "The final list will be drawn up by Norway and Chile",
        ),
    ],
    misses: &[
        "Norway hopes that Chile will send two ships.",
        "The talks will be held in Oslo. The meeting will be an opportunity.",
        "The minister will travel to Oslo on Monday and will meet his counterpart.",
        "Norway asked whether Chile will send two ships.",
        "Norwegian Foreign Minister Kari Holm said that Chile will send two ships.",
        "Norway would welcome two ships.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let modals = reader.places().filter(|&at| reader.can_be(at, Tags::MODAL));
    modals.filter_map(|at| reader.candidate(will(&reader, at)?)).collect()
}

fn will(reader: &Reader<'_, '_>, modal: usize) -> Option<Found> {
    let act = reader.discourse.past_adverbs(modal + 1);
    if reader.is_any(act, NO_ACTS)
        || reader.is(act, "be") && reader.is_any(act + 1, &["able", "a", "an", "the"])
    {
        return None;
    }
    let done = reader.discourse.past_adverbs(act + 1);
    let passive = reader.is(act, "be") && form(&reader.lower(done)) == Form::Past;
    let found = if passive { by_agent(reader, modal, act) } else { by_subject(reader, modal, act) };
    let found = found.or_else(|| by_speaker(reader, modal)).or_else(|| by_issuers(reader, modal, done))?;
    let reported = matches!(found.frame, Frame::Said(_) | Frame::Promised(_));
    (!reader.is(modal, "would") || reported).then_some(found)
}

/// "assured that no effort will be spared", "said that everything will be done": the speaker is bound.
fn by_speaker(reader: &Reader<'_, '_>, modal: usize) -> Option<Found> {
    if reader.subject(modal).is_some() {
        return None;
    }
    let start = reader.phrase_start(modal)?;
    let frame = reader.frame(start);
    let governor = match frame {
        Frame::Promised(verb) if reader.can_be(verb, Tags::COMMIT) => verb,
        Frame::Said(verb) if reader.is_any(start, WHOLE) => verb,
        _ => return None,
    };
    let speaker = reader.meant(reader.subject(governor)?.actor)?;
    Some(Found {
        words: start..reader.reach(modal),
        verb: modal,
        parties: speaker.parties.clone(),
        person: speaker.person,
        firmness: Obligation::Plain,
        frame,
    })
}

/// "The loans will be repaid" in a text that the parties issue together.
fn by_issuers(reader: &Reader<'_, '_>, modal: usize, done: usize) -> Option<Found> {
    let start = reader.phrase_start(modal)?;
    let frame = reader.frame(start);
    let passive = reader.is(done.checked_sub(1)?, "be") && !reader.is_any(done, EVENTS);
    let own =
        reader.discourse.joint && !reader.scene.source.is_quoted(modal) && reader.subject(modal).is_none();
    (passive && own && frame == Frame::Free).then(|| Found {
        words: start..reader.reach(modal),
        verb: modal,
        parties: reader.discourse.we.clone(),
        person: None,
        firmness: Obligation::Plain,
        frame,
    })
}

/// What opens a subject that leaves nothing out: "everything necessary", "no effort", "all measures".
const WHOLE: &[&str] = &["everything", "all", "every", "no", "nothing", "necessary"];

/// Passives that tell of events, not of acts.
const EVENTS: &[&str] =
    &["held", "needed", "required", "followed", "remembered", "based", "seen", "affected", "expected"];

/// "Malta will open": the subject is bound.
fn by_subject(reader: &Reader<'_, '_>, modal: usize, act: usize) -> Option<Found> {
    let (subject, found) = reader.clause(modal, modal, Obligation::Plain)?;
    (!is_programme(reader, subject, act)).then_some(found)
}

/// "will be opened by Malta": who is named after "by" is bound.
fn by_agent(reader: &Reader<'_, '_>, modal: usize, act: usize) -> Option<Found> {
    let end = reader.reach(modal);
    let by = (act..end).find(|&at| reader.is(at, "by"))?;
    let agent = reader.discourse.actor_from(by + 1)?;
    let start = reader.phrase_start(modal)?;
    let frame = reader.frame(start);
    let meant = reader.meant(agent)?;
    (frame != Frame::Unbound).then(|| Found {
        words: start..end,
        verb: modal,
        parties: meant.parties.clone(),
        person: meant.person,
        firmness: Obligation::Plain,
        frame,
    })
}

/// Whether the act is an item of a visit's or meeting's programme, which is announced, not undertaken.
pub(super) fn is_programme(reader: &Reader<'_, '_>, subject: Subject, act: usize) -> bool {
    let Some(actor) = reader.discourse.actors.get(subject.actor) else { return false };
    let state = actor.who.iter().all(|who| matches!(who, Who::Party(_) | Who::It | Who::Own));
    let act = if reader.is(act, "be") { reader.discourse.past_adverbs(act + 1) } else { act };
    let verb = reader.lower(act);
    // "I will not list them": what speakers say of their speech.
    let speech = actor.who == [Who::I]
        && (reader.can_be(act, Tags::SAY) || reader.is_any(act, &["list", "begin", "talk"]));
    let moves = speech
        || reader.is_any(act, MOVES)
        || MOVES.iter().any(|base| verb.strip_suffix("ing") == Some(base));
    moves || !state && reader.can_be(act, Tags::ITINERARY)
}

/// What follows "will" without any act: "will like to", "will have a chance".
const NO_ACTS: &[&str] =
    &["like", "have", "need", "benefit", "face", "see", "hopefully", "become", "mark", "suffer"];

/// What travellers do, whoever they are.
const MOVES: &[&str] = &["visit", "travel", "arrive", "depart", "attend", "participate", "meet", "go"];

impl Reader<'_, '_> {
    /// Where the noun phrase before a verb begins, whoever it names.
    fn phrase_start(&self, verb: usize) -> Option<usize> {
        let from = self.bounds(verb).start;
        let end = self.before_adverbs(verb);
        let stops = Tags::RELATIVE | Tags::OPEN | Tags::ASIDE | Tags::SAY | Tags::BE | Tags::MODAL;
        let before = (from..end).rev().find(|&at| {
            self.can_be(at, stops) || matches!(self.shape(at), Some(crate::lexicon::Shape::Mark(_)))
        });
        let start = before.map_or(from, |at| at + 1);
        (start < end).then_some(start)
    }
}
