//! "… will be done": undertakings in the passive. Bound is who is named after "by", else the speaker who
//! assures it, else those who issue a joint text.

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use super::thing::{
    is_canceled, is_next_round, is_of_all, is_sent, is_set_going, is_under_instrument, means_of,
};
use crate::extract::discourse::{Form, Meant, Tags, Who, form};
use crate::extract::mention::told_at;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::Shape;
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "will_be_done",
    says: "Something \"will be\" done by a party, or a party assures that it will, or all who issue a joint text do.",
    hits: &[
        (
            "The final list will be drawn up by Norway and Chile.",
            "The final list will be drawn up by Norway and Chile",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said that everything will be done to clear the harbour.",
            "everything will be done to clear the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm assured that the line would reopen in May.",
            "the line would reopen in May",
        ),
        (
            "Norwegian Foreign Minister Kari Holm promised that fishers who break the rules would be punished.",
            "fishers who break the rules would be punished",
        ),
        (
            "Norwegian Foreign Minister Kari Holm received a promise from Chile that the ships would be returned.",
            "the ships would be returned",
        ),
        (
            "Norwegian Foreign Minister Kari Holm was assured by Chile that the ships would be returned.",
            "the ships would be returned",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said that two ships would be delivered before May.",
            "two ships would be delivered before May",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said that a team of experts would come in July.",
            "a team of experts would come in July",
        ),
        (
            "The ships will be delivered before May, the Norwegian ministry said.",
            "The ships will be delivered before May",
        ),
        ("Norway and Chile met. Under the accord, tolls will be cut by half.", "tolls will be cut by half"),
        (
            "Norwegian Foreign Minister Kari Holm said the talks would not take place.",
            "the talks would not take place",
        ),
        (
            "Norwegian naval operations off the harbour will pause in May.",
            "Norwegian naval operations off the harbour will pause in May",
        ),
        (
            "The border post at Vadso will reopen in May, Norwegian Foreign Minister Kari Holm said.",
            "The border post at Vadso will reopen in May",
        ),
        (
            "Asked about the fishers, Norwegian Foreign Minister Kari Holm said they would be freed.",
            "they would be freed",
        ),
        (
            "\"I can assure you that the fishers will get their nets back,\" Norwegian Foreign Minister Kari Holm said.",
            "the fishers will get their nets back",
        ),
        (
            "\"Let me assure our guests that every net will be paid for,\" Norwegian Foreign Minister Kari Holm said.",
            "every net will be paid for",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said that Chile would be granted two ships.",
            "Chile would be granted two ships",
        ),
        (
            "A team of divers will arrive in May, Norwegian Foreign Minister Kari Holm said.",
            "A team of divers will arrive in May",
        ),
        (
            "Norway and Chile met. Norwegian and Chilean guards will search the harbour.",
            "Norwegian and Chilean guards will search the harbour",
        ),
        (
            "\"You have my word that this will not happen again,\" Norwegian Foreign Minister Kari Holm said.",
            "this will not happen again",
        ),
        (
            "Norway and Chile held talks. A joint committee will draw up the list.",
            "A joint committee will draw up the list",
        ),
        (
            "Norway and Chile held talks. It was agreed to open the harbour, and that a survey will be paid for in May.",
            "a survey will be paid for in May",
        ),
        (
            "Norway and Chile held talks. The next round will be held in Oslo in May.",
            "The next round will be held in Oslo in May",
        ),
        (
            "Norway and Chile held talks. A hotline will be set up between the two navies.",
            "A hotline will be set up between the two navies",
        ),
        (
            "Joint statement by Norway and Chile\n\nThe harbour fund will be paid out in June.",
            "The harbour fund will be paid out in June",
        ),
        (
            "Norway and Chile met. A joint commission is to be set up between the two countries.",
            "A joint commission is to be set up between the two countries",
        ),
    ],
    misses: &[
        "The talks will be held in Oslo.",
        "The harbour will be opened in May.",
        "Norway and Chile held talks. A road will be built between Arica and the coast.",
        "Norwegian Foreign Minister Kari Holm said that the weather will change.",
        "A Norwegian military base in the harbour would threaten trade.",
        "The exhibition will be opened by Norwegian Foreign Minister Kari Holm.",
        "Norwegian Foreign Minister Kari Holm said that the coast would be flooded by May.",
        "The war will end by May, Norwegian Foreign Minister Kari Holm said.",
        "Norwegian Foreign Minister Kari Holm said that the works would not be finished before May.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let modals = reader.places(Tags::MODAL | Tags::BE);
    modals.filter_map(|at| reader.candidate(passive(&reader, at)?)).collect()
}

