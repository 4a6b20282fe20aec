//! Stating: the verb that states an undertaking that a noun carries. It has the noun as its object
//! ("reaffirmed its commitment", "has no intention"), after "of" ("spoke of its readiness"), or in a row
//! of objects ("expressed thanks and readiness"). "gratitude for Chile's commitment" states nothing.

use super::owner::Owner;
use super::reader::Reader;
use crate::extract::discourse::{Form, Tags, form};
use crate::lexicon::{Shape, VerbClass};

/// How far before the noun its verb may stand in a row of objects.
const ROW: usize = 40;

/// How far before "of" its verb may stand: "informed the visiting minister of".
const ADDRESSEE: usize = 8;

/// How talks end.
const ENDED: &[&str] = &[
    "end",
    "ends",
    "ended",
    "ending",
    "close",
    "closes",
    "closed",
    "conclude",
    "concludes",
    "concluded",
    "concluding",
    "wrapped",
    "wrap",
    "wraps",
    "finished",
    "emerged",
    "emerge",
    "came",
    "left",
    "parted",
    "broke",
];

/// How somebody is told what is undertaken.
const GIVES: &[&str] =
    &["give", "gives", "gave", "given", "giving", "offer", "offers", "offered", "offering", "handed"];

/// How agreements are closed.
const SIGNED: &[&str] = &[
    "sign",
    "signs",
    "signed",
    "signing",
    "inked",
    "inking",
    "initialed",
    "initialled",
    "struck",
    "strike",
    "sealed",
    "sealing",
    "clinched",
    "concluded",
    "hammered",
    "cut",
    "made",
];

impl Reader<'_, '_> {
    /// The verb that states the undertaking of a noun whose phrase begins here; none where it deals with
    /// another's.
    pub fn stating_verb(&self, noun: usize, phrase: usize, owner: Option<&Owner>) -> Option<usize> {
        let from = self.bounds(noun).start;
        let before = self.before_adverbs(phrase).checked_sub(1).filter(|&before| before >= from)?;
        // "made clear its commitment"
        let made = self.is_any(before, &["clear", "known", "plain"]) && before > from;
        let before = before - usize::from(made);
        let named = owner.is_some_and(|owner| !owner.parties.is_empty());
        let none = self.is(phrase, "no");
        if self.is_any(before, SIGNED) && !none && self.can_be(noun, Tags::PROMISE) {
            return Some(before);
        }
        // "gave Chile a guarantee"
        let to = self.discourse.actor_before(before + 1).and_then(|actor| self.discourse.actors.get(actor));
        let to = to.map_or_else(
            || self.is_any(before, &["him", "her", "them", "us"]).then_some(before),
            |to| Some(to.words.start),
        );
        let gives =
            to.and_then(|to| to.checked_sub(1)).filter(|&verb| verb >= from && self.is_any(verb, GIVES));
        if gives.is_some() && !none {
            return gives;
        }
        if self.is_verb(before) && !none {
            return self.states(before, named).then_some(before);
        }
        if self.is_any(before, &["has", "have"])
            || (none || self.is(phrase, "every")) && self.is(before, "had")
        {
            return Some(before);
        }
        if self.is_any(before, &["of", "by", "on", "to", "about"]) {
            return self.verb_of(before, from).filter(|&verb| self.states(verb, named));
        }
        let row = self.can_be(before, Tags::JOINER) || self.is_mark(before, ',');
        let another = self.is_any(phrase, &["a", "an"]);
        let verb = if row { self.verb_of_row(before, from) } else { None };
        // "stressed the role of courts and a commitment to trials" tells nobody's.
        let own = |verb: usize| !another || self.can_be(verb, Tags::AFFIRM);
        verb.filter(|&verb| self.states(verb, named) && own(verb))
    }

    /// The verb by which talks end with what a noun carries, whose phrase begins here: "ended two days of talks
    /// with an agreement", "led to a decision", "produced a pledge".
    pub fn closing_verb(&self, phrase: usize) -> Option<usize> {
        const NEAR: usize = 12;
        let from = self.bounds(phrase).start;
        let before = phrase.checked_sub(1).filter(|&before| before > from)?;
        if self.is_any(before, &["produced", "yielded", "brought"]) {
            return Some(before);
        }
        if self.is_any(before, &["in", "to"]) {
            let verb = before - 1;
            return self
                .is_any(verb, &["resulted", "resulting", "culminated", "led", "leading"])
                .then_some(verb);
        }
        if !self.is(before, "with") {
            return None;
        }
        let mut words = (from.max(before.saturating_sub(NEAR))..before).rev();
        words.find(|&at| self.is_any(at, ENDED))
    }