/// What is done after "will", or after "is to": "A joint commission is to be set up".
fn act(reader: &Reader<'_, '_>, modal: usize) -> Option<usize> {
    if reader.can_be(modal, Tags::MODAL) {
        return reader.act_after(modal);
    }
    let is_to = reader.is_any(modal, &["is", "are"]) && reader.is(modal + 1, "to");
    (is_to && reader.is(modal + 2, "be")).then_some(modal + 2)
}

fn passive(reader: &Reader<'_, '_>, modal: usize) -> Option<Found> {
    let act = act(reader, modal)?;
    let start = phrase_start(reader, modal)?;
    let frame = reader.frame(start);
    let end = reader.reach(modal);
    let bound = if frame == Frame::Unbound { None } else { bound(reader, modal, act, start, end, frame) }?;
    let found = Found {
        words: start..end,
        verb: modal,
        parties: bound.parties,
        person: bound.person,
        firmness: Obligation::Plain,
        frame,
    };
    reader.may_be_would(modal, &found).then_some(found)
}

/// Who is bound.
fn bound(
    reader: &Reader<'_, '_>,
    modal: usize,
    act: usize,
    start: usize,
    end: usize,
    frame: Frame,
) -> Option<Meant> {
    let passive = reader.is_passive(act);
    let by = (act..end).find(|&at| reader.is(at, "by") && !reader.is_measure(at + 1)).filter(|_| passive);
    if let Some(agent) = by.and_then(|by| reader.discourse.actor_from(by + 1)) {
        let person = reader.meant(agent).is_some_and(|meant| meant.person.is_some());
        let done = reader.discourse.past_adverbs(act + 1);
        // "The exhibition will be opened by Minister Holm."
        if person && (reader.is_any(done, CEREMONIES) || reader.can_be(done, Tags::PROGRAMME | Tags::EVENT)) {
            return None;
        }
        return reader.meant(agent).cloned();
    }
    if !passive
        && frame != Frame::Unbound
        && let Some(owner) = means_of(reader, start, modal)
    {
        return Some(Meant { parties: owner, person: None });
    }
    // "Asked about the prisoners, Holm said they would be freed."
    let freed = passive && by.is_none() && is_delivered(reader, act);
    let thing = |actor: usize| {
        let who = reader.discourse.actors.get(actor).map(|actor| actor.who.as_slice());
        freed && matches!(who, Some([Who::They | Who::It]))
    };
    let acts = reader.subject(modal).filter(|subject| !thing(subject.actor));
    let acts = acts.and_then(|subject| reader.meant(subject.actor));
    if acts.is_some_and(|acts| !acts.parties.is_empty()) {
        // "Holm said that Chile would be invited."
        return acts.filter(|_| passive && by.is_none()).and_then(|acts| giver(reader, act, frame, acts));
    }
    if frame != Frame::Unbound && is_of_all(reader, start, modal) {
        return Some(Meant { parties: reader.discourse.sides.clone(), person: None });
    }
    let going = !passive && is_set_going(reader, start, modal, act);
    let done = passive && by.is_none() && is_public_act(reader, act)
        || is_canceled(reader, modal, act)
        || going
        || !passive && is_sent(reader, start, modal) && reader.can_be(act, Tags::MOVE);
    let speaker = match frame {
        Frame::Promised(at) => return promiser(reader, at),
        Frame::Said(verb) if reader.can_be(start, Tags::WHOLE) => Some(verb),
        // "Holm said that the ships would be delivered by May."
        Frame::Said(verb) if done => Some(verb),
        // "Holm said that a team of experts would come."
        Frame::Said(verb) if !passive && is_sent(reader, start, modal) => Some(verb),
        _ => None,
    };
    if let Some(speaker) = speaker {
        return reader.meant(reader.subject(speaker)?.actor).cloned();
    }
    let quoted = reader.scene.source.is_quoted(modal);
    let free = frame == Frame::Free && !quoted && done;
    // "The ships will be delivered by May, the ministry said."
    if let Some(speaker) = reader.attributed_to(end).filter(|_| free) {
        return Some(speaker.clone());
    }
    // "Under the accord, the ships will be delivered by May."
    if free && is_under_instrument(reader, start) {
        return Some(Meant { parties: reader.discourse.sides.clone(), person: None });
    }
    // "A hotline will be set up between the two navies."
    if free && is_between_sides(reader, act, end) {
        return Some(Meant { parties: reader.discourse.sides.clone(), person: None });
    }
    // "The ships will be delivered by May," Holm said.
    if (freed || going)
        && frame == Frame::Free
        && quoted
        && let Some(voice) = reader.voice_at(modal)
    {
        return Some(Meant { parties: voice.parties.clone(), person: voice.person });
    }
    // "The next round will be held in Oslo": the sides meet again.
    if !quoted && is_next_round(reader, start, modal, act) {
        return Some(Meant { parties: reader.discourse.sides.clone(), person: None });
    }
    let event = reader.can_be(reader.discourse.past_adverbs(act + 1), Tags::EVENT);
    let issued = reader.discourse.joint && !quoted && frame == Frame::Free;
    (passive && issued && !event).then(|| Meant { parties: reader.discourse.we.clone(), person: None })
}

/// Whether what is done is done between the sides, as its last words say: "between the two navies".
fn is_between_sides(reader: &Reader<'_, '_>, act: usize, end: usize) -> bool {
    let Some(between) = (act..end).find(|&at| reader.is(at, "between")) else { return false };
    let named = reader.discourse.actor_from(between + 1).and_then(|actor| reader.meant(actor));
    let sides = &reader.discourse.sides;
    let both = named.is_some_and(|named| sides.iter().all(|side| named.parties.contains(side)));
    let counted = reader.is(between + 1, "the") && reader.is_any(between + 2, &["two", "three"])
        || reader.is(between + 1, "both");
    sides.len() > 1 && (both || counted)
}

/// Who says that another will be given something.
fn giver(reader: &Reader<'_, '_>, act: usize, frame: Frame, to: &Meant) -> Option<Meant> {
    let (Frame::Said(verb) | Frame::Promised(verb)) = frame else { return None };
    let given = reader.is_any(reader.discourse.past_adverbs(act + 1), GIVEN);
    let giver = reader.meant(reader.subject(verb)?.actor).filter(|_| given)?;
    let other = !giver.parties.is_empty() && !giver.parties.iter().any(|party| to.parties.contains(party));
    other.then(|| giver.clone())
}

/// What is done to whoever gets something.
const GIVEN: &[&str] = &[
    "given",
    "granted",
    "invited",
    "supplied",
    "paid",
    "compensated",
    "exempted",
    "admitted",
    "allowed",
    "permitted",
    "consulted",
    "informed",
    "offered",
    "provided",
    "reimbursed",
    "spared",
    "included",
    "protected",
];

/// How far before "agreed" the "it" of "it has also been agreed" may stand.
const IMPERSONAL: usize = 4;

/// Who has promised it: the subject of "promised", the agent of "was assured by Holm", the one from whom a promise
/// is, or who gave it.
fn promiser(reader: &Reader<'_, '_>, at: usize) -> Option<Meant> {
    let next = (at + 1..at + 3).find(|&next| reader.is_any(next, &["from", "by"]));
    if let Some(agent) = next.and_then(|next| reader.discourse.actor_from(next + 1)) {
        return reader.meant(agent).cloned();
    }
    if reader.can_be(at, Tags::COMMIT) {
        // "Let me assure you that …"
        if at.checked_sub(1).is_some_and(|me| reader.is(me, "me")) {
            let voice = reader.voice_at(at).filter(|voice| !voice.parties.is_empty())?;
            return Some(Meant { parties: voice.parties.clone(), person: voice.person });
        }
        // "I can assure you that …"
        let verb = at
            - (at.saturating_sub(2)..at)
                .rev()
                .take_while(|&at| reader.can_be(at, Tags::MODAL | Tags::OUGHT))
                .count();
        // "It was agreed that the border would reopen."
        let it = (at.saturating_sub(IMPERSONAL)..at).any(|at| reader.is(at, "it"))
            && reader.can_be(at - 1, Tags::BE | Tags::ADVERB);
        if it && reader.is_any(at, &["agreed", "decided", "resolved"]) {
            return Some(Meant { parties: reader.discourse.sides.clone(), person: None });
        }
        return reader.meant(reader.subject(verb)?.actor).cloned();
    }
    // "You have my word that …"
    if reader.is_any(at, &["my", "our"]) {
        let voice = reader.voice_at(at).filter(|voice| !voice.parties.is_empty())?;
        return Some(Meant { parties: voice.parties.clone(), person: voice.person });
    }
    let owner = reader.owner(at);
    if let Some(owner) = owner.as_ref().filter(|owner| !owner.parties.is_empty()) {
        return Some(Meant { parties: owner.parties.clone(), person: None });
    }
    let phrase = owner.as_ref().map_or_else(|| reader.phrase_begins(at), |owner| owner.start);
    let verb = reader.stating_verb(at, phrase, owner.as_ref())?;
    reader.meant(reader.subject(verb)?.actor).cloned()
}