    /// Where the phrase of a noun begins that has no owner: "firm readiness".
    pub fn phrase_begins(&self, noun: usize) -> usize {
        const LONGEST: usize = 5;
        let from = self.bounds(noun).start.max(noun.saturating_sub(LONGEST));
        let role =
            Tags::PREPOSITION | Tags::JOINER | Tags::VERB | Tags::AFFIRM | Tags::RELATIVE | Tags::DEALS;
        let stops = |at: &usize| {
            matches!(self.shape(*at), Some(Shape::Mark(_) | Shape::Possessive))
                || self.can_be(*at, role) && !self.describes_noun(*at)
                || self.can_be(*at, Tags::ADVERB)
        };
        (from..noun).rev().find(stops).map_or(from, |at| at + 1)
    }

    /// Whether a past form right after a verb describes the noun behind it: "expressed renewed readiness".
    fn describes_noun(&self, at: usize) -> bool {
        // "The sides expressed readiness": they act.
        let verb = |before| self.is_verb(before) && !self.can_be(before, Tags::SIDES | Tags::BODY);
        form(&self.lower(at)) == Form::Past && at.checked_sub(1).is_some_and(verb)
            || self.can_be(at, Tags::ADJECTIVE)
    }

    fn is_verb(&self, at: usize) -> bool {
        let verbs = Tags::SAY | Tags::AFFIRM | Tags::STAY | Tags::POSITION | Tags::COMMIT | Tags::REQUEST;
        self.shape(at) == Some(Shape::Lower) && self.can_be(at, verbs | Tags::OTHER_VERB | Tags::DEALS)
    }

    /// The verb before "of" or "by": "stands by", "informed the minister of".
    fn verb_of(&self, preposition: usize, from: usize) -> Option<usize> {
        let direct = preposition.checked_sub(1)?;
        if self.is_verb(direct) || self.is_phrase_of_speech(direct) {
            return Some(direct);
        }
        let words = (from.max(preposition.saturating_sub(ADDRESSEE))..preposition).rev();
        let stops = Tags::PREPOSITION | Tags::JOINER | Tags::MODAL | Tags::BE | Tags::RELATIVE;
        let mut words = words
            .take_while(|&at| !self.can_be(at, stops) && !matches!(self.shape(at), Some(Shape::Mark(_))));
        words
            .find(|&at| self.is_verb(at) && self.can_be(at, Tags::SAY))
            .filter(|_| self.is(preposition, "of"))
    }

    /// Whether the table has a verb of speech of two words here: "spoke of".
    fn is_phrase_of_speech(&self, at: usize) -> bool {
        let found = self.scene.source.phrase(self.scene.source.lexicon.verbs(), at..at + 2);
        let found = found.filter(|_| self.is(at + 1, "of"));
        found.is_some_and(|(_, senses)| senses.iter().any(|sense| sense.class == VerbClass::Say))
    }

    /// The nearest verb before an object in a row.
    fn verb_of_row(&self, joiner: usize, from: usize) -> Option<usize> {
        let stops = Tags::MODAL | Tags::BE | Tags::RELATIVE | Tags::OPEN;
        let words = (from.max(joiner.saturating_sub(ROW))..joiner).rev();
        let mut words = words.take_while(|&at| !self.can_be(at, stops) && !self.is_mark(at, ';'));
        words.find(|&at| self.is_verb(at) && !self.is_any(at, &["support", "shared", "continued"]))
    }

    /// Whether a verb states what is the subject's own. "discussed the Norwegian commitment to" tells
    /// whose it is.
    fn states(&self, verb: usize, named: bool) -> bool {
        let discussed = named && self.is(verb, "discussed");
        let offered = self.lower(verb).starts_with("offer");
        let speaks = self.can_be(verb, Tags::SAY | Tags::AFFIRM | Tags::STAY)
            || offered
            || self.is_phrase_of_speech(verb);
        discussed || speaks && !self.can_be(verb, Tags::DEALS)
    }
}