impl Reader<'_, '_> {
    /// Whether "by" is followed by a time or a measure, and not by who does it: "by May", "by half".
    fn is_measure(&self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Number)
            || self.is_any(at, &["half", "then", "now"])
            || told_at(&self.scene.source, at).is_some()
    }
}

/// Whether a passive is of something that governments do for each other: "be delivered", "be signed".
fn is_delivered(reader: &Reader<'_, '_>, act: usize) -> bool {
    reader.can_be(reader.discourse.past_adverbs(act + 1), Tags::DELIVERED)
}

/// What is done by somebody on an occasion.
const CEREMONIES: &[&str] = &[
    "opened",
    "inaugurated",
    "unveiled",
    "launched",
    "delivered",
    "hosted",
    "addressed",
    "given",
    "presided",
];

/// Whether a passive is of something that is done by whoever says that it will be: "be paid", "be sealed";
/// not "be affected".
fn is_public_act(reader: &Reader<'_, '_>, act: usize) -> bool {
    let done = reader.discourse.past_adverbs(act + 1);
    // "would not be finished before May"
    let unfinished = (act.saturating_sub(2)..done).any(|at| reader.can_be(at, Tags::NEGATION))
        && reader
            .is_any(done, &["finished", "completed", "concluded", "achieved", "reached", "resolved", "met"]);
    let occasion =
        reader.can_be(done, Tags::EVENT | Tags::PROGRAMME) && !reader.can_be(done, Tags::DELIVERED);
    !occasion && !unfinished
}

/// Where the noun phrase before a verb begins, whoever it names.
fn phrase_start(reader: &Reader<'_, '_>, verb: usize) -> Option<usize> {
    let from = reader.bounds(verb).start;
    let end = reader.before_adverbs(verb);
    // "fishers who break the rules would be punished"
    let clause = reader.scene.clauses.verb_at(verb).map(|(clause, _)| clause.subject.clone());
    if let Some(subject) = clause.filter(|subject| subject.end == verb && from <= subject.start) {
        let start = subject.start + usize::from(reader.is(subject.start, "that"));
        let relative = (start..end).any(|at| reader.can_be(at, Tags::RELATIVE));
        let opens = reader.can_be(start, Tags::JOINER | Tags::RELATIVE | Tags::OPEN | Tags::ASIDE);
        if relative && !opens && start < end {
            return Some(start);
        }
    }
    let stops = Tags::RELATIVE | Tags::OPEN | Tags::ASIDE | Tags::SAY | Tags::BE | Tags::MODAL;
    // "the border post will reopen": a noun, though one can post what one says.
    let noun = |at: usize| {
        let ends = at + 1 == end || reader.can_be(at + 1, Tags::PREPOSITION);
        let other = Tags::RELATIVE | Tags::OPEN | Tags::ASIDE | Tags::BE | Tags::MODAL;
        ends && form(&reader.lower(at)) == Form::Base && !reader.can_be(at, other)
    };
    // "time lost because of the quarrel will be made up": no clause begins there.
    let tie = |at: usize| reader.is(at, "because") && reader.is(at + 1, "of");
    let stop = |&at: &usize| {
        reader.can_be(at, stops) && !noun(at) && !tie(at) || matches!(reader.shape(at), Some(Shape::Mark(_)))
    };
    let start = (from..end).rev().find(stop).map_or(from, |at| at + 1);
    (start < end && !reader.can_be(start, Tags::JOINER)).then_some(start)
}
